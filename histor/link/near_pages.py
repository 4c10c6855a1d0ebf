"""How near two pages are to each other, and beside how near others are to them.

Pages on one story have the same pages around them (shared nearest neighbours, Jarvis & Patrick
1973): a cosine that is much in a heap on many matters is little in a heap on one.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from histor.link.rows import Floats, Ints
from histor.link.vectors import News

__all__ = ["NearPages", "Nearness"]

#: cosine from which a page is one of another's nearest, and how many of them are
_LEAST, _NEAREST = 0.05, 7
#: nearest pages beside whose cosine another is set, and how much more than theirs counts
_BESIDE, _MOST = 5, 2.0
_NOBODY = -1


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
        #: each page and those nearest to it, and the mean cosine of the nearest; once asked for
        self._around = np.full((len(news.ids), 1 + _NEAREST), _NOBODY, np.int32)
        self._mean = np.zeros(len(news.ids))

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
        found[1:, first != second] = self._beside(
            first[first != second], second[first != second], found[0, first != second]
        )
        found[:, first == second] = 1.0
        return Nearness(*found[:, which])

    def _beside(self, one: Ints, other: Ints, cosines: Floats) -> Floats:
        """Return what two pages share of their nearest, and their cosine beside that of these."""
        for page in np.unique(np.concatenate((one, other))).tolist():
            if self._around[page, 0] == _NOBODY:
                near = self._news.near_numbers(page, _LEAST, _NEAREST)
                self._around[page, : 1 + len(near)] = [page, *(n for n, _ in near)]
                beside = [c for _, c in near[:_BESIDE]]
                self._mean[page] = sum(beside) / max(1, len(beside))
        mine, theirs = self._around[one], self._around[other]
        fewer = np.minimum((mine != _NOBODY).sum(axis=1), (theirs != _NOBODY).sum(axis=1))
        both = (mine[:, :, None] == theirs[:, None, :]) & (mine[:, :, None] != _NOBODY)
        usual = np.sqrt(self._mean[one] * self._mean[other])
        usual[usual == 0] = 1.0
        return np.stack((both.sum(axis=(1, 2)) / fewer, np.minimum(_MOST, cosines / usual)))
