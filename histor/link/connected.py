"""The connected parts of a graph."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from histor.link.rows import Ints

__all__ = ["connected"]

#: pairs that are taken out of their arrays together
_AT_ONCE = 100_000


def connected(count: int, first: NDArray[np.integer], second: NDArray[np.integer]) -> Ints:
    """Return for each of ``count`` things the least of those that pairs connect it with."""
    root = list(range(count))

    def find(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for at in range(0, len(first), _AT_ONCE):
        some = slice(at, at + _AT_ONCE)
        for one, other in zip(first[some].tolist(), second[some].tolist(), strict=True):
            a, b = find(one), find(other)
            root[max(a, b)] = min(a, b)
    return np.array([find(n) for n in range(count)], np.int64)
