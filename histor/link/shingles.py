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
        if not len(pages):
            return
        sizes = np.diff(np.frombuffer(self._starts, dtype=np.int64))
        order = np.argsort(pages, kind="stable")
        blocks = np.searchsorted(pages, np.arange(0, len(sizes) + _COUNTED, _COUNTED), sorter=order)
        for low, high in pairwise(blocks.tolist()):
            own = order[low:high]
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
        found, following = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
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
            found.append((np.searchsorted(starts, entries, side="right") - 1).astype(np.int32))
            many = many[kept]
            after = np.repeat(np.cumsum(many), many) - np.arange(1, len(entries) + 1)
            following.append(after.astype(np.int32))
        return np.concatenate(found), np.concatenate(following)
