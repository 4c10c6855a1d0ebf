"""What an export is made of: the record, when its pages came in, and what it was before.

Formats that carry history (STIX's ``modified`` and ``revoked``, Atom's ``updated`` and tombstones)
take their times from here; the others hold the record alone.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from histor.assess.changed import Change
from histor.records import (
    CaseExport,
    Claim,
    Document,
    Entity,
    Event,
    Finding,
    Relation,
    Warning,
    make_id,
)

__all__ = [
    "AnyRecord",
    "CaseState",
    "Gone",
    "RecordKind",
    "gone",
    "known_ids",
    "pages_of",
    "relation_id",
    "stable_uuid",
    "warning_id",
]

RecordKind = Literal["document", "entity", "claim", "event", "finding", "warning", "relation"]
AnyRecord: TypeAlias = Document | Entity | Claim | Event | Finding | Warning | Relation

#: the name space of histor's UUIDs (RFC 9562, version 5); never to be changed
_NAMESPACE = uuid.UUID("5b1c7c1e-3f0e-5d43-9f2a-6a7c3c1d8e42")


class CaseState(msgspec.Struct, frozen=True, kw_only=True):
    """A case as it is to be exported."""

    record: CaseExport
    #: what the case is called: its file's name without the ending
    name: str
    #: when the case last changed, UTC
    as_of: dt.datetime
    #: document id -> when the page came into the case, UTC
    added: Mapping[str, dt.datetime] = {}
    #: the record of an earlier state, if changes are asked for
    before: CaseExport | None = None
    #: what differs from it
    changes: tuple[Change, ...] = ()
    #: when the case had last changed in that state, if that is known, UTC
    before_as_of: dt.datetime | None = None

    def first_told(self, documents: Iterable[str]) -> dt.datetime:
        """Return when the first of some pages came in; the state's time for none."""
        return min((self.added.get(d, self.as_of) for d in documents), default=self.as_of)

    def last_told(self, documents: Iterable[str]) -> dt.datetime:
        """Return when the last of some pages came in; the state's time for none."""
        return max((self.added.get(d, self.as_of) for d in documents), default=self.as_of)


class Gone(NamedTuple):
    """A record that an earlier state had and this one has not."""

    kind: RecordKind
    id: str
    #: the record that now tells what it told; none if nothing does
    replaced_by: str | None


def gone(before: CaseExport, after: CaseExport) -> Iterator[Gone]:
    """Yield the records of ``before`` whose ids ``after`` has not, with what took their place.

    Two events that became one, or one that became two, are matched by the words they rest on,
    which no later page changes.
    """
    now = known_ids(after)
    heirs = {(kind, words): id_ for (kind, id_), r in now.items() for words in _words(r)}
    for (kind, id_), record in known_ids(before).items():
        if (kind, id_) not in now:
            found = (heirs.get((kind, words)) for words in _words(record))
            yield Gone(kind, id_, next((heir for heir in found if heir), None))


def known_ids(record: CaseExport) -> dict[tuple[RecordKind, str], AnyRecord]:
    """Return every record that has an id of its own, by kind and id."""
    known: dict[tuple[RecordKind, str], AnyRecord] = {}
    known |= {("document", d.id): d for d in record.documents}
    known |= {("entity", e.id): e for e in record.entities}
    known |= {("claim", c.id): c for c in record.claims}
    known |= {("event", e.id): e for e in record.events}
    known |= {("finding", f.id): f for f in record.findings}
    known |= {("warning", warning_id(w)): w for w in record.warnings}
    known |= {("relation", relation_id(r)): r for r in record.relations}
    return known


def _words(record: AnyRecord) -> tuple[tuple[object, ...], ...]:
    """Return the words that tell an event, an entity or a claim from others."""
    if isinstance(record, Event):
        return tuple((*m.span.place, m.trigger) for m in record.mentions)
    if isinstance(record, Entity):
        return tuple(span.place for span in record.mentions)
    return (record.content.place,) if isinstance(record, Claim) else ()


def warning_id(warning: Warning) -> str:
    """Return a warning's id, which the contract does not give it."""
    return make_id("warn", warning.claim, warning.event_type, warning.actor, warning.target)


def relation_id(relation: Relation) -> str:
    """Return a relation's id, which the contract does not give it."""
    return make_id("rel", relation.a, relation.b, relation.from_)


def stable_uuid(*parts: str) -> uuid.UUID:
    """Return the UUID (version 5) of a record's id, or of several parts; always the same."""
    return uuid.uuid5(_NAMESPACE, msgspec.json.encode(parts).decode())


def pages_of(record: Event | Finding) -> tuple[str, ...]:
    """Return the ids of the documents a record rests on."""
    spans = tuple(m.span for m in record.mentions) if isinstance(record, Event) else record.evidence
    listed = record.documents if isinstance(record, Finding) else ()
    return tuple(dict.fromkeys((*(s.document for s in spans), *listed)))
