"""Types of nouns that hang on what stands beside: "joint exercises", "a mediation effort".

The words are of general knowledge; the types are those of the PLOVER manual, 2024.
"""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.events.event_words import EventWords
from histor.extract.events.happenings import foretells
from histor.extract.events.peacekeeping import keeps_peace
from histor.extract.events.talks_beside import said_at
from histor.extract.names.affiliations import party_words
from histor.extract.tokens import prepositions

__all__ = ["is_exercise", "noun_type"]

_EXERCISES = frozenset(["exercise", "drill", "manoeuvre", "maneuver", "game"])
_ARMIES = frozenset("army navy military force troop marine command fleet".split())
_OF_ARMIES = frozenset(["military", "naval", "war", "live-fire", "army", "air", "navy", "marine"])
_HOLDING_OF = frozenset("hold stage conduct launch begin start carry".split())
_TOGETHER = frozenset(["joint", "combined", "bilateral"])
#: nouns that say no more than that somebody does what the word before them names
_EFFORTS = frozenset(
    ["effort", "campaign", "operation", "mission", "drive", "bid", "mediation", "attempt"]
)
_HELPING = frozenset(["rescue", "relief", "aid"])
#: verbs of which somebody is given a deadline, or leave to do something
_GIVING = frozenset("give issue set serve deliver grant impose utter".split())
_GIVEN = {
    "deadline": "THREATEN",
    "ultimatum": "THREATEN",
    "warning": "THREATEN",
    "threat": "THREATEN",
    "permission": "CONCEDE",
    "asylum": "AID",
}
#: a state's protest is words
_FORMAL = frozenset(["formal", "diplomatic", "official"])
_LODGING = frozenset(["lodge", "deliver", "hand", "convey", "submit"])
#: sittings of a body that its rules do not bring about
_SESSIONS = frozenset("emergency special urgent extraordinary crisis".split())
_ARRIVING = frozenset("arrive reach pour enter land come".split())
#: talks over the telephone
_TALK = frozenset(["conversation", "call"])
_BY_WIRE = frozenset(["telephone", "phone", "video", "conference"])
#: fighting, where a verb says that it was
_FIGHTING = frozenset(["fighting", "gunfire"])
_GOING_ON = frozenset(
    "report hear see witness record erupt break rage continue resume flare intensify".split()
)
#: to what courts sentence people
_PENALTIES = frozenset("death prison jail life year month custodial suspended".split())
#: what one does with a plea
_PLEADING = frozenset("make issue renew launch send voice".split())
_CLOSING = frozenset(["closure", "closing", "shutdown"])
_WAYS = frozenset(
    "border frontier crossing strait airspace port canal airport checkpoint waterway road "
    "corridor sea bridge".split()
)
_HOLDING = frozenset(["detention", "imprisonment"])
_FREEING = frozenset(["release", "handover"])
#: measures against somebody, and what they keep from him
_MEASURES = frozenset(["ban", "freeze", "embargo"])
_WITHHELD = frozenset("travel visa entry arm arms asset trade import export flight oil".split())
_BEFORE = frozenset(["compound", "amod"])


def noun_type(noun: Token, words: EventWords) -> str | None:
    """Return the type that a noun names by the words beside it; none if they tell none."""
    if noun.pos_ != "NOUN":
        return None
    lemma = noun.lemma_.lower()
    before = [c for c in noun.children if c.dep_ in _BEFORE]
    beside = {c.lemma_.lower() for c in before}
    if is_exercise(noun):
        return "COOPERATE" if beside & _TOGETHER else "MOBILIZE"
    if lemma == "patrol" and beside & _TOGETHER:
        return "COOPERATE"
    if keeps_peace(noun):
        return "AID"
    if lemma in _EFFORTS:
        if beside & _HELPING and lemma != "attempt":
            return "AID"
        kinds = (words.sure.get(c.lemma_.lower(), {}).get("noun") for c in before)
        return next((kind for kind in kinds if kind), None)
    if lemma in _FIGHTING and noun.dep_ in {"nsubj", "nsubj:pass"}:
        return "ASSAULT" if noun.head.lemma_.lower() in _GOING_ON else None
    if lemma == "protest" and (beside & _FORMAL or noun.head.lemma_.lower() in _LODGING):
        return "ACCUSE"
    if lemma == "protest" and noun.tag_ == "NNS":  # "violent protests"
        return "PROTEST"
    if lemma in _GIVEN and noun.dep_ in {"obj", "nsubj:pass"}:
        given = noun.head.lemma_.lower() in _GIVING
        return _GIVEN[lemma] if given and not (lemma == "warning" and foretells(noun)) else None
    if lemma in _FREEING and any(_is_somebody(c) for c in noun.children):
        return "RETREAT"
    if lemma == "session" and beside & _SESSIONS:
        return "CONSULT"
    if lemma == "reinforcement" and noun.dep_ == "nsubj" and noun.head.lemma_ in _ARRIVING:
        return "MOBILIZE"
    if lemma == "bloodshed" and _is_told_of(noun):
        return "ASSAULT"
    if lemma == "sentence" and beside & _PENALTIES:
        return "SANCTION"
    if lemma == "plea" and _is_made(noun):
        return "REQUEST"
    if lemma in _TALK and (
        beside & _BY_WIRE or any("with" in prepositions(c) for c in noun.children)
    ):
        return "CONSULT"
    if lemma == "call" and _is_held_then(noun):
        return "CONSULT"
    if said_at(noun) is not None or _is_of_state(noun, lemma):
        return "CONSULT"
    if lemma in _CLOSING and (beside & _WAYS or any(_is_way(c) for c in noun.children)):
        return "COERCE"
    if lemma in _MEASURES and beside & _WITHHELD:
        return "SANCTION"
    if lemma in _HOLDING and any(_is_somebody(c) for c in noun.children):
        return "COERCE"
    return None


def _is_told_of(bloodshed: Token) -> bool:
    """Say whether a noun tells its deed by itself: "there was bloodshed", "Friday's bloodshed"."""
    near = (*bloodshed.children, *bloodshed.head.children)
    return any(c.dep_ == "expl" for c in near) or any(
        c.dep_ == "nmod:poss" and c.tag_ != "PRP$" for c in bloodshed.children
    )


def _is_held_then(call: Token) -> bool:
    """Say whether a call is a talk, in which something was said: "during the call"."""
    asks = any(prepositions(c) & {"for", "to", "on", "by"} for c in call.children)
    asks = asks or any(c.dep_ == "acl" for c in call.children)
    return call.tag_ == "NN" and "during" in prepositions(call) and not asks


def _is_made(plea: Token) -> bool:
    """Say whether a plea is one to do something, and none before a court."""
    made = plea.dep_ in {"obj", "nsubj:pass"} and plea.head.lemma_.lower() in _PLEADING
    court = any(c.dep_ in {"amod", "compound"} and c.lower_ == "guilty" for c in plea.children)
    return made and not court


def _is_of_state(visit: Token, lemma: str) -> bool:
    """Say whether a visit is one of somebody in office to a country: "the visit to X by Y"."""
    if lemma not in {"visit", "trip"}:
        return False
    where = any(c.ent_type_ == "PLACE" and "to" in prepositions(c) for c in visit.children)
    by = (c for c in visit.children if c.dep_ == "nmod:poss" or "by" in prepositions(c))
    return where and any(
        c.ent_type_ == "PERSON" or (c.tag_ != "PRP$" and c.lemma_.lower() in party_words())
        for c in by
    )


def is_exercise(noun: Token) -> bool:
    """Say whether a noun names an exercise of soldiers: "a naval drill"."""
    beside = {c.lemma_.lower() for c in noun.children if c.dep_ in _BEFORE}
    if noun.lemma_.lower() not in _EXERCISES:
        return False
    held = noun.tag_ == "NNS" and noun.dep_ == "obj" and noun.head.lemma_ in _HOLDING_OF
    return bool(beside & _OF_ARMIES) or (held and not beside and _by_arms(noun.head))


def _by_arms(verb: Token) -> bool:
    """Say whether a country or an army does something: "X held drills", not a school."""
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(d.ent_type_ == "PLACE" or d.lemma_.lower() in _ARMIES for d in doers)


def _is_way(closed: Token) -> bool:
    """Say whether what a noun closes is a way: "the closure of the strait"."""
    return "of" in prepositions(closed) and any(
        t.lemma_.lower() in _WAYS for t in (closed, *closed.children)
    )


def _is_somebody(owner: Token) -> bool:
    """Say whether a noun's release is that of people: "the release of six miners"."""
    of = "of" in prepositions(owner)
    if not of and not (owner.dep_ == "nmod:poss" and owner.tag_ != "PRP$"):
        return False
    return owner.ent_type_ == "PERSON" or owner.lemma_.lower() in party_words()
