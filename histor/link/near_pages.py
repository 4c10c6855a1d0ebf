"""How near two pages are to each other, and beside how near others are to them.

Pages on one story have the same pages around them (shared nearest neighbours, Jarvis & Patrick
1973): a cosine that is much in a heap on many matters is little in a heap on one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from histor.link.vectors import News, cosine

__all__ = ["NearPages", "Nearness"]

#: cosine from which a page is one of another's nearest, and how many of them are
_LEAST, _NEAREST = 0.05, 7
#: nearest pages beside whose cosine another is set, and how much more than theirs counts
_BESIDE, _MOST = 5, 2.0
#: pairs of pages that are kept at hand
_KEPT = 100_000


class Nearness(NamedTuple):
    """How near two pages are; a page is as near to itself as can be."""

    #: of their words
    cosine: float = 1.0
    #: share of their nearest pages, themselves among them, that both have
    shared: float = 1.0
    #: the cosine beside the mean of that of their nearest pages
    beside: float = 1.0


class NearPages:
    """The pages of a case, by how near they are."""

    def __init__(self, news: News) -> None:
        """Take the pages as they are weighed."""
        self._news = news
        self._between = lru_cache(_KEPT)(self._nearness)
        self._around_of = lru_cache(_KEPT)(self._around)

    def between(self, one: str, other: str) -> Nearness:
        """Return how near two pages are, by their ids."""
        return Nearness() if one == other else self._between(*sorted((one, other)))

    def _nearness(self, one: str, other: str) -> Nearness:
        alike = cosine(self._news.page_vector(one), self._news.page_vector(other))
        (mine, my_mean), (theirs, their_mean) = self._around_of(one), self._around_of(other)
        return Nearness(
            alike,
            len(mine & theirs) / min(len(mine), len(theirs)),
            min(_MOST, alike / ((my_mean * their_mean) ** 0.5 or 1.0)),
        )

    def _around(self, page: str) -> tuple[frozenset[str], float]:
        """Return a page and those nearest to it, and the mean cosine of the nearest."""
        near = self._news.near(page, _LEAST, _NEAREST)
        beside = [c for _, c in near[:_BESIDE]]
        return frozenset([page, *(d for d, _ in near)]), sum(beside) / max(1, len(beside))
