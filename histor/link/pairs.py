"""Which of many things to compare: those that share something few others have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable

__all__ = ["pairs_sharing"]


def pairs_sharing(
    marks: Iterable[tuple[int, Iterable[Hashable]]], most: int
) -> list[tuple[int, int]]:
    """Return the pairs of numbered things that share a mark, each once, in order.

    Args:
        marks: the things by number, rising, and the marks of each.
        most: holders of one mark beyond which it proposes no pair, so that the cost grows with
            the things and not with their square.
    """
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for n, own in marks:
        for mark in own:
            holders[mark].append(n)
    return sorted(
        {
            (first, second)
            for having in holders.values()
            if len(having) <= most
            for i, first in enumerate(having)
            for second in having[i + 1 :]
        }
    )
