"""Which two persons "the two ministers" and "both leaders" mean: the two that were named before."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Span, Token

from histor.records import Entity

__all__ = ["two_people"]

_PERSONS = frozenset(
    "minister leader president premier official diplomat man woman chief counterpart general "
    "envoy negotiator chancellor statesman".split()
)
_BOTH = frozenset(["two", "both"])
#: sentences before in which they are named
_BACK = 2
_TWO = 2


def two_people(span: Span, doc: Doc, at: Mapping[int, Entity]) -> list[Entity]:
    """Return the two persons that a phrase means: those whom the nearest sentence names, no third.

    ``at``: the page's entities by their words.
    """
    pair = next((t for t in span if t.lemma_.lower() in _PERSONS and _of_two(t)), None)
    if pair is None:
        return []
    start, end = pair.sent.start, pair.i
    for _ in range(_BACK + 1):
        named = {e.id: e for i in range(start, end) if (e := at.get(i)) and e.kind == "person"}
        if len(named) >= _TWO or start == 0:
            return list(named.values()) if len(named) == _TWO else []
        end = start
        start = doc[start - 1].sent.start
    return []


def _of_two(noun: Token) -> bool:
    """Say whether a noun is of two known ones, and none others: no "two other ministers"."""
    words = {c.lower_ for c in noun.children}
    known = "both" in words or words & {"the", "these", "those"}
    plain = all(c.dep_ in {"det", "nummod", "amod", "compound"} for c in noun.lefts)
    return bool(words & _BOTH) and bool(known) and plain and "other" not in words
