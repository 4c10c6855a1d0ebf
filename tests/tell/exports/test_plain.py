from __future__ import annotations

import csv
import io
import json

import msgspec
import pytest

from histor.extract.events.events import UNJUDGED
from histor.records import (
    CaseExport,
    Date,
    Document,
    Entity,
    Event,
    EventMention,
    Figure,
    Name,
    Place,
    Span,
)
from histor.tell.exports.event_rows import COLUMNS
from histor.tell.exports.plain import events_geojson, record_jsonl, table_csv
from histor.tell.exports.tables import table, tables

TEXT = "=HYPERLINK(1) fell on Salto, killing nine."


def entity(id_: str, name: str, place: Place | None = None) -> Entity:
    return Entity(
        id=id_,
        name=name,
        kind="place" if place else "organization",
        names=(Name(text=name, count=1),),
        country="UY",
        sector="MIL",
        place=place,
        mentions=(),
    )


@pytest.fixture
def export() -> CaseExport:
    span = Span(document="d", start=0, end=len(TEXT), text=TEXT)
    date = Date(edtf="2019-03-07", earliest="2019-03-07", latest="2019-03-07", basis="stated")
    document = Document(
        id="d", location="=cmd|'/C calc'!A0", sha256="0", title="T\u202eitle\x07", outlet=None,
        byline=(), language="en", text=TEXT, removed=(), page_date=date,
    )  # fmt: skip
    figure = Figure(quantity="killed", low=9.0, high=None, unit=None, who=None, span=span)
    event = Event(
        id="evt_1", title="x", type="ASSAULT", mode="drone", context=(), quad=4, intensity=-9.5,
        status="happened", date=date, place="p", actors=("a", "b"), recipients=("c",),
        figures=(figure,), mentions=(EventMention(span=span, trigger="fell", status="happened"),),
        documents=1, origins=1, credibility=UNJUDGED, story=None,
    )  # fmt: skip
    nowhere = msgspec.structs.replace(event, id="evt_2", place=None, date=None, figures=())
    salto = Place(latitude=-31.4, longitude=-57.9, geonames_id=1, country="UY", feature="PPL")
    return CaseExport(
        documents=(document,), origins=(), stories=(), claims=(), findings=(), warnings=(),
        relations=(), times=(), failures=(), events=(event, nowhere),
        entities=(
            entity("a", "+Army"), entity("b", "N" * 10_000), entity("c", "Port"),
            entity("p", "Salto", salto),
        ),
    )  # fmt: skip


def test_csv_is_read_back_with_the_documented_columns(export: CaseExport) -> None:
    rows = list(
        csv.DictReader(io.StringIO(table_csv(table(export, "events")).decode("utf-8"), newline=""))
    )
    assert list(rows[0]) == list(COLUMNS)
    first, second = rows
    assert (first["actor2"], first["location"], first["geo_precision"]) == ("Port", "Salto", "1")
    assert (first["event_date"], first["time_precision"]) == ("2019-03-07", "1")
    assert (first["fatalities_low"], first["intensity"]) == ("9", "-9.5")
    assert (second["event_date"], second["time_precision"], second["latitude"]) == ("", "5", "")


def test_no_cell_is_a_formula(export: CaseExport) -> None:
    for row in csv.DictReader(
        io.StringIO(table_csv(table(export, "events")).decode("utf-8"), newline="")
    ):
        for name, cell in row.items():
            if name not in {"intensity", "latitude", "longitude"}:
                assert not cell.startswith(("=", "+", "-", "@"))
        assert "\u202e" not in str(row)
        assert "\x07" not in str(row)


def test_geojson_is_points_with_the_row_s_cells(export: CaseExport) -> None:
    collection = json.loads(events_geojson(export))
    assert collection["type"] == "FeatureCollection"
    [feature] = collection["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-57.9, -31.4]}
    assert feature["properties"]["event_type"] == "ASSAULT"


def test_json_lines_hold_every_record(export: CaseExport) -> None:
    lines = [json.loads(line) for line in record_jsonl(export).splitlines()]
    assert [x["kind"] for x in lines].count("event") == 2
    assert {x["kind"] for x in lines} == {"document", "entity", "event"}
    assert lines[0]["value"]["id"] == "d"


def test_any_table_is_csv(export: CaseExport) -> None:
    for made in tables(export).values():
        rows = list(csv.reader(io.StringIO(table_csv(made).decode("utf-8"), newline="")))
        assert len(rows) == len(made) + 1
        assert "text" not in rows[0]
        assert {len(row) for row in rows} == {len(rows[0])}
    [document] = csv.DictReader(
        io.StringIO(table_csv(table(export, "documents")).decode("utf-8"), newline="")
    )
    assert document["location"].startswith("'=cmd")
    assert (document["title"], document["page_date_first"]) == ("Title", "2019-03-07")
