"""What somebody promises or vows: a kindness, to spare others, or a deed against them."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.events.event_types import NO_TYPES, negated
from histor.extract.events.event_words import EventWords
from histor.extract.events.governed import governed_type

__all__ = ["OUTCOMES", "UNKIND", "promises_no_harm", "spares"]

#: verbs that tell the outcome for its victims
OUTCOMES = frozenset(["kill", "martyr", "injure", "wound", "hurt", "maim"])
#: types of deeds against another, which nobody is called ready for as a promise
UNKIND = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "THREATEN"])
_PROMISING = frozenset("promise vow pledge swear assure guarantee".split())
#: what somebody swears to do for others, or to be himself
_SERVING = frozenset(
    "defend protect support help serve uphold respect assist cooperate remain stay build rebuild "
    "reform restore improve work run".split()
)
_HARMS = OUTCOMES | frozenset(
    "harm attack arrest detain punish prosecute touch bomb shell shoot fire use invade retaliate "
    "extradite deport jail".split()
)


def spares(promise: Token) -> bool:
    """Say whether somebody promises that a harm will not be done."""
    if promise.lemma_.lower() not in _PROMISING:
        return False
    below = (c for c in promise.children if c.dep_ in {"ccomp", "xcomp"})
    return any(negated(c) and c.lemma_.lower() in _HARMS for c in below)


def promises_no_harm(promise: Token, words: EventWords) -> bool:
    """Say whether what somebody promises to do is no deed against another: "to hold elections"."""
    done = [c for c in promise.children if c.dep_ in {"xcomp", "ccomp"}]
    if promise.lemma_.lower() in {"swear", "vow"}:
        return bool(done) and all(_serves(c) or governed_type(c) == "RETREAT" for c in done)
    if promise.lemma_.lower() not in {"promise", "pledge"}:
        return False
    return bool(done) and not any(
        UNKIND & words.triggers.get(c.lemma_.lower(), NO_TYPES) for c in done
    )


def _serves(done: Token) -> bool:
    """Say whether what is sworn serves others, or tells what somebody will be."""
    being = any(c.dep_ == "cop" for c in done.children)  # "vowed to remain a friend"
    return being or done.lemma_.lower() in _SERVING
