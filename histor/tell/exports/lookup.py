"""Finding the records that other records name by id."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from histor.counts import counted
from histor.records import CaseExport, Claim, Date, Document, Entity, Event, Span
from histor.tell.safe import visible, web_address

__all__ = ["Lookup", "exact_day", "page_address", "standing", "titled"]


class Lookup:
    """The records of an export by id."""

    def __init__(self, record: CaseExport) -> None:
        self.record = record
        self.entities: dict[str, Entity] = {e.id: e for e in record.entities}
        self.documents: dict[str, Document] = {d.id: d for d in record.documents}
        self.claims: dict[str, Claim] = {c.id: c for c in record.claims}
        self.events: dict[str, Event] = {e.id: e for e in record.events}

    def name(self, entity_id: str | None) -> str | None:
        """Return an entity's name, harmless to show; none for no entity."""
        entity = self.entities.get(entity_id or "")
        return visible(entity.name) if entity else None

    def outlet(self, document_id: str) -> str:
        """Return what a page's source is called: its outlet, title or location."""
        document = self.documents[document_id]
        return visible(document.outlet or document.label)

    @cached_property
    def acting(self) -> frozenset[str]:
        """What acts, suffers, speaks or deals with another: a place among it is one as a body."""
        record = self.record
        found = {c.source.entity for c in record.claims if c.source}
        found |= {p for e in record.events for p in (*e.actors, *e.recipients)}
        found |= {p for r in record.relations for p in (r.a, r.b)}
        found |= {p for w in record.warnings for p in (w.actor, w.target)}
        return frozenset(e for e in found if e is not None)

    @cached_property
    def mentioned(self) -> dict[str, tuple[Entity, ...]]:
        """Document id -> the entities it names."""
        found: dict[str, dict[str, Entity]] = {d: {} for d in self.documents}
        for entity in self.record.entities:
            for span in entity.mentions:
                found[span.document][entity.id] = entity
        return {d: tuple(entities.values()) for d, entities in found.items()}

    @cached_property
    def told(self) -> dict[str, tuple[Event, ...]]:
        """Document id -> the events it tells."""
        found: dict[str, dict[str, Event]] = {d: {} for d in self.documents}
        for event in self.record.events:
            for mention in event.mentions:
                found[mention.span.document][event.id] = event
        return {d: tuple(events.values()) for d, events in found.items()}

    def quoted(self, event: Event) -> list[str]:
        """Return the sentences that tell an event, each once, quoted with its source."""
        spans = dict.fromkeys(m.span for m in event.mentions)
        return [f"“{visible(s.text)}” ({self.outlet(s.document)})" for s in spans]

    def words(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """Return the words of spans, each once."""
        return tuple(dict.fromkeys(span.text for span in spans))


def exact_day(date: Date | None) -> str | None:
    """Return a date's ISO day if it is one day, else none."""
    return date.earliest if date is not None and date.length == 0 else None


def page_address(document: Document) -> str | None:
    """Return a page's web address if it has one that is safe to open."""
    return web_address(document.location)


def standing(event: Event) -> str:
    """Return how well an event is attested: pages, origins and credibility, with its grounds."""
    pages, origins = counted(event.documents, "page"), counted(event.origins, "independent origin")
    grade = f"Admiralty credibility {event.credibility.admiralty}"
    return f"{pages}, {origins}; {grade}: {visible(event.credibility.why)}"


def titled(event: Event) -> str:
    """Return an event's title, and before it its status where it is not told as having happened."""
    title = visible(event.title)
    return title if event.status == "happened" else f"{event.status}: {title}"
