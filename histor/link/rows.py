"""Many short lists of numbers as one table: who has what, and how much two of them share.

Words and pages are numbers here, so that a page costs some bytes a word (compressed sparse rows,
Gustavson 1978) and a page is held against a hundred others at once.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["Floats", "Holders", "Ints", "Numbering", "Rows", "Shared", "shared", "summed"]

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]


class Numbering:
    """Words as numbers, in the order in which they come."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.words)

    def of(self, word: str) -> int:
        """Return a word's number; a new one if it has none."""
        known = self._numbers.get(word)
        if known is None:
            known = self._numbers[word] = len(self.words)
            self.words.append(word)
        return known

    def known(self, word: str) -> int | None:
        """Return a word's number, if it has one."""
        return self._numbers.get(word)

    def ranks(self) -> Ints:
        """Return each word's place in the order of the alphabet."""
        found = np.empty(len(self.words), np.int64)
        found[sorted(range(len(self.words)), key=self.words.__getitem__)] = np.arange(len(found))
        return found


class Rows:
    """Rows of numbered things, each thing once a row."""

    def __init__(self) -> None:
        self._things = array("i")
        self._starts = array("q", [0])

    def append(self, things: Sequence[int]) -> None:
        """Add a row."""
        self._things.extend(things)
        self._starts.append(len(self._things))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, row: int) -> array[int]:
        return self._things[self._starts[row] : self._starts[row + 1]]

    @property
    def flat(self) -> NDArray[np.int32]:
        """All rows, one after the other; not to be kept while rows are added."""
        return np.frombuffer(self._things, dtype=np.int32) if self._things else _NONE

    @property
    def starts(self) -> Ints:
        """Where each row begins in ``flat``, and where the last ends."""
        return np.frombuffer(self._starts, dtype=np.int64)

    def counts(self, things: int) -> Ints:
        """Return how many rows have each of so many things."""
        return np.bincount(self.flat, minlength=things)

    def sizes(self, rows: Ints) -> Ints:
        """Return how many things some rows have; the others are not looked at."""
        starts = self.starts
        size: Ints = starts[rows + 1] - starts[rows]
        return size

    def places(self, rows: Ints) -> tuple[Ints, Ints]:
        """Return where the entries of some rows stand in ``flat``, and where each row begins."""
        size = self.sizes(rows)
        begins = np.concatenate(([0], np.cumsum(size)))
        places = np.repeat(self.starts[rows] - begins[:-1], size) + np.arange(begins[-1])
        return places, begins


class Holders:
    """The rows that have each thing, rising; of things that at most so many rows have."""

    def __init__(self, rows: Rows, things: int, most: int) -> None:
        self.counts = rows.counts(things)
        sizes = np.where(self.counts <= most, self.counts, 0)
        self._starts = np.concatenate(([0], np.cumsum(sizes)))
        kind = np.int32 if len(rows.flat) < _SMALL else np.int64
        #: places in ``rows.flat``, thing by thing
        self.places: NDArray[np.integer] = np.empty(self._starts[-1], kind)
        self.rows = np.empty(len(self.places), np.int32)
        # so many things at once as have some millions of holders
        edges = np.searchsorted(self._starts, np.arange(0, len(self.places), _SORTED), side="right")
        for low, high in pairwise([*np.unique(edges - 1).tolist(), things]):
            places = _having(rows.flat, low, high, sizes)
            own = slice(self._starts[low], self._starts[high])
            self.places[own] = places
            self.rows[own] = np.searchsorted(rows.starts, places, side="right") - 1

    def of(self, thing: int) -> slice:
        """Return where a thing's holders stand in ``rows`` and ``places``."""
        return slice(int(self._starts[thing]), int(self._starts[thing + 1]))


def _having(flat: NDArray[np.int32], low: int, high: int, sizes: Ints) -> Ints:
    """Return where the things from one on and before another stand, thing by thing.

    Left out are those of no size.
    """
    found = [np.empty(0, np.int64)]
    for at in range(0, len(flat), _SORTED):
        some = flat[at : at + _SORTED]
        inside = np.flatnonzero((some >= low) & (some < high))
        found.append(at + inside[sizes[some[inside]] > 0])
    places = np.concatenate(found)
    return places[np.argsort(flat[places], kind="stable")]


class Shared(NamedTuple):
    """What the rows of each pair have in common, pair by pair."""

    #: the pair's number
    pairs: Ints
    #: places of the thing in the one table's ``flat``, and in the other's
    one: Ints
    other: Ints


def shared(one: Rows, first: Ints, other: Rows, second: Ints) -> Shared:
    """Return what each row of ``first`` shares with the row of ``second`` beside it.

    The rows of both tables must rise. All pairs are looked up in one sorted array, so that a pair
    costs some microseconds.
    """
    here, there = one.places(first)[0], other.places(second)[0]
    mine = _keys(one, first, here)
    theirs = _keys(other, second, there)
    if not len(mine) or not len(theirs):
        nothing = np.empty(0, np.int64)
        return Shared(nothing, nothing, nothing)
    found = np.minimum(np.searchsorted(theirs, mine), len(theirs) - 1)
    hits = np.flatnonzero(theirs[found] == mine)
    return Shared(mine[hits] >> 32, here[hits], there[found[hits]])


def _keys(rows: Rows, which: Ints, places: Ints) -> Ints:
    """Return the entries of some rows as numbers that rise from row to row and within each."""
    starts = rows.starts
    pairs = np.repeat(np.arange(len(which)), starts[which + 1] - starts[which])
    keys: Ints = pairs << 32 | rows.flat[places]
    return keys


_NONE = np.empty(0, np.int32)
#: entries up to which their places are kept in four bytes, and that are sorted together
_SMALL, _SORTED = 2**31, 2_000_000


def summed(values: Floats, begins: Ints) -> Floats:
    """Return the sum of each run of values; ``begins`` holds where runs begin, and the end."""
    if not len(values):
        return np.zeros(len(begins) - 1)
    sums = np.add.reduceat(np.append(values, 0.0), begins[:-1])
    sums[np.diff(begins) == 0] = 0.0
    return sums
