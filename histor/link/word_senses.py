"""Which words can name one event: "quake" and "earthquake", "foil" and "thwart".

From WordNet 3.0 (Fellbaum 1998), by the share of a word's uses that have a sense in common with
another's; and from the nearness of the two words' vectors, which knows "riot" and "unrest".
``training/event_senses.py`` makes the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

__all__ = ["WordSenses", "word_senses"]

#: cosine of two words' vectors, and share of their uses in one sense, from which they are near
_ALIKE, _SHARED = 0.45, 0.05


class WordSenses:
    """The table: words, their vectors and senses."""

    def __init__(self) -> None:
        """Read the table that ships."""
        data = files("histor.link.data").joinpath("event_senses.npz").read_bytes()
        with np.load(BytesIO(data)) as table:
            words = bytes(table["words"].item()).decode().split()
            vectors = table["vectors"].astype(np.float32)
            ends = table["ends"].tolist()
            senses, shares = table["senses"].tolist(), (table["shares"] / 255).tolist()
        self._at = {word: n for n, word in enumerate(words)}
        self._vectors: NDArray[np.float32] = vectors / np.maximum(
            np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9
        )
        starts = [0, *ends[:-1]]
        self._senses = [
            dict(zip(senses[a:b], shares[a:b], strict=True))
            for a, b in zip(starts, ends, strict=True)
        ]
        self._known: dict[tuple[int, int], tuple[float, float]] = {}

    def __contains__(self, word: str) -> bool:
        """Say whether the table has a word, in its base form."""
        return word in self._at

    def likeness(self, one: Iterable[str], other: Iterable[str]) -> tuple[float, float]:
        """Return how far some words mean the same as others, by the best pair, each 0 to 1.

        The share of uses in one sense, and the cosine of the vectors, in hundredths.
        """
        mine = [self._at[w] for w in one if w in self._at]
        theirs = [self._at[w] for w in other if w in self._at]
        sense = near = 0.0
        for a in mine:
            for b in theirs:
                pair = (a, b) if a <= b else (b, a)
                if pair not in self._known:
                    self._known[pair] = self._compared(*pair)
                shared, cosine = self._known[pair]
                sense, near = max(sense, shared), max(near, cosine)
        return sense, near

    def _compared(self, a: int, b: int) -> tuple[float, float]:
        mine, theirs = self._senses[a], self._senses[b]
        shared = max((min(x, theirs[s]) for s, x in mine.items() if s in theirs), default=0.0)
        # rounded, so that the machine's sums cannot be seen
        return shared, round(max(0.0, float(self._vectors[a] @ self._vectors[b])), 2)

    def near(self, words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Return for each of some words those among them that can name the same event."""
        known = sorted(w for w in set(words) if w in self._at)
        at = np.array([self._at[w] for w in known], np.int64)
        holders: dict[int, list[int]] = {}
        for n, place in enumerate(at.tolist()):
            for sense, share in self._senses[place].items():
                if share >= _SHARED:
                    holders.setdefault(sense, []).append(n)
        vectors = self._vectors[at]
        found: dict[str, tuple[str, ...]] = {}
        for n, place in enumerate(at.tolist()):
            others = set(np.flatnonzero(np.round(vectors @ vectors[n], 2) >= _ALIKE).tolist())
            for sense, share in self._senses[place].items():
                if share >= _SHARED:
                    others.update(holders[sense])
            others.discard(n)
            found[known[n]] = tuple(known[m] for m in sorted(others))
        return found


@cache
def word_senses() -> WordSenses:
    """Return the table."""
    return WordSenses()
