"""What a case tells as done or announced, of one type, as columns: a window is asked at once.

What was foretold is set against all that can have come of it, and in a large case that is much.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray

from histor.link.accounts import column
from histor.link.rows import Ints, Numbering, Rows
from histor.records import Date, Event

__all__ = ["Deeds"]

#: days from which a date is vague
_WEEK = 7
_NOWHERE = -1
_Bools = NDArray[np.bool_]


class Deeds:
    """Dated events of one type, in their order: by their first day."""

    def __init__(self, parties: Numbering) -> None:
        """Take the numbers of parties and places, which several types share."""
        self._parties = parties
        #: place of each among all events
        self._events = array("i")
        self._firsts, self._lasts = array("i"), array("i")
        self._actors, self._recipients, self._places = Rows(), Rows(), array("i")

    def add(self, event: Event, place: int) -> None:
        """Add an event that stands at a place among all; none without a date is kept."""
        if event.date is None:
            return
        number = self._parties.of
        self._events.append(place)
        self._firsts.append(event.date.first.toordinal())
        self._lasts.append(event.date.last.toordinal())
        self._actors.append([number(a) for a in event.actors])
        self._recipients.append([number(r) for r in event.recipients])
        self._places.append(number(event.place) if event.place else _NOWHERE)

    def fulfilling(self, warned: Event, window: Date) -> Iterator[int]:
        """Yield which of all events fall into a window and are by and to whom it was foretold.

        Neither before the window nor, if its date is vague, after it.
        """
        low, high = self._between(window)
        first, last = column(self._firsts)[low:high], column(self._lasts)[low:high]
        fitting = (last - first <= _WEEK) | (last <= window.last.toordinal())
        if warned.actors:
            fitting &= self._share(self._actors, warned.actors, low, high)
        to = [*warned.recipients, *([warned.place] if warned.place else [])]
        if to:
            fitting &= self._share(self._recipients, to, low, high) | self._at(to, low, high)
        return (self._events[low + n] for n in np.flatnonzero(fitting).tolist())

    def overlapping(self, warned: Event, window: Date, known: Deeds) -> Iterator[int]:
        """Yield which of all events may fall into a window and may be what was foretold.

        Left out are those by or to others, and those vaguely dated that a like deed among ``known``
        dates to days outside the window.
        """
        high = int(np.searchsorted(column(self._firsts), window.last.toordinal(), side="right"))
        fitting = column(self._lasts)[:high] >= window.first.toordinal()
        for rows, own in ((self._actors, warned.actors), (self._recipients, warned.recipients)):
            if own:
                untold = np.diff(rows.starts)[:high] == 0
                fitting &= untold | self._share(rows, own, 0, high)
        for n in np.flatnonzero(fitting).tolist():
            if not known._dates(self, n, window):
                yield self._events[n]

    def _dates(self, other: Deeds, n: int, window: Date) -> bool:
        """Say whether a deed here dates a vaguely dated one to days outside the window."""
        begins, ends = other._firsts[n], other._lasts[n]
        if ends - begins <= _WEEK:
            return False
        firsts = column(self._firsts)
        low = int(np.searchsorted(firsts, begins))
        high = int(np.searchsorted(firsts, ends, side="right"))
        first, last = firsts[low:high], column(self._lasts)[low:high]
        inside = (window.first.toordinal() <= first) & (first <= window.last.toordinal())
        fitting = (last - first <= 1) & ~inside
        if not fitting.any():
            return False
        names = self._parties.words
        own = {*other._actors[n], *other._recipients[n], other._places[n]} - {_NOWHERE}
        parties = [names[p] for p in own]
        fitting &= (
            self._share(self._actors, parties, low, high)
            | self._share(self._recipients, parties, low, high)
            | self._at(parties, low, high)
        )
        return bool(fitting.any())

    def _between(self, window: Date) -> tuple[int, int]:
        """Return the bounds of those that begin in a window."""
        first, last = window.first.toordinal(), window.last.toordinal()
        firsts = column(self._firsts)
        return int(np.searchsorted(firsts, first)), int(np.searchsorted(firsts, last, side="right"))

    def _share(self, rows: Rows, parties: Collection[str], low: int, high: int) -> _Bools:
        """Say which of some rows hold any of some parties."""
        starts = rows.starts[low : high + 1]
        met = np.flatnonzero(np.isin(rows.flat[starts[0] : starts[-1]], self._numbers(parties)))
        found = np.zeros(high - low, bool)
        found[np.searchsorted(starts, starts[0] + met, side="right") - 1] = True
        return found

    def _at(self, places: Collection[str], low: int, high: int) -> _Bools:
        found: _Bools = np.isin(column(self._places)[low:high], self._numbers(places))
        return found

    def _numbers(self, parties: Collection[str]) -> Ints:
        known = (self._parties.known(p) for p in parties)
        return np.array([n for n in known if n is not None], np.int64)
