"""Words that look like deeds where they stand, and name none: "dealt a blow", "playing with fire".

Natural forces are among them: a storm that hits a coast attacks nobody.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.annotate.awaited import called_into_being
from histor.extract.claims.claimed import AT_FAULT
from histor.extract.claims.unsaid import asks_not_to_be_named
from histor.extract.events.armed_men import armed, is_of_arms
from histor.extract.events.at_odds import is_at_odds
from histor.extract.events.beside_verbs import is_called_to_day
from histor.extract.events.describing import only_describes
from histor.extract.events.event_words import EventWords
from histor.extract.events.everyday_verbs import is_everyday
from histor.extract.events.figurative import is_figurative
from histor.extract.events.games import is_of_game
from histor.extract.events.governed import governed_type, holds_captive
from histor.extract.events.held_up import is_carrier
from histor.extract.events.idle_verbs import CALLING, is_idle, subject_of
from histor.extract.events.phone_calls import is_phoned
from histor.extract.events.put_out import put_out_type
from histor.extract.events.released_things import is_of_thing
from histor.extract.events.said_or_paid import is_said_or_paid
from histor.extract.events.warding import warded_off
from histor.extract.names.affiliations import countries_in, party_words, side_words
from histor.extract.places.gazetteer import is_known_place
from histor.extract.tokens import HYPHENS, NEGATIONS, prepositions

__all__ = ["is_no_deed"]

#: words behind a word that are asked
_NEAR = 4

#: what is done to goods by which nobody is helped
_TAKING = frozenset("take seize steal loot plunder confiscate lose burn destroy block".split())
#: nouns of deeds that are mostly said of something else
_FIGURES_OF_SPEECH = frozenset(
    [
        "blow",
        "impact",
        "wave",
        "toll",
        "telephone",
        "phone",
        "wound",
        "damage",
        "burn",
        "beat",
        "exchange",
        "arm",
        "decline",
        "move",
    ]
)
#: what is met and is nobody
_MET = frozenset(
    "response challenge target deadline demand need criterion goal standard resistance cynicism "
    "condition requirement obligation expectation silence criticism opposition end fate anger "
    "scepticism skepticism applause approval".split()
)
#: verbs that tell a deed only of soldiers and arms
_OF_ARMS = frozenset(
    "raise build gather move fly remain order strengthen boost mass position guard surge fortify "
    "reinforce amass".split()
)
#: types of harm, and none, that figures of speech look like
_HARMFUL = frozenset(["ASSAULT", "COERCE", "SANCTION", "THREATEN", "PROTEST", ""])
_PUBLISHED = frozenset(
    "statement result report figure footage video film album song book image photo photograph "
    "picture datum data name detail document recording list finding transcript version product "
    "record tape study survey poll plan letter audio clip text identity information research email "
    "e-mail memo batch transcript statistic".split()
)
#: how shots are told that are no blaze, and participles of what marked a place
_SHOT_BY = frozenset("accidental friendly hostile enemy automatic sniper return".split())
_MARKED_BY = frozenset(
    "hit torn ravaged stricken scarred battered weary plagued wracked racked devastated affected "
    "prone ridden shattered".split()
)
_WAGING = frozenset(["declare", "wage"])
_LANDS = frozenset("country nation state neighbour neighbor kingdom republic people".split())
_CONVENED = frozenset("election vote referendum poll meeting summit session conference".split())
#: verbs of saying that a charge is false
_DENYING = frozenset(["deny", "refute", "reject", "dismiss", "rebut", "dispute"])
_CHARGES = frozenset(
    "charge accusation allegation claim report involvement responsibility role wrongdoing "
    "guilt".split()
)
#: what ends a measure
#: what is not given when it is denied: "denied them entry"
_WITHHELD = frozenset(
    "permission access entry visa request passage bail asylum application leave clearance right "
    "treatment aid admission appeal accreditation licence license permit citizenship food water "
    "medicine care allocation funding loan".split()
)
#: with what people are charged at, and what is abused that is nobody
_CHARGING = frozenset("baton police lathi cavalry bayonet horse suicide bull".split())
_OFFICE = frozenset("power office authority trust process position law drug alcohol fund".split())
#: types that "to open" is read as, and what is opened then
_OPENED = frozenset(["ACCUSE", "THREATEN", "REQUEST", "REJECT", "SANCTION", "COERCE"])
_CASES = frozenset(
    "case file proceeding proceedings dossier investigation inquiry enquiry probe trial".split()
)
_OBJECTS = frozenset(["obj", "nsubj:pass"])
#: types that are told of games
_PLAYED = frozenset(
    "ASSAULT PROTEST COERCE THREATEN REJECT RETREAT CONCEDE MOBILIZE AID CONSULT COOPERATE".split()
)
#: nouns that name what is ordered beside those of the lexicon
_HELD_IN = frozenset(["detention", "imprisonment", "release"])
_PENALTIES = frozenset(["sentence", "penalty", "punishment"])
_REMAINS = frozenset(["body", "corpse", "remains"])
_LIFTING = frozenset("lift ease remove suspend relax end drop waive scrap loosen".split())
_WARS = frozenset(["war", "conflict"])
#: what one chooses, or says, of a war
_COURSES = frozenset("path road way language logic spectre specter threat risk talk drum".split())
_REWARDS = frozenset(["reward", "bounty"])
_ALLOWING = frozenset(["authorise", "authorize", "permit", "allow"])
_SPEAKING = frozenset(["speak", "talk", "comment", "brief", "discuss"])
_DECLINING = frozenset(["decline", "refuse"])
#: what a refusal to speak refuses
_REFUSED_TO_SAY = frozenset(
    "comment say discuss elaborate go answer speak specify name identify disclose talk reveal "
    "speculate describe confirm".split()
)
#: and what it does not give
_UNTOLD = frozenset(
    "comment detail information name surname identity address age quote figure number reason "
    "explanation answer interview account "
    "estimate update timetable timeline breakdown specifics statement evidence proof date".split()
)
#: verbs of what helps others beside those of aid
_RELIEVING = frozenset(
    "integrate recover cope restore house heal survive combat contain improve develop build train "
    "protect ease alleviate relieve".split()
)
#: campaigns of crowds; others are fought with words
_SHOWN = frozenset(["PROTEST", "THREATEN"])
_OF_STREETS = frozenset("protest disobedience boycott resistance civil strike mass hunger".split())
_NONE: frozenset[str] = frozenset()
#: verbs of speaking of something, which who does not does not refuse
_UNSAID = frozenset("discuss mention address elaborate refer speak comment".split())
#: words that open what is asked to be answered, not to be done
_QUESTIONS = frozenset("whether how what why when where who which".split())
_MANNERS = frozenset(
    "well badly humanely fairly unfairly poorly decently harshly kindly how".split()
)
_ADVISING = frozenset("warn advise urge tell ask".split())
_OWN_PEOPLE = frozenset("citizen national resident traveller traveler tourist motorist".split())
_STALLING = frozenset(["stall", "freeze", "falter", "deadlock", "founder"])
#: what closes when people stay at home
_SHUTTERED = frozenset("school shop store market bank business stall pharmacy kiosk cafe".split())
_GOVERNED = frozenset(["obj", "nsubj:pass", "aux:pass", "obl:agent"])
#: what somebody does with the blame who owns up
_BEARING = frozenset("take accept shoulder bear share assume get".split())
_PLEAS = frozenset(["guilty", "innocent", "insanity"])
_KEEPING = frozenset(["celebrate", "mark", "commemorate", "observe", "honour", "honor"])
#: what people feel, and what is done to it
_FELT = frozenset(["anger", "outrage", "irritation"])
_STIRRING = frozenset("quell calm ease defuse soothe spark stoke fuel provoke cause feel".split())
_SHOOTING = frozenset("fire hear ring shoot kill wound hit injure".split())
_ENDS = frozenset("fall downfall defeat death departure exit removal killing".split())
_FEASTS = frozenset(
    "anniversary day birthday holiday jubilee centenary festival feast year wedding victory "
    "memory".split()
)
#: what comes to a number, and what numbers come to
_COUNTED_BY = frozenset("toll number count total tally figure price inflation temperature".split())
_MARKS = frozenset("record high low level mark target milestone peak".split())
_RIGHTS = frozenset(["power", "right", "authority", "function", "duty"])
_SEARCHING = frozenset("take join lead continue resume suspend widen expand aid".split())
#: those who are whoever does it
_WHOEVER = frozenset(["those", "anyone", "anybody", "everyone", "everybody"])
#: how something is held to be
_HELD = frozenset(["recognise", "recognize", "acknowledge", "regard", "acclaim"])


def _calls_own(call: Token) -> bool:
    """Say whether somebody only names what was done: "fired, in what it called a mistake"."""
    first = next((c for c in call.children if c.tag_ == "WP" and c.i < call.i), None)
    who = [
        c for c in call.children if c.dep_ == "nsubj" and c.lower_ in {"it", "they", "he", "she"}
    ]
    what = first if first is not None else call.head
    at = what.i
    inside = at > call.sent.start and call.doc[at - 1].lower_ == "in" and what.lower_ == "what"
    return inside and bool(who)


def _asks_question(verb: Token) -> bool:
    """Say whether a question is asked: "the questions which families have been asking"."""
    asked = [c for c in verb.children if c.dep_ == "obj"]
    asked += [verb.head] if verb.dep_ == "acl:relcl" else []
    return any(a.lemma_.lower() == "question" for a in asked)


def _is_by_itself(verb: Token) -> bool:
    """Say whether something closes, and nobody closes it."""
    arcs = {c.dep_ for c in verb.children}
    helped = any(c.dep_.startswith("aux") for c in verb.children)
    # "schools closed early", read as a passive
    passive = verb.tag_ == "VBN" and not helped and "obl:agent" not in arcs
    if passive:
        arcs.discard("nsubj:pass")
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj")]
    things = all(c.lemma_.lower() in _SHUTTERED for c in subjects)
    told = verb.tag_ in {"VBD", "VBP"} or passive
    return told and bool(subjects) and things and not arcs & _GOVERNED


def _is_of_stopping(fire: Token) -> bool:
    """Say whether fire is what a truce stops: "a stop-fire"."""
    at, doc = fire.i, fire.doc
    hyphen = at - 2 >= fire.sent.start and doc[at - 1].text in HYPHENS
    return hyphen and doc[at - 2].lower_ in {"stop", "cease", "hold"}


def _is_given_up(talks: Token) -> bool:
    """Say whether talks or a mediation are only told to be over: "gave up its mediation"."""
    verb = talks.head
    if talks.dep_ == "obj":
        up = any(c.lower_ == "up" for c in verb.children)
        return verb.lemma_.lower() == "give" and up
    cut = verb.lemma_.lower() in {"cut", "break"} and any(c.lower_ == "off" for c in verb.children)
    if talks.dep_ == "nsubj:pass" and (cut or governed_type(verb) == "SANCTION"):
        return True  # "the negotiations were suspended", which the verb tells
    return talks.dep_.startswith("nsubj") and verb.lemma_.lower() in _STALLING


def _behind(word: Token) -> Span:
    return word.doc[word.i + 1 : min(word.sent.end, word.i + 1 + _NEAR)]


def _is_blamed(verb: Token) -> bool:
    return any("for" in prepositions(c) for c in verb.children)


def _of_a_state(protest: Token) -> bool:
    """Say whether it is a country, by its name or its capital's, that protests."""
    whose = [c for c in protest.children if c.dep_ == "nmod:poss" or "of" in prepositions(c)]
    return any(is_known_place(c.lower_) for c in whose)


def _talks_of(verb: Token) -> bool:
    """Say whether somebody only talks of something, and with nobody: "began to talk of war"."""
    behind = {p for c in verb.children for p in prepositions(c)}
    return verb.pos_ == "VERB" and "of" in behind and not behind & {"with", "to"}


def is_no_deed(token: Token, kind: str, words: EventWords) -> bool:
    """Say whether a word read as a deed of a type names none where it stands."""
    lemma = token.lemma_.lower()
    if lemma == "free" and token.head.lemma_.lower() == "set":
        return True  # "be set free": "set" names it
    if lemma == "hostage" and holds_captive(token.head):
        return True  # "took them hostage": "took" names it
    if is_at_odds(token) or (lemma == "talk" and _talks_of(token)):
        return True
    if lemma == "hit" and (_is_a_count(token) or _is_worst_hit(token)):
        return True
    if lemma == "exercise" and any(c.lemma_.lower() in _RIGHTS for c in token.children):
        return True  # "in exercise of the powers given to him"
    if lemma == "search" and token.pos_ == "NOUN" and token.head.lemma_.lower() in _SEARCHING:
        return True  # "the army takes over the search", for the missing
    if kind == "ACCUSE" and lemma in AT_FAULT and _is_said_of_it(token):
        return True  # "X was responsible for the attack", which tells who did it
    arcs = {c.dep_: c for c in token.children}
    if lemma == "arrest" and token.i + 1 < len(token.doc) and token.nbor(1).lemma_ == "warrant":
        return True  # the warrant names it
    if (kind in _PLAYED and is_of_game(token.sent)) or is_of_thing(token):
        return True
    if (kind in _HARMFUL and is_figurative(token)) or is_everyday(token, kind):
        return True
    if is_idle(token, kind) or only_describes(token, kind):
        return True
    if token.pos_ == "VERB" and is_said_or_paid(token, kind):
        return True
    if token.pos_ == "NOUN":
        if lemma == "landslide" and token.head.lemma_.lower() in {"win", "victory", "elect"}:
            return True
        if kind in _HARMFUL | {"MOBILIZE"} and is_carrier(token):
            return True  # "the convoy was stopped": the verb names it
        if lemma == "death" and "to" in prepositions(token):  # "stabbed to death"
            return True
        if lemma == "campaign" and kind in _SHOWN and _before(token).isdisjoint(_OF_STREETS):
            return True  # "a disinformation campaign"
        if lemma == "conference" and any(c.lower_ in {"news", "press"} for c in token.children):
            return True
        if lemma in _FELT and token.head.lemma_.lower() in _STIRRING:
            return True  # "to calm anger"
        if lemma == "threat" and "under" in prepositions(token):
            return True  # "under threat from locusts"
        if lemma == "fire" and "under" in prepositions(token) and _is_blamed(token.head):
            return True  # "came under fire for the delay"
        if lemma == "protest" and prepositions(token) & {"over", "despite"} and _of_a_state(token):
            return True  # "built it over the protests of Lima": words, not a march
        if lemma == "threat" and token.tag_ == "NN" and _endangers(token):
            return True
        if kind == "AID" and token.dep_ in {"obj", "conj"} and token.head.lemma_.lower() in _TAKING:
            return True  # "troops had taken generators"
        if lemma == "blame" and token.head.lemma_.lower() in _BEARING:
            return token.dep_ == "obj"  # "took the blame"
        if kind == "CONSULT" and _is_given_up(token):
            return True
        without = token.i > token.sent.start and token.nbor(-1).lower_ == "without"
        if lemma == "meeting" and without and any(t.lemma_.lower() in _MET for t in _behind(token)):
            return True  # "without meeting resistance"
        if lemma == "fire" and _is_of_stopping(token):
            return True  # "a one-sided stop-fire", in a bad translation
        if lemma == "aggression" and kind != "ASSAULT":
            return True  # "to halt its aggression", which threatens nobody
        if lemma == "siege" and token.head.lower_ == "state":  # the state names it
            return True
        if kind == "ASSAULT" and lemma == "charge" and not _is_of_horse(token):
            return True  # "the charges included fraud"
        if kind == "ASSAULT" and lemma == "abuse" and _is_of_office(token):
            return True
        if lemma == "fire" and token.head.lemma_.lower() == "play":
            return True
        if lemma == "fire" and any(c.lower_ in _SHOT_BY for c in token.children):
            return True  # "killed by accidental fire from a colleague"
        if lemma == "death" and (_is_menace(token) or token.head.lemma_.lower() in _PENALTIES):
            return True  # "threatened with death", "a sentence of death"
        if lemma in {"vote", "ballot"} and any(c.tag_ == "PRP$" for c in token.children):
            return True  # "dilute their vote", "cast his ballot"
        if _only_marks(token) or _is_declared_on_ill(token):
            return True
        if (
            kind in {"SANCTION", "COERCE"}
            and token.head.lemma_.lower() in _LIFTING
            and token.dep_ == "obj"
        ):
            return True
        if lemma == "shot" and token.tag_ == "NN" and not _is_fired(token):
            return True  # "a shot of the crowd"
        if kind == "CONSULT" and governed_type(token.head) == "SANCTION":
            return token.dep_ in {"obj", "obl"}  # "pulled out of the talks"
        return lemma in _FIGURES_OF_SPEECH or (lemma in _WARS and _not_at_war(token))
    if asks_not_to_be_named(token):
        return True
    going_on = token.tag_ == "VBG" and token.i + 1 < len(token.doc)
    if lemma == "visit" and going_on and token.nbor(1).pos_ in {"NOUN", "PROPN"}:
        return token.i == 0 or token.nbor(-1).tag_ in {
            "DT",
            "POS",
            "JJ",
            "NNP",
        }  # "the visiting king"
    if lemma in _DENYING and any(_is_charge(c) for c in token.children if c.dep_ == "obj"):
        return True
    if lemma in {"deny", "refute"} and not _is_withheld(token):
        return True  # what is denied is told as denied
    if lemma == "dismiss" and "ccomp" in arcs:
        return True
    if warded_off(token) is not None:
        return True  # "repelled an attack", which the noun names
    if lemma == "have" and kind not in {"ASSAULT", "COERCE"}:
        return True  # "have yet to meet": the verb below names it
    if lemma == "open" and kind in _OPENED:
        return not any(c.lemma_.lower() in _CASES for c in token.children if c.dep_ in _OBJECTS)
    if lemma == "decide" and kind == "CONCEDE":  # "decided to free them" gives way
        deeds = [c for c in token.children if c.dep_ in {"xcomp", "ccomp"}]
        return not any(
            words.triggers.get(c.lemma_.lower(), _NONE) & {"CONCEDE", "RETREAT"} for c in deeds
        )
    if lemma == "pull" and any(c.lemma_.lower() in _REMAINS for c in token.children):
        return True  # "pulled bodies from the rubble"
    if lemma in {"die", "starve"} and token.tag_ == "VBG" and _is_own(arcs.get("nsubj")):
        return True  # "we are dying here", says who is alive
    if lemma == "displace" and token.dep_ == "amod":
        return True  # "food for displaced people"
    given = any(c.dep_ in _OBJECTS and not prepositions(c) for c in token.children)
    if lemma == "offer" and any(c.lemma_.lower() in _REWARDS for c in token.children):
        return True  # "offered a reward for the capture of N"
    if lemma == "return" and not given:
        who = subject_of(token.head if token.dep_ == "xcomp" else token)
        party = who is None or bool(who.ent_type_) or who.lemma_.lower() in party_words()
        if party and (who is None or kind != "RETREAT" or not armed(who)):
            return True  # "returned from Paris", "began returning to their homes"
    if (
        lemma == "return"
        and kind != "COERCE"
        and "obj" not in arcs
        and _is_somebody(subject_of(token))
    ):
        return True  # "demanded that the bodies be returned"
    if lemma == "abandon" and "obj" in arcs and arcs["obj"].tag_ == "PRP":
        return True  # "abandoned them"
    if kind == "REJECT" and lemma in _UNSAID and any(c.lower_ in NEGATIONS for c in token.children):
        return True  # "did not discuss the plan"
    if kind == "ACCUSE" and token.dep_ == "amod":  # "suspected bombs exploded"
        return True
    if lemma == "call" and "obj" in arcs and arcs["obj"].lemma_.lower() in _CONVENED:
        return True  # "call an election"
    if lemma == "call" and kind == "PROTEST" and any(map(called_into_being, token.children)):
        return True  # "called a strike", which the strike names
    if lemma == "release" and _is_published(arcs.get("obj") or arcs.get("nsubj:pass")):
        return True
    if lemma == "send" and kind == "AID":
        sent = arcs.get("obj") or arcs.get("nsubj:pass")
        if sent is not None and (sent.ent_type_ == "PERSON" or sent.lower_ == "who"):
            return True  # "sent A. B. to mediate", "who was sent to mediate"
    if lemma == "meet":  # "would meet a response", "was met with cynicism"
        met = [c for c in token.children if c.dep_ in {"obj", "obl"} and c.lemma_.lower() in _MET]
        return bool(met)
    if lemma == "find" and "ccomp" in arcs:  # "a poll found that"
        return True
    if lemma == "search" and "obj" not in arcs:  # "searched for survivors", "through the rubble"
        return not any(a.startswith("nsubj:pass") for a in arcs)
    if lemma == "treat" and any(c.lower_ in _MANNERS for c in token.children):
        return True  # "are well treated", "how guards treated them"
    if kind == "AID" and lemma == "help" and _is_other_deed(token, words):
        return True  # "helped to topple the king", which the verb below tells
    if lemma in CALLING and kind == "THREATEN":  # "called it a threat to peace"
        return True
    asked = token.i + 1 < len(token.doc) and token.nbor(1).lower_ in {"for", "on", "upon"}
    if (
        lemma in CALLING and arcs.keys() >= {"obj", "xcomp"} and not (asked or is_phoned(token))
    ):  # "called the strike illegal"
        return kind not in {"ACCUSE", "SUPPORT"}
    if lemma == "require" and not (_is_told_to(token) or "xcomp" in arcs):
        return True  # "approval is required"
    if lemma == "appeal" and not arcs.keys() & {"obj", "obl", "xcomp", "ccomp"}:
        return True  # before a court
    if lemma == "seek" and "xcomp" in arcs:  # "is seeking to replace", which asks nobody
        return True
    if (
        lemma in _HELD
        and token.tag_ == "VBN"
        and (
            token.dep_ in {"acl", "advcl", "amod"}
            or "nsubj:pass" in arcs
            or (token.dep_ == "acl:relcl" and "nsubj" not in arcs)
        )
    ):  # "globally recognised as part of X"
        return not any(c.dep_ == "obl:agent" for c in token.children)
    if lemma in _HELD and "ccomp" in arcs:
        return True  # "recognised that the bridge was lost"
    if lemma == "call" and (is_called_to_day(token) or _calls_own(token)):
        return True
    if lemma == "call" and any(
        c.dep_ == "obj" and c.lower_.endswith("self") for c in token.children
    ):
        return True  # "calling itself upon the office", in a bad translation
    if lemma == "train" and not arcs.keys() & _GOVERNED:
        return True  # "had trained at a base"
    if lemma == "invite" and token.tag_ == "VBN" and token.dep_ == "acl":
        return not any(c.dep_ == "obl:agent" for c in token.children)  # "two people invited"
    if token.tag_ == "VBP" and token.dep_ == "acl:relcl" and token.head.lower_ in _WHOEVER:
        return True  # "a ban on wakes for those who die of it"
    if lemma == "ask" and _asks_question(token):
        return True
    if lemma in {"close", "shut"} and _is_by_itself(token):
        return True  # "schools closed early"
    if lemma == "put" and kind == "RETREAT" and any(c.lower_ == "off" for c in token.children):
        return True  # "were put off", which what is put off tells
    if lemma == "decline" and any(
        c.dep_ == "mark" and c.lower_ == "that" for g in token.children for c in g.children
    ):
        return True  # "declined that he had fled", in a bad translation
    if lemma == "rule" and any(
        c.dep_ == "mark" and c.lower_ == "that" for g in token.children for c in g.children
    ):
        return True  # "could not rule out that the river would rise"
    if lemma == "welcome" and "obj" in arcs and arcs["obj"].lower_ == "you":
        return True
    if lemma in _ADVISING and any(
        c.dep_ in {"obj", "iobj", "obl"} and (c.lemma_.lower() in _OWN_PEOPLE or _are_own(c, token))
        for c in token.children
    ):  # "warned its citizens to avoid the city"
        return True
    if lemma == "plead" and any(c.lower_ in _PLEAS for c in token.children):
        return True  # "pleaded not guilty"
    if lemma == "celebrate" and any(
        c.dep_ in {"obj", "xcomp"} and _is_end_of(c, words) for c in token.children
    ):
        return True  # "celebrated X's ouster", which is no praise of X
    if lemma in _KEEPING and any(c.lemma_.lower() in _FEASTS for c in token.children):
        return True  # "celebrated the anniversary"
    if lemma in {"affirm", "reaffirm"}:  # "affirmed that", "affirmed to have"
        return not ("obj" in arcs and arcs["obj"].pos_ == "NOUN")
    if lemma == "cut" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "short":
        return True
    below = {c.lemma_.lower() for c in token.children if c.dep_ == "xcomp"}
    if lemma in _ALLOWING and any(c.lower_ in NEGATIONS for c in token.children):
        return not below.isdisjoint(_SPEAKING)
    if lemma in _DECLINING and (not below.isdisjoint(_REFUSED_TO_SAY) or _tells_nothing(token)):
        return True
    if lemma == "contribute" and any(c.lower_ == "report" for c in token.children):
        return True
    if lemma == "declare" and any(
        t.lower_ == "mourning" for c in token.children if c.dep_ == "obj" for t in c.subtree
    ):
        return True
    if lemma == "responsible" and any(c.lower_ in NEGATIONS for c in token.children):
        return True
    if any(c.lower_ == "please" for c in token.children):
        return True
    if lemma == "ask" and (
        any(c.tag_ == "WP" or c.lemma_.lower() == "question" for c in token.children)
        or (token.dep_.startswith("acl") and _is_question(token.head))
        or any(c.lemma_.lower() in {"reporter", "journalist"} for c in token.children)
        or any(g.lower_ in _QUESTIONS for c in token.children if c.i > token.i for g in c.children)
    ):
        return True
    if lemma == "order" and any(
        c.lemma_.lower() in words.sure.keys() | words.other.keys() | _HELD_IN
        for c in (*token.children, token.head)
        if c.dep_ == "obj" or (c.i == token.head.i and token.dep_ == "acl")
    ):  # "ordered the arrest of", "strikes ordered by N": the noun names it
        return True
    if lemma in {"respond", "reply"} and any(
        c.dep_ == "obl" and c.lemma_.lower() in {"request", "comment", "question", "call"}
        for c in token.children
    ):
        return True
    if kind == "MOBILIZE" and lemma in _OF_ARMS:
        return not is_of_arms(token)
    return bool(_by_happening(token, words))


def _tells_nothing(refusal: Token) -> bool:
    """Say whether what somebody refuses to give is words: "refused to provide details"."""
    giving = (c for c in refusal.children if c.dep_ == "xcomp")
    given = (
        [o.lemma_.lower() for o in c.children if o.dep_ == "obj"]
        for c in giving
        if c.lemma_.lower() in {"give", "provide", "offer"}
    )
    return any(not what or not _UNTOLD.isdisjoint(what) for what in given)


def _before(noun: Token) -> set[str]:
    """Return the base forms of the words that stand before a noun."""
    return {c.lemma_.lower() for c in noun.children if c.dep_ in {"compound", "amod"}}


def _is_other_deed(helping: Token, words: EventWords) -> bool:
    """Say whether who helps does so by a deed that is no help to those it befalls."""
    if any(c.dep_ in {"obj", "iobj"} for c in helping.children):
        return False
    below = [c for c in helping.children if c.dep_ in {"xcomp", "ccomp"} and c.pos_ == "VERB"]
    return bool(below) and not any(
        "AID" in words.triggers.get(c.lemma_.lower(), _NONE) or c.lemma_.lower() in _RELIEVING
        for c in below
    )


def _is_menace(death: Token) -> bool:
    threatened = death.head.lemma_.lower() in {"threaten", "menace"}
    return threatened and "with" in prepositions(death)


def _only_marks(noun: Token) -> bool:
    """Say whether a noun only tells what marked a place, by a hyphen: "war-torn", "riot-hit"."""
    if noun.i + 2 >= len(noun.doc) or noun.nbor(1).text not in HYPHENS:
        return False
    return noun.nbor(2).lower_ in _MARKED_BY


def _is_declared_on_ill(war: Token) -> bool:
    """Say whether a war is declared on no side in arms: "declared war on gangs"."""
    declared = war.dep_ == "obj" and war.head.lemma_.lower() in _WAGING
    if war.lemma_.lower() != "war" or not declared:
        return False
    on = [c for c in (*war.children, *war.head.children) if prepositions(c) & {"on", "against"}]
    return any(c.i > war.i and c.pos_ == "NOUN" and not _can_fight(c) for c in on)


def _can_fight(noun: Token) -> bool:
    return noun.lemma_.lower() in side_words() | _LANDS or any(c.ent_type_ for c in noun.subtree)


def _is_fired(shot: Token) -> bool:
    """Say whether a shot is one of a gun."""
    armed_with = {c.lemma_.lower() for c in shot.children} & {"gun", "rifle", "warning", "tank"}
    dead = any(c.lower_ == "dead" for c in shot.children)  # "counts three shot dead"
    return dead or bool(armed_with) or shot.head.lemma_.lower() in _SHOOTING


def _is_told_to(require: Token) -> bool:
    """Say whether somebody requires something: "the junta requires visas"."""
    who = [c for c in require.children if c.dep_ in {"nsubj", "obl:agent"}]
    return require.tag_ != "VBN" and any(map(_is_somebody, who))


def _is_question(noun: Token) -> bool:
    """Say whether what is asked is a question: "what many are asking", "the question asked"."""
    return noun.tag_ == "WP" or noun.lemma_.lower() == "question"


def _is_end_of(noun: Token, words: EventWords) -> bool:
    """Say whether a noun names how somebody was undone: "X's fall", "the resignation of X"."""
    lemma = noun.lemma_.lower()
    done = words.sure.get(lemma, {}).get("noun") in {"COERCE", "RETREAT", "ASSAULT"}
    return done or put_out_type(noun) is not None or lemma in _ENDS


def _is_of_horse(charge: Token) -> bool:
    """Say whether a charge is one at people: "a baton charge"."""
    return any(c.lemma_.lower() in _CHARGING for c in charge.children)


def _is_of_office(abuse: Token) -> bool:
    """Say whether what is abused is no person: "abuse of power"."""
    of = (c for c in abuse.children if c.dep_ == "nmod" and "of" in prepositions(c))
    return any(c.lemma_.lower() in _OFFICE for c in of)


def _endangers(threat: Token) -> bool:
    """Say whether a threat is what endangers something, not what somebody threatens."""
    return any(c.dep_ == "nmod" and "to" in prepositions(c) for c in threat.children)


def _is_withheld(verb: Token) -> bool:
    """Say whether something is denied to somebody: "denied them entry"."""
    given = (c for c in verb.children if c.dep_ in {"obj", "iobj", "nsubj:pass", "xcomp"})
    return any(c.lemma_.lower() in _WITHHELD for c in given)


def _is_own(subject: Token | None) -> bool:
    return subject is not None and subject.lower_ in {"we", "i"}


def _is_somebody(subject: Token | None) -> bool:
    """Say whether the subject is a person, who returns home and gives nothing back."""
    if subject is None or armed(subject):
        return False
    named = subject.ent_type_ == "PERSON" or subject.tag_ in {"PRP", "WP"}
    return named or subject.lemma_.lower() in party_words()


def _is_published(noun: Token | None) -> bool:
    """Say whether what is released is read or watched: "released footage", "results were"."""
    return noun is not None and noun.lemma_.lower() in _PUBLISHED


def _is_charge(said: Token | None) -> bool:
    return said is not None and (said.lemma_.lower() in _CHARGES or said.tag_ in {"PRP", "DT"})


def _is_a_count(hit: Token) -> bool:
    """Say whether a count came to a number: "the toll hits 438", "inflation hit a record"."""
    counts = any(c.dep_ == "nsubj" and c.lemma_.lower() in _COUNTED_BY for c in hit.children)
    return counts or any(c.dep_ == "obj" and c.lemma_.lower() in _MARKS for c in hit.children)


def _is_worst_hit(hit: Token) -> bool:
    """Say whether "hit" tells how places fared: "the worst hit", "hard hit by the drought"."""
    before = hit.nbor(-1).lower_ if hit.i > hit.sent.start else ""
    if before == "-" and hit.i - 1 > hit.sent.start:
        before = hit.nbor(-2).lower_
    return before in {"worst", "hardest", "hard", "badly"}


def _are_own(people: Token, verb: Token) -> bool:
    """Say whether people are those of the state that a verb has for subject: "X warned X's"."""
    if people.tag_ not in {"NNPS", "NNS"} or not people.text[:1].isupper():
        return False
    over = verb.head if verb.dep_ == "conj" else verb
    subjects = [c for v in (verb, over) for c in v.children if c.dep_ == "nsubj"]
    words = " ".join(t.text for s in subjects[:1] for t in s.subtree)
    return not set(countries_in(people.text)).isdisjoint(countries_in(words))


def _is_said_of_it(fault: Token) -> bool:
    """Say whether somebody is said to be at fault by "be": "was responsible", "is to blame"."""
    copula = any(c.dep_ == "cop" for c in fault.children)
    to_blame = fault.head.lemma_ == "be" and any(c.lower_ == "to" for c in fault.children)
    return copula or (fault.dep_ == "xcomp" and to_blame)


def _by_happening(verb: Token, words: EventWords) -> bool:
    """Say whether what somebody suffers is named beside the verb: "was rocked by riots"."""
    if verb.lemma_.lower() not in {"rock", "hit", "grip", "shake", "engulf", "spark"}:
        return False
    by = [
        c
        for c in verb.children
        if c.dep_ == "obl:agent" or (c.dep_ == "obl" and "by" in prepositions(c))
    ]
    return any(c.lemma_.lower() in words.sure or c.lemma_.lower() in words.other for c in by)


def _not_at_war(noun: Token) -> bool:
    """Say whether a war is only denied, declared or talked of: "is not at war with"."""
    cases = prepositions(noun)
    at = "at" in cases
    denied = any(c.lower_ in NEGATIONS for c in noun.children)
    named = any(c.dep_ == "cop" for c in noun.children)  # "this will be a war"
    return (
        (at and denied)
        or (named and not at)
        or noun.head.lemma_.lower() in {"declaration", "prisoner", "crime", "act"}
        or (noun.dep_ == "nmod" and noun.head.lemma_.lower() in _COURSES and "of" in cases)
        or (noun.dep_.startswith("nsubj") and noun.head.dep_ != "root" and not any(noun.children))
    )
