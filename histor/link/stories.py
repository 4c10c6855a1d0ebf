"""Pages about one running story.

Pages are joined nearest first, as long as the average likeness of the two sides stays high
(average linkage, Sokal & Michener 1958) over each page's nearest neighbours, so that the cost grows
with the pages. Likeness falls with the days between the pages: the same words weeks later are a
follow-up or another event.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from histor.link.vectors import News
from histor.records import Document, Story, make_id

__all__ = ["CLOSE", "find_stories"]

#: neighbours of a page, and cosine from which two pages can tell one story
_NEIGHBOURS, _NEAR = 30, 0.08
#: average likeness of two groups of pages from which they are one story
_ONE = 0.17
#: the same for pages weighed by their case alone, which tell one matter of the case's story
CLOSE = 0.13
#: days after which likeness counts half
_HALF_LIFE = 45.0
#: days within which two pages are of one week, and how much more alike that makes them
_WEEK, _SAME_WEEK = 7, 1.5


def find_stories(
    documents: Mapping[str, Document], news: News, one: float = _ONE
) -> tuple[Story, ...]:
    """Return the stories by id; each page is in one, and a page alone is a story of one.

    Args:
        documents: by id, with the day each was written where that is known.
        news: their words; weighed against other news, if not for :data:`CLOSE`.
        one: average likeness of two groups of pages from which they are one story.
    """
    edges = sorted(
        {
            (-round(score * _fade(documents[a], documents[b]), 9), min(a, b), max(a, b))
            for a in sorted(documents)
            for b, score in news.near(a, _NEAR, _NEIGHBOURS)
        }
    )
    likeness: dict[str, dict[str, float]] = {d: {} for d in documents}
    for score, a, b in edges:
        likeness[a][b] = likeness[b][a] = -score
    root = {d: d for d in documents}
    members = {d: [d] for d in sorted(documents)}
    for score, a, b in edges:
        left, right = sorted((root[a], root[b]))
        if left == right or -score < one:
            continue
        if _average(members[left], members[right], likeness) >= one:
            for document in members.pop(right):
                root[document] = left
                members[left].append(document)
    return tuple(sorted((_story(m, documents) for m in members.values()), key=lambda s: s.id))


def _average(
    a: Sequence[str], b: Sequence[str], likeness: Mapping[str, Mapping[str, float]]
) -> float:
    if len(b) < len(a):
        a, b = b, a
    inside = set(b)
    total = sum(score for d in a for other, score in likeness[d].items() if other in inside)
    return total / (len(a) * len(b))


def _fade(a: Document, b: Document) -> float:
    days = _days_apart(a, b)
    if days is not None and days <= _WEEK:
        return _SAME_WEEK
    return 1.0 if days is None else math.exp(-math.log(2) * days / _HALF_LIFE)


def _days_apart(a: Document, b: Document) -> int | None:
    one, other = a.written or a.page_date, b.written or b.page_date
    if one is None or other is None:
        return None
    first, second = sorted((one, other), key=lambda d: (d.earliest, d.latest))
    gap = second.first - first.last
    return max(0, gap.days)


def _story(members: Sequence[str], documents: Mapping[str, Document]) -> Story:
    inside = sorted(members)
    dates = [d for m in inside if (d := documents[m].written or documents[m].page_date)]
    titled = sorted(
        (documents[m] for m in inside if documents[m].title),
        key=lambda d: (d.written.earliest if d.written else "9999", d.id),
    )
    return Story(
        id=make_id("story", *inside),
        title=(titled[0].title if titled else None) or documents[inside[0]].location,
        documents=tuple(inside),
        earliest=min((d.earliest for d in dates), default=None),
        latest=max((d.latest for d in dates), default=None),
    )
