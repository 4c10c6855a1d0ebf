"""Attacks told as one whole and by their parts: ten dead overnight, six of them in one town.

The dead of one town are not all of a night's, on whatever page.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from histor.link.accounts import Accounts, column
from histor.link.rows import Ints, Rows
from histor.link.same_event import Pairs

__all__ = ["Wholes"]

_ATTACK = "ASSAULT"
_NONE = -1
#: towns from which on a page tells parts
_SEVERAL = 2


class Wholes:
    """Which accounts of attacks count all of a page's parts, and which are of one town."""

    def __init__(self, own: Accounts, towns: Rows, wide: NDArray[np.bool_]) -> None:
        """Take accounts, the towns that each one's sentence names, and which places hold others."""
        self._befell = column(own.befell)
        self._town = _towns_of(own, towns, wide)
        counting = column(own.types) == own.type_number(_ATTACK)
        counting |= np.frombuffer(own.harm, np.bool_)
        counting &= self._befell > 0
        pages, rows = column(own.pages), np.flatnonzero(counting)
        parts: dict[int, dict[int, float]] = defaultdict(dict)
        for row in rows[self._town[rows] >= 0].tolist():
            told, town = parts[int(pages[row])], int(self._town[row])
            told[town] = max(told.get(town, 0.0), float(self._befell[row]))
        self._whole = np.zeros(len(own), bool)
        for row in rows[self._town[rows] < 0].tolist():
            each = parts.get(int(pages[row]), {})
            if len(each) >= _SEVERAL and sum(each.values()) <= self._befell[row]:
                self._whole[row] = True

    def apart(self, pairs: Pairs) -> NDArray[np.bool_]:
        """Say which are a whole and fewer dead of one town."""
        found = np.zeros(len(pairs.a), bool)
        for one, other in ((pairs.a, pairs.b), (pairs.b, pairs.a)):
            part = (self._town[other] >= 0) & (self._befell[other] > 0)
            found |= self._whole[one] & part & (self._befell[other] < self._befell[one])
        return found


def _towns_of(own: Accounts, towns: Rows, wide: NDArray[np.bool_]) -> Ints:
    """Return the town of each account: its place, else the first that its sentence names; or -1."""
    places = column(own.places).astype(np.int64)
    narrow = places >= 0
    narrow[narrow] = ~wide[places[narrow]]
    named = np.array([towns[row][0] if len(towns[row]) else _NONE for row in range(len(own))])
    return np.where(narrow, places, named).astype(np.int64)
