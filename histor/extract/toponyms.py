"""Which place a name on a page means: the best candidate of the gazetteer in its company.

A name is read by how many live there, by the words after it ("Salem, Oregon"), and by the other
places of the page: their countries, provinces and distances (after Lieberman & Samet 2012 and
Halterman 2017). The page's places are read twice, the second time in the light of the first.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from histor.extract.gazetteer import Candidate, gazetteer, normal_name

__all__ = ["distance", "resolve", "within"]

_EARTH = 6371.0
# weights chosen on half of the articles of LGL, TR-News, GeoWebNews and GeoVirus
_POPULATION, _COUNTRY_SHARE, _PROVINCE_SHARE, _NEAR = 1.0, 4.5, 3.0, 0.7
_CONTAINED = 7.7
_NAMED_SO = 1.0
_FEATURES = {
    "PCLI": 3.8, "ADM1": 1.5, "PPLC": 2.5, "PPL": 0.0, "ADM2": -1.6, "CONT": 5.0, "RGN": 3.0,
    "SEA": 3.0, "BLDG": 3.0,
}  # fmt: skip
#: kilometres within which places of one page speak for one another
_CLOSE = 150.0
_AFTER = re.compile(r"^(?:,\s+|\s+\(|,?\s+in\s+(?:the\s+)?(?:state|province|region)\s+of\s+)\Z")
_KIND = re.compile(r"\s+(County|Parish|Province|State|District|Region|City)\Z")
_COMPASS = re.compile(
    r"\A(?:(?:north|south|east|west|central|upper|lower|greater|mid)(?:ern)?|"
    r"(?:north|south)-?(?:east|west)(?:ern)?)\s+",
    re.I,
)
#: abbreviations of states as newspapers write them after a town's name
_STATES = {
    "ala": "alabama", "ariz": "arizona", "ark": "arkansas", "calif": "california",
    "colo": "colorado", "conn": "connecticut", "del": "delaware", "fla": "florida",
    "ga": "georgia", "ill": "illinois", "ind": "indiana", "kan": "kansas", "ky": "kentucky",
    "la": "louisiana", "mass": "massachusetts", "md": "maryland", "mich": "michigan",
    "minn": "minnesota", "miss": "mississippi", "mo": "missouri", "mont": "montana",
    "n c": "north carolina", "n d": "north dakota", "n h": "new hampshire", "n j": "new jersey",
    "n m": "new mexico", "n y": "new york", "neb": "nebraska", "nev": "nevada",
    "okla": "oklahoma", "ont": "ontario", "ore": "oregon", "pa": "pennsylvania",
    "que": "quebec", "r i": "rhode island", "s c": "south carolina", "s d": "south dakota",
    "tenn": "tennessee", "tex": "texas", "va": "virginia", "vt": "vermont",
    "wash": "washington", "w va": "west virginia", "wis": "wisconsin", "wyo": "wyoming",
    "tx": "texas", "ca": "california", "ny": "new york", "nj": "new jersey", "fl": "florida",
    "il": "illinois", "oh": "ohio", "mi": "michigan", "az": "arizona", "al": "alabama",
}  # fmt: skip


@dataclass(slots=True)
class _Name:
    """One name on the page with all it may mean."""

    candidates: list[Candidate]
    #: provinces and countries that the words after it name
    provinces: set[tuple[str, int | None]]
    countries: set[str]
    count: int


def resolve(text: str, spans: Sequence[tuple[int, int]]) -> list[Candidate | None]:
    """Return the place that each span of a text names; none where the gazetteer has no such name.

    One name means one place on one page, but for a name whose next words say otherwise.
    """
    ordered = sorted(range(len(spans)), key=lambda i: spans[i])
    keys: list[tuple[str, str]] = [("", "")] * len(spans)
    names: dict[tuple[str, str], _Name] = {}
    containers: dict[str, str] = {}
    for n, i in enumerate(ordered):
        start, end = spans[i]
        name = text[start:end]
        container = ""
        if n + 1 < len(ordered):
            following = spans[ordered[n + 1]]
            if _AFTER.match(text[end : following[0]]):
                container = text[following[0] : following[1]]
        container = container or _abbreviated(text, end)
        if container:
            containers.setdefault(normal_name(name), container)
    for i in ordered:
        name = text[spans[i][0] : spans[i][1]]
        container = containers.get(normal_name(name), "")
        keys[i] = (normal_name(name), container)
        if keys[i] in names:
            names[keys[i]].count += 1
        else:
            names[keys[i]] = _read(name, container)
    chosen = {key: _best(name, {}, {}, []) for key, name in names.items()}
    for _ in range(2):
        chosen = _again(names, chosen)
    return [chosen[key] for key in keys]


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


def _abbreviated(text: str, end: int) -> str:
    """Return the state that an abbreviation after a name stands for."""
    found = re.match(r",\s+((?:[A-Z]\.\s?){2}|[A-Z][a-z]{1,4}\.|[A-Z]{2}\b)", text[end : end + 12])
    return _STATES.get(normal_name(found[1]), "") if found else ""


def _read(name: str, container: str) -> _Name:
    state = _STATES.get(normal_name(name)) if name.endswith(".") else None
    found = gazetteer().named(state or name)
    if not found:
        for pattern in (_KIND, _COMPASS):
            plain = pattern.sub("", name)
            if plain != name:
                found = gazetteer().named(plain)
                break
    if not found and "," in name:
        found = gazetteer().named(name.split(",")[0])
    around = gazetteer().named(_STATES.get(normal_name(container), container)) if container else []
    provinces = {(c.country, c.province) for c in around if c.feature == "ADM1"}
    countries = {c.country for c in around if c.feature == "PCLI"}
    return _Name(found, provinces, countries, 1)


def _again(
    names: dict[tuple[str, str], _Name], chosen: dict[tuple[str, str], Candidate | None]
) -> dict[tuple[str, str], Candidate | None]:
    countries: dict[str, float] = defaultdict(float)
    provinces: dict[tuple[str, int], float] = defaultdict(float)
    for key, place in chosen.items():
        if place is None:
            continue
        weight = math.sqrt(names[key].count) / math.sqrt(len(names[key].candidates))
        if place.country:
            countries[place.country] += weight
        if place.province is not None:
            provinces[place.country, place.province] += weight
    found = {}
    for key, name in names.items():
        own = chosen[key]
        rest_countries, rest_provinces = countries.copy(), provinces.copy()
        if own is not None:  # a name does not speak for itself
            weight = math.sqrt(name.count) / math.sqrt(len(name.candidates))
            rest_countries[own.country] -= weight
            if own.province is not None:
                rest_provinces[own.country, own.province] -= weight
        others = [p for k, p in chosen.items() if k != key and p is not None]
        found[key] = _best(name, rest_countries, rest_provinces, others)
    return found


def _best(
    name: _Name,
    countries: Mapping[str, float],
    provinces: Mapping[tuple[str, int], float],
    others: Sequence[Candidate],
) -> Candidate | None:
    if not name.candidates:
        return None
    all_countries = max(1e-9, sum(countries.values()))
    all_provinces = max(1e-9, sum(provinces.values()))
    exact = {normal_name(c.name) for c in name.candidates}

    def score(c: Candidate) -> float:
        total = _POPULATION * math.log10(c.population + 10) + _FEATURES.get(c.feature, 1.0)
        total += _COUNTRY_SHARE * countries.get(c.country, 0.0) / all_countries
        if c.province is not None:
            total += _PROVINCE_SHARE * provinces.get((c.country, c.province), 0.0) / all_provinces
        if (c.country, c.province) in name.provinces and c.feature != "ADM1":
            total += _CONTAINED
        elif c.country in name.countries and c.feature != "PCLI":
            total += _CONTAINED / 2
        near = [
            o
            for o in others
            if o.feature not in {"PCLI", "CONT"} and within(c, o.latitude, o.longitude) < _CLOSE
        ]
        total += _NEAR * min(2.0, math.log2(1 + len(near)))
        return total + (_NAMED_SO if normal_name(c.name) in exact and _same(c, name) else 0.0)

    return max(name.candidates[:40], key=lambda c: (score(c), -c.id))


def _same(c: Candidate, name: _Name) -> bool:
    return normal_name(c.name) == normal_name(name.candidates[0].name)
