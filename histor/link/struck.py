"""Which things an attack met: two ships of one night are two attacks, and so are school and depot.

Towns, people and bodies are recipients; a ship or a bridge with a name is none, and tells two
attacks apart all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from histor.extract.event_words import event_words
from histor.records import Entity, Event

__all__ = ["Thing", "kinds_struck", "named_things", "struck"]

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
_ATTACK = "ASSAULT"
#: what ends the words that tell what was struck, and how many characters those are
_ELSE = re.compile(
    r"[;:“”\"]|,? (?:while|when|(?<!\bused )(?<!known )(?<!serving )as|before|after|"
    r"but|because|since|until|where)\b"
)
_AHEAD, _BEHIND = 70, 90
#: what stands before a thing beside which it was, and behind one that says who somebody is
_BESIDE = re.compile(
    r"\b(?:near|outside|opposite|behind|beside|towards?|to|from|off|of)\s(?:[\w’'-]+\s){0,3}\Z"
)
_PEOPLE = re.compile(
    r"[\s-](?:teacher|director|guard|official|staff|worker|driver|employee|student|pupil|child|"
    r"chief|head|owner|operator|crew|passenger|visitor|age)"
)


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
    """Return the named things that a page's event befell: "attacked the Aurora", "X sank"."""
    if event.type not in _TYPES:
        return frozenset()
    found = set()
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


def kinds_struck(event: Event) -> frozenset[str]:
    """Return the kinds of things that an attack struck, as its clause has it: "hit a school"."""
    if event.type != _ATTACK:
        return frozenset()
    return frozenset(
        kind
        for mention in event.mentions
        for clause in _clauses(mention.span.text, mention.trigger)
        for kind in _kinds(clause)
    )


def _clauses(text: str, trigger: str) -> Iterator[str]:
    """Yield what stands before and behind a deed's word in its clause."""
    at = text.find(trigger)
    if at < 0:
        return
    before = text[max(0, at - _AHEAD) : at]
    cut = max((mark.end() for mark in _ELSE.finditer(before)), default=0)
    yield before[cut:]
    behind = text[at + len(trigger) : at + len(trigger) + _BEHIND]
    mark = _ELSE.search(behind)
    yield behind[: mark.start()] if mark else behind


def _kinds(clause: str) -> Iterator[str]:
    for found in _things().finditer(clause):
        if not _BESIDE.search(clause[: found.start()]) and not _PEOPLE.match(clause, found.end()):
            yield event_words().struck[found[1].lower()]


@cache
def _things() -> re.Pattern[str]:
    words = sorted(event_words().struck, key=lambda word: (-len(word), word))
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})(?:s|es)?\b", re.I)
