"""The connected parts of a graph."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from histor.link.rows import Ints

__all__ = ["connected"]


def connected(count: int, first: Iterable[int], second: Iterable[int]) -> Ints:
    """Return for each of ``count`` things the least of those that pairs connect it with."""
    root = list(range(count))

    def find(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for one, other in zip(first, second, strict=True):
        a, b = find(one), find(other)
        root[max(a, b)] = min(a, b)
    return np.array([find(n) for n in range(count)], np.int64)
