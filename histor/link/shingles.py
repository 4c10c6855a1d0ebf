"""Which pages share how many shingles, counted without holding every pair at once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from histor.link.rows import Ints

__all__ = ["Shingles"]

#: shingles that are sorted together, and pages whose partners are counted together
_SORTED, _COUNTED = 1_000_000, 200
#: pages whose entries are put in order together
_ORDERED = 10_000


class Shingles:
    """The shingles of each page, as numbers; each once a page."""

    def __init__(self, pages: Iterable[Ints]) -> None:
        self._flat = array("q")
        self._starts = array("q", [0])
        for own in pages:
            self._flat.frombytes(own.astype(np.int64).tobytes())
            self._starts.append(len(self._flat))

    def size(self, page: int) -> int:
        """Return how many shingles a page has."""
        return self._starts[page + 1] - self._starts[page]

    def sharing(self, most: int, least: int, share: float) -> Iterator[tuple[int, int, int]]:
        """Yield the pairs of pages that share shingles, the lesser first, and how many, in order.

        Args:
            most: pages with a shingle beyond which it does not count.
            least: shingles that both pages of a pair must have.
            share: what the pair must share of the shingles of the page that has fewer.
        """
        pages, after = self._shared(most)
        sizes = np.diff(np.frombuffer(self._starts, dtype=np.int64))
        for own in _by_pages(pages, len(sizes)):
            beside = after[own].astype(np.int64)
            first = np.repeat(pages[own].astype(np.int64), beside)
            steps = np.arange(len(first)) - np.repeat(np.cumsum(beside) - beside, beside)
            second = pages[np.repeat(own, beside) + 1 + steps]
            pairs, counts = np.unique(first * len(sizes) + second, return_counts=True)
            one, other = np.divmod(pairs, len(sizes))
            fewer = np.minimum(sizes[one], sizes[other])
            kept = (fewer >= least) & (counts / np.maximum(fewer, 1) >= share)
            yield from zip(
                one[kept].tolist(), other[kept].tolist(), counts[kept].tolist(), strict=True
            )

    def _shared(self, most: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return the pages of each shingle that 2 to ``most`` have, and how many come after each.

        A shingle's pages stand together, rising; every entry is to be set beside those after it.
        """
        flat = np.frombuffer(self._flat, dtype=np.int64) if self._flat else np.empty(0, np.int64)
        starts = np.frombuffer(self._starts, dtype=np.int64)
        parts = 1 + len(flat) // _SORTED
        # arrays that grow in their place: joining pieces would hold all of them twice
        found, following = array("i"), array("i")
        for part in range(parts):
            at = np.concatenate(
                [
                    start + np.flatnonzero((flat[start : start + _SORTED] & 0xFFFF) % parts == part)
                    for start in range(0, len(flat) + 1, _SORTED)
                ]
            )
            at = at[np.argsort(flat[at], kind="stable")]
            values = flat[at]
            begins = np.flatnonzero(np.append(True, values[1:] != values[:-1])[: len(values)])
            many = np.diff(np.append(begins, len(values)))
            kept = (many > 1) & (many <= most)
            entries = at[np.repeat(kept, many)]
            own = np.searchsorted(starts, entries, side="right") - 1
            found.frombytes(own.astype(np.int32).tobytes())
            many = many[kept]
            after = np.repeat(np.cumsum(many), many) - np.arange(1, len(entries) + 1)
            following.frombytes(after.astype(np.int32).tobytes())
        return _numbers(found), _numbers(following)


def _numbers(values: array[int]) -> NDArray[np.int32]:
    return np.frombuffer(values, dtype=np.int32) if values else np.empty(0, np.int32)


def _by_pages(pages: NDArray[np.int32], count: int) -> Iterator[Ints]:
    """Yield the places of the entries of some pages at a time, in order of page and place.

    Only the places of many pages, not of all, are put in order at once.
    """
    for first in range(0, count, _ORDERED):
        at = np.flatnonzero((pages >= first) & (pages < first + _ORDERED))
        at = at[np.argsort(pages[at], kind="stable")]
        bounds = np.arange(first, min(first + _ORDERED, count) + _COUNTED, _COUNTED)
        blocks = np.searchsorted(pages[at], bounds)
        for low, high in pairwise(blocks.tolist()):
            yield at[low:high]
