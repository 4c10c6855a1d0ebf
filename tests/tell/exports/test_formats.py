"""Each format of the sample pages, read by the tool it is for."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Mapping

import rdflib

from histor.records import CaseExport
from histor.tell.exports import FORMATS, CaseState
from tests.tell.exports import readers

SDO = rdflib.Namespace("http://schema.org/")


def one(state: CaseState, name: str) -> bytes:
    made = FORMATS[name].make(state)
    assert isinstance(made, bytes)
    return made


def many(state: CaseState, name: str) -> Mapping[str, bytes]:
    made = FORMATS[name].make(state)
    assert not isinstance(made, bytes)
    return made


def deaths(record: CaseExport) -> str:
    """The event with the most accounts that counts its dead."""
    counted = [e for e in record.events if any(f.quantity == "killed" for f in e.figures)]
    return max(counted, key=lambda e: len(e.mentions)).id


def test_every_format_gives_the_same_bytes_again(state: CaseState) -> None:
    for name, format in FORMATS.items():
        assert format.make(state) == format.make(state), name


def test_workbook(state: CaseState) -> None:
    sheets = readers.read_xlsx(one(state, "xlsx"))
    record = state.record
    assert list(sheets)[:3] == ["contents", "events", "accounts"]
    assert {"claims", "figures", "findings", "warnings", "relations", "entities", "documents"} <= (
        set(sheets)
    )
    events = {row["event_id"]: row for row in sheets["events"]}
    assert set(events) == {e.id for e in record.events}
    row = events[deaths(record)]
    assert isinstance(row["event_date"], dt.datetime)
    assert row["fatalities"] == row["fatalities_low"] == 11
    assert row["origins"] <= row["pages"]
    assert [r["claim_id"] for r in sheets["claims"]] == [c.id for c in record.claims]
    assert "text" not in sheets["documents"][0]


def test_the_workbook_s_first_sheet_names_every_column(state: CaseState) -> None:
    sheets = readers.read_xlsx(one(state, "xlsx"))
    told = {tuple(row.values())[:2] for row in sheets.pop("contents")}
    for name, rows in sheets.items():
        assert {(name, column) for column in rows[0]} <= told


def test_parquet_keeps_words_that_stand_where_they_say(state: CaseState) -> None:
    tables = readers.read_parquet(many(state, "parquet"))
    texts = {row["document_id"]: row["text"] for row in tables["documents"]}
    assert len(tables["accounts"]) == sum(len(e.mentions) for e in state.record.events)
    for name, words in (("accounts", "words"), ("claims", "content"), ("figures", "words")):
        for row in tables[name]:
            assert texts[row["document_id"]][row["start"] : row["end"]] == row[words]
    assert isinstance(tables["relations"][0]["from"], dt.date)
    assert isinstance(tables["claims"][0]["quoted"], bool)


def test_polecat_has_its_types_and_no_others(state: CaseState) -> None:
    rows = readers.read_polecat(one(state, "polecat"))
    events = {e.id: e for e in state.record.events}
    assert rows
    for row in rows:
        event = events[row["Event ID"]]
        assert row["Event Type"] == event.type != "OTHER"
        assert event.status in {"happened", "ongoing"}
        assert event.date
        assert event.date.earliest[:7] == event.date.latest[:7]
        assert -10 <= float(row["Intensity"]) <= 10
    assert {"URY", "PRY"} <= {c for row in rows for c in row["Actor Country"].split("; ")}
    assert "MATERIAL CONFLICT" in {row["Quad Code"] for row in rows}


def test_follow_the_money(state: CaseState) -> None:
    entities = readers.read_ftm(one(state, "ftm"))
    record = state.record
    schemata = Counter(e["schema"] for e in entities.values())
    assert schemata["Article"] == len(record.documents)
    assert schemata["Event"] == len(record.events)
    told = (record.claims, record.findings, record.warnings)
    assert schemata["Note"] == sum(len(records) for records in told)
    event = entities[deaths(record).replace("_", "-")]["properties"]
    assert {entities[page]["schema"] for page in event["proof"]} == {"Article"}
    speaker = next(c.source.entity for c in record.claims if c.source and c.source.entity)
    assert entities[speaker.replace("_", "-")]["schema"] in {
        "Person",
        "Organization",
        "PublicBody",
        "LegalEntity",
    }


def test_stix(state: CaseState) -> None:
    objects = readers.read_stix(one(state, "stix"))
    kinds = Counter(o["type"] for o in objects.values())
    record = state.record
    told = [e for e in record.events if e.status in {"happened", "ongoing", "disputed"}]
    assert kinds["report"] == len(record.documents)
    assert kinds["incident"] == len(told)
    located = [e for e in record.entities if e.kind == "place" and e.place]
    assert kinds["location"] == len(located)
    assert len(record.entities) - len(located) < kinds["identity"] <= len(record.entities) + 1
    ties = [o for o in objects.values() if o["type"] == "relationship"]
    for tie in ties:
        if tie["relationship_type"] != "located-at":
            assert objects[tie["target_ref"]]["type"] == "identity"
    grades = {e.credibility.admiralty for e in told}
    scale = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10, 6: None}
    incidents = [o for o in objects.values() if o["type"] == "incident"]
    assert {o.get("confidence") for o in incidents} == {scale[g] for g in grades}
    assert {tie["relationship_type"] for tie in ties} == {
        "attributed-to", "targets", "related-to", "located-at",
    }  # fmt: skip


def test_json_ld(state: CaseState) -> None:
    graph = readers.read_json_ld(one(state, "jsonld"))
    record = state.record
    for kind, records in (
        (SDO.NewsArticle, record.documents),
        (SDO.Event, record.events),
        (SDO.Claim, record.claims),
    ):
        assert len(set(graph.subjects(rdflib.RDF.type, kind))) == len(records)
    articles = set(graph.subjects(rdflib.RDF.type, SDO.NewsArticle))
    assert set(graph.objects(None, SDO.appearance)) <= articles
    assert set(graph.objects(None, SDO.isPartOf)) <= articles


def test_timemap(state: CaseState) -> None:
    files = readers.read_timemap(many(state, "timemap"))
    assert len(files["events.json"]) == sum(e.date is not None for e in state.record.events)
    assert set(files["sources.json"]) == {d.id for d in state.record.documents}
    assert any(event["latitude"] for event in files["events.json"])


def test_atom(state: CaseState) -> None:
    entries = readers.read_atom(one(state, "atom"))
    record = state.record
    told = len(record.events) + len(record.findings) + len(record.warnings)
    assert len(entries) == told
    assert b"deleted-entry" not in one(state, "atom")


def test_json_lines_and_geojson_are_json(state: CaseState) -> None:
    assert all(json.loads(line) for line in one(state, "jsonl").splitlines())
    assert json.loads(one(state, "geojson"))["features"]
