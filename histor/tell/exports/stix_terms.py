"""STIX's terms as histor fills them: ids, names, confidence, the extension of events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, TypeAlias

from histor.records import Entity, Event
from histor.tell.exports.state import stable_uuid
from histor.tell.safe import shorten

__all__ = [
    "CLASSES",
    "CONFIDENCE",
    "CONFLICT",
    "EXTENSION",
    "INCIDENTS",
    "LONGEST_NAME",
    "MAKER",
    "Object",
    "event_properties",
    "fixed_objects",
    "is_located",
    "stix_id",
    "stix_name",
    "stix_time",
]

Object: TypeAlias = dict[str, Any]

#: Admiralty credibility -> confidence (STIX 2.1, appendix A.3)
CONFIDENCE = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10}
#: a place that acts is a state or town: its people and offices together
CLASSES = {
    "person": "individual",
    "organization": "organization",
    "group": "group",
    "place": "group",
}
#: told as having happened, or as disputed whether it did; the rest are notes
INCIDENTS = frozenset(["happened", "ongoing", "disputed"])
#: PLOVER's quad classes of conflict
CONFLICT = frozenset([3, 4])
#: when histor's identity and extension were made up; they never change
_EPOCH = "2024-01-01T00:00:00.000Z"
#: characters of a name
LONGEST_NAME = 256


def stix_id(kind: str, *parts: str) -> str:
    """Return the id of an object of a type, always the same for the same parts."""
    return f"{kind}--{stable_uuid(*parts)}"


MAKER = stix_id("identity", "histor")
EXTENSION = stix_id("extension-definition", "histor", "event")


def is_located(entity: Entity) -> bool:
    """Say whether a place is known on the map, which STIX requires of a location."""
    return entity.kind == "place" and entity.place is not None


def event_properties(event: Event) -> Object:
    """Return what STIX has no property for, as a property extension."""
    found = {
        "plover_type": event.type,
        "plover_mode": event.mode,
        "status": event.status,
        "date_edtf": event.date and event.date.edtf,
        "date_first": event.date and event.date.earliest,
        "date_last": event.date and event.date.latest,
        "intensity": event.intensity,
        "pages": event.documents,
        "origins": event.origins,
        "admiralty_credibility": event.credibility.admiralty,
    }
    kept = {name: value for name, value in found.items() if value is not None}
    return {"extension_type": "property-extension", **kept}


def fixed_objects() -> Iterator[Object]:
    """Yield histor's own identity and its extension's definition."""
    made = {"spec_version": "2.1", "created": _EPOCH, "modified": _EPOCH}
    yield {
        "type": "identity",
        "id": MAKER,
        **made,
        "name": "histor",
        "identity_class": "system",
        "description": "A program that reads news pages and says who tells what.",
    }
    yield {
        "type": "extension-definition",
        "id": EXTENSION,
        **made,
        "created_by_ref": MAKER,
        "name": "histor event",
        "description": "PLOVER type and mode, status, EDTF date, pages, origins and credibility.",
        "schema": "docs/export.md of histor, under STIX",
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }


def stix_name(text: str) -> str:
    """Return a name as STIX requires one: never empty, whatever the page made of it."""
    return shorten(text, LONGEST_NAME) or "unnamed"


def stix_time(time: dt.datetime) -> str:
    """Return a time as STIX writes it: UTC, to the millisecond."""
    utc = time.astimezone(dt.UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03}Z"
