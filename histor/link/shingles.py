"""Which pages share how many shingles, counted without holding every pair at once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

import numpy as np

from histor.link.rows import Ints

__all__ = ["Shingles"]

#: shingles that are sorted together, and pages whose partners are counted together
_SORTED, _COUNTED = 4_000_000, 200


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
        pages, groups = self._shared(most)
        if not len(pages):
            return
        starts = np.frombuffer(self._starts, dtype=np.int64)
        sizes: Ints = starts[1:] - starts[:-1]
        # a group's pages stand together, rising
        ends = np.searchsorted(groups, groups, side="right")
        # every entry is set beside those after it in its group
        after = ends - np.arange(len(groups)) - 1
        order = np.argsort(pages, kind="stable")
        rising = pages[order]
        for block in range(0, len(sizes), _COUNTED):
            low, high = np.searchsorted(rising, (block, block + _COUNTED))
            own = order[low:high]
            many = after[own]
            first = np.repeat(pages[own], many)
            steps = np.arange(len(first)) - np.repeat(np.cumsum(many) - many, many)
            second = pages[np.repeat(own, many) + 1 + steps]
            pairs, counts = np.unique(first * len(sizes) + second, return_counts=True)
            one, other = np.divmod(pairs, len(sizes))
            fewer = np.minimum(sizes[one], sizes[other])
            kept = (fewer >= least) & (counts / np.maximum(fewer, 1) >= share)
            yield from zip(
                one[kept].tolist(), other[kept].tolist(), counts[kept].tolist(), strict=True
            )

    def _shared(self, most: int) -> tuple[Ints, Ints]:
        """Return the pages of the shingles that 2 to ``most`` have, and each one's shingle."""
        if not len(self._flat):
            return np.empty(0, np.int64), np.empty(0, np.int64)
        flat = np.frombuffer(self._flat, dtype=np.int64)
        starts = np.frombuffer(self._starts, dtype=np.int64)
        sizes: Ints = starts[1:] - starts[:-1]
        parts = 1 + len(flat) // _SORTED
        found, numbers, known = [], [], 0
        which = (flat & 0xFFFF) % parts
        owner = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        for part in range(parts):
            at = np.flatnonzero(which == part)
            order = at[np.argsort(flat[at], kind="stable")]
            values = flat[order]
            begins = np.flatnonzero(np.append(True, values[1:] != values[:-1]))
            many = np.diff(np.append(begins, len(values)))
            group = np.repeat(np.arange(len(begins)), many)
            kept = ((many > 1) & (many <= most))[group]
            found.append(owner[order[kept]].astype(np.int64))
            numbers.append(group[kept] + known)
            known += len(begins)
        return np.concatenate(found), np.concatenate(numbers)
