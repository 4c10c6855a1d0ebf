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
_DEEDS = ("ASSAULT", "COERCE", "OTHER", "PROTEST", "SANCTION")
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
        told = self._on_page(other, one) | self._on_page(one, other)
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

    def _on_page(self, there: Ints, rows: Ints) -> NDArray[np.bool_]:
        """Say of accounts whether the pages of others tell of their kind of deed on their day."""
        wanted = self._told(self._pages[there], rows)
        return _found(self._by_page, wanted)[1]

    def _count(self, there: Ints, rows: Ints) -> Ints:
        at, known = _found(self._known, self._told(there, rows))
        many = np.zeros(len(rows), np.int64)
        many[known] = self._many[at[known]]
        return many


def _found(rising: Ints, wanted: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """Return where some numbers stand among rising ones, and which of them do.

    The rising ones are never gone through: each batch asks, and the case has many.
    """
    if not len(rising):
        return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), bool)
    at = np.minimum(np.searchsorted(rising, wanted), len(rising) - 1)
    return at, rising[at] == wanted
