"""Places that news names: countries, provinces, counties and cities, from GeoNames.

``data/gazetteer.npz`` is made by ``training.gazetteer``. Facts are GeoNames' (CC BY 4.0).
"""

from __future__ import annotations

import gzip
import re
from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray

from histor.errors import InputError
from histor.extract.lexicon_files import coded_names, lexicon_lines

__all__ = [
    "POINTS",
    "Candidate",
    "Gazetteer",
    "country_by",
    "gazetteer",
    "is_known_place",
    "is_people",
    "is_town_of",
    "normal_name",
]

_FILE = Path(__file__).parents[1] / "data" / "gazetteer.npz"
#: environment variable that names a file of the user's own places
#: inhabitants from which a city's bare name is more likely the city than a person
_LARGE = 300_000
#: inhabitants from which a town's name is sooner the town's where the page is about its country
_TOWN = 15_000
#: names whose places are kept at hand: those of a heap come again and again
_REMEMBERED = 4096
#: sides of a place, none of which is a province: "the West"
POINTS = frozenset("north south east west northeast northwest southeast southwest".split())
_SPACES = re.compile(r"[\s_\-–./']+")
_OTHERS = {
    "u s": "united states", "us": "united states", "usa": "united states",
    "u s a": "united states", "america": "united states", "uk": "united kingdom",
    "u k": "united kingdom", "macedonia": "north macedonia", "turkiye": "turkey",
    "palestine": "palestinian territory", "d c": "washington d c", "prc": "china",
    "st petersburg": "saint petersburg", "uae": "united arab emirates",
    "u a e": "united arab emirates", "drc": "democratic republic of the congo",
}  # fmt: skip
_REPUBLIC = re.compile(
    r"\A(?:the\s+)?(?:(?:federal|islamic|people['’]s|democratic|socialist|hashemite|bolivarian|"
    r"plurinational|co-operative|federative|united|arab)\s+)*"
    r"(?:republic|kingdom|state|sultanate|commonwealth|union|emirate)\s+of\s+(?:the\s+)?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a name may mean; degrees, inhabitants, GeoNames' id (0 where unknown) and feature."""

    id: int
    name: str
    latitude: float
    longitude: float
    #: ISO 3166-1 alpha-2; empty for what lies in several
    country: str
    #: number of the province it lies in or is; none where it lies in none
    province: int | None
    population: int
    feature: str


@lru_cache(20_000)
def normal_name(name: str) -> str:
    """Return a name in the form it is looked up by: plain letters, lower case, no marks."""
    plain = anyascii(name).lower() if not name.isascii() else name.lower()
    return _SPACES.sub(" ", plain).strip(" ,")


@lru_cache(20_000)
def is_known_place(name: str) -> bool:
    """Say whether a case-folded name is a country's, capital's, large city's or a user's own."""
    key = normal_name(name)
    if key in gazetteer().users:
        return True
    if key in gazetteer().adjectives:
        return False
    full = _other_names().get(key, key)
    found = gazetteer().named(name)
    if " " in key and any(c.feature == "PCLI" for c in found):
        return True  # "Cote d'Ivoire"
    return any(
        c.feature in {"PCLI", "PPLC"} or (c.feature == "PPL" and c.population >= _LARGE)
        for c in found
        if normal_name(c.name) == full
    )


def is_people(name: str) -> bool:
    """Say whether a case-folded name is only what the people of a country are called: "Kenyan"."""
    key = normal_name(name)
    return key in gazetteer().adjectives and not is_known_place(name)


def country_by(name: str) -> str:
    """Return the country of the largest place of a name; none where none is known."""
    return next((c.country for c in gazetteer().named(name)), "")


def is_town_of(name: str, country: str | None = None) -> bool:
    """Say whether a name is the first name of a town, of a country where one is given."""
    return any(
        c.feature in {"PPL", "PPLC"}
        and c.population >= _TOWN
        and normal_name(c.name) == normal_name(name)
        and country in {c.country, None}
        for c in gazetteer().named(name)
    )


class _Lines:
    """Lines in the order of their letters: as strings, half a million take fifty megabytes."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        ends = np.flatnonzero(np.frombuffer(text, np.uint8) == ord("\n"))
        self._ends = array("i", np.append(ends, len(text)).astype(np.int32).tobytes())

    def __getitem__(self, at: int) -> str:
        return self._line(at).decode()

    def _line(self, at: int) -> bytes:
        return self._text[self._ends[at - 1] + 1 if at else 0 : self._ends[at]]

    def find(self, line: str) -> int | None:
        """Return a line's number, by halving; none if it is not there."""
        key, low, high = line.encode(), 0, len(self._ends)
        while low < high:
            middle = (low + high) // 2
            if self._line(middle) < key:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self._ends) and self._line(low) == key else None


class Gazetteer:
    """The places, found by name."""

    def __init__(self, path: Path = _FILE) -> None:
        with np.load(path) as stored:
            self._columns: dict[str, NDArray[np.generic]] = {k: stored[k] for k in stored.files}
        text = {
            key: gzip.decompress(self._columns.pop(key).tobytes())
            for key in ("names", "labels", "countries", "features")
        }
        self._names, self._labels = _Lines(text["names"]), _Lines(text["labels"])
        self._countries, self._features = (
            text[key].decode().split("\n") for key in ("countries", "features")
        )
        self._own: dict[str, list[Candidate]] = defaultdict(list)
        #: names of places that the user's own list gives
        self.users: set[str] = set()
        for name, place, of_user in _listed_places():
            self._own[name].append(place)
            if of_user and name == normal_name(place.name):
                self.users.add(name)
        self._known = lru_cache(_REMEMBERED)(self._found)
        self._demonyms = _demonyms()
        #: adjectives and inhabitants' names: they name a country and are none
        self.adjectives = frozenset(
            self._demonyms.keys() - _other_names().keys() - {"britain"} - _country_names()
        )

    def named(self, name: str) -> list[Candidate]:
        """Return all places of a name, the most populous first; an adjective names its country."""
        return list(self._known(name))

    def _found(self, name: str) -> tuple[Candidate, ...]:
        key = normal_name(name)
        if key not in self._own and not self._rows(key):
            key = normal_name(_REPUBLIC.sub("", name))
        key = _other_names().get(key, key)
        found = list(self._own.get(key, ()))
        listed = {c.feature for c in found}
        for row in self._rows(key) if key not in POINTS else ():
            place = self._row(row)
            if place.feature in {"PPL", "ADM2"} or place.feature not in listed:
                found.append(place)
        if not found or key in self._demonyms:
            country = self._country(self._demonyms.get(key, ""))
            found += [c for c in country if c not in found]
        return tuple(sorted(found, key=lambda c: (-c.population, c.id)))

    def largest(self, people: int) -> list[Candidate]:
        """Return the countries, provinces and towns of so many inhabitants and more."""
        kinds = [self._features.index(f) for f in ("PCLI", "ADM1", "PPL", "PPLC")]
        large = np.asarray(self._columns["population"], dtype=np.int64) >= people
        rows = np.flatnonzero(large & np.isin(self._columns["feature"], kinds))
        return [self._row(int(row)) for row in rows]

    def listed(self) -> list[Candidate]:
        """Return the places of ``places.txt``, each once."""
        return list(dict.fromkeys(place for found in self._own.values() for place in found))

    def _rows(self, key: str) -> list[int]:
        at = self._names.find(key)
        if at is None:
            return []
        starts, targets = self._columns["starts"], self._columns["targets"]
        return [int(row) for row in targets[int(starts[at]) : int(starts[at + 1])]]

    def _country(self, code: str) -> list[Candidate]:
        if code not in self._countries:
            return []
        number = self._countries.index(code)
        is_country = self._columns["feature"] == self._features.index("PCLI")
        rows = np.flatnonzero(is_country & (self._columns["country"] == number))
        return [self._row(int(row)) for row in rows[:1]]

    def _row(self, row: int) -> Candidate:
        def value(name: str) -> float:
            return float(self._columns[name][row])

        country, province = int(value("country")), int(value("province"))
        return Candidate(
            id=int(value("id")),
            name=self._labels[row],
            latitude=round(value("latitude"), 5),
            longitude=round(value("longitude"), 5),
            country=self._countries[country] if country < len(self._countries) else "",
            province=province if province != 0xFFFF else None,
            population=int(value("population")),
            feature=self._features[int(value("feature"))],
        )


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer, read once.

    Raises:
        InputError: the user's own file of places cannot be read.
    """
    return Gazetteer()


@cache
def _other_names() -> dict[str, str]:
    """Return other names of countries and a few towns with those that they are looked up by."""
    names: dict[str, str] = {}
    for _, line in lexicon_lines("countries.txt"):
        code, _, name = line.partition(" ")
        names.setdefault(code, normal_name(name))
    found = dict(_OTHERS)
    for code, others in coded_names("exonyms.txt"):
        found.update((normal_name(other), names[code]) for other in others if code in names)
    return found


def _country_names() -> set[str]:
    """Return the countries' names: the Philippines are no people, whoever is Philippine."""
    lines = (line.partition(" ")[2] for _, line in lexicon_lines("countries.txt"))
    return {normal_name(name) for name in lines}


def _demonyms() -> dict[str, str]:
    """Return the adjectives and inhabitants' names of countries with the countries' codes."""
    found = {}
    for code, names in coded_names("demonyms.txt"):
        for name in names:
            key = normal_name(name)
            found[key] = code
            found.setdefault(f"{key}s", code)
    return found


def _listed_places() -> Iterator[tuple[str, Candidate, bool]]:
    """Yield the places of ``places.txt`` by their names, and whether the user's file gives them.

    A line gives names divided by ``|``, latitude, longitude, country, population and, if it is no
    town, feature, and GeoNames' id if it is known, divided by tabs.
    """
    for path, line in lexicon_lines("places.txt"):
        try:
            names, latitude, longitude, country, population, *rest = line.split("\t")
            place = Candidate(
                id=int(rest[1]) if len(rest) > 1 else 0,
                name=names.split("|")[0],
                latitude=float(latitude),
                longitude=float(longitude),
                country=country,
                province=None,
                population=int(population),
                feature=rest[0] if rest else "PPL",
            )
        except ValueError as error:
            raise InputError(
                f"{path}: “{line}” is no place ({error}); give a line a name, latitude, longitude, "
                "country and population divided by tabs."
            ) from error
        for name in names.split("|"):
            yield normal_name(name), place, path.parent != _FILE.parent
