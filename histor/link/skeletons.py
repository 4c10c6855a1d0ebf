"""The names and numbers of a page in their order: what stays when every other word is changed.

A rewrite, a machine's synonyms and a translation back put other words for the original's, but name
the same people, places and numbers in the same sentences, one after the other. Independent reports
of one event share names too, in another order and other company.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

__all__ = ["Skeleton", "skeleton", "told_in_order"]

#: each sentence's names and numbers, those without any left out
Skeleton = Sequence[frozenset[str]]
_ENTITY = "ent_"
#: share below which the order is not looked at
_LEAST = 0.3


def skeleton(sentences: Iterable[Sequence[str]]) -> Skeleton:
    """Return the names and numbers of a page's sentences, of their words as linking weighs them."""
    found = (
        frozenset(w for w in own if w.startswith(_ENTITY) or w[0].isdigit()) for own in sentences
    )
    return [own for own in found if own]


def told_in_order(short: Skeleton, long: Skeleton, rarity: Callable[[str], float]) -> float:
    """Return the share of a page's names and numbers that another tells in the same order, 0 to 1.

    Weighed by rarity, aligned sentence by sentence (Needleman & Wunsch 1970).

    >>> told_in_order([{"a"}, {"b"}], [{"a"}, {"c"}, {"b"}], lambda w: 1.0)
    1.0
    >>> told_in_order([{"a"}, {"b"}], [{"b"}, {"a"}], lambda w: 1.0)
    0.5
    """
    weights = {w: rarity(w) for own in short for w in own}
    whole = sum(weights[w] for own in short for w in own)
    if not whole:
        return 0.0
    known = {w for other in long for w in other}
    shared = sum(weights[w] for own in short for w in own & known)
    if shared < _LEAST * whole:  # what is not shared at all is not told in order
        return shared / whole
    before = [0.0] * (len(long) + 1)
    for own in short:
        row = [0.0]
        for j, other in enumerate(long):
            told = before[j] + sum(weights[w] for w in own & other)
            row.append(max(before[j + 1], row[j], told))
        before = row
    return before[-1] / whole
