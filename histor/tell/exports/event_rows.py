"""Events as flat rows, for tables and maps, with ACLED's column names where ACLED has them.

ACLED codebook (2024): ``time_precision`` 1 is a day, 2 a week, 3 a month; histor adds 4 for longer
and 5 for no date. ``geo_precision`` 1 is a town, 2 a part of a region, 3 a region or country.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from histor.records import CaseExport, Document, Entity, Event
from histor.tell.safe import shorten, visible

__all__ = ["COLUMNS", "DAYS", "INTEGERS", "NUMBERS", "Cell", "event_rows", "time_precision"]

Cell: TypeAlias = str | int | float | None

#: column -> what it holds
COLUMNS: dict[str, str] = {
    "event_id": "stable id of the event",
    "event_date": "first day it can be, ISO 8601; empty where no page dates it",
    "end_date": "last day it can be",
    "date_edtf": "the date as uncertain as the pages leave it, EDTF",
    "year": "year of the first day",
    "time_precision": "1 a day, 2 a week, 3 a month, 4 longer, 5 no date",
    "title": "trigger and parties in a few words",
    "event_type": "PLOVER type, or OTHER",
    "sub_event_type": "PLOVER mode, or the kind of an OTHER",
    "quad": "PLOVER's quad class",
    "intensity": "PLOVER's intensity, -10 to 10",
    "status": "happened, ongoing, planned, predicted, denied, hypothetical or disputed",
    "actor1": "who does it, the most named first",
    "actor1_country": "ISO 3166-1 alpha-2",
    "actor1_sector": "PLOVER sector",
    "actor2": "to whom, or the other side",
    "actor2_country": "ISO 3166-1 alpha-2",
    "actor2_sector": "PLOVER sector",
    "assoc_actors": "all other parties",
    "location": "place named",
    "country": "its country, ISO 3166-1 alpha-2",
    "latitude": "degrees, WGS 84",
    "longitude": "degrees, WGS 84",
    "geo_precision": "1 a town, 2 a district, 3 a province or country",
    "fatalities": "the most cautious number of killed that a page gives, as ACLED has it",
    "fatalities_low": "least number of killed that a page gives",
    "fatalities_high": "greatest",
    "pages": "pages that tell it",
    "origins": "independent origins among them",
    "credibility": "Admiralty code, 1 to 6",
    "credibility_why": "its grounds",
    "source": "the pages' outlets or titles",
    "source_urls": "the pages' addresses or files",
    "notes": "the first sentence that tells it",
}
#: columns that hold days, whole numbers and numbers; the others hold texts
DAYS = frozenset(["event_date", "end_date"])
INTEGERS = frozenset(
    """year time_precision quad geo_precision pages origins credibility
    fatalities fatalities_low fatalities_high""".split()
)
NUMBERS = frozenset(["intensity", "latitude", "longitude"])
_WEEK, _MONTH = 7, 31
_DISTRICT = ("ADM2", "ADM3", "ADM4")
_SHOWN = 300


def event_rows(export: CaseExport) -> Iterator[dict[str, Cell]]:
    """Yield a row for each event, with the columns of ``COLUMNS``, in the export's order."""
    entities = {e.id: e for e in export.entities}
    documents = {d.id: d for d in export.documents}
    for event in export.events:
        yield _row(event, entities, documents)


def _row(
    event: Event, entities: Mapping[str, Entity], documents: Mapping[str, Document]
) -> dict[str, Cell]:
    date, place = event.date, entities.get(event.place or "")
    point = place.place if place is not None else None
    parties = [entities[p] for p in (*event.actors, *event.recipients)]
    first = entities[event.actors[0]] if event.actors else None
    others = [p for p in parties if p is not first]
    second = entities[event.recipients[0]] if event.recipients else next(iter(others), None)
    rest = [p for p in others if p is not second]
    killed = [f for f in event.figures if f.quantity == "killed"]
    least = min((int(f.low) for f in killed if f.low is not None), default=None)
    most = max((int(max(f.low or 0.0, f.high or 0.0)) for f in killed), default=None)
    pages = [documents[d] for d in dict.fromkeys(m.span.document for m in event.mentions)]
    return {
        "event_id": event.id,
        "event_date": date.earliest if date else None,
        "end_date": date.latest if date else None,
        "date_edtf": date.edtf if date else None,
        "year": date.first.year if date else None,
        "time_precision": time_precision(event),
        "title": visible(event.title),
        "event_type": event.type,
        "sub_event_type": event.mode,
        "quad": event.quad,
        "intensity": event.intensity,
        "status": event.status,
        "actor1": _name(first),
        "actor1_country": first.country if first else None,
        "actor1_sector": first.sector if first else None,
        "actor2": _name(second),
        "actor2_country": second.country if second else None,
        "actor2_sector": second.sector if second else None,
        "assoc_actors": "; ".join(visible(p.name) for p in rest) or None,
        "location": _name(place),
        "country": point.country if point else None,
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
        "geo_precision": _geo_precision(point.feature) if point else None,
        "fatalities": least,
        "fatalities_low": least,
        "fatalities_high": most,
        "pages": event.documents,
        "origins": event.origins,
        "credibility": event.credibility.admiralty,
        "credibility_why": visible(event.credibility.why),
        "source": "; ".join(dict.fromkeys(visible(d.outlet or d.label) for d in pages)),
        "source_urls": "; ".join(visible(d.location) for d in pages),
        "notes": shorten(event.mentions[0].span.text, _SHOWN) if event.mentions else None,
    }


def _name(entity: Entity | None) -> str | None:
    return visible(entity.name) if entity is not None else None


def time_precision(event: Event) -> int:
    """Return how closely an event is dated: 1 a day, 2 a week, 3 a month, 4 longer, 5 no date."""
    if event.date is None:
        return 5
    length = event.date.length
    return 1 if length == 0 else 2 if length <= _WEEK else 3 if length <= _MONTH else 4


def _geo_precision(feature: str) -> int:
    if feature.startswith("PPL") or feature == "BLDG":
        return 1
    return 2 if feature in _DISTRICT else 3
