"""Which type of event a word names: what the reader proposes, and what the word may mean."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from histor.annotate import EventMention as Read
from histor.extract.events.captives import does_away_with
from histor.extract.events.crowds import crowd_type
from histor.extract.events.event_words import EventWords
from histor.extract.events.force_used import force_type
from histor.extract.events.governed import governed_type, is_emergency, is_held_out, is_imposed
from histor.extract.events.leaving import is_withdrawal
from histor.extract.events.light_verbs import traded_type
from histor.extract.events.noun_types import noun_type
from histor.extract.events.put_out import put_out_type
from histor.extract.events.seizures import is_seizure
from histor.extract.events.strikes import strike_type
from histor.extract.events.weapons import weapon_type
from histor.extract.tokens import NEGATIONS, kept_of, prepositions

__all__ = [
    "AWAY",
    "NAMING",
    "NO_TYPES",
    "PROMISED",
    "SURE",
    "accepted",
    "is_declared",
    "may_name",
    "negated",
    "particles",
    "sure_type",
    "weighed",
]

#: probabilities below which a type is not believed: of a word known to name it, of one known to
#: name another, and of one not known; chosen on PLV's held-back part and IndiaPoliceEvents dev
SURE, _OTHERWISE, _UNKNOWN = 0.5, 0.8, 1.1
#: and that of what is done for another, where one of the two is missing (chosen on PLV's train
#: part): "defended", "trade", "collaborations" by themselves tell of no support
_FOR_ANOTHER, _LONE = frozenset(["COOPERATE", "AGREE", "SUPPORT"]), 0.9
#: the probability from which a type that the word is known to name is taken instead, and that of
#: no event up to which it is
_SECOND, _NOTHING = 0.2, 0.1
#: types that words not known to name them often do name; the others hang on what is said
_TELLING = frozenset(["ASSAULT", "COERCE", "PROTEST"])
#: types of what is only said
_SAYING = frozenset(["AGREE", "THREATEN", "REQUEST", "REJECT", "SUPPORT", "ACCUSE"])
_NO_EVENT = "NONE"
#: what "to call on" and "to call for" may be
_CALLED_ON = frozenset(["REQUEST", "THREATEN"])
#: the probability below which a verb that lends itself to any noun is not believed
_LENT = 0.95
NAMING = frozenset(["VERB", "NOUN", "PROPN", "ADJ"])
#: nouns of what crowds do, with blood or without
_OF_CROWDS = frozenset("uprising protest demonstration rally sit-in".split())
#: in the future these are promises (PLOVER manual, 2024)
PROMISED = frozenset(["AID", "COOPERATE", "CONSULT", "SUPPORT"])
#: in the future these may be threats
_MENACED = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"])
_FUTURE = {"AGREE": PROMISED, "THREATEN": _MENACED}
#: verbs of healing, which no weapon beside them makes an attack: "hit a ward treating the wounded"
_HEALING = frozenset(["treat", "vaccinate", "immunise", "immunize", "nurse", "operate"])
_DECLARING = frozenset(["announce", "declare", "proclaim", "offer"])
NO_TYPES: frozenset[str] = frozenset()
#: verbs that are a retreat with these particles alone: "pulled over" is none
AWAY = {
    "pull": frozenset(["out", "back", "away", "from"]),
    "step": frozenset(["down", "aside", "back"]),
    "turn": frozenset(["over", "in", "back"]),
    "lay": frozenset(["down"]),
    "drop": frozenset(["out"]),
    "hand": frozenset(["over", "back", "in"]),
}


def sure_type(token: Token, words: EventWords) -> str | None:
    """Return the type that a word names whatever stands around it; found once for each."""
    kept = kept_of(token.doc, "sure types")
    if kept is None:
        return _sure_type(token, words)
    if token.i not in kept:
        kept[token.i] = _sure_type(token, words)
    found: str | None = kept[token.i]
    return found


def _sure_type(token: Token, words: EventWords) -> str | None:
    if is_emergency(token) or is_imposed(token):
        return "THREATEN" if is_held_out(token) else "COERCE"
    if is_seizure(token):
        return "COERCE"
    if does_away_with(token):
        return "ASSAULT"
    if is_withdrawal(token):
        return "RETREAT"
    kind = put_out_type(token) or force_type(token) or traded_type(token) or weapon_type(token)
    kind = kind or governed_type(token) or strike_type(token)
    kind = kind or noun_type(token, words) or crowd_type(token)
    if kind is not None:
        return kind
    lemma = token.lemma_.lower()
    if token.lower_ == "fighting" and token.dep_.startswith("nsubj"):
        return "ASSAULT"  # however it is read
    if lemma == "shot" and any(c.lower_ == "dead" for c in token.children):
        return "ASSAULT"  # "counts three shot dead"
    if lemma == "hand" and "out" in particles(token):
        return "AID"
    kinds = words.sure.get(lemma)
    if kinds is None and token.tag_ == "NNS":  # "talks" are more than a talk
        kinds = words.sure.get(token.lower_)
    kind = kinds.get("verb" if token.pos_ == "VERB" else "noun") if kinds else None
    return "CONCEDE" if kind == "RETREAT" and is_declared(token) else kind


def is_declared(noun: Token) -> bool:
    """Say whether somebody only says that he gives way: "declared a truce" (manual, 2024)."""
    return (
        noun.pos_ == "NOUN"
        and noun.dep_ in {"obj", "nsubj:pass"}
        and noun.head.lemma_.lower() in _DECLARING
    )


def particles(verb: Token) -> set[str]:
    """Return the small words that go with a verb: "pulled its troops out of the town"."""
    words = {c.lower_ for c in verb.children if c.dep_ in {"compound:prt", "advmod"}}
    return words.union(*(prepositions(o) for o in verb.children if o.dep_ == "obl"))


def accepted(read: Read, words: EventWords, *, doer: bool, target: bool) -> bool:
    """Say whether the type that the reader and the word agree on is believed."""
    token = read.trigger.root
    lemma = token.lemma_.lower()
    if not read.type or token.pos_ not in NAMING or lemma in words.not_events:
        return False
    retreats = read.type == "RETREAT" and lemma in AWAY  # "stepped down"
    if lemma in words.light and not retreats:  # no noun below it
        return doer and target and read.score >= _LENT
    lone = read.type in _FOR_ANOTHER and not (doer and target)
    return read.score >= (_LONE if lone else SURE)


def weighed(read: Read, words: EventWords) -> Read:
    """Hold the type that the reader proposes against those that the word is known to name.

    The reader was taught on sentences that all tell an event, and sees one everywhere.
    """
    token = read.trigger.root
    lemma = token.lemma_.lower()
    if lemma in words.light or not read.type:
        return read
    known = words.triggers.get(lemma, NO_TYPES)
    if lemma == "call" and any(_called_on(c) for c in token.children):
        known = _CALLED_ON
    if may_name(read.type, known):
        return read
    if read.type == "ASSAULT" and token.pos_ == "NOUN" and lemma in _OF_CROWDS:
        return replace(read, type="PROTEST")  # "the uprising", however bloody
    healed = read.type == "ASSAULT" and lemma in _HEALING
    if read.score >= _least(read.type, token, known) and not healed:
        return read
    scores = dict(read.scores)
    best = max((k for k in scores if may_name(k, known)), key=scores.__getitem__, default="")
    if best and scores[best] >= _SECOND and scores[_NO_EVENT] <= _NOTHING:
        return replace(read, type=best, score=SURE)
    return replace(read, type="", score=0.0)


def _called_on(phrase: Token) -> bool:
    """Say whether somebody is called on, or something called for."""
    called = prepositions(phrase) & {"on", "upon", "for"}
    return phrase.dep_ in {"obl", "nmod"} and bool(called)


def may_name(kind: str, known: frozenset[str]) -> bool:
    """Say whether a word known for some types may name one: its own, or a promise or threat."""
    return kind in known or bool(known & _FUTURE.get(kind, NO_TYPES))


def _least(kind: str, token: Token, known: frozenset[str]) -> float:
    """Return the probability from which a type is believed of a word not known to name it."""
    if kind == "ACCUSE" and token.lemma_.lower() == "call":  # "called it a disgrace"
        arcs = {c.dep_: c for c in token.children}
        named = "xcomp" in arcs and "obj" in arcs and arcs["obj"].tag_ != "WP"
        return _UNKNOWN if named else 1.0
    if known and known <= _SAYING and token.pos_ == "VERB":
        return _UNKNOWN  # who threatens has not struck
    if kind in _TELLING or (kind == "REJECT" and negated(token)):
        return _OTHERWISE if known else _UNKNOWN
    return 1.0


def negated(verb: Token) -> bool:
    """Say whether a verb is negated, which makes of any deed a refusal: "will not release"."""
    return any(c.dep_ == "advmod" and c.lower_ in NEGATIONS for c in verb.children)
