"""Types of verbs that hang on what they govern: "closed the port", "freed the hostages".

The words are of general knowledge; the types are those of the PLOVER manual, 2024.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from histor.extract.events.beside_verbs import (
    goes_to_talk,
    is_called_to_day,
    is_detained,
    is_flown_in,
    is_led_out,
    is_liberty,
    is_penalty,
    is_spoken_to,
    is_summons,
    leaves_talks,
    receives_guest,
    suspends_member,
)
from histor.extract.events.captives import takes_people
from histor.extract.events.figurative import figurative_words
from histor.extract.events.misread_objects import asked_before
from histor.extract.events.peacekeeping import keeps_peace
from histor.extract.events.phone_calls import is_phoned
from histor.extract.events.strikes import strike_type
from histor.extract.events.ultimatums import is_time_given
from histor.extract.names.affiliations import party_words
from histor.extract.tokens import NEGATIONS, prepositions

__all__ = ["governed_type", "holds_captive", "is_emergency", "is_held_out", "is_imposed"]

#: how money stands in a sum: "$5 million"
_SIGN = "$"
#: somebody: a person's name, or a noun of people
_PEOPLE = "PEOPLE"
#: verbs, with "+" before their particle, what they govern, and the type that tells; of two that
#: fit the first tells
_GOVERNED = [
    (
        "close shut seal",
        "border frontier crossing checkpoint airspace sky port harbour harbor lock road highway "
        "bridge corridor strait canal airport route pass gate pipeline",
        "COERCE",
    ),
    ("fire sack dismiss", f"{_PEOPLE} head chief boss chairman director", "SANCTION"),
    (
        "seal+off cordon+off close+off",
        "palace square parliament building area street camp site city town district compound "
        "neighbourhood neighborhood village quarter perimeter centre center university mosque",
        "COERCE",
    ),
    ("close shut", "embassy consulate legation", "SANCTION"),
    (
        "release unlock disburse",
        f"{_SIGN} fund funding aid money loan grant dollar euro pound yen tranche",
        "AID",
    ),
    ("release free liberate", _PEOPLE, "RETREAT"),
    ("lift ease relax shorten", "curfew emergency", "CONCEDE"),
    (
        "lift ease remove waive loosen relax",
        "sanction embargo blockade ban restriction siege closure tariff freeze curb limit",
        "RETREAT",
    ),
    (
        "break suspend pause freeze sever cut halt revoke cancel terminate",
        "treaty agreement pact accord aid trade tie relation visa flight import export membership "
        "cooperation funding sale delivery",
        "SANCTION",
    ),
    ("rescind repeal retract revoke", "decree order edict law ban declaration", "CONCEDE"),
    ("cancel scrap abolish", "restriction ban curfew", "CONCEDE"),
    ("freeze", "asset account fund property", "SANCTION"),
    ("scramble", "fighter jet aircraft plane warplane helicopter interceptor", "MOBILIZE"),
    ("break+off suspend halt quit abandon", "talk talks negotiation dialogue", "SANCTION"),
    ("stop", "sale delivery export import aid trade", "SANCTION"),
    ("ban bar prohibit outlaw", "aid trade import export flight", "SANCTION"),
    (
        "revoke cancel suspend withdraw annul",
        "licence license permit visa citizenship accreditation passport",
        "SANCTION",
    ),
    ("recall withdraw expel", "ambassador envoy attache attaché consul diplomat", "SANCTION"),
    ("stop down", "work tool", "PROTEST"),
    ("grant give offer", "asylum refuge", "AID"),
    (
        "accept admit resettle shelter welcome host take+in",
        "refugee migrant evacuee asylum-seeker",
        "AID",
    ),
    ("throw+out", "case charge indictment lawsuit", "CONCEDE"),
    (
        "accept",
        "truce ceasefire armistice proposal plan offer invitation deal agreement mediation "
        "settlement compromise roadmap",
        "AGREE",
    ),
    ("board", "ship vessel tanker freighter boat trawler yacht ferry barge", "COERCE"),
    ("contribute donate grant allocate earmark", f"{_SIGN} dollar euro pound yen franc", "AID"),
    (
        "give",
        f"{_SIGN} dollar euro pound yen franc food rice wheat grain fuel tent blanket medicine "
        "vaccine ambulance loan",
        "AID",
    ),
    ("lay+down", "arm weapon gun rifle", "RETREAT"),
    (
        "hand+over hand+in give+up turn+in",
        "hostage captive body remains weapon arm gun rifle",
        "RETREAT",
    ),
    ("let", "inspector observer monitor peacekeeper convoy truck", "RETREAT"),
    (
        "close shut ban suspend",
        "newspaper magazine radio broadcaster channel outlet website paper daily weekly tabloid",
        "COERCE",
    ),
    ("increase boost double triple raise", "troop soldier force garrison contingent", "MOBILIZE"),
    (
        "send fly dispatch ship deliver rush distribute donate provide supply drop",
        "aid relief tent blanket food grain rice flour wheat medicine vaccine generator ambulance "
        "rescuer firefighter doctor medic nurse surgeon parcel ration supply water hospital",
        "AID",
    ),
    (
        "send dispatch move order divert deploy",
        "warship frigate destroyer carrier cruiser flotilla squadron tank reinforcement gunboat "
        "submarine warplane bomber missile artillery howitzer armour armor",
        "MOBILIZE",
    ),
    (
        "take+over",
        "broadcaster station building parliament airport palace headquarters ministry base "
        "barracks town city village port",
        "COERCE",
    ),
    (
        "send dispatch deploy",
        "troop soldier commando paratrooper marine battalion fighter mercenary militant militiaman "
        "gunman officer policeman gendarme army force police",
        "MOBILIZE",
    ),
    ("call+up", "reservist reserve conscript recruit soldier troop veteran", "MOBILIZE"),
    ("uphold confirm", "sentence conviction verdict", "SANCTION"),
    ("suspend abolish abrogate scrap", "constitution", "COERCE"),
    ("cut reduce halve", "troop garrison contingent soldier", "RETREAT"),
    (
        "attack target hit hack cripple paralyse paralyze knock+out",
        "website network server computer database portal",
        "COERCE",
    ),
    ("burn torch", "tyre tire flag effigy portrait", "PROTEST"),
    (
        "stop halt intercept impound detain turn+back hold+up send+back force+back wave+back",
        "convoy truck lorry bus ship boat trawler ferry vessel tanker plane train shipment",
        "COERCE",
    ),
    ("send offer express convey", "condolence sympathy congratulation solidarity", "SUPPORT"),
    ("impose extend renew prolong maintain", "embargo", "SANCTION"),
    (
        "dismiss turn+down brush+aside",
        "ultimatum demand request offer proposal appeal call invitation deadline plea complaint "
        "criticism objection protest concern warning threat plan",
        "REJECT",
    ),
    (
        "restrict block cut throttle disrupt shut+down cut+off suspend",
        "internet access website broadband",
        "COERCE",
    ),
    (
        "put+down crush quell suppress quash",
        "uprising rebellion revolt mutiny insurrection insurgency riot unrest coup protest "
        "demonstration dissent",
        "COERCE",
    ),
    ("call+off", "strike protest boycott demonstration rally march blockade siege", "CONCEDE"),
    (
        "vote+down",
        "bill motion proposal resolution plan law amendment deal treaty budget",
        "REJECT",
    ),
    ("turn+back send+back", _PEOPLE, "COERCE"),
    ("break+up", "meeting gathering conference congress camp service ceremony", "COERCE"),
    ("restore reinstate", "parliament constitution", "CONCEDE"),
    ("grant give", "autonomy independence self-rule amnesty pardon", "CONCEDE"),
    ("abolish", "penalty", "CONCEDE"),
    ("write+off forgive cancel", "debt", "AID"),
    ("increase double boost resume restore", "aid assistance", "AID"),
    ("remove dismantle", "checkpoint roadblock", "RETREAT"),
    ("call+off cancel scrap", "visit trip meeting summit talk talks negotiation", "REJECT"),
]
_BY_VERB: dict[str, list[tuple[frozenset[str], str]]] = {}
for _verbs, _objects, _type in _GOVERNED:
    for _verb in _verbs.split():
        _BY_VERB.setdefault(_verb, []).append((frozenset(_objects.split()), _type))
#: of these verbs, those that as nouns are things: "a grain ship"
_THINGS = frozenset(["ship", "board", "seal", "supply", "fly", "mine"])
_DIPLOMATS = frozenset("ambassador diplomat envoy attache attaché consul consulate".split())
#: verbs of putting a rule on people, and words by which they are still to do it
_IMPOSING = frozenset("impose declare order announce enforce extend reimpose slap".split())
_SHUT_IN = frozenset(["curfew", "lockdown"])
_AHEAD = frozenset(["will", "would", "to"])
#: what a state of rule by decree is of
_RULES = frozenset("emergency siege exception alarm commotion".split())
#: what is by decree in an emergency, and how it comes to be
_LAWS = frozenset("law rule power decree measure regulation".split())
_ENACTING = _IMPOSING | frozenset("enact adopt approve pass introduce invoke".split())
_DEPARTING = frozenset("leave depart quit go".split())
#: kind deeds, of which the negation is a refusal
_GIVING = frozenset(["AID", "CONCEDE", "RETREAT"])
_CAPTIVES = frozenset(["hostage", "captive"])
#: arcs to what a verb makes of its object: "took them hostage", "as hostages", "took hostages"
_COMPLEMENTS = frozenset(["xcomp", "obj", "obl", "advcl", "compound:prt"])
_HOLDING = frozenset(["hold", "keep"])
_GATHERING = frozenset(["march", "rally"])
_CROWDS = frozenset(
    "thousand hundred dozen ten crowd protester demonstrator student worker teacher farmer miner "
    "villager resident supporter opponent activist people woman relative union".split()
)
#: who takes people captive
_CAPTORS = frozenset(
    "gunman kidnapper hijacker pirate attacker captor gang militant rebel jihadist bandit "
    "assailant terrorist".split()
)
_CAPTURING = frozenset(["hold", "take", "keep", "seize"])
#: verbs of naming, and what is a charge when somebody's deed is named so
_CALLING = frozenset("call describe brand label term denounce dub".split())
_WRONGS = frozenset(
    "aggression crime genocide terrorism piracy provocation massacre disgrace blackmail murder war "
    "violation outrage lie coup extortion cowardice betrayal treason robbery theft liar thief "
    "murderer terrorist criminal traitor coward dictator killer".split()
)
#: out of what people are pulled
_DANGERS = frozenset(
    "water sea river lake rubble wreckage debris ruin building mud wreck hull car bus mine house "
    "sewer well".split()
)
#: nouns that only say how much of what follows them
_AMOUNTS = frozenset(
    "planeload boatload busload shipload ton tonne bag box sack crate truckload load litre liter "
    "gallon kilogram kilo batch dose "
    "thousand hundred dozen much part all half".split()
)
_PARTS = frozenset(["nmod", "obj", "obl", "conj"])
_WIRES = frozenset(["phone", "telephone", "videoconference"])
_PUTTING = frozenset(["put", "place"])
#: who boards a ship by force, and where people are held
_BOARDING = frozenset(
    "man commando marine pirate soldier troop force navy gunman trooper guard helicopter "
    "boat seal sailor inspector".split()
)
_LIFTING = frozenset("lift ease relax shorten end revoke".split())
#: verbs of ending one's own protest, what is ended, and who would end another's
_GIVING_UP = frozenset("end suspend abandon halt lift stop".split())
_PROTESTS = frozenset("strike boycott sit-in walkout protest blockade".split())
_OTHERS = frozenset(
    "police government army court judge ministry minister president authority junta regime state "
    "soldier troop mediator deal agreement".split()
)
#: verbs of giving in to somebody
_YIELDING = frozenset("yield bow capitulate cave succumb".split())
#: courts to which, beside countries, a person is handed over, and those handed over to be tried
_COURTS = frozenset(["court", "tribunal", "hague"])
#: verbs of promising, and the backing that is given with the promise
_VOWING = frozenset(["pledge", "promise"])
_BACKED = frozenset("support backing solidarity allegiance loyalty".split())
#: what support is of that is yet to be given
_IN_KIND = frozenset(
    "financial military material humanitarian logistical logistic technical economic air budget "
    "budgetary medical monetary further additional more".split()
)
_CELLS = frozenset(
    "prison jail custody camp barracks detention cell captivity residence arrest station "
    "facility dungeon base".split()
)
_WITH = frozenset(["with", "of", "carrying"])
_TALKING = frozenset(["speak", "talk"])
_LETTING = frozenset(["let", "set"])
#: how people are freed, or brought out of a country
_LIBERATING = frozenset("put set place leave".split())
_ESCORTING = frozenset("escort push march bus".split())
#: verbs of going somewhere
_TRAVELLING = frozenset("fly travel head go arrive return".split())
#: and of leaving what goes on
_QUITTING = frozenset("pull walk withdraw drop bow back".split())
#: verbs of attack that criticise what people decide, write or hold
_ASSAILING = frozenset(["attack", "assail", "savage"])
#: names of aircraft and tanks by their letters and number
_MODEL = re.compile(r"[A-Z][A-Za-z]{0,2}-\d{1,3}[A-Z]{0,2}s?")
#: verbs of sending soldiers home, who they are, and where they live
_BRINGING_HOME = frozenset("send bring order call pull".split())
_SENT_HOME = frozenset("soldier troop force unit battalion brigade reservist contingent".split())
_QUARTERS = frozenset("barrack barracks base quarter garrison".split())
#: verbs of sending, of which the load tells as much as what carries it
_SENDING = frozenset("send fly dispatch ship deliver rush".split())
_ASKING = frozenset(["ask", "beg"])
#: who frees the captives of others
_RESCUERS = frozenset(
    "police army military soldier troop commando force policeman officer marine".split()
)
#: who surrounds a house or a town by force of arms
_FORCES = _RESCUERS | frozenset(
    "tank rebel gunman militia militiaman fighter insurgent navy guard warship mutineer".split()
)
#: nouns of how strong a force is: "cut troop | numbers"
_STRENGTHS = frozenset("number level strength presence".split())
_MEN = frozenset(["man", "person", "people"])
#: nouns of sums, of which "in aid" tells what for: "90 million dollars in aid"
_SUMS = frozenset("$ dollar euro pound yen franc million billion".split())


_ASKED = (
    {n.partition("+")[0] for n in _BY_VERB}
    | _CAPTURING
    | {"snatch", "grab"}
    | _LETTING
    | _CALLING
    | _TALKING
    | _ASSAILING
    | _ASKING
    | _GATHERING
    | _TRAVELLING
    | _QUITTING
    | _LIBERATING
    | _ESCORTING
    | _VOWING
    | _LIFTING
    | _GIVING_UP
    | _YIELDING
    | frozenset(
        "hand deploy contribute station land provide "
        "bring order call condemn offer threaten menace charge sentence give pull put place sue "
        "surround receive suspend".split()
    )
)


def governed_type(verb: Token) -> str | None:
    """Return the type that a verb has by its object: "closed its ports", "lifted the embargo"."""
    lemma = verb.lemma_.lower()
    if lemma not in _ASKED or (verb.pos_ == "NOUN" and lemma in _THINGS):
        return None
    if holds_captive(verb) or (lemma == "hack" and _to_death(verb)):
        return "ASSAULT"
    if lemma in _CALLING and _is_wrong(verb):
        return "ACCUSE"
    if lemma in _TALKING and _by_wire(verb):
        return "CONSULT"
    if lemma in _TALKING and any(map(is_spoken_to, verb.children)):
        return "CONSULT"
    objects = [
        c
        for c in verb.children
        if c.dep_ in {"obj", "iobj", "nsubj:pass"} or (c.dep_ == "obl" and not prepositions(c))
    ]
    if not objects and verb.dep_ == "advcl" and verb.tag_ == "VBN":  # "after being held up"
        objects = [c for c in verb.head.children if c.dep_.startswith("nsubj")]
    if lemma == "call" and is_phoned(verb):
        return "CONSULT"
    if lemma in _ASSAILING and any(o.lemma_.lower() in figurative_words("ideas") for o in objects):
        return "ACCUSE"
    told = _by_clause(verb, lemma)
    if told is not None:
        return told
    if lemma in _ASKING and _asks_to(verb, objects):
        return "REQUEST"
    if lemma in _BRINGING_HOME and _are_sent_home(verb, objects):
        return "RETREAT"
    if lemma == "order" and any(
        o.lemma_.lower() in _DIPLOMATS and _is_to_leave(o, verb)
        for o in (*objects, *asked_before(verb))
    ):
        return "SANCTION"
    if lemma == "board" and any(
        c.dep_ in {"obl:agent", "nsubj"}
        and not _BOARDING.isdisjoint([c.lemma_.lower(), c.lower_.removesuffix("s")])
        for c in verb.children
    ):
        return "COERCE"
    if lemma in _HOLDING and (_in_cell(verb) or is_detained(verb)):
        return "COERCE"
    if keeps_peace(verb):
        return "AID"
    if lemma in _GIVING_UP and _gives_up(verb, objects):
        return "CONCEDE"
    if lemma in _LIFTING and any(map(is_emergency, objects)):
        return "CONCEDE"  # "lifted martial law"
    objects += [g for o in objects if _is_amount(o) for g in _contents(verb, o)]
    if lemma in _SENDING and any(_MODEL.fullmatch(o.text) for o in objects):
        return "MOBILIZE"  # "sent in F-16s"
    if lemma in _SENDING:
        objects += [*_loads(verb), *(g for o in objects for g in _loads(o))]
        objects += [c for c in verb.children if is_flown_in(c)]
    objects += [c for o in objects if o.lemma_.lower() in _STRENGTHS for c in o.children]
    if any(o.lemma_.lower() in _MEN and _has_arms(o) for o in objects):
        return _of_armed_men(lemma)
    objects += [g for o in objects if o.lemma_.lower() in _SUMS for g in _worth(verb, o)]
    small = [c.lower_ for c in verb.children if c.dep_ in {"compound:prt", "advmod"}]
    names = [*(f"{lemma}+{p}" for p in small), lemma]
    governed = (pair for name in names for pair in _BY_VERB.get(name, ()))
    kind = next((k for wanted, k in governed if any(_is_one_of(o, wanted) for o in objects)), None)
    if lemma in _LETTING and any(c.lower_ == "free" for c in verb.children):
        kind = "RETREAT"
    if kind is None or (kind in _GIVING and any(c.lower_ in NEGATIONS for c in verb.children)):
        return None
    if kind == "PROTEST" and any(_is_of_others(o) for o in objects):
        return None
    if kind == "RETREAT" and _rescues(verb, objects):
        return "AID"
    return kind


def _by_clause(verb: Token, lemma: str) -> str | None:
    """Return the type that the clause of a verb tells: "offered to store", "calls on X to act"."""
    arcs = {c.dep_ for c in verb.children}
    if lemma in {"offer", "threaten", "menace"}:
        subject = any(c.dep_ == "nsubj" and _is_party(c) for c in verb.children)
        if subject and "xcomp" in arcs and "nsubj:pass" not in arcs:
            return "AGREE" if lemma == "offer" else "THREATEN"
    ties = {p for c in verb.children if c.dep_ == "obl" for p in prepositions(c)}
    if lemma == "call" and "for" in ties and not is_summons(verb) and not is_called_to_day(verb):
        return "REQUEST"
    if lemma == "call" and _is_called_on(verb):
        return "REQUEST"
    if lemma in _ASKING and any(
        c.lower_ == "forgiveness" and "for" in prepositions(c) for c in verb.children
    ):
        return "CONCEDE"  # "asked his people for forgiveness"
    if lemma in _LIBERATING and any(is_liberty(c) for c in verb.children):
        return "RETREAT"
    if lemma in _ESCORTING and is_led_out(verb):
        return "COERCE"
    if lemma in _PUTTING and any(_is_alert(c) for c in verb.children):
        return "MOBILIZE"
    small = {c.lower_ for c in verb.children if c.dep_ in {"compound:prt", "advmod"}}
    if lemma == "give" and "in" in small and not small & NEGATIONS:
        return "CONCEDE"  # "gave in to the miners' demands"
    if lemma in _YIELDING and "to" in ties and not small & NEGATIONS and _gives_in(verb):
        return "CONCEDE"
    if lemma == "give" and is_time_given(verb):
        return "THREATEN"
    if lemma == "hand" and "over" in small and _is_handed_over(verb):
        return "COOPERATE"
    if lemma == "pull" and _is_saved(verb):
        return "AID"
    if lemma in _VOWING and any(_is_backing(c) for c in verb.children):
        return "SUPPORT"
    if lemma == "sue" and "obj" in arcs:
        return "ACCUSE"
    if lemma == "charge" and "with" in ties:
        return "ACCUSE"
    if lemma == "sentence" and "to" in ties:
        return "SANCTION"
    if lemma == "condemn" and any(is_penalty(t) for t in verb.subtree):
        return "SANCTION"
    if lemma in _QUITTING and leaves_talks(verb):
        return "SANCTION"
    if lemma in _TRAVELLING and goes_to_talk(verb):
        return "CONSULT"
    if lemma == "receive" and receives_guest(verb):
        return "CONSULT"
    if lemma == "suspend" and suspends_member(verb):
        return "SANCTION"
    if lemma == "surround":
        doers, over = [*verb.children], verb
        while over.dep_ in {"advcl", "conj", "xcomp"} and over.head.i < over.i:
            over = over.head  # "crossed, burning a mill and | surrounding X"
            doers += over.children
        forces = any(c.dep_ in {"nsubj", "obl:agent"} and _is_force(c) for c in doers)
        return "COERCE" if forces and arcs & {"obj", "nsubj:pass"} else None
    marching = verb.head if verb.dep_ == "xcomp" else verb  # "plan to march"
    if lemma in _GATHERING and any(_is_crowd(c) for c in marching.children if c.dep_ == "nsubj"):
        return "PROTEST"
    return None


def _is_force(word: Token) -> bool:
    """Say whether a word names soldiers, police or fighters."""
    return not _FORCES.isdisjoint([word.lemma_.lower(), word.lower_.removesuffix("s")])


def _to_death(verb: Token) -> bool:
    """Say whether somebody dies of a deed: "hacked to death", "hacked with machetes"."""
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    return behind == ["to", "death"] or any(
        c.lemma_.lower() in {"machete", "axe", "knife", "sword", "cleaver", "blade"}
        for c in verb.children
        if "with" in prepositions(c)
    )


def _by_wire(verb: Token) -> bool:
    """Say whether somebody speaks over the telephone: "spoke to both leaders by phone"."""
    return any(
        c.dep_ == "obl" and prepositions(c) & {"by", "over", "on"} and c.lemma_.lower() in _WIRES
        for c in verb.children
    )


def _is_called_on(call: Token) -> bool:
    """Say whether somebody is called on to do something, wherever the tree hangs "on"."""
    near = call.doc[call.i + 1] if call.i + 1 < len(call.doc) else None
    on = near is not None and near.lower_ in {"on", "upon"}
    on = on or any(prepositions(c) & {"on", "upon"} for c in call.children if c.dep_ == "obl")
    to_do = any(c.dep_ in {"advcl", "xcomp"} and c.tag_ == "VB" for c in call.children)
    return on and to_do and any(_is_party(c) for c in call.children if c.dep_ in {"obl", "obj"})


def _is_alert(phrase: Token) -> bool:
    """Say whether a phrase tells that soldiers are made ready: "on high alert"."""
    return phrase.lemma_.lower() in {"alert", "standby"} and "on" in prepositions(phrase)


def _is_saved(verb: Token) -> bool:
    """Say whether people are pulled out of water or rubble."""
    who = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    saved = any(w.lemma_.lower() in party_words() or w.pos_ == "NUM" for w in who)
    return saved and any(
        c.dep_ in {"obl", "nmod"} and "from" in prepositions(c) and c.lemma_.lower() in _DANGERS
        for w in (verb, *who)
        for c in w.children
    )


def _is_party(word: Token) -> bool:
    return bool(word.ent_type_) or word.tag_ == "PRP" or word.lemma_.lower() in party_words()


def _is_crowd(subject: Token) -> bool:
    """Say whether a subject is people who protest: "about 400 of them marched"."""
    return subject.pos_ == "NUM" or subject.lemma_.lower() in _CROWDS


def _gives_up(verb: Token, objects: list[Token]) -> bool:
    """Say whether those who strike end their strike: "the nurses ended their hunger strike"."""
    if any(c.lower_ in NEGATIONS for c in verb.children):
        return False
    doers = [c for c in verb.children if c.dep_ in {"nsubj", "obl:agent"}]
    own = doers and all((_is_party(d) or d.tag_ == "NNS") and d.ent_type_ != "PLACE" for d in doers)
    if not own or any(t.lemma_.lower() in _OTHERS for d in doers for t in (d, *d.children)):
        return False
    return any(o.lemma_.lower() in _PROTESTS and strike_type(o) != "ASSAULT" for o in objects)


def _gives_in(verb: Token) -> bool:
    """Say whether somebody gives in to others, or to their pressure."""
    to = [c for c in verb.children if c.dep_ == "obl" and "to" in prepositions(c)]
    return any(_is_party(c) or c.lemma_.lower() in {"pressure", "demand", "call"} for c in to)


def _is_handed_over(verb: Token) -> bool:
    """Say whether a person is handed over to a court: "handed N over to the tribunal"."""
    whom = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    near = (*verb.children, *(g for c in whom for g in c.children))
    somebody = any(w.ent_type_ == "PERSON" or w.lemma_.lower() in party_words() for w in whom)
    return somebody and any(
        "to" in prepositions(c) and not _COURTS.isdisjoint(t.lower_ for t in c.subtree)
        for c in near
    )


def _is_of_others(work: Token) -> bool:
    """Say whether work is not that of those who stop it: "halted | the work of charities |"."""
    return work.lemma_.lower() == "work" and any("of" in prepositions(c) for c in work.children)


def _is_backing(noun: Token) -> bool:
    """Say whether what somebody promises is to stand by another: "its full support for N"."""
    if noun.dep_ != "obj" or noun.lemma_.lower() not in _BACKED:
        return False
    if any(c.lower_ in _IN_KIND or c.dep_ == "nummod" for c in noun.children):
        return False  # "pledged military support", "two million dollars in support"
    near = (*noun.children, *noun.head.children)
    return any(c.i > noun.i and prepositions(c) & {"for", "to", "with"} for c in near)


def _is_amount(word: Token) -> bool:
    """Say whether a word only says how much of what follows it, also where it reads as a number."""
    return not _AMOUNTS.isdisjoint([word.lemma_.lower(), word.lower_.removesuffix("s")])


def _contents(verb: Token, amount: Token) -> list[Token]:
    """Return what there is so much of: "40 tons of food"."""
    near = (*amount.children, *verb.children)
    return [c for c in near if c.dep_ in _PARTS and "of" in prepositions(c)]


def _has_arms(people: Token) -> bool:
    return any(c.lower_ == "armed" for c in people.children)


def _of_armed_men(lemma: str) -> str | None:
    """Return the type of what is done with armed men: they are sent, and not given as help."""
    return "MOBILIZE" if lemma in _SENDING or lemma == "deploy" else None


def _worth(verb: Token, total: Token) -> list[Token]:
    """Return what a sum is given in: "90 million dollars in aid"."""
    near = (*total.children, *verb.children)
    return [c for c in near if c.dep_ in {"nmod", "obl"} and "in" in prepositions(c)]


def _in_cell(verb: Token) -> bool:
    """Say whether somebody is held where people are locked up: "was held in a camp"."""
    who = [c for c in verb.children if c.dep_ in {"nsubj:pass", "obj"}]
    somebody = any(w.ent_type_ or w.tag_ == "PRP" or w.lemma_.lower() in party_words() for w in who)
    where = next((c for c in verb.children if c.lower_ == "where"), None)
    if where is not None and where.i and where.nbor(-1).lemma_.lower() in _CELLS:
        return somebody  # "the base where he is held"
    return somebody and any(
        (c.dep_ == "obl" and prepositions(c) & {"in", "at", "under"} and c.lemma_.lower() in _CELLS)
        or c.lower_ in {"aboard", "incommunicado"}
        for c in verb.children
    )


def _loads(sent: Token) -> list[Token]:
    """Return what is sent with or in something: "two planes with tents", "an aid convoy"."""
    found = [c for c in sent.children if c.dep_ in {"obl", "nmod"} and prepositions(c) & _WITH]
    found += [c for c in sent.children if c.dep_ == "compound"]
    return [t for f in found for t in (f, *(c for c in f.children if c.dep_ == "conj"))]


def _asks_to(verb: Token, asked: list[Token]) -> bool:
    """Say whether somebody is asked to do something, and no question is asked."""
    to_do = [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ in {"VB", "VBN"}]
    passive = any(c.dep_ == "aux:pass" for t in to_do for c in t.children)
    if passive and not asked:
        return True  # "asked to be released"
    return bool(to_do) and any(_is_party(a) for a in asked)


def _is_wrong(verb: Token) -> bool:
    """Say whether what a verb calls something is a wrong: "called the raid an act of war"."""
    named = [
        c
        for c in verb.children
        if c.i > verb.i and c.dep_ in {"obj", "xcomp", "obl"} and prepositions(c) <= {"as"}
    ]
    what = [c for c in named if c.dep_ == "xcomp"] or named[1:]
    return any(t.lemma_.lower() in _WRONGS for c in what for t in (c, *c.children))


def holds_captive(verb: Token) -> bool:
    """Say whether a verb tells of hostages: "held six nurses hostage", "were taken hostage"."""
    if takes_people(verb):
        return True
    if verb.lemma_.lower() not in _CAPTURING or verb.pos_ != "VERB":
        return False
    if any(c.lemma_.lower() in _CAPTIVES for c in verb.children if c.dep_ in _COMPLEMENTS):
        return True
    return verb.lemma_.lower() in _HOLDING and _by_captors(verb)


def _by_captors(verb: Token) -> bool:
    """Say whether outlaws hold people: "the gunmen are holding dozens of pupils"."""
    if not any(c.dep_ == "nsubj" and c.lemma_.lower() in _CAPTORS for c in verb.children):
        return False
    held = (c for c in verb.children if c.dep_ in {"obj", "obl"} and prepositions(c) <= {"of"})
    return any(h.lemma_.lower() in party_words() or h.ent_type_ == "PERSON" for h in held)


def _is_one_of(word: Token, wanted: frozenset[str]) -> bool:
    if _PEOPLE in wanted and word.lemma_.lower() not in wanted:
        return word.ent_type_ == "PERSON" or word.lemma_.lower() in party_words()
    return word.lemma_.lower() in wanted or word.tag_ in wanted


def _rescues(verb: Token, freed: list[Token]) -> bool:
    """Say whether forces free others' captives, which helps them (PLOVER manual, 2024)."""
    return any(c.lemma_.lower() in {"hostage", "captive"} for c in freed) and any(
        c.lemma_.lower() in _RESCUERS for c in verb.children if c.dep_ in {"nsubj", "obl:agent"}
    )


def is_emergency(noun: Token) -> bool:
    """Say whether a noun names rule by decree: "a state of emergency", "martial law"."""
    if noun.pos_ != "NOUN":
        return False
    if noun.lemma_.lower() in _LAWS and noun.head.lemma_.lower() in _ENACTING:
        return noun.dep_ in {"obj", "nsubj:pass"} and any(
            c.lower_ == "emergency" for c in noun.children if c.dep_ in {"compound", "amod"}
        )
    if noun.lower_ == "state":
        return any(c.dep_ == "nmod" and c.lower_ in _RULES for c in noun.children)
    return noun.lower_ in _SHUT_IN or (
        noun.lower_ == "law" and any(c.lower_ == "martial" for c in noun.children)
    )


def is_imposed(curfew: Token) -> bool:
    """Say whether a curfew is put on people: "imposed a curfew", "curfews imposed"."""
    if curfew.lemma_.lower() not in _SHUT_IN:
        return False
    verbs = [c for c in curfew.children if c.dep_ == "acl"]
    verbs += [curfew.head] if curfew.dep_ in {"obj", "nsubj", "nsubj:pass"} else []
    return any(v.lemma_.lower() in _IMPOSING for v in verbs)


def is_held_out(curfew: Token) -> bool:
    """Say whether a curfew is still to be imposed: "will extend the curfew"."""
    verb = curfew.head
    ahead = verb.pos_ == "VERB" and any(c.lower_ in _AHEAD for c in verb.children)
    return ahead and is_imposed(curfew)


def _are_sent_home(verb: Token, objects: list[Token]) -> bool:
    """Say whether soldiers are sent where they live: "sent the troops home"."""
    sent = [*objects, *(g for o in objects for g in _contents(verb, o))]
    if not any(o.lemma_.lower() in _SENT_HOME for o in sent):
        return False
    back = any(c.lower_ == "back" for c in verb.children)
    return any(
        c.lower_ in {"home", "homewards"}
        or (back and c.dep_ == "obl" and c.lemma_.lower() in _QUARTERS)
        for c in verb.children
    )


def _is_to_leave(ordered: Token, verb: Token) -> bool:
    """Say whether somebody is ordered out: "ordered the ambassador to leave"."""
    clauses = [
        c for w in (ordered, verb) for c in w.children if c.dep_ in {"xcomp", "acl", "advcl"}
    ]
    return any(c.lemma_.lower() in _DEPARTING for c in clauses)
