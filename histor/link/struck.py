"""Which named things an attack met: two ships of one night are two attacks.

Towns, people and bodies are recipients; a ship or a bridge with a name is none, and tells two
attacks apart all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from histor.extract.events.kinds_struck import kinds_struck
from histor.records import Entity, Event

__all__ = ["Thing", "named_things", "struck"]

_ATTACK = "ASSAULT"
#: what happens to a thing
_TYPES = frozenset(["ASSAULT", "OTHER"])
#: what stands between a deed's word and the name of what it met, behind it and before it
_MEETS = re.compile(
    r"\s+(?:(?:on|against|of)\s+)?(?:(?:the|a|an|its|their)\s+)?"
    r"(?:(?!(?:as|when|while|and|or|but|that|which|who|in|at|off|near|from|by|with|after|before|to|"
    r"for|the)\b)[a-z-]+\s+){0,3}[“\"«'‘]?"
)
_IS_MET = re.compile(r"[”\"»'’]?\s+(?:(?:was|were|had|has|have|been|being)\s+){0,3}")
#: characters between them
_NEAR = 40


class Thing(NamedTuple):
    """Where a thing is named on a page, and which of the case it is."""

    start: int
    end: int
    id: str


def named_things(entities: Iterable[Entity], id_of: Callable[[str], str]) -> list[Thing]:
    """Return where a page names things: what is no person, body, place or people."""
    return [
        Thing(m.start, m.end, id_of(e.id))
        for e in entities
        if e.kind == "other"
        for m in e.mentions
    ]


def struck(event: Event, things: Iterable[Thing]) -> frozenset[str]:
    """Return the named things that a page's event befell, and the kinds: "attacked the Aurora"."""
    if event.type not in _TYPES:
        return frozenset()
    found: set[str] = set()
    if event.type == _ATTACK:
        found.update(*(kinds_struck(m.span.text, m.trigger) for m in event.mentions))
    for thing in things:
        for mention in event.mentions:
            first, text = mention.span.start, mention.span.text
            start, end = thing.start - first, thing.end - first
            if not 0 <= start < end <= len(text):
                continue
            before = text[max(0, start - _NEAR) : start]
            at = before.rfind(mention.trigger)
            if at >= 0 and _MEETS.fullmatch(before, at + len(mention.trigger)):
                found.add(thing.id)
            behind = text[end : end + _NEAR]
            at = behind.find(mention.trigger)
            if at >= 0 and _IS_MET.fullmatch(behind, 0, at):
                found.add(thing.id)
    return frozenset(found)
