"""Average-link clustering of a sparse graph: what is most alike is joined first.

Pairs that were not compared count as unlike, though less than those that were, unless two clusters
share enough compared ones; the cost grows with the pairs (heap of the best joins, Müllner 2011).
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping

__all__ = ["average_link"]

#: compared pairs of two clusters that speak for the rest; what a pair that was not compared counts
_ENOUGH, _UNLIKE = 20, 0.4


def average_link(
    count: int,
    pairs: Mapping[tuple[int, int], float],
    least: float,
    joined: Callable[[int, int], bool],
) -> list[list[int]]:
    """Return clusters of ``range(count)``, each sorted, in the order of their first members.

    Args:
        count: how many there are.
        pairs: likeness of compared pairs (lesser, greater), 0 to 1.
        least: mean likeness from which two clusters are one.
        joined: told of two clusters by their least members before they become one; refuses by
            returning False, and else keeps the first for both.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    sums: dict[int, dict[int, tuple[float, int]]] = {i: {} for i in range(count)}
    heap: list[tuple[float, int, int, int, int]] = []

    def mean(a: int, b: int) -> float:
        total, known = sums[a][b]
        every = len(members[a]) * len(members[b])
        unknown = 0 if known >= _ENOUGH else every - known
        return total / (known + _UNLIKE * unknown)

    def push(a: int, b: int) -> None:
        value = mean(a, b)
        if value >= least:
            heapq.heappush(heap, (-value, a, b, len(members[a]), len(members[b])))

    for (a, b), value in sorted(pairs.items()):
        sums[a][b] = sums[b][a] = (value, 1)
        push(min(a, b), max(a, b))
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if a not in members or b not in members or b not in sums[a]:
            continue
        if (len(members[a]), len(members[b])) != (size_a, size_b):
            continue  # one of them has grown since; a newer entry stands for them
        if not joined(a, b):
            del sums[a][b], sums[b][a]
            continue
        members[a] = sorted(members[a] + members.pop(b))
        for other, (total, known) in sums.pop(b).items():
            del sums[other][b]
            if other != a:
                mine, seen = sums[a].get(other, (0.0, 0))
                sums[a][other] = sums[other][a] = (mine + total, seen + known)
        for other in sums[a]:
            push(min(a, other), max(a, other))
    return [members[i] for i in sorted(members)]
