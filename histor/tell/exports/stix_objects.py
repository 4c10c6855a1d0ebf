"""The objects of a STIX bundle: what of the record becomes which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from histor.records import CaseExport, Claim, Document, Entity, Event, Finding, Warning
from histor.tell.exports.lookup import Lookup, page_address, standing, titled
from histor.tell.exports.state import CaseState, pages_of, warning_id
from histor.tell.exports.stix_terms import (
    CLASSES,
    CONFIDENCE,
    CONFLICT,
    EXTENSION,
    INCIDENTS,
    LONGEST_NAME,
    MAKER,
    Object,
    event_properties,
    fixed_objects,
    is_located,
    stix_id,
    stix_name,
    stix_time,
)
from histor.tell.safe import shorten, visible

__all__ = ["Objects"]


class Objects:
    """STIX objects of a record."""

    def __init__(self, record: CaseExport, state: CaseState) -> None:
        self._record = record
        self._state = state
        self._x = Lookup(record)

    def all(self) -> Iterator[Object]:
        """Yield every object; what others refer to comes first."""
        yield from fixed_objects()
        record = self._record
        for entity in record.entities:
            yield from self._entity(entity)
        for event in record.events:
            if event.status in INCIDENTS:
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
        if is_located(entity) and point is not None:
            yield self._object(
                stix_id("location", entity.id),
                pages,
                name=stix_name(entity.name),
                latitude=point.latitude,
                longitude=point.longitude,
                country=point.country,
            )
        if is_located(entity) and entity.id not in self._x.acting:
            return
        others = [visible(n.text) for n in entity.names if n.text != entity.name]
        yield self._object(
            stix_id("identity", entity.id),
            pages,
            name=stix_name(entity.name),
            identity_class=CLASSES.get(entity.kind, "unspecified"),
            description=f"also: {'; '.join(others)}" if others else None,
            roles=list(dict.fromkeys(visible(r.title) for r in entity.roles)),
            labels=[
                f"country:{entity.country}" if entity.country else "",
                f"plover-sector:{entity.sector}" if entity.sector else "",
            ],
        )

    def _named_id(self, entity: Entity) -> str:
        """Return the object a page's naming of an entity refers to."""
        acts = not is_located(entity) or entity.id in self._x.acting
        return stix_id("identity" if acts else "location", entity.id)

    def _event_id(self, id_: str) -> str:
        incident = self._x.events[id_].status in INCIDENTS
        return stix_id("incident" if incident else "note", id_)

    def _incident(self, event: Event) -> Object:
        when = f"Date: {event.date.edtf}. " if event.date else ""
        description = "\n".join((f"{when}{standing(event)}.", *self._x.quoted(event)))
        return self._object(
            self._event_id(event.id),
            pages_of(event),
            name=stix_name(titled(event)),
            description=description,
            labels=[event.type, event.mode or "", f"status:{event.status}", *event.context],
            confidence=CONFIDENCE.get(event.credibility.admiralty),
            external_references=self._references(pages_of(event)),
            extensions={EXTENSION: event_properties(event)},
        )

    def _no_incident(self, event: Event) -> Object:
        pages = pages_of(event)
        return self._object(
            self._event_id(event.id),
            pages,
            abstract=stix_name(titled(event)),
            content="\n".join(self._x.quoted(event)),
            object_refs=[stix_id("report", page) for page in pages],
            labels=[event.type, f"status:{event.status}"],
            external_references=self._references(pages),
            extensions={EXTENSION: event_properties(event)},
        )

    def _relationships(self, event: Event) -> Iterator[Object]:
        hostile = event.quad in CONFLICT
        ties = [
            *((stix_id("identity", a), "attributed-to", "actor") for a in event.actors),
            *((stix_id("identity", r), "targets", "recipient") for r in event.recipients),
        ]
        place = self._x.entities.get(event.place or "")
        if place is not None:
            kind = "location" if is_located(place) else "identity"
            ties.append((stix_id(kind, place.id), "located-at", "place"))
        for target, kind, role in ties:
            plain = role != "place" and not hostile
            yield self._object(
                stix_id("relationship", event.id, target, role),
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
            stix_id("report", document.id),
            [document.id],
            name=stix_name(document.label),
            published=published or stix_time(self._state.first_told([document.id])),
            object_refs=refs or [MAKER],
            labels=["news", *([] if date else ["undated"])],
            lang=document.language,
            external_references=self._references([document.id]),
        )

    def _claim(self, claim: Claim) -> Object:
        who = [s.text for s in (claim.source, *claim.chain) if s is not None]
        refs = [stix_id("report", claim.document), *(self._event_id(e) for e in claim.events)]
        if claim.source and claim.source.entity:
            refs.append(stix_id("identity", claim.source.entity))
        return self._object(
            stix_id("note", claim.id),
            [claim.document],
            abstract=shorten(f"{who[0] if who else 'unnamed source'}: {claim.act}", LONGEST_NAME),
            content=f"“{visible(claim.content.text)}”",
            authors=[shorten(name, LONGEST_NAME) for name in who],
            object_refs=refs,
            labels=["claim", claim.act],
        )

    def _finding(self, finding: Finding) -> Object:
        refs = [self._event_id(e) for e in finding.events]
        refs += [stix_id("note", c) for c in finding.claims]
        refs += [stix_id("report", d) for d in pages_of(finding)]
        return self._object(
            stix_id("note", finding.id),
            pages_of(finding),
            abstract=finding.kind.replace("_", " "),
            content=visible(finding.summary),
            object_refs=refs or [MAKER],
            labels=["finding", finding.kind],
        )

    def _warning(self, warning: Warning) -> Object:
        claim = self._x.claims[warning.claim]
        parties = [p for p in (warning.actor, warning.target) if p]
        return self._object(
            stix_id("note", warning_id(warning)),
            [claim.document],
            abstract=f"foretold for {warning.window.edtf}: {warning.event_type}",
            content=f"“{visible(claim.content.text)}”",
            object_refs=[stix_id("note", claim.id), *(stix_id("identity", p) for p in parties)],
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
            "created_by_ref": MAKER,
            "created": stix_time(self._state.first_told(pages)),
            "modified": stix_time(self._state.as_of),
            **{name: value for name, value in fields.items() if value or value == 0.0},
        }
