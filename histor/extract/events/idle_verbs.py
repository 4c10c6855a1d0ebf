"""Verbs that tell a deed of some and none of others: who returns, gathers, burns, or runs off."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.events.crowds import crowd_type
from histor.extract.names.affiliations import party_words
from histor.extract.tokens import NEGATIONS, prepositions

__all__ = ["CALLING", "is_idle", "subject_of"]

#: what comes back and is nobody's to give
_STATES = frozenset(
    "calm peace quiet order normality normalcy life stability confidence power electricity water "
    "traffic trade violence fighting tension rain fear hope smile".split()
)
_USUAL = frozenset(["normal", "normality", "normalcy", "routine"])
#: what keeps people from something and is nobody
_HINDRANCES = frozenset(
    "fighting violence weather rain snow lack shortage fear insecurity storm flood war conflict "
    "clash shelling damage debris wind".split()
)
#: who runs off after his deed
_OFFENDERS = frozenset(
    "assailant attacker gunman bandit robber raider thief suspect killer shooter perpetrator "
    "kidnapper bomber hijacker mugger looter driver".split()
)
#: words beside people who come together to protest, and beside those who do to talk
_PROTESTING = frozenset(
    "protest demonstrate demonstration rally march outside front chant demand against slogan "
    "banner placard square denounce solidarity oppose support police sit-in vigil angry protester "
    "demonstrator activist marcher anniversary uprising".split()
)
_TALKING = frozenset(
    "talk talks discuss discussion forum leader minister delegation envoy meeting summit session "
    "conference vote".split()
)
_GATHERED = {"PROTEST": _PROTESTING, "CONSULT": _TALKING}
#: what is awarded as a kindness
_FUNDS = frozenset(
    "contract grant loan fund funding scholarship compensation damages aid dollar euro pound "
    "prize medal honour honor title".split()
)
#: verbs that say what somebody holds a thing to be
CALLING = frozenset(["call", "describe", "label", "brand", "term", "dub", "deem"])
#: what a court, and not who is charged, refuses
_OF_COURTS = frozenset(["bail", "parole"])
_OBJECTS = frozenset(["obj", "nsubj:pass"])
#: who floods streets, and is no water
_CROWDS = frozenset(
    "thousand hundred million people crowd protester demonstrator supporter mourner worshipper "
    "refugee migrant tourist fan resident student woman man".split()
)
_GOING = frozenset("travel arrive come go head fly march walk flock visit".split())
#: what one helps to do to somebody else
_HOSTILE = frozenset(
    "overthrow oust topple defeat kill attack bomb invade capture seize arrest depose destroy "
    "crush drive push repel expel fight suppress".split()
)
_TALKS = frozenset("talk talks negotiation meeting summit round day dialogue effort".split())
#: what stands and can fall, and is no ruler
_STANDING = frozenset(
    "building house tree pole wall tower roof crane lamp truck bus car street line mast "
    "chimney fence".split()
)
#: what is looked into and accuses nobody
_MATTERS = frozenset("issue matter possibility option idea market potential feasibility".split())
_BROKERING = frozenset(["broker", "mediate", "negotiate"])
_SERVICES = frozenset(
    "mass funeral service wedding prayer prayers church school burial game match concert vigil "
    "university college".split()
)
_REFLEXIVE = frozenset("himself herself itself themselves myself yourself ourselves".split())
#: how people and things are left that nobody leaves, and words between
_HARMED = frozenset(
    "dead injured wounded homeless stranded trapped damaged displaced destroyed dying hurt missing "
    "unconscious orphaned paralysed paralyzed".split()
)
_FAR = 12
_QUOTES = frozenset("\"”’»'")
#: words between "what" and "calls"
_NEAR = 4
#: what is aimed at people and harms nobody
_SCHEMES = frozenset(
    "campaign programme program project plan initiative scheme drive aid budget policy sanction "
    "measure advert ad advertisement strategy reform tax tariff law bill fund subsidy message "
    "service research study vaccination appeal investigation probe embargo restriction".split()
)
#: what is left lying: "left a bag at the station"
_THINGS = frozenset(
    "gun bag backpack rucksack note letter message bomb device car vehicle room door trail mark "
    "impression hole crater question doubt option vacuum gap body child flower".split()
)
#: who walks out, and of what
_STRIKERS = frozenset(
    "worker employee staff teacher nurse doctor miner driver student pupil union lawmaker senator "
    "deputy mp legislator delegate delegation opposition diplomat lawyer judge journalist".split()
)
_LEFT = frozenset(
    "talk talks meeting session parliament chamber summit conference negotiation class school job "
    "work hall assembly council speech debate protest ceremony".split()
)
#: what whoever is turned away does
_LEAVING = frozenset("return turn leave flee retreat withdraw resign".split())
#: what one agrees with and is nobody
_VIEWS = frozenset(
    "accusation view claim assessment opinion statement finding argument analysis idea position "
    "verdict ruling decision conclusion sentiment remark characterization description".split()
)
#: by what somebody threatens, and bodies that need a name beside them to be told from things
_THREATENING = frozenset(
    "statement letter message video call note post tweet remark leaflet email speech graffito "
    "slogan communique poster recording tape email text word voice network cell outfit".split()
)
#: what is written, or built so, and lets people do things
_TEXTS = frozenset(
    "law bill act rule regulation decree constitution clause article amendment deal agreement pact "
    "treaty truce ceasefire system legislation provision technology software road bridge".split()
)

#: in what two sides are locked, and who greets and joins others without talking to them
_QUARRELS = frozenset(
    "standoff stand-off battle struggle dispute conflict fight stalemate deadlock feud argument "
    "confrontation war talk talks negotiation combat showdown row".split()
)
_WELL_WISHERS = frozenset(
    "nation relative family friend neighbour neighbor protester demonstrator activist loyalist "
    "chant cheer jeer applause celebrity parent survivor viewer reader".split()
)
#: what carriers run, and words for them and in their names
_RUNS = frozenset("flight service train route sailing ferry departure operation".split())
_CARRIERS = frozenset(
    "airline airlines carrier airways air operator railway railways ferry company".split()
)
#: what one takes to a court, or to whoever else may settle it
_MATTERS = frozenset(
    "case dispute row complaint matter issue quarrel claim grievance fight petition concern "
    "question protest".split()
)
#: verbs of what crowds say aloud, and what is closed for a day
_CRYING = frozenset(["chant", "shout", "yell", "scream", "cry"])
_SHUT = frozenset("school shop store bank market university college business road museum".split())
#: from what somebody is removed
_LISTS = frozenset("list office power post membership position privilege".split())


def is_idle(verb: Token, kind: str) -> bool:
    """Say whether a verb read as a deed of a type tells none of its subject or its object."""
    lemma = verb.lemma_.lower()
    objects = [c for c in verb.children if c.dep_ in _OBJECTS]
    if lemma == "return":  # "calm returned"
        normal = any("to" in prepositions(c) and c.lower_ in _USUAL for c in verb.children)
        return not objects and (normal or _done_by(verb, _STATES))
    if lemma == "ask" and kind == "REQUEST":  # "asked survivors about the rope"
        about = any("about" in prepositions(c) for c in verb.children)
        return about and not any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)
    if lemma == "prevent":  # "fighting prevented its teams from reaching the town"
        return _done_by(verb, _HINDRANCES)
    if lemma == "flee":
        return _runs_off(verb)
    if lemma == "leave" and kind == "RETREAT":
        return _leaves_behind(verb) or any(o.lemma_.lower() in _THINGS for o in objects)
    if lemma == "gather":  # "as traders gathered"
        wanted = _GATHERED.get(kind)
        near = {t.lower_ for t in verb.sent} | {t.lemma_.lower() for t in verb.sent}
        return wanted is not None and near.isdisjoint(wanted)
    if lemma == "award":  # "a ruling that awarded X the island"
        return kind in {"AID", "SUPPORT"} and not _is_worth_money(verb)
    if lemma == "burn":  # "the house was burning", "a ferry burned off X"
        burns = verb.tag_ == "VBG" or any(c.dep_ == "nsubj" for c in verb.children)
        return burns and (not objects or any(c.lower_ == "off" for c in verb.children))
    if lemma in {"push", "press"} and kind == "REQUEST" and not objects:
        # "has been pushing hard to resolve the case"
        return not any(prepositions(c) & {"for", "on"} for c in verb.children)
    if lemma == "fail" and verb.dep_ == "amod":  # "failed attempts"
        return True
    if lemma == "fail" and kind == "REJECT":  # "talks with X failed to produce a deal"
        return _done_by(verb, _TALKS) and not any(
            c.dep_ == "xcomp" and c.lemma_.lower() in {"reach", "agree"} for c in verb.children
        )
    if lemma in {"topple", "overturn"}:  # "toppling a building"
        return bool(objects) and all(o.lemma_.lower() in _STANDING for o in objects)
    if lemma in {"investigate", "examine", "probe"}:  # "to investigate the matter"
        return any(o.lemma_.lower() in _MATTERS for o in objects)
    if lemma == "refuse":  # "were charged and refused bail"
        return any(o.lemma_.lower() in _OF_COURTS for o in objects)
    if lemma == "assure":  # "no shot was fired”, assured the minister
        return _closes_quote(verb)
    if lemma == "hail":  # "hails from X"
        return any("from" in prepositions(c) for c in verb.children)
    if lemma == "flood" and verb.pos_ == "VERB":  # "tourists flooded the streets"
        return _done_by(verb, _CROWDS) and crowd_type(verb) is None
    if lemma == "send" and kind == "AID":  # "sent relations plummeting"
        return any(c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VBG" for c in verb.children)
    if lemma == "help" and kind == "AID":  # "helped to overthrow X", "to broker a truce"
        done = _HOSTILE | _BROKERING
        return any(c.dep_ == "xcomp" and c.lemma_ in done for c in verb.children)
    if lemma == "grant" and any(c.lower_ in _REFLEXIVE for c in verb.children):
        return True  # "granting himself a pension"
    if lemma == "disperse":  # "the crowd dispersed"
        passive = any(c.dep_ in {"nsubj:pass", "aux:pass"} for c in verb.children)
        return not objects and not passive and verb.tag_ != "VBN"
    if lemma in _GOING and kind == "CONSULT":  # "protesters travelled to the capital"
        return _done_by(verb, _CROWDS)
    if lemma == "attend" and kind == "CONSULT":
        return any(o.lemma_.lower() in _SERVICES for o in objects)
    if lemma == "target" and kind == "ASSAULT":  # "a campaign targeting 1.2 million children"
        over = verb.head if verb.dep_.startswith("acl") else subject_of(verb)
        return over is not None and over.lemma_.lower() in _SCHEMES
    if lemma in {"threaten", "endanger"} and kind == "THREATEN":  # "the crisis threatens jobs"
        return _by_a_thing(verb)
    if lemma == "agree" and _shares_a_view(verb):  # "agreed with the accusation"
        return True
    if lemma in {"cancel", "suspend", "halt"} and kind in {"SANCTION", "REJECT"}:
        return _stops_service(verb, objects)  # "an airline cancelled flights"
    if lemma == "erupt" and verb.dep_ == "acl:relcl":  # "like those that erupted in May"
        return verb.head.pos_ in {"PRON", "DET"}
    if lemma == "drown":  # "the whistles drowned out the speaker"
        return any(c.lower_ == "out" for c in verb.children)
    if lemma == "rule" and kind == "REJECT":  # "has not ruled out force"
        return any(c.lower_ in NEGATIONS for c in verb.children)
    if lemma == "ask" and kind == "REQUEST":  # "was asked about the rally"
        return any(prepositions(c) == {"about"} for c in verb.children)
    if lemma == "take" and kind in {"COERCE", "ACCUSE"}:  # "took its case to the court"
        brought = any("to" in prepositions(c) for c in verb.children)
        return brought and any(o.lemma_.lower() in _MATTERS for o in objects)
    if lemma == "call" and kind in {"SUPPORT", "REQUEST"}:  # "an event they call a catastrophe"
        behind = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _FAR)]
        asked = any(t.lower_ in {"for", "on", "upon", "to"} for t in behind)
        if not asked and any(c.dep_ == "obj" for c in verb.children):
            return True
    if lemma == "force" and kind == "COERCE":  # "the snow forced them to close the road"
        return not (_by_somebody(verb) or _sends_back(verb))
    if lemma == "treat" and kind == "AID":  # "were treated at a clinic"
        return not any(c.dep_ in {"nsubj", "obl:agent"} for c in verb.children)
    if lemma == "welcome":  # "welcome to our coverage"
        return verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "to" and not objects
    if lemma == "walk" and kind == "PROTEST":  # "the hostages walked out"
        return not _walks_out(verb)
    if lemma == "allow" and kind == "CONCEDE":  # "a law that allows him to rule by decree"
        return _done_by_text(verb)
    if lemma == "carry" and kind == "ASSAULT":  # "carried a boy"
        return not any(c.lower_ == "out" for c in verb.children)
    if lemma == "lock":  # "locked in a stalemate"
        return any(c.lemma_.lower() in _QUARRELS for c in verb.children)
    if lemma in {"greet", "join", "welcome"} and kind == "CONSULT":  # "greeted by a crowd"
        return _done_by(verb, _CROWDS | _WELL_WISHERS) or any(
            c.dep_ == "obl:agent" and c.lemma_.lower() in _CROWDS | _WELL_WISHERS
            for c in verb.children
        )
    if lemma == "sit" and kind == "CONSULT":  # "sat in a bus"
        return not any(
            c.lower_ == "down" or "with" in prepositions(c) or c.lemma_.lower() in _TALKING
            for c in verb.children
        )
    if lemma == "remove" and kind == "SANCTION":  # "removed a plaque"
        return not any(
            t.ent_type_ == "PERSON"
            or t.tag_ in {"PRP", "WP"}
            or t.lemma_.lower() in party_words() | _LISTS
            for c in verb.children
            if c.dep_ in _OBJECTS or "from" in prepositions(c)
            for t in (c, *(c.children if c.dep_ in _OBJECTS else ()))
        )
    if verb.tag_ == "VB" and verb.head.lemma_.lower() in _CRYING:  # chanting "arrest him"
        return not any(c.dep_ == "nsubj" for c in verb.children)
    if lemma in {"close", "shut"} and kind == "SANCTION":  # "schools were closed"
        return any(o.lemma_.lower() in _SHUT for o in objects)
    if lemma in {"close", "shut"} and kind == "COERCE":  # "bakeries closed"
        passive = any(c.dep_ == "aux:pass" for c in verb.children) or verb.dep_.startswith("acl")
        return not objects and not passive and any(c.dep_ == "nsubj" for c in verb.children)
    if lemma == "suspect":  # "experts suspect that"
        return any(c.dep_ == "ccomp" for c in verb.children)
    if kind in {"ASSAULT", ""} and any(o.lower_ in _REFLEXIVE for o in objects):
        return lemma not in {"blow", "detonate", "explode"}  # "shot himself"
    if lemma in CALLING and kind != "ACCUSE":  # "talks with what it calls terrorists"
        before = verb.doc[max(verb.sent.start, verb.i - _NEAR) : verb.i]
        return any(t.lower_ == "what" and t.i > verb.sent.start for t in before)
    return False


def _stops_service(verb: Token, objects: list[Token]) -> bool:
    """Say whether a carrier runs no flights or trains for a while, which punishes nobody."""
    who = subject_of(verb)
    if who is None or not any(o.lemma_.lower() in _RUNS for o in objects):
        return False
    name = {t.lower_ for t in who.subtree} | {who.lemma_.lower()}
    return not name.isdisjoint(_CARRIERS)


def _by_somebody(force: Token) -> bool:
    """Say whether somebody is told to have forced another."""
    if any(c.lower_ in {"out", "back", "off"} for c in force.children):
        return True  # "was forced out"
    active = not any(c.dep_ == "nsubj:pass" for c in force.children) and force.tag_ != "VBN"
    who = [c for c in force.children if c.dep_ == "obl:agent" or (active and c.dep_ == "nsubj")]
    if not who and active and (shared := subject_of(force)) is not None:
        who = [shared]
    if not who and force.dep_.startswith("acl") and force.tag_ != "VBN":
        who = [force.head]
    return (active and not who) or any(
        w.ent_type_ or w.tag_ in {"PRP", "WP", "WDT"} or w.lemma_.lower() in party_words()
        for w in who
    )


def _sends_back(force: Token) -> bool:
    """Say whether people are made to leave or turn round: "was forced to return"."""
    passive = any(c.dep_ in {"nsubj:pass", "aux:pass"} for c in force.children)
    held = passive or (force.dep_ == "conj" and force.tag_ == "VBN")
    return held and any(c.lemma_.lower() in _LEAVING for c in force.children)


def _shares_a_view(agree: Token) -> bool:
    """Say whether somebody agrees with what is said: "agreed with the claim that"."""
    with_it = [c for c in agree.children if "with" in prepositions(c)]
    if agree.tag_ in {"VBP", "VBZ"} and any(c.dep_ == "ccomp" for c in agree.children):
        return True  # "most members agree that he should go"
    deal = any(c.dep_ in {"xcomp", "ccomp", "obj"} for c in agree.children)
    return bool(with_it) and not deal and all(c.lemma_.lower() in _VIEWS for c in with_it)


def _by_a_thing(threaten: Token) -> bool:
    """Say whether what threatens is no somebody, and nothing that somebody wrote."""
    what = threaten.head if threaten.dep_.startswith("acl") else subject_of(threaten)
    if what is None or what.pos_ != "NOUN" or what.ent_type_:
        return False
    lemma = what.lemma_.lower()
    return lemma not in party_words() and lemma not in _THREATENING


def _walks_out(verb: Token) -> bool:
    """Say whether people leave work, or what they attend, as a protest."""
    out = any(c.lower_ in {"out", "off"} for c in verb.children)
    left = (c for c in verb.children if c.dep_ in {"obl", "obj"})
    of_it = any(c.lemma_.lower() in _LEFT for c in left)
    return out and (of_it or _done_by(verb, _STRIKERS))


def _done_by_text(verb: Token) -> bool:
    """Say whether what allows something is a law or the like, and nobody."""
    subject = subject_of(verb)
    if subject is not None and subject.tag_ == "WDT":
        subject = verb.head
    return subject is not None and subject.lemma_.lower() in _TEXTS


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, else of the verb that it is joined to by "and"."""
    while not any(c.dep_.startswith("nsubj") for c in verb.children) and verb.dep_ == "conj":
        verb = verb.head
    return next((c for c in verb.children if c.dep_.startswith("nsubj")), None)


def _leaves_behind(leave: Token) -> bool:
    """Say whether what somebody suffers is left: "were left out", "left two dead"."""
    if any(c.dep_ in {"nsubj:pass", "aux:pass"} for c in leave.children):
        return True
    near = leave.doc[leave.i : min(leave.sent.end, leave.i + _FAR)]
    return any(t.lower_ in _HARMED for t in near)


def _closes_quote(verb: Token) -> bool:
    """Say whether a verb stands behind what it says was said."""
    before = {t.text for t in verb.doc[max(verb.sent.start, verb.i - 2) : verb.i]}
    return not before.isdisjoint(_QUOTES)


def _done_by(verb: Token, things: frozenset[str]) -> bool:
    return any(c.lemma_.lower() in things for c in verb.children if c.dep_.startswith("nsubj"))


def _runs_off(flee: Token) -> bool:
    """Say whether those who did a deed leave its scene, which displaces nobody."""
    if any(c.dep_ == "obj" and c.lemma_.lower() == "scene" for c in flee.children):
        return True
    over = flee.head if flee.dep_ in {"advcl", "conj", "xcomp"} else flee
    who = subject_of(flee) or subject_of(over)
    return who is not None and who.lemma_.lower() in _OFFENDERS


def _is_worth_money(verb: Token) -> bool:
    """Say whether a contract, a grant or a sum is awarded."""
    given = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass", "obl"}]
    return any(t.tag_ == "$" or t.lemma_.lower() in _FUNDS for g in given for t in g.subtree)
