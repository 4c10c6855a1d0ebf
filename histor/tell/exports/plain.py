"""The record as JSON lines, its tables as CSV, its events as a map."""

from __future__ import annotations

import csv
import io
import json

import msgspec

from histor.records import CaseExport
from histor.tell.exports.event_rows import event_rows
from histor.tell.exports.state import gone
from histor.tell.exports.table import Cell, Table
from histor.tell.exports.tables import for_a_sheet
from histor.tell.safe import visible

__all__ = ["events_geojson", "record_jsonl", "table_csv"]

#: characters with which a spreadsheet would take a cell for a formula (OWASP, CSV injection)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
#: kind -> list of the export
_KINDS = {
    "document": "documents",
    "origin": "origins",
    "story": "stories",
    "entity": "entities",
    "claim": "claims",
    "event": "events",
    "finding": "findings",
    "warning": "warnings",
    "relation": "relations",
    "time": "times",
    "figure": "figures",
    "failure": "failures",
}


def record_jsonl(export: CaseExport, before: CaseExport | None = None) -> bytes:
    """Return the record a JSON object a line, each with its ``kind`` and its ``value``.

    What ``before`` had and ``export`` has not ends it, as lines of the kind ``removed``.
    """
    lines = [
        msgspec.json.encode({"kind": kind, "value": item}, order="deterministic")
        for kind, name in _KINDS.items()
        for item in getattr(export, name)
    ]
    if before is not None:
        lines += [
            msgspec.json.encode({"kind": "removed", "value": old._asdict()}, order="deterministic")
            for old in gone(before, export)
        ]
    return b"".join(line + b"\n" for line in lines)


def table_csv(table: Table) -> bytes:
    """Return a table as CSV (RFC 4180, UTF-8), lists joined by semicolons.

    A text that a spreadsheet would run as a formula begins with an apostrophe.
    """
    shown = for_a_sheet(table)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in shown.columns])
    writer.writerows([_harmless(cell) for cell in row] for row in shown.rows)
    return out.getvalue().encode("utf-8")


def events_geojson(export: CaseExport) -> bytes:
    """Return the events that have a place as GeoJSON (RFC 7946), the rows' cells as properties."""
    features = [
        {
            "type": "Feature",
            "id": row["event_id"],
            "geometry": {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]},
            "properties": {k: v for k, v in row.items() if k not in {"latitude", "longitude"}},
        }
        for row in event_rows(export)
        if row["latitude"] is not None
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def _harmless(cell: Cell) -> str:
    if cell is None or isinstance(cell, int | float):
        return "" if cell is None else str(cell)
    text = visible("; ".join(cell) if isinstance(cell, tuple) else str(cell))
    return f"'{text}" if text.startswith(_FORMULA) else text
