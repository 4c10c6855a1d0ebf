"""Deeds told as done again and again: "they have often clashed", which is no one clash."""

from __future__ import annotations

import re

from spacy.tokens import Token

__all__ = ["is_habit", "tells_habit"]

_WORDS = "often|frequently|regularly|routinely|sometimes|occasionally|periodically"
_ADVERBS = frozenset(_WORDS.split("|"))
_ADJECTIVES = frozenset(["frequent", "occasional", "recurrent", "recurring", "periodic"])
_BEFORE = re.compile(
    rf"\b(?:(?:{_WORDS})\s(?:[\w-]+\s)?|(?:{'|'.join(sorted(_ADJECTIVES))})\s)\Z", re.I
)


def is_habit(deed: Token) -> bool:
    """Say whether a word beside a verb or noun tells that it was done again and again."""
    return any(
        (c.dep_ == "advmod" and c.lower_ in _ADVERBS)
        or (c.dep_ == "amod" and c.lower_ in _ADJECTIVES)
        for c in deed.children
    )


def tells_habit(sentence: str, trigger: str) -> bool:
    """Say whether such a word stands right before an event's own in its sentence.

    >>> tells_habit("They have often clashed with police.", "clashed")
    True
    >>> tells_habit("There are frequent explosions.", "explosions")
    True
    >>> tells_habit("They often sing. On Monday they clashed with police.", "clashed")
    False
    """
    at = sentence.find(trigger)
    return at > 0 and _BEFORE.search(sentence, 0, at) is not None
