"""The bounds of all accounts of a case, and which pairs of them can be one event at all."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from histor.link.accounts import column
from histor.link.bounds import SCALE, Bounds
from histor.link.rows import Ints, Numbering
from histor.records import Place

__all__ = ["Limits"]

#: pairs of accounts that are looked at together
_AT_ONCE = 100_000


class Limits:
    """The bounds of all accounts, each in some forty bytes."""

    def __init__(self) -> None:
        self._real = array("b")
        self._firsts, self._lasts = array("i"), array("i")
        self._places, self._modes = array("i"), array("i")
        self._weekdays, self._bare, self._days_of_year = array("b"), array("h"), array("h")
        self._addressed: dict[int, frozenset[str]] = {}
        #: the least and the most of each toll
        self._least, self._most = array("d"), array("d")
        self._items: dict[int, frozenset[tuple[str, int]]] = {}
        self._causes = array("b")
        self._cause, self._mode = Numbering(), Numbering()
        self._of_place: dict[Place, int] = {}
        self._place: list[Place] = []

    def append(self, bounds: Bounds) -> None:
        """Add the bounds of the next account."""
        if bounds.addressed:
            self._addressed[len(self._real)] = bounds.addressed
        if bounds.items:
            self._items[len(self._real)] = bounds.items
        self._real.append(bounds.real)
        self._firsts.append(bounds.first.toordinal())
        self._lasts.append(bounds.last.toordinal())
        self._least.append(bounds.toll[0])
        self._most.append(bounds.toll[1])
        self._weekdays.append(-1 if bounds.weekday is None else bounds.weekday)
        self._bare.append(bounds.bare_day or 0)
        self._days_of_year.append(bounds.day_of_year or 0)
        place, mode, cause = bounds.place, bounds.mode, bounds.cause
        self._causes.append(-1 if cause is None else self._cause.of(cause))
        own = -1 if place is None else self._of_place.setdefault(place, len(self._of_place))
        self._places.append(own)
        self._modes.append(-1 if mode is None else self._mode.of(mode))

    def each(self, accounts: Iterable[int]) -> list[Bounds]:
        """Return the bounds of some accounts, by their places in the order of adding."""
        if len(self._place) != len(self._of_place):
            self._place = list(self._of_place)
        return [self._at(n) for n in accounts]

    def _at(self, at: int) -> Bounds:
        real, place, mode, cause = (
            own[at] for own in (self._real, self._places, self._modes, self._causes)
        )
        return Bounds(
            bool(real),
            dt.date.fromordinal(self._firsts[at]),
            dt.date.fromordinal(self._lasts[at]),
            None if place < 0 else self._place[place],
            None if mode < 0 else self._mode.words[mode],
            self._addressed.get(at, frozenset()),
            (self._least[at], self._most[at]),
            None if self._weekdays[at] < 0 else self._weekdays[at],
            self._bare[at] or None,
            self._days_of_year[at] or None,
            self._items.get(at, frozenset()),
            None if cause < 0 else self._cause.words[cause],
        )

    def agree(
        self, order: Ints, first: NDArray[np.int32], second: NDArray[np.int32]
    ) -> NDArray[np.bool_]:
        """Say which pairs of accounts can be one event, by what any cluster of both would break.

        What :class:`~histor.link.bounds.Merging` judges by one account of a cluster (its place), or
        by all that a cluster names (the countries addressed), parts no two accounts for good.

        Args:
            order: the place of each account in the order of adding.
            first, second: the accounts of each pair.
        """
        found = np.empty(len(first), bool)
        for at in range(0, len(first), _AT_ONCE):
            some = slice(at, at + _AT_ONCE)
            found[some] = self._agree(order[first[some]], order[second[some]])
        return found

    def _agree(self, one: Ints, other: Ints) -> NDArray[np.bool_]:
        real, modes = column(self._real), column(self._modes)
        firsts, lasts = column(self._firsts), column(self._lasts)
        agreed = real[one] == real[other]
        causes = column(self._causes)
        for known in (modes, causes):
            agreed &= (known[one] < 0) | (known[other] < 0) | (known[one] == known[other])
        agreed &= (firsts[one] <= lasts[other]) & (firsts[other] <= lasts[one])
        least, most = column(self._least), column(self._most)
        told = np.flatnonzero((least[one] > 0) & (least[other] > 0))
        a, b = one[told], other[told]
        agreed[told] &= np.maximum(most[a], most[b]) / np.minimum(least[a], least[b]) <= SCALE
        found: NDArray[np.bool_] = agreed
        return found
