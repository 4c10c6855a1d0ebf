"""What speaks for each place that a name on a page may mean, as numbers.

Some of it the name says itself (`own_evidence`): how many live there, whether it is the place's
first name, what the words around call it. The rest the page's other names say (`Company`): the
countries and provinces they lie in, and how near their candidates are, each weighed by how likely
it is meant (after Lieberman & Samet 2012 and Halterman 2017). Nearness counts also for candidates
that nobody would take at first: Paris and Henry County are both in Tennessee.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from histor.extract.places.gazetteer import Candidate, gazetteer, normal_name
from histor.extract.places.toponym_names import Name

__all__ = ["COMPANY", "OWN", "Company", "Page", "own_evidence", "page_of"]

Floats = NDArray[np.float64]

_EARTH = 6371.0
#: kilometres at which nearness is halved
_REACHES = (20.0, 80.0, 400.0)
_FEATURES = ("PCLI", "PPLC", "ADM1", "ADM2", "PPL", "CONT")
#: places of one name, and places of all names of a page, that are weighed against one another
_KEPT = 60
_TABLE = 1500
_WIDE = {"PCLI", "ADM1", "CONT", "RGN", "SEA", "DSRT", "STM", "MTS"}
OWN = (
    "people", "people_of_rivals", "first", "rivals", "own_name", "begins_name", "adjective",
    *(f"is_{f.lower()}" for f in _FEATURES), "is_listed",
    "said_province", "said_country", "said_near", "unsaid",
    "holds_division", "holds_town", "called_division", "called_town", "called_town_division",
    "city_of_its_name",
)  # fmt: skip
COMPANY = (
    "country", "country_named", "province", "province_named", "alone",
    "near_20", "near_80", "near_400", "any_20", "any_80", "nearest_share",
    "people_in_company", "country_itself",
)  # fmt: skip


@dataclass(slots=True)
class Page:
    """The names of a page with all their candidates in one table."""

    names: Sequence[Name]
    candidates: list[Candidate]
    #: the name each candidate belongs to
    owner: NDArray[np.intp]
    #: where each name's candidates begin; names without any are left out of the table
    starts: NDArray[np.intp]
    counts: Floats

    def shares(self, scores: Floats) -> Floats:
        """Return how likely each candidate is among its name's."""
        top = np.maximum.reduceat(scores, self.starts)[self.owner]
        odds = np.exp(scores - top)
        shares: Floats = odds / np.add.reduceat(odds, self.starts)[self.owner]
        return shares


def page_of(names: Sequence[Name]) -> Page:
    """Return the table of the names that have candidates.

    Of a name that many places bear, those that the words after it name and the largest are kept.
    """
    with_any = [n for n in names if n.candidates]
    room = min(_KEPT, _TABLE // max(1, len(with_any)))
    with_any = [replace(n, candidates=_kept(n, room)) for n in with_any]
    sizes = np.array([len(n.candidates) for n in with_any], dtype=np.intp)
    return Page(
        names=with_any,
        candidates=[c for n in with_any for c in n.candidates],
        owner=np.repeat(np.arange(len(with_any)), sizes),
        starts=np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.intp),
        counts=np.sqrt([max(1, n.count) for n in with_any]),
    )


def _kept(name: Name, room: int) -> list[Candidate]:
    if len(name.candidates) <= room:
        return name.candidates
    around = {(c.country, c.province) for c in name.around}
    return sorted(name.candidates, key=lambda c: (c.country, c.province) not in around)[:room]


def own_evidence(page: Page) -> Floats:
    """Return what each candidate's name says for it: candidates × `OWN`."""
    return np.array([row for name in page.names for row in _own_rows(name)], dtype=np.float64)


def _own_rows(name: Name) -> list[list[float]]:
    candidates = name.candidates
    people = [math.log10(c.population + 10) for c in candidates]
    most = max(people)
    rivals = math.log(len(candidates))
    adjective = name.key in gazetteer().adjectives
    provinces = {(c.country, c.province) for c in name.around if c.feature == "ADM1"}
    countries = {c.country for c in name.around if c.feature == "PCLI"}
    towns = [c for c in name.around if c.feature not in {"ADM1", "PCLI", "CONT"}][:8]
    divisions = {(c.country, c.province) for c in candidates if c.feature == "ADM1"}
    namesakes = [c for c in candidates if (c.country, c.province) in divisions and _town(c)]
    chief = max(namesakes, key=lambda c: c.population, default=None)
    rows = []
    for n, c in enumerate(candidates):
        label = normal_name(c.name)
        kind = [float(c.feature == f) for f in _FEATURES]
        division = c.feature in {"ADM1", "ADM2"}
        town = _town(c)
        in_province = (c.country, c.province) in provinces and c.feature != "ADM1"
        in_country = c.country in countries and c.feature != "PCLI"
        near = any(_close(c, t) for t in towns)
        rows.append([
            people[n], people[n] - most, float(n == 0), rivals,
            float(label == name.key), float(label.startswith(name.key + " ")), float(adjective),
            *kind, float(not any(kind)),
            float(in_province), float(in_country), float(near),
            float(bool(name.around) and not (in_province or in_country or near)),
            float(bool(name.holds) and (division or c.feature == "PCLI")),
            float(bool(name.holds) and town),
            float(bool(name.division) and (division or c.feature == "RGN")),
            float(bool(name.town) and town), float(bool(name.town) and division),
            float(c is chief),
        ])  # fmt: skip
    return rows


def _town(c: Candidate) -> bool:
    return c.feature in {"PPL", "PPLC"}


def _close(a: Candidate, b: Candidate) -> bool:
    return abs(a.latitude - b.latitude) < 0.7 and abs(a.longitude - b.longitude) < 1.0


class Company:
    """What of a page's company does not change with who is likely: places and nearness."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._country = _numbers([c.country for c in page.candidates])
        self._province = _numbers(
            [f"{c.country}{c.province}" if c.province is not None else "" for c in page.candidates]
        )
        self._is_country = np.array([c.feature == "PCLI" for c in page.candidates])
        self._is_province = np.array([c.feature == "ADM1" for c in page.candidates])
        self._people = np.array([math.log10(c.population + 10) for c in page.candidates])
        sizes = np.bincount(page.owner)
        self._rarity = 1.0 / (1.0 + np.log(sizes))

    @cached_property
    def _near(self) -> list[Floats]:
        """Return the nearness of all candidates to all, for each reach."""
        candidates = self._page.candidates
        phi = np.radians([c.latitude for c in candidates])
        theta = np.radians([c.longitude for c in candidates])
        points = np.stack(
            (np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)), axis=1
        )
        chords = (2.0 - 2.0 * (points @ points.T)).clip(0.0) * _EARTH**2
        wide = np.array([c.feature in _WIDE for c in candidates])
        found = []
        for reach in _REACHES:
            near = 1.0 / (1.0 + (chords / reach**2) ** 1.5)
            near[:, wide] = 0.0
            found.append(near)
        return found

    def evidence(self, shares: Floats) -> Floats:
        """Return what the page's other names say for each candidate: candidates × `COMPANY`."""
        page = self._page
        weight = page.counts[page.owner] * shares
        others = len(page.starts) - 1
        country = self._others(weight, self._country)
        province = self._others(weight, self._province)
        named = self._others(weight * self._is_country, self._country)
        province_named = self._others(weight * self._is_province, self._province)
        total = page.counts.sum() - page.counts[page.owner]
        total = np.maximum(total, 1e-9)
        near = [self._sum_of_others(n, shares) for n in self._near]
        any_near = [self._best_of_others(n) for n in self._near[:2]]
        columns = [
            country / total,
            np.minimum(1.0, named) * ~self._is_country,
            province / total,
            np.minimum(1.0, province_named) * ~self._is_province,
            np.full(len(weight), float(others == 0)),
            *(np.log1p(n) for n in near),
            *(np.log1p(n) for n in any_near),
            near[2] / max(1, others),
            self._people * float(min(others, 8)) / 8.0,
            self._is_country * np.minimum(1.0, country),
        ]
        return np.stack(columns, axis=1)

    def _others(self, weight: Floats, group: NDArray[np.intp]) -> Floats:
        """Return for each candidate the weight of its group outside its own name; none for 0."""
        owner = self._page.owner
        size = int(group.max()) + 1
        table = np.bincount(owner * size + group, weight, (int(owner[-1]) + 1) * size)
        table = table.reshape(-1, size)
        found: Floats = table.sum(axis=0)[group] - table[owner, group]
        return np.where(group > 0, found, 0.0)

    def _sum_of_others(self, near: Floats, shares: Floats) -> Floats:
        by_name = np.add.reduceat(near * shares, self._page.starts, axis=1)
        return self._without_own(by_name)

    def _best_of_others(self, near: Floats) -> Floats:
        by_name = np.maximum.reduceat(near, self._page.starts, axis=1) * self._rarity
        return self._without_own(by_name)

    def _without_own(self, by_name: Floats) -> Floats:
        rows = np.arange(len(by_name))
        found: Floats = by_name.sum(axis=1) - by_name[rows, self._page.owner]
        return found


def _numbers(keys: Sequence[str]) -> NDArray[np.intp]:
    """Return a number for each key; 0 for the empty one."""
    known = {"": 0}
    return np.array([known.setdefault(k, len(known)) for k in keys], dtype=np.intp)
