"""Which days the pages of a case know from each other: strikes on one town, day after day.

Days next to each other may be one, by time zones, by night or by a slip. They are two where a page
tells of such a deed on both, or where several pages tell of it on the one and on the other.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from histor.link.accounts import Accounts, column
from histor.link.rows import Ints, Rows, shared

__all__ = ["KnownDays"]

#: pages that make a day known, and how many times as many may tell of the other
_PAGES, _TIMES = 2, 5
#: types of deeds that come day after day; what is done once is told with the days of its telling
_DEEDS = ("ASSAULT", "OTHER")
_NONE = -1
#: bits of a day's ordinal, and of a kind of events above it
_DAY, _KIND = 22, 12


class KnownDays:
    """What is told of on which days: by each page, and by how many of who or what was there."""

    def __init__(self, own: Accounts, towns: Rows) -> None:
        """Take accounts, and the towns that each one's sentence names."""
        deeds = np.isin(column(own.types), [own.type_number(t) for t in _DEEDS])
        self._days: Ints = np.where(deeds, own.days, _NONE)
        self._pages = column(own.pages).astype(np.int64)
        self._kinds = column(own.kinds).astype(np.int64) % (1 << _KIND)
        rows = np.arange(len(own.days))
        self._by_page = np.unique(self._told(self._pages, rows)[self._days >= 0])
        places = column(own.places)
        #: who or what each account's deed happened to, or where
        self._there = Rows()
        for row in rows.tolist():
            there = {*own.parties[row], *towns[row], *([places[row]] if places[row] >= 0 else ())}
            self._there.append(sorted(int(n) for n in there))
        named = np.repeat(rows, np.diff(self._there.starts))
        named_on = self._days[named] >= 0
        told = self._told(self._there.flat.astype(np.int64), named)[named_on]
        self._known, which = np.unique(told, return_inverse=True)
        once = np.unique(which.astype(np.int64) << 32 | self._pages[named[named_on]])
        #: how many pages tell of each
        self._many = np.bincount(once >> 32, minlength=len(self._known))

    def apart(self, a: Ints, b: Ints) -> NDArray[np.bool_]:
        """Say which pairs of accounts are of two days that the pages know from each other."""
        days = self._days
        found: NDArray[np.bool_] = (days[a] >= 0) & (days[b] >= 0) & (days[a] != days[b])
        some = np.flatnonzero(found)
        one, other = a[some], b[some]
        told = np.isin(self._told(self._pages[other], one), self._by_page)
        told |= np.isin(self._told(self._pages[one], other), self._by_page)
        both = shared(self._there, one, self._there, other)
        there = self._there.flat[both.one].astype(np.int64)
        many = [self._count(there, rows[both.pairs]) for rows in (one, other)]
        lesser, greater = np.minimum(*many), np.maximum(*many)
        told[both.pairs[(lesser >= _PAGES) & (greater <= _TIMES * lesser)]] = True
        found[some] = told
        return found

    def _told(self, what: Ints, rows: Ints) -> Ints:
        """Return numbers of what there is, and of the kinds and days of some accounts."""
        return (what << (_DAY + _KIND)) | (self._kinds[rows] << _DAY) | (self._days[rows] + 1)

    def _count(self, there: Ints, rows: Ints) -> Ints:
        if not len(self._known):
            return np.zeros(len(rows), np.int64)
        wanted = self._told(there, rows)
        at = np.minimum(np.searchsorted(self._known, wanted), len(self._known) - 1)
        return np.where(self._known[at] == wanted, self._many[at], 0)
