"""Which of many things to compare: those that share something few others have."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator

import numpy as np

from histor.link.rows import Ints
from histor.link.shingles import Shingles

__all__ = ["pairs_sharing"]


def pairs_sharing(
    marks: Iterable[tuple[int, Iterable[Hashable]]], most: int
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of numbered things that share a mark, each once, in order.

    Args:
        marks: the things by number, rising, and the marks of each.
        most: holders of one mark beyond which it proposes no pair, so that the cost grows with
            the things and not with their square.
    """
    numbers = array("q")

    def own(things: Iterable[tuple[int, Iterable[Hashable]]]) -> Iterator[Ints]:
        for n, marked in things:
            numbers.append(n)
            yield np.array(sorted({hash(mark) for mark in marked}), np.int64)

    for first, second, _ in Shingles(own(marks)).sharing(most, 0, 0.0):
        yield numbers[first], numbers[second]
