"""The export as JSON, and the JSON Schema that describes it, both made from the records."""

from __future__ import annotations

from typing import Any

import msgspec

from histor.records import SCHEMA_VERSION, CaseExport

__all__ = ["export_json", "export_schema"]


def export_json(export: CaseExport, *, indent: int = 1) -> bytes:
    """Return the export as UTF-8 JSON, the same bytes for the same record."""
    encoded = msgspec.json.encode(export, order="deterministic")
    return msgspec.json.format(encoded, indent=indent) + b"\n"


def export_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the export."""
    schema = msgspec.json.schema(CaseExport)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "histor case export",
        "description": f"Version {SCHEMA_VERSION} of the public contract.",
        **schema,
    }
