"""Which sentences of one text are those of another: the same, reworded, taken out or put in."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from histor.records import Document

__all__ = ["Pair", "align", "share_kept"]

#: likeness of two sentences' words (Indel, 0 to 1) from which one is the other reworded
_REWORDED = 0.5
#: sentences of a text that are compared for rewording, so that no page costs more than its share
_MOST = 1_000


class Pair(NamedTuple):
    """A sentence of the earlier and one of the later text, by number."""

    before: int
    after: int
    #: whether the words are the same
    same: bool


def align(before: Document, after: Document) -> tuple[Pair, ...]:
    """Return the sentences of two texts that are one, in the order of the later text.

    Sentences that stand in both are found in order first, then wherever they moved to; what is
    left is paired by the likeness of its words, the likest first.
    """
    old, new = _words(before), _words(after)
    pairs: list[Pair] = []
    for block in SequenceMatcher(None, old, new).get_matching_blocks():
        pairs += [Pair(block.a + n, block.b + n, True) for n in range(block.size)]
    pairs += _moved(old, new, pairs)
    pairs += _reworded(old, new, pairs)
    return tuple(sorted(pairs, key=lambda p: (p.after, p.before)))


def share_kept(before: Document, after: Document) -> float:
    """Return how much of the shorter text's sentences stands in the other, 0 to 1."""
    shorter = min(len(before.sentences), len(after.sentences))
    return len(align(before, after)) / shorter if shorter else 0.0


def _words(document: Document) -> list[tuple[str, ...]]:
    return [tuple(document.text[a:b].split()) for a, b in document.sentences]


def _left(count: int, taken: set[int]) -> list[int]:
    return [n for n in range(count) if n not in taken]


def _moved(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], pairs: Sequence[Pair]
) -> list[Pair]:
    places: dict[tuple[str, ...], list[int]] = {}
    for n in reversed(_left(len(old), {p.before for p in pairs})):
        places.setdefault(old[n], []).append(n)
    found: list[Pair] = []
    for n in _left(len(new), {p.after for p in pairs}):
        if places.get(new[n]):
            found.append(Pair(places[new[n]].pop(), n, True))
    return found


def _reworded(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], pairs: Sequence[Pair]
) -> list[Pair]:
    gone = _left(len(old), {p.before for p in pairs})[:_MOST]
    come = _left(len(new), {p.after for p in pairs})[:_MOST]
    if not gone or not come:
        return []
    likeness = cdist(
        [old[n] for n in gone],
        [new[n] for n in come],
        scorer=Indel.normalized_similarity,
        score_cutoff=_REWORDED,
    )
    rows, columns = likeness.nonzero()
    ranked = sorted(
        zip(rows.tolist(), columns.tolist(), strict=True),
        key=lambda at: (-likeness[at], abs(at[0] - at[1]), at),
    )
    found: list[Pair] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for row, column in ranked:
        if row not in used[0] and column not in used[1]:
            used[0].add(row)
            used[1].add(column)
            found.append(Pair(gone[row], come[column], False))
    return found
