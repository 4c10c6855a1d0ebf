"""Pages about one running story.

Pages are joined nearest first, as long as the average likeness of the two sides stays high
(average linkage, Sokal & Michener 1958) over each page's nearest neighbours, so that the cost grows
with the pages. Likeness falls with the days between the pages: the same words weeks later are a
follow-up or another event.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from histor.counts import counted
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
#: pairs of pages by which a story is told to be one, and to be none with another's
_TOGETHER, _APART = 3, 2


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
    why = near.reasons(pages, first, second, score)
    stories = (_story([pages[n] for n in m], why.get(root, ())) for root, m in members.items())
    return tuple(sorted(stories, key=lambda s: s.id))


class _Page(NamedTuple):
    id: str
    title: str | None
    location: str
    #: when it was written, else what it says
    date: Date | None
    #: ISO day
    written: str

    @property
    def label(self) -> str:
        """Its title, else where it is from."""
        return self.title or self.location

    @classmethod
    def of(cls, document: Document) -> _Page:
        date = document.dated
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

    def reasons(
        self, pages: Sequence[_Page], first: Ints, second: Ints, score: Floats
    ) -> dict[int, tuple[str, ...]]:
        """Return for each story why its pages are one, and which near page is not in it.

        ``first``, ``second`` and ``score`` are the pairs of near pages, likest first.
        """
        inside: dict[int, list[str]] = defaultdict(list)
        outside: dict[int, list[str]] = defaultdict(list)
        for a, b, alike in zip(first.tolist(), second.tolist(), score.tolist(), strict=True):
            roots = int(self.root[a]), int(self.root[b])
            told = inside if roots[0] == roots[1] else outside
            most = _TOGETHER if told is inside else _APART
            for root in dict.fromkeys(roots):
                if len(told[root]) < most:
                    told[root].append(_why(pages[a], pages[b], alike, one_story=told is inside))
        return {root: (*inside[root], *outside[root]) for root in {*inside, *outside}}


def _why(one: _Page, other: _Page, alike: float, *, one_story: bool) -> str:
    """Return why two pages are one story, or are not."""
    days = _days_apart(one.date, other.date)
    words = alike / _fade(one.date, other.date)
    written = {None: "", 0: ", on one day"}.get(days, f", {counted(days or 0, 'day')} apart")
    news = f"“{one.label}” and “{other.label}” tell news that is alike by {words:.2f} of 1{written}"
    if one_story:
        return f"{news}: one story."
    if words >= _ONE > alike:
        return f"{news}: too long for one story."
    return f"{news}: too little, with the other pages of each, for one story."


def _days_apart(one: Date | None, other: Date | None) -> int | None:
    """Return the days between two dates, 0 where they may be of one day; none if one has none."""
    if one is None or other is None:
        return None
    first, second = sorted((one, other), key=lambda d: (d.earliest, d.latest))
    return max(0, (second.first - first.last).days)


def _fade(one: Date | None, other: Date | None) -> float:
    days = _days_apart(one, other)
    if days is None:
        return 1.0
    return _SAME_WEEK if days <= _WEEK else math.exp(-math.log(2) * days / _HALF_LIFE)


def _story(members: Sequence[_Page], reasons: tuple[str, ...]) -> Story:
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
        reasons=reasons,
    )
