"""What kind of thing an attack struck: a school and a depot that were hit are two attacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from histor.extract.events.event_words import event_words

__all__ = ["kinds_struck"]

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


@lru_cache(maxsize=5_000)
def kinds_struck(sentence: str, trigger: str, at: int | None = None) -> frozenset[str]:
    """Return the kinds of things that an attack struck, as its clause has it: "hit a school".

    Args:
        sentence: what tells of the attack.
        trigger: its word for it.
        at: where that stands; its first place without it.
    """
    at = sentence.find(trigger) if at is None else at
    return frozenset(kind for c in _clauses(sentence, trigger, at) for kind in _kinds(c))


def _clauses(text: str, trigger: str, at: int) -> Iterator[str]:
    """Yield what stands before and behind a deed's word in its clause."""
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
