"""Which place a name on a page means: the best candidate of the gazetteer in its company.

Each candidate is scored by a small network that `training.places` trains; the scores of one name's
candidates make shares. A page is read three times: by what its names say themselves, then twice by
their company, weighed by the shares of the reading before.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from histor.extract.places.gazetteer import Candidate, normal_name
from histor.extract.places.toponym_features import Company, own_evidence, page_of
from histor.extract.places.toponym_names import Name, page_names

__all__ = ["distance", "resolve", "within"]

Floats = NDArray[np.float64]

_FILE = Path(__file__).parents[1] / "data" / "toponyms.npz"
_EARTH = 6371.0
_READINGS = 3
#: names of a page that are read together; the work grows with the square
_TOGETHER = 300
#: a province has at most so many times the people of the town that may be meant by its name
_CHIEF = 12
#: inhabitants from which a place is believed without another of its country, by its first name and
#: by another
_LARGE = 15_000
_LARGE_BY_OTHER_NAME = 100_000


def resolve(text: str, spans: Sequence[tuple[int, int]]) -> list[Candidate | None]:
    """Return the place that each span of a text names; none where the gazetteer has no such name.

    One name means one place on one page, but for a name whose next words say otherwise.
    """
    names, at = page_names(text, spans)
    blocks = (names[n : n + _TOGETHER] for n in range(0, len(names), _TOGETHER))
    found = [place for block in blocks for place in _chosen(block)]
    return [found[n] for n in at]


def within(a: Candidate, latitude: float, longitude: float) -> float:
    """Return the kilometres between a place and a point."""
    return distance(a.latitude, a.longitude, latitude, longitude)


def distance(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Return the kilometres between two points in degrees (haversine)."""
    phi, psi = math.radians(latitude), math.radians(to_latitude)
    half = math.sin((psi - phi) / 2) ** 2
    half += (
        math.cos(phi) * math.cos(psi) * math.sin(math.radians(to_longitude - longitude) / 2) ** 2
    )
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))


@dataclass(frozen=True, slots=True)
class _Net:
    """A straight sum beside one hidden layer of tanh."""

    straight: Floats
    hidden: Floats
    bias: Floats
    out: Floats

    def scores(self, evidence: Floats) -> Floats:
        found: Floats = evidence @ self.straight
        found += np.tanh(evidence @ self.hidden + self.bias) @ self.out
        return found


@cache
def _nets() -> tuple[_Net, ...]:
    with np.load(_FILE) as stored:
        parts = ("straight", "hidden", "bias", "out")
        return tuple(
            _Net(*(stored[f"{part}{n}"].astype(np.float64) for part in parts))
            for n in range(_READINGS)
        )


def _chosen(names: Sequence[Name]) -> list[Candidate | None]:
    page = page_of(names)
    if not page.candidates:
        return [None] * len(names)
    own = own_evidence(page)
    first, *others = _nets()
    scores = first.scores(own)
    company = Company(page)
    for net in others:
        scores = net.scores(np.hstack((own, company.evidence(page.shares(scores)))))
    ends = [*page.starts[1:], len(scores)]
    best = [int(a + np.argmax(scores[a:b])) for a, b in zip(page.starts, ends, strict=True)]
    chosen = [page.candidates[n] for n in best]
    chosen = [_town_of_its_name(c, n, chosen) for c, n in zip(chosen, page.names, strict=True)]
    countries = Counter(c.country for c in chosen if c.country)
    kept = (
        None if _strange(place, name, countries) else place
        for name, place in zip(page.names, chosen, strict=True)
    )
    return [next(kept) if name.candidates else None for name in names]


def _town_of_its_name(place: Candidate, name: Name, chosen: Sequence[Candidate]) -> Candidate:
    """Return the chief town of a province's name unless something says the province is meant.

    That is the word "province", a town said to lie in it, another place of the page in it, or a row
    of the country's provinces.
    """
    if place.feature != "ADM1" or name.division or name.holds:
        return place
    inside = [
        c
        for c in name.candidates
        if (c.feature == "PPL" and _same_province(c, place))
        or (c.feature == "PPLC" and c.country == place.country)
    ]
    town = max(inside, key=lambda c: c.population, default=place)
    if town.population * _CHIEF < place.population:
        return place
    others = [c for c in chosen if c is not place]
    provinces = sum(c.feature == "ADM1" and c.country == place.country for c in others)
    if provinces > 1 or any(_same_province(c, place) for c in others):
        return place
    return town


def _same_province(a: Candidate, b: Candidate) -> bool:
    return (a.country, a.province) == (b.country, b.province)


def _strange(place: Candidate, name: Name, countries: Counter[str]) -> bool:
    """Say whether a small place stands alone in its country on a page of other countries.

    Of such on the articles the choice was trained on none was right.
    """
    if place.feature not in {"PPL", "ADM2"} or name.around:
        return False
    alone = countries[place.country] <= 1 < len(countries)
    large = _LARGE if normal_name(place.name) == name.key else _LARGE_BY_OTHER_NAME
    return alone and place.population < large
