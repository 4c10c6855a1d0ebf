"""docs/export.md tells every format and every field that is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from histor.cli.export import ExportFormat, TableChoice, export
from histor.tell.exports import FORMATS, CaseState, tables
from histor.tell.exports.polecat import COLUMNS
from tests.tell.exports.readers import ATOM
from tests.tell.exports.test_formats import many, one

DOCS = (Path(__file__).parents[3] / "docs" / "export.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """The text under a heading, up to the next of its level."""
    level = heading.partition(" ")[0]
    _, _, rest = DOCS.partition(f"\n{heading}\n")
    assert rest, heading
    return re.split(rf"\n{level} ", rest)[0]


def words(heading: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", section(heading)))


def test_every_format_is_listed_and_in_the_help() -> None:
    assert [f.value for f in ExportFormat] == list(FORMATS)
    for name, format in FORMATS.items():
        assert re.search(rf"^\| `{name}` \|", DOCS, re.M), name
        assert re.search(rf"^    {name} +{re.escape(format.holds)}", export.__doc__ or "", re.M)
        for ending in format.endings:
            assert f"`{ending}`" in DOCS or format.folder


def test_the_command_names_every_table(state: CaseState) -> None:
    assert [t.value for t in TableChoice] == list(tables(state.record))


def test_every_column_of_every_table(state: CaseState) -> None:
    for name, table in tables(state.record, state.record).items():
        told = section(f"### {name}")
        assert f"A row is {table.holds}." in told
        for column in table.columns:
            assert f"| `{column.name}` | {column.kind} | {column.holds} |" in told, column


def test_every_column_of_polecat() -> None:
    told = section("## POLECAT's columns")
    for name, (_, holds) in COLUMNS.items():
        assert f"| `{name}` | {holds} |" in told


def test_every_property_of_follow_the_money(state: CaseState) -> None:
    entities = [json.loads(line) for line in one(state, "ftm").splitlines()]
    told = words("## FollowTheMoney")
    assert {e["schema"] for e in entities} <= told
    assert {name for e in entities for name in e["properties"]} <= told


def test_every_property_of_stix(state: CaseState) -> None:
    objects = json.loads(one(state, "stix"))["objects"]
    common = {"type", "id", "spec_version", "created", "modified", "created_by_ref"}
    told = words("## STIX")
    assert {o["type"] for o in objects} <= told
    assert {name for o in objects for name in o} <= told | common
    extended = [e for o in objects for e in o.get("extensions", {}).values()]
    assert {name for e in extended for name in e} <= told | {"extension_type"}


def test_every_term_of_json_ld(state: CaseState) -> None:
    told = words("## JSON-LD")
    inside = {"GeoCoordinates", "Country", "latitude", "longitude", "addressCountry", "value"}
    for name in terms(json.loads(one(state, "jsonld"))["@graph"]):
        assert name in told | inside, name


def terms(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if not key.startswith("@"):
                yield key
            yield from [inner] if key == "@type" else terms(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from terms(inner)


@pytest.mark.parametrize("name", ["events.json", "associations.json", "sources.json"])
def test_every_field_of_timemap(name: str, state: CaseState) -> None:
    content = json.loads(many(state, "timemap")[name])
    rows = list(content.values()) if isinstance(content, dict) else content
    [told] = [x for x in section("## timemap").splitlines() if x.startswith(f"| `{name}`")]
    assert {f"`{field}`" for row in rows for field in row} <= set(re.findall(r"`[^`]+`", told))


def test_every_element_of_atom(state: CaseState) -> None:
    told = section("## Atom")
    for element in etree.fromstring(one(state, "atom")).iter():
        name = str(element.tag).removeprefix(ATOM)
        assert name in {"feed", "entry", "name"} or re.search(rf"\b{name}`", told), name
