"""What a case knows of its names, towns and days, on which accounts of events are judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from histor.extract.events.found_events import VERBAL
from histor.link.accounts import Accounts, column
from histor.link.known_days import KnownDays
from histor.link.rows import Ints, Numbering, Rows
from histor.link.wholes import Wholes
from histor.link.whom_met import bearing
from histor.records import Entity

__all__ = ["Ground"]

#: names of a few pages, or of a small share of them, tell one matter from another
_FEW, _SHARE, _TOWN_SHARE = 3, 0.05, 0.5
_PEOPLES = ("place PCL", "group")
_PERSON, _THING = "person", "other "
_PLACES, _HOLDING = "place", ("place PCL", "place ADM", "place RGN", "place CON")
_WIDE = ("place PCL", "place CON", "place RGN", "group")


#: days and towns of a page's deeds from which on it tells of several
_DAYS, _TOWNS = 2, 3
_NONE = -1


class Ground:
    """What the case knows of its names and pages, on which two accounts are judged."""

    def __init__(self, entities: Iterable[Entity], accounts: Accounts) -> None:
        entities = list(entities)
        kinds: dict[str, str] = {}
        towns: set[str] = set()
        lands: dict[str, str] = {}
        for e in entities:
            kinds[e.id] = f"{e.kind} {e.place.feature[:3] if e.place else ''}"
            if e.place is not None and e.place.feature == "PPL":
                towns.add(e.id)
            if e.place is not None and e.place.country is not None:
                lands[e.id] = e.place.country
        number = {kind: n for n, kind in enumerate(sorted(set(kinds.values())), 1)}
        #: the kind of each party; 0 of one that the case does not know
        self.kind_of = np.array(
            [number.get(kinds.get(e, ""), 0) for e in accounts.entities.words], np.int64
        )
        told = [kinds.get(e, "") for e in accounts.entities.words]
        #: which parties are countries or peoples, and which persons; which are places, and which of
        #: those are countries and provinces, that hold others
        self.states, self.people, self.places, self.wide = (
            np.array([kind.startswith(those) for kind in told], bool)
            for those in (_PEOPLES, _PERSON, _PLACES, _HOLDING)
        )
        told_on = len(np.unique(column(accounts.pages)))
        common, usual = max(_FEW, _SHARE * told_on), max(_FEW, _TOWN_SHARE * told_on)
        #: the towns that each account's sentence names
        self.towns = accounts.naming_of(towns)
        #: the country of its place, else those in which the towns are
        self.countries = _countries_of(self.towns, accounts, lands)
        #: the things with a name that it names: storms, ships
        self.things = accounts.naming_of({e for e, kind in kinds.items() if kind == _THING})
        #: the words of the names of the people whom each account's deed met
        self.people_met = bearing(entities, accounts)
        #: which days the pages know from each other
        self.days = KnownDays(accounts, self.towns)
        #: which accounts count the dead of several towns, and which those of one
        self.wholes = Wholes(accounts, self.towns, self.wide)
        #: which pages tell deeds of several days or towns
        self.scattered = _scattered(accounts, self.wide)
        #: the last day that each account's page tells of; below zero where it tells none
        self.newest = _newest(accounts)
        names, pages = accounts.naming()
        #: names that tell one matter from another: no country's, nor one that is on every page.
        #: the town where it happened may be on many pages of a crisis; a capital is on those of all
        self.telling = np.zeros(accounts.count_of_words, bool)
        for n, count in zip(names.tolist(), pages.tolist(), strict=True):
            name = accounts.word(n)
            most = usual if name in towns else common
            self.telling[n] = count <= most and not kinds.get(name, "").startswith(_WIDE)


def _countries_of(towns: Rows, own: Accounts, lands: Mapping[str, str]) -> Rows:
    """Return the country of each account's place, else those of its sentence's towns; numbers."""
    known = Numbering()
    of = {n: known.of(lands[e]) for n, e in enumerate(own.entities.words) if e in lands}
    found = Rows()
    for row, place in enumerate(own.places):
        named = (place,) if place >= 0 else towns[row]
        found.append(sorted({of[n] for n in named if n in of}))
    return found


def _newest(own: Accounts) -> Ints:
    pages = column(own.pages).astype(np.int64)
    found = np.full(int(pages.max(initial=-1)) + 1, _NONE, np.int64)
    np.maximum.at(found, pages, own.days)
    return found[pages]


def _scattered(own: Accounts, wide: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Say which pages tell deeds of several days or places, one by one."""
    deeds = ~np.isin(column(own.quads), [*VERBAL])
    pages, places = column(own.pages).astype(np.int64), column(own.places).astype(np.int64)
    found = np.zeros(len(own.ids), bool)
    placed = deeds & (places >= 0)
    placed[placed] = ~wide[places[placed]]
    days = own.days
    for told, marks, least in ((deeds & (days >= 0), days, _DAYS), (placed, places, _TOWNS)):
        each = np.unique(pages[told] << 32 | marks[told]) >> 32
        found |= np.bincount(each, minlength=len(found)) >= least
    return found
