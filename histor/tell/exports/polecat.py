"""Events with the columns of the POLECAT releases, for what reads those.

POLECAT: Halterman, Bagozzi, Beger, Schrodt and Scarborough, "PLOVER and POLECAT: A New Political
Event Ontology and Dataset", 2023; files at doi:10.7910/DVN/AJGVIT, whose header this is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import NamedTuple

from histor.records import Date, Document, Entity, Event, Place
from histor.tell.exports.lookup import Lookup, exact_day
from histor.tell.exports.state import CaseState
from histor.tell.safe import visible

__all__ = ["COLUMNS", "alpha3", "polecat_tsv"]

#: what POLECAT writes where there is nothing
_NONE = "None"
_QUADS = {
    1: "VERBAL COOPERATION",
    2: "MATERIAL COOPERATION",
    3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}
#: GeoNames has no ISO code for Kosovo and says XKX; PLOVER's manual says KOS
_KOSOVO = {"XK": "KOS"}


class _Row(NamedTuple):
    event: Event
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    place: Entity | None
    pages: tuple[Document, ...]
    named: tuple[Entity, ...]


_Cell = Callable[[_Row], str]


def polecat_tsv(state: CaseState) -> bytes:
    """Return POLECAT's tab-separated table (UTF-8), one event a line.

    What POLECAT cannot say is left out: events of no PLOVER type, not told as having happened, or
    not dated within one month of the calendar, which a day would date falsely.
    """
    x = Lookup(state.record)
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(COLUMNS)
    for event in state.record.events:
        if event.type == "OTHER" or not event.real or not _dated(event.date):
            continue
        row = _row(event, x)
        writer.writerow([visible(cell(row)) or _NONE for cell, _ in COLUMNS.values()])
    return out.getvalue().encode("utf-8")


def _row(event: Event, x: Lookup) -> _Row:
    documents = tuple(dict.fromkeys(m.span.document for m in event.mentions))
    return _Row(
        event=event,
        actors=tuple(x.entities[a] for a in event.actors),
        recipients=tuple(x.entities[r] for r in event.recipients),
        place=x.entities.get(event.place or ""),
        pages=tuple(x.documents[d] for d in documents),
        named=tuple({e.id: e for d in documents for e in x.mentioned[d]}.values()),
    )


def _dated(date: Date | None) -> bool:
    return date is not None and date.earliest[:7] == date.latest[:7]


@cache
def _countries() -> dict[str, str]:
    """Return ISO 3166-1 alpha-2 -> alpha-3."""
    text = files("histor.tell.exports").joinpath("alpha3.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return dict(lines) | _KOSOVO


def alpha3(code: str | None) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of an alpha-2 one; none where there is none."""
    return _countries().get(code or "")


def _joined(values: Iterable[str | None]) -> str:
    """Join what there is, each once; a semicolon inside would make two of one."""
    found = dict.fromkeys(visible(v).replace(";", ",") for v in values if v)
    return "; ".join(v for v in found if v) or _NONE


def _first(values: Iterable[str | None]) -> str:
    return next((v for v in values if v), _NONE)


def _point(row: _Row, part: Callable[[Place], float | int | str | None]) -> str:
    if row.place is None or row.place.place is None:
        return _NONE
    found = part(row.place.place)
    return _NONE if found is None else str(found)


def _place_as(row: _Row, *features: str) -> str:
    """Return the place's name if it is of one of these kinds (GeoNames feature codes)."""
    point = row.place.place if row.place is not None else None
    if row.place is None or point is None or not point.feature.startswith(features):
        return _NONE
    return row.place.name


def _named(kinds: Sequence[str]) -> _Cell:
    return lambda r: _joined(e.name for e in r.named if e.kind in kinds)


def _party(
    label: str, parties: Callable[[_Row], tuple[Entity, ...]]
) -> dict[str, tuple[_Cell, str]]:
    """Return the eight columns of an actor or a recipient."""
    return {
        f"{label} Name": (lambda r: _joined(e.name for e in parties(r)), "names"),
        f"{label} Country": (
            lambda r: _joined(alpha3(e.country) for e in parties(r)),
            "affiliations, ISO 3166-1 alpha-3; Kosovo is KOS",
        ),
        f"{label} COW": (lambda _: _NONE, "always None: histor has no Correlates of War codes"),
        f"Primary {label} Sector": (
            lambda r: _first(e.sector for e in parties(r)), "PLOVER sector of the first"
        ),
        f"{label} Sectors": (lambda r: _joined(e.sector for e in parties(r)), "PLOVER sectors"),
        f"{label} Title": (
            lambda r: _joined(role.title for e in parties(r) for role in e.roles),
            "titles and offices the pages give",
        ),
        f"{label} Name Raw": (
            lambda r: _joined(n.text for e in parties(r) for n in e.names), "names as on the pages"
        ),
        f"Wikipedia {label} ID": (lambda _: _NONE, "always None: histor reads no encyclopedia"),
    }  # fmt: skip


#: POLECAT's column -> its cell, and what histor writes in it
COLUMNS: dict[str, tuple[_Cell, str]] = {
    "Event ID": (lambda r: r.event.id, "stable id of the event"),
    "Event Date": (
        lambda r: r.event.date.earliest if r.event.date else _NONE, "first day it can be"
    ),
    "Event Type": (lambda r: r.event.type, "PLOVER type"),
    "Event Mode": (lambda r: r.event.mode or _NONE, "PLOVER mode"),
    "Intensity": (
        lambda r: _NONE if r.event.intensity is None else str(r.event.intensity),
        "PLOVER's intensity, -10 to 10",
    ),
    "Quad Code": (lambda r: _QUADS.get(r.event.quad or 0, _NONE), "quad class in words"),
    "Contexts": (lambda r: _joined(r.event.context), "PLOVER contexts"),
    **_party("Actor", lambda r: r.actors),
    **_party("Recipient", lambda r: r.recipients),
    "Placename": (lambda r: r.place.name if r.place else _NONE, "place named"),
    "City": (lambda r: _place_as(r, "PPL"), "the place, where it is a town"),
    "District": (
        lambda r: _place_as(r, "ADM2", "ADM3", "ADM4"), "the place, where it is a district"
    ),
    "Province": (lambda r: _place_as(r, "ADM1"), "the place, where it is a province"),
    "Country": (
        lambda r: _point(r, lambda p: alpha3(p.country)),
        "its country, ISO 3166-1 alpha-3",
    ),
    "Latitude": (lambda r: _point(r, lambda p: p.latitude), "degrees, WGS 84"),
    "Longitude": (lambda r: _point(r, lambda p: p.longitude), "degrees, WGS 84"),
    "GeoNames ID": (lambda r: _point(r, lambda p: p.geonames_id), "GeoNames id"),
    "Raw Placename": (
        lambda r: _joined(n.text for n in r.place.names) if r.place else _NONE, "as on the pages"
    ),
    "Feature Type": (
        lambda r: _point(r, lambda p: p.feature), "GeoNames feature code"
    ),
    "Source": (
        lambda r: _joined(d.outlet or d.label for d in r.pages), "the pages' outlets or titles"
    ),
    "Publication Date": (
        lambda r: min(filter(None, (exact_day(d.page_date) for d in r.pages)), default=_NONE),
        "first day one of the pages gives itself",
    ),
    "Story People": (_named(["person"]), "persons the pages name"),
    "Story Organizations": (_named(["organization", "group"]), "bodies and groups they name"),
    "Story Locations": (_named(["place"]), "places they name"),
    "Language": (lambda r: _joined(d.language for d in r.pages), "ISO 639-1"),
    "Version": (lambda _: f"histor {version('histor')}", "program that coded it"),
}  # fmt: skip
