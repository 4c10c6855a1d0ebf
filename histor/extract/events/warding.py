"""Attacks that are beaten off: "the navy repulsed an attack by pirates" is the pirates' attack."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["warded_off"]

_WARDING = frozenset(["repel", "repulse"])
#: verbs that ward off with these particles
_WITH = {
    "beat": frozenset(["back", "off"]),
    "fend": frozenset(["off"]),
    "fight": frozenset(["off"]),
    "drive": frozenset(["back", "off"]),
    "ward": frozenset(["off"]),
    "hold": frozenset(["off"]),
}
_ATTACKS = frozenset(
    "attack assault offensive raid incursion onslaught ambush invasion counterattack "
    "counteroffensive charge bombardment strike airstrike storming".split()
)


def warded_off(verb: Token) -> Token | None:
    """Return the attack that a verb says was beaten off; none if it says so of no attack."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB":
        return None
    small = {c.lower_ for c in verb.children if c.dep_ in {"compound:prt", "advmod"}}
    if lemma not in _WARDING and not small & _WITH.get(lemma, frozenset()):
        return None
    objects = (c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"})
    return next((o for o in objects if o.lemma_.lower() in _ATTACKS), None)
