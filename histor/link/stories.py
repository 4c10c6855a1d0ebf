"""Pages about one running story.

Pages are joined nearest first, as long as the average likeness of the two sides stays high
(average linkage, Sokal & Michener 1958) over each page's nearest neighbours, so that the cost grows
with the pages. Likeness falls with the days between the pages: the same words weeks later are a
follow-up or another event.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from histor.link.rows import Floats, Ints
from histor.link.vectors import News
from histor.records import Date, Document, Story, make_id

__all__ = ["find_stories"]

#: neighbours of a page, and cosine from which two pages can tell one story
_NEIGHBOURS, _NEAR = 30, 0.08
#: average likeness of two groups of pages from which they are one story
_ONE = 0.17
#: days after which likeness counts half
_HALF_LIFE = 45.0
#: days within which two pages are of one week, and how much more alike that makes them
_WEEK, _SAME_WEEK = 7, 1.5


def find_stories(documents: Mapping[str, Document], news: News) -> tuple[Story, ...]:
    """Return the stories by id; each page is in one, and a page alone is a story of one.

    Args:
        documents: by id, with the day each was written where that is known.
        news: their words, weighed against other news.
    """
    pages = [_Page.of(documents[d]) for d in sorted(documents)]
    first, second, score = _edges(pages, news)
    near = _Near(len(pages), first, second, score)
    members = {n: [n] for n in range(len(pages))}
    for a, b, alike in zip(first.tolist(), second.tolist(), score.tolist(), strict=True):
        left, right = sorted((int(near.root[a]), int(near.root[b])))
        if left == right or alike < _ONE:
            continue
        if near.average(members[left], members[right]) >= _ONE:
            joined = members.pop(right)
            near.root[joined] = left
            members[left] += joined
    stories = (_story([pages[n] for n in m]) for m in members.values())
    return tuple(sorted(stories, key=lambda s: s.id))


class _Page(NamedTuple):
    id: str
    title: str | None
    location: str
    #: when it was written, else what it says
    date: Date | None
    #: ISO day
    written: str

    @classmethod
    def of(cls, document: Document) -> _Page:
        date = document.written or document.page_date
        if date is not None and (date.evidence or date.page_evidence):
            date = msgspec.structs.replace(date, evidence=(), page_evidence=())
        written = document.written.earliest if document.written else "9999"
        return cls(document.id, document.title, document.location, date, written)


def _edges(pages: Sequence[_Page], news: News) -> tuple[Ints, Ints, Floats]:
    """Return the pairs of near pages, the lesser number first, and their likeness, likest first."""
    first, second, score = array("q"), array("q"), array("d")
    for n in range(len(pages)):
        for other, cosine in news.near_numbers(n, _NEAR, _NEIGHBOURS):
            first.append(min(n, other))
            second.append(max(n, other))
            score.append(-round(cosine * _fade(pages[n].date, pages[other].date), 9))
    a, b, order = np.array(first), np.array(second), np.array(score)
    kept = np.lexsort((b, a, order))
    a, b, order = a[kept], b[kept], order[kept]
    # each pair once, though both pages name it
    _, at = np.unique(a * (len(pages) + 1) + b, return_index=True)
    at.sort()
    return a[at].astype(np.int64), b[at].astype(np.int64), -order[at].astype(np.float64)


class _Near:
    """Which pages are near which, and in which group each is."""

    def __init__(self, count: int, first: Ints, second: Ints, score: Floats) -> None:
        #: a page's group, by its least member
        self.root = np.arange(count)
        here, there = np.concatenate((first, second)), np.concatenate((second, first))
        order = np.argsort(here, kind="stable")
        self._there = there[order]
        self._score = np.concatenate((score, score))[order]
        self._starts = np.searchsorted(here[order], np.arange(count + 1))

    def average(self, a: Sequence[int], b: Sequence[int]) -> float:
        """Return the mean likeness of two groups; pages that are not near count as unlike."""
        if len(b) < len(a):
            a, b = b, a
        other = self.root[b[0]]
        total = 0.0
        for n in a:
            own = slice(self._starts[n], self._starts[n + 1])
            total += float(self._score[own][self.root[self._there[own]] == other].sum())
        return total / (len(a) * len(b))


def _fade(one: Date | None, other: Date | None) -> float:
    if one is None or other is None:
        return 1.0
    first, second = sorted((one, other), key=lambda d: (d.earliest, d.latest))
    days = max(0, (second.first - first.last).days)
    return _SAME_WEEK if days <= _WEEK else math.exp(-math.log(2) * days / _HALF_LIFE)


def _story(members: Sequence[_Page]) -> Story:
    pages = sorted(members, key=lambda p: p.id)
    dates = [p.date for p in pages if p.date is not None]
    titled = sorted((p.written, p.id, p.title) for p in pages if p.title)
    inside = [p.id for p in pages]
    return Story(
        id=make_id("story", *inside),
        title=titled[0][2] if titled else pages[0].location,
        documents=tuple(inside),
        earliest=min((d.earliest for d in dates), default=None),
        latest=max((d.latest for d in dates), default=None),
    )
