"""The objects of a STIX bundle: what of the record becomes which."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from histor.records import CaseExport, Claim, Document, Entity, Event, Finding, Warning
from histor.tell.exports.lookup import Lookup, page_address, standing
from histor.tell.exports.state import CaseState, pages_of, stable_uuid, warning_id
from histor.tell.safe import shorten, visible

__all__ = ["Object", "Objects", "stix_time"]

Object: TypeAlias = dict[str, Any]

_CONFIDENCE = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10}
#: a place that acts is a state or town: its people and offices together
_CLASSES = {
    "person": "individual",
    "organization": "organization",
    "group": "group",
    "place": "group",
}
#: told as having happened, or as disputed whether it did; the rest are notes
_INCIDENTS = frozenset(["happened", "ongoing", "disputed"])
#: PLOVER's quad classes of conflict
_CONFLICT = frozenset([3, 4])
#: when histor's identity and extension were made up; they never change
_EPOCH = "2024-01-01T00:00:00.000Z"
_NAME = 256


def _id(kind: str, *parts: str) -> str:
    return f"{kind}--{stable_uuid(*parts)}"


_MAKER = _id("identity", "histor")
_EXTENSION = _id("extension-definition", "histor", "event")


class Objects:
    """STIX objects of a record."""

    def __init__(self, record: CaseExport, state: CaseState) -> None:
        self._record = record
        self._state = state
        self._x = Lookup(record)
        speakers = {c.source.entity for c in record.claims if c.source}
        parties = {p for e in record.events for p in (*e.actors, *e.recipients)}
        foretold = {p for w in record.warnings for p in (w.actor, w.target)}
        #: what acts, suffers or speaks; a country does so as a body, not as a place
        self._acting = speakers | parties | foretold

    def all(self) -> Iterator[Object]:
        """Yield every object; what others refer to comes first."""
        yield from _constants()
        record = self._record
        for entity in record.entities:
            yield from self._entity(entity)
        for event in record.events:
            if event.status in _INCIDENTS:
                yield self._incident(event)
                yield from self._relationships(event)
            else:
                yield self._no_incident(event)
        for document in record.documents:
            yield self._report(document)
        for claim in record.claims:
            yield self._claim(claim)
        for finding in record.findings:
            yield self._finding(finding)
        for warning in record.warnings:
            yield self._warning(warning)

    def _entity(self, entity: Entity) -> Iterator[Object]:
        """Yield a place's location, and an identity of what is no place or acts as a body."""
        pages = [span.document for span in entity.mentions]
        point = entity.place
        if _located(entity) and point is not None:
            yield self._object(
                _id("location", entity.id),
                pages,
                name=_named(entity.name),
                latitude=point.latitude,
                longitude=point.longitude,
                country=point.country,
            )
        if _located(entity) and entity.id not in self._acting:
            return
        others = [visible(n.text) for n in entity.names if n.text != entity.name]
        yield self._object(
            _id("identity", entity.id),
            pages,
            name=_named(entity.name),
            identity_class=_CLASSES.get(entity.kind, "unspecified"),
            description=f"also: {'; '.join(others)}" if others else None,
            roles=list(dict.fromkeys(visible(r.title) for r in entity.roles)),
            labels=[
                f"country:{entity.country}" if entity.country else "",
                f"plover-sector:{entity.sector}" if entity.sector else "",
            ],
        )

    def _named_id(self, entity: Entity) -> str:
        """Return the object a page's naming of an entity refers to."""
        acts = not _located(entity) or entity.id in self._acting
        return _id("identity" if acts else "location", entity.id)

    def _event_id(self, id_: str) -> str:
        incident = self._x.events[id_].status in _INCIDENTS
        return _id("incident" if incident else "note", id_)

    def _incident(self, event: Event) -> Object:
        told = "\n".join(
            f"“{visible(m.span.text)}” ({self._x.outlet(m.span.document)})" for m in event.mentions
        )
        when = f"Date: {event.date.edtf}. " if event.date else ""
        description = f"{when}{standing(event)}.\n{told}"
        return self._object(
            self._event_id(event.id),
            pages_of(event),
            name=_named(event.title),
            description=description,
            labels=[event.type, event.mode or "", f"status:{event.status}", *event.context],
            confidence=_CONFIDENCE.get(event.credibility.admiralty),
            external_references=self._references(pages_of(event)),
            extensions={_EXTENSION: _properties(event)},
        )

    def _no_incident(self, event: Event) -> Object:
        pages = pages_of(event)
        return self._object(
            self._event_id(event.id),
            pages,
            abstract=shorten(f"{event.status}: {event.title}", _NAME),
            content="\n".join(f"“{visible(m.span.text)}”" for m in event.mentions),
            object_refs=[_id("report", page) for page in pages],
            labels=[event.type, f"status:{event.status}"],
            external_references=self._references(pages),
            extensions={_EXTENSION: _properties(event)},
        )

    def _relationships(self, event: Event) -> Iterator[Object]:
        hostile = event.quad in _CONFLICT
        ties = [
            *((_id("identity", a), "attributed-to", "actor") for a in event.actors),
            *((_id("identity", r), "targets", "recipient") for r in event.recipients),
        ]
        place = self._x.entities.get(event.place or "")
        if place is not None:
            kind = "location" if _located(place) else "identity"
            ties.append((_id(kind, place.id), "located-at", "place"))
        for target, kind, role in ties:
            plain = role != "place" and not hostile
            yield self._object(
                _id("relationship", event.id, target, role),
                pages_of(event),
                relationship_type="related-to" if plain else kind,
                description=role,
                source_ref=self._event_id(event.id),
                target_ref=target,
            )

    def _report(self, document: Document) -> Object:
        refs = [self._event_id(e.id) for e in self._x.told[document.id]]
        refs += [self._named_id(e) for e in self._x.mentioned[document.id]]
        date = document.page_date or document.written
        published = f"{date.earliest}T00:00:00.000Z" if date else None
        return self._object(
            _id("report", document.id),
            [document.id],
            name=_named(document.label),
            published=published or stix_time(self._state.first_told([document.id])),
            object_refs=refs or [_MAKER],
            labels=["news", *([] if date else ["undated"])],
            lang=document.language,
            external_references=self._references([document.id]),
        )

    def _claim(self, claim: Claim) -> Object:
        who = [s.text for s in (claim.source, *claim.chain) if s is not None]
        refs = [_id("report", claim.document), *(self._event_id(e) for e in claim.events)]
        if claim.source and claim.source.entity:
            refs.append(_id("identity", claim.source.entity))
        return self._object(
            _id("note", claim.id),
            [claim.document],
            abstract=shorten(f"{who[0] if who else 'unnamed source'}: {claim.act}", _NAME),
            content=f"“{visible(claim.content.text)}”",
            authors=[shorten(name, _NAME) for name in who],
            object_refs=refs,
            labels=["claim", claim.act],
        )

    def _finding(self, finding: Finding) -> Object:
        refs = [self._event_id(e) for e in finding.events]
        refs += [_id("note", c) for c in finding.claims]
        refs += [_id("report", d) for d in pages_of(finding)]
        return self._object(
            _id("note", finding.id),
            pages_of(finding),
            abstract=finding.kind.replace("_", " "),
            content=visible(finding.summary),
            object_refs=refs or [_MAKER],
            labels=["finding", finding.kind],
        )

    def _warning(self, warning: Warning) -> Object:
        claim = self._x.claims[warning.claim]
        parties = [p for p in (warning.actor, warning.target) if p]
        return self._object(
            _id("note", warning_id(warning)),
            [claim.document],
            abstract=f"foretold for {warning.window.edtf}: {warning.event_type}",
            content=f"“{visible(claim.content.text)}”",
            object_refs=[_id("note", claim.id), *(_id("identity", p) for p in parties)],
            labels=["warning", warning.outcome],
        )

    def _references(self, pages: Iterable[str]) -> list[Object]:
        found: list[Object] = []
        for page in pages:
            document = self._x.documents[page]
            reference: Object = {
                "source_name": self._x.outlet(page) or "page",
                "description": visible(document.label),
                "external_id": page,
            }
            address = page_address(document)
            if address is not None:
                reference |= {"url": address, "hashes": {"SHA-256": document.sha256}}
            found.append(reference)
        return found

    def _object(self, id_: str, pages: Sequence[str], **fields: Any) -> Object:
        fields["labels"] = list(dict.fromkeys(x for x in fields.get("labels", ()) if x))
        fields["object_refs"] = list(dict.fromkeys(fields.get("object_refs", ())))
        return {
            "type": id_.partition("--")[0],
            "spec_version": "2.1",
            "id": id_,
            "created_by_ref": _MAKER,
            "created": stix_time(self._state.first_told(pages)),
            "modified": stix_time(self._state.as_of),
            **{name: value for name, value in fields.items() if value or value == 0.0},
        }


def _located(entity: Entity) -> bool:
    """Say whether a place is known on the map, which STIX requires of a location."""
    return entity.kind == "place" and entity.place is not None


def _properties(event: Event) -> Object:
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


def _constants() -> Iterator[Object]:
    made = {"spec_version": "2.1", "created": _EPOCH, "modified": _EPOCH}
    yield {
        "type": "identity",
        "id": _MAKER,
        **made,
        "name": "histor",
        "identity_class": "system",
        "description": "A program that reads news pages and says who tells what.",
    }
    yield {
        "type": "extension-definition",
        "id": _EXTENSION,
        **made,
        "created_by_ref": _MAKER,
        "name": "histor event",
        "description": "PLOVER type and mode, status, EDTF date, pages, origins and credibility.",
        "schema": "docs/export.md of histor, under STIX",
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }


def _named(text: str) -> str:
    """Return a name as STIX requires one: never empty, whatever the page made of it."""
    return shorten(text, _NAME) or "unnamed"


def stix_time(time: dt.datetime) -> str:
    """Return a time as STIX writes it: UTC, to the millisecond."""
    utc = time.astimezone(dt.UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03}Z"
