"""Whatever a page calls things, every reader opens every format and nothing in it acts."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import msgspec
import pytest

from histor.records import CaseExport
from histor.tell.exports import FORMATS, CaseState
from tests.tell.exports import readers
from tests.tell.exports.test_formats import many, one

#: fields whose text is the page's own
_THEIRS = frozenset("title outlet location name text unit who trigger why summary byline".split())
ATTACKS = {
    "markup": "<script>alert(1)</script></title>]]><img src=x onerror=alert(1)>&amp;",
    "formula": '=HYPERLINK("http://evil.example","look")',
    "plus": "+1+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd",
    "right to left": "\u202eevil\u2066 \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u061c\u200f",
    "control": "\x00\x07\x1b[2J\x0b\x0c\x85\ufffe\uffff\ufdd0 bell",
    "only control": "\x00\x07\u202e",
    "lines": "one\ttwo\r\nthree\nfour\u2028five;six,\"seven'",
    "long": "N" * 10_000,
    "escape": "_x0000__x000D__x0041_ \\u0000 \\n %s {0} ${jndi}",
    "address": "javascript:alert(1)//http://evil.example/",
    "quote": '" onmouseover="alert(1)',
    "astral": "\U0001f6a2\U000e0001\u0301\u200b" * 50,
}


def poisoned(value: Any, poison: str, key: str = "") -> Any:
    """Return a record in which every text that a page gave is ``poison``."""
    if isinstance(value, dict):
        return {k: poisoned(v, poison, k) for k, v in value.items()}
    if isinstance(value, list):
        return [poisoned(v, poison, key) for v in value]
    return poison if isinstance(value, str) and key in _THEIRS else value


@pytest.fixture(scope="module", params=ATTACKS)
def hostile(request: pytest.FixtureRequest, few: CaseState) -> CaseState:
    record = poisoned(msgspec.to_builtins(few.record), ATTACKS[request.param])
    return msgspec.structs.replace(
        few,
        record=msgspec.convert(record, CaseExport, strict=False),
        name=ATTACKS[request.param],
    )


def test_workbook(hostile: CaseState) -> None:
    sheets = readers.read_xlsx(one(hostile, "xlsx"))
    assert len(sheets["events"]) == len(hostile.record.events)
    cells = [c for rows in sheets.values() for row in rows for c in row.values()]
    assert max(len(c) for c in cells if isinstance(c, str)) <= 8_000


def test_csv(hostile: CaseState) -> None:
    text = one(hostile, "csv").decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(hostile.record.events)
    for row in rows:
        for name, cell in row.items():
            if name not in {"intensity", "latitude", "longitude"}:
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_parquet_keeps_it_as_it_is(hostile: CaseState) -> None:
    tables = readers.read_parquet(many(hostile, "parquet"))
    assert tables["entities"][0]["name"] == hostile.record.entities[0].name
    assert len(tables["accounts"]) == sum(len(e.mentions) for e in hostile.record.events)


def test_frames(hostile: CaseState) -> None:
    from histor.tell.exports import table

    made = table(hostile.record, "entities")
    assert made.to_pandas()["name"].tolist() == made.to_polars()["name"].to_list()


def test_polecat(hostile: CaseState) -> None:
    assert readers.read_polecat(one(hostile, "polecat"))


def test_follow_the_money(hostile: CaseState) -> None:
    entities = readers.read_ftm(one(hostile, "ftm"))
    assert len(entities) > len(hostile.record.documents)


def test_stix(hostile: CaseState) -> None:
    assert len(readers.read_stix(one(hostile, "stix"))) > len(hostile.record.documents)


def test_json_ld(hostile: CaseState) -> None:
    assert len(readers.read_json_ld(one(hostile, "jsonld")))


def test_timemap(hostile: CaseState) -> None:
    files = readers.read_timemap(many(hostile, "timemap"))
    assert max(len(event["description"]) for event in files["events.json"]) <= 600


def test_atom(hostile: CaseState) -> None:
    entries = readers.read_atom(one(hostile, "atom"))
    for entry in entries:
        assert "<script>" not in entry.content[0].value or entry.content[0].type == "text/plain"


def test_json(hostile: CaseState) -> None:
    for name in ("json", "geojson"):
        assert json.loads(one(hostile, name))
    lines = one(hostile, "jsonl").splitlines()
    assert len([json.loads(line) for line in lines]) == len(lines)


def test_every_format_is_tried(few: CaseState) -> None:
    assert all((few.record.claims, few.record.warnings, few.record.findings, few.record.events))
    tried = {"json", "jsonl", "geojson", "csv", "xlsx", "parquet", "polecat", "ftm", "stix"}
    assert set(FORMATS) == tried | {"jsonld", "timemap", "atom"}
