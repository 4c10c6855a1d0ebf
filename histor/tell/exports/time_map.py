"""Events, sources and associations as Forensic Architecture's timemap reads them.

timemap checks them against ``src/reducers/validate`` of its repository: texts are required to be
texts (coordinates too), unknown fields are refused, dates are month, day, year.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from histor.records import Document, Event
from histor.tell.exports.event_rows import time_precision
from histor.tell.exports.lookup import Lookup, exact_day, page_address, standing, titled
from histor.tell.exports.state import CaseState, pages_of
from histor.tell.safe import shorten, visible

__all__ = ["timemap_files"]

_SHOWN = 600
_PRECISION = {1: "day", 2: "week", 3: "month", 4: "longer"}


def timemap_files(state: CaseState) -> dict[str, bytes]:
    """Return timemap's ``events.json``, ``sources.json`` and ``associations.json``.

    timemap has no place for an event without a day: such events are left out.
    """
    x = Lookup(state.record)
    dated = [event for event in state.record.events if event.date is not None]
    files = {
        "events.json": [_event(event, x) for event in dated],
        "sources.json": {d.id: _source(d) for d in state.record.documents},
        "associations.json": list(_associations(dated, x)),
    }
    return {
        name: json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"
        for name, content in files.items()
    }


def _event(event: Event, x: Lookup) -> dict[str, object]:
    assert event.date is not None  # noqa: S101 - only dated ones come here
    place = x.entities.get(event.place or "")
    point = place.place if place else None
    words = "; ".join(dict.fromkeys(m.span.text for m in event.mentions))
    return {
        "id": event.id,
        "description": shorten(f"{titled(event)}. {words}", _SHOWN),
        "date": f"{event.date.first:%m/%d/}{event.date.first.year:04}",
        "time": "",
        "time_precision": _PRECISION[time_precision(event)],
        "time_display": event.date.edtf,
        "location": visible(place.name) if place else "",
        "latitude": str(point.latitude) if point else "",
        "longitude": str(point.longitude) if point else "",
        "type": event.mode or "",
        "category": event.type,
        "associations": [event.type, *_filters(event, x)],
        "sources": list(pages_of(event)),
        "comments": standing(event),
    }


def _filters(event: Event, x: Lookup) -> dict[str, list[str]]:
    """Return the id of each filter an event answers to -> its path in the tree of filters."""
    found = {f"status: {event.status}": ["status", event.status]}
    for party in (*event.actors, *event.recipients):
        found[party] = ["actors", x.name(party) or party]
    return found


def _associations(events: list[Event], x: Lookup) -> Iterator[dict[str, object]]:
    for kind in sorted({event.type for event in events}):
        yield {"id": kind, "title": kind, "desc": "PLOVER type", "mode": "CATEGORY"}
    filters = {id_: path for event in events for id_, path in _filters(event, x).items()}
    for id_, path in sorted(filters.items()):
        yield {
            "id": id_,
            "title": path[-1],
            "desc": path[0],
            "mode": "FILTER",
            "filter_paths": path,
        }


def _source(document: Document) -> dict[str, object]:
    return {
        "id": document.id,
        "title": visible(document.label),
        "thumbnail": "",
        "paths": [],
        "type": "Webpage",
        "url": page_address(document) or "",
        "description": visible(document.location),
        "author": visible("; ".join(document.byline) or document.outlet or ""),
        "date": exact_day(document.page_date) or "",
    }
