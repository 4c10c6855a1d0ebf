"""How far one page tells another's sentences, word for word weighed, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from histor.link.vectors import Vector, cosine

__all__ = ["InOrder", "in_order"]


class InOrder(NamedTuple):
    """What a page tells of another's sentences."""

    #: the mean cosine of the sentences with those that tell them, by their words, 0 to 1
    share: float
    #: the sentences set beside each other, by number, and their cosine
    pairs: list[tuple[int, int, float]]


def in_order(short: Sequence[tuple[Vector, int]], long: Sequence[tuple[Vector, int]]) -> InOrder:
    """Return how far a page tells a shorter one, aligned so that no sentence goes back.

    Several of the shorter page's sentences may stand in one of the other's, as who tells a thing
    again puts two sentences into one (dynamic time warping, Sakoe & Chiba 1978).

    Args:
        short, long: each sentence's vector, and how many words it has.
    """
    whole = sum(words for _, words in short)
    if not whole or not long:
        return InOrder(0.0, [])
    rows: list[list[float]] = [[0.0] * (len(long) + 1)]
    alike = [[cosine(mine, theirs) for theirs, _ in long] for mine, _ in short]
    for (_, words), near in zip(short, alike, strict=True):
        before, row = rows[-1], [0.0]
        for j, value in enumerate(near):
            row.append(max(before[j + 1], row[j], before[j + 1] + words * value))
        rows.append(row)
    return InOrder(rows[-1][-1] / whole, list(_path(rows, alike)))


def _path(
    rows: Sequence[Sequence[float]], alike: Sequence[Sequence[float]]
) -> list[tuple[int, int, float]]:
    """Return the sentences that the best alignment sets beside each other."""
    found = []
    i, j = len(rows) - 1, len(rows[-1]) - 1
    while i and j:
        if rows[i][j] == rows[i][j - 1]:
            j -= 1
        else:
            if rows[i][j] > rows[i - 1][j]:
                found.append((i - 1, j - 1, alike[i - 1][j - 1]))
            i -= 1
    return found[::-1]
