"""Meetings that may or will be held, by the words alone: "the talks may take place soon".

Trees of long clauses hang the modal on whatever stands near.
"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

__all__ = ["held_ahead", "is_to_be_held"]

_WILL = frozenset(["will", "would", "shall"])
_MODALS = _WILL | {"may", "might", "could", "should", "can"}
_HELD = (["take", "place"], ["be", "held"], ["go", "ahead"])
_MEETINGS = frozenset(
    "meeting summit talks talk session conference election vote referendum visit ceremony".split()
)
#: words back from an expression of time to what is to be held then
_REACH = 8


def _held_at(word: Token) -> bool:
    """Say whether a word is a modal right before "take place" or "be held"."""
    doc = word.doc
    behind = [t.lower_ for t in doc[word.i + 1 : min(len(doc), word.i + 3)]]
    return word.lower_ in _MODALS and behind in _HELD


def is_to_be_held(time: Token) -> bool:
    """Say whether the last verb before an expression of time is that of what is to be held."""
    low = max(time.sent.start, time.i - _REACH)
    for i in range(time.i - 3, low - 1, -1):
        word = time.doc[i]
        if word.lower_ in _MODALS:
            behind = time.doc[i + 3 : time.i]
            return _held_at(word) and not any(t.pos_ in {"VERB", "AUX"} for t in behind)
    return False


def held_ahead(event: Token) -> Literal["planned", "hypothetical"] | None:
    """Return the status of a meeting that its sentence says will or may be held; none of others."""
    if event.pos_ != "NOUN" or event.lemma_.lower() not in _MEETINGS:
        return None
    for i in range(event.i + 1, event.sent.end):
        word = event.doc[i]
        if word.lemma_.lower() in _MEETINGS:
            return None
        if _held_at(word):
            return "planned" if word.lower_ in _WILL else "hypothetical"
    return None
