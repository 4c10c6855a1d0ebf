"""How near two pages are to each other, and beside how near others are to them.

Pages on one story have the same pages around them (shared nearest neighbours, Jarvis & Patrick
1973): a cosine that is much in a heap on many matters is little in a heap on one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from histor.link.rows import Floats
from histor.link.vectors import News

__all__ = ["NearPages", "Nearness"]

#: cosine from which a page is one of another's nearest, and how many of them are
_LEAST, _NEAREST = 0.05, 7
#: nearest pages beside whose cosine another is set, and how much more than theirs counts
_BESIDE, _MOST = 5, 2.0
#: pages whose nearest are kept at hand
_KEPT = 100_000


class Nearness(NamedTuple):
    """How near the pages of some pairs are; a page is as near to itself as can be."""

    #: of their words
    cosine: Floats
    #: share of their nearest pages, themselves among them, that both have
    shared: Floats
    #: the cosine beside the mean of that of their nearest pages
    beside: Floats


class NearPages:
    """The pages of a case, by how near they are."""

    def __init__(self, news: News) -> None:
        """Take the pages as they are weighed."""
        self._news = news
        self._around_of = lru_cache(_KEPT)(self._around)

    def between(self, one: NDArray[np.integer], other: NDArray[np.integer]) -> Nearness:
        """Return how near the pages of each pair are, by their numbers.

        Each pair is looked at once; those that come page by page are told soonest.
        """
        low, high = np.minimum(one, other).astype(np.int64), np.maximum(one, other)
        once, which = np.unique(low << 32 | high, return_inverse=True)
        first, second = once >> 32, once & 0xFFFFFFFF
        found = np.ones((3, len(once)))
        edges = np.flatnonzero(np.diff(first)) + 1
        for places in np.split(np.arange(len(once)), edges):
            if len(places):
                found[0, places] = self._news.cosines(int(first[places[0]]), second[places])
        for n in np.flatnonzero(first != second).tolist():
            mine, my_mean = self._around_of(int(first[n]))
            theirs, their_mean = self._around_of(int(second[n]))
            found[1, n] = len(mine & theirs) / min(len(mine), len(theirs))
            found[2, n] = min(_MOST, found[0, n] / ((my_mean * their_mean) ** 0.5 or 1.0))
        found[:, first == second] = 1.0
        return Nearness(*found[:, which])

    def _around(self, page: int) -> tuple[frozenset[int], float]:
        """Return a page and those nearest to it, and the mean cosine of the nearest."""
        near = self._news.near_numbers(page, _LEAST, _NEAREST)
        beside = [c for _, c in near[:_BESIDE]]
        return frozenset([page, *(n for n, _ in near)]), sum(beside) / max(1, len(beside))
