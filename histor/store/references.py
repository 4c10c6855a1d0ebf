"""Which fields of a record name other records, and whether what they name is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from histor.records import (
    CaseExport,
    Claim,
    ClaimSource,
    Document,
    Event,
    EventMention,
    Figure,
    Finding,
    Origin,
    OriginCredit,
    OriginLink,
    PageRecord,
    Relation,
    Story,
    TimeExpression,
    Warning,
)

__all__ = ["Reference", "ids_of", "references"]

#: for each kind of record, its fields that hold an id or ids, and of what
_FIELDS: Mapping[type, Mapping[str, str]] = {
    Document: {"origin": "origin", "story": "story"},
    ClaimSource: {"entity": "entity"},
    Claim: {"document": "document", "events": "event", "same_as": "claim"},
    TimeExpression: {"document": "document"},
    Event: {
        "place": "entity",
        "actors": "entity",
        "recipients": "entity",
        "peoples": "entity",
        "story": "story",
    },
    EventMention: {"claim": "claim", "time": "time"},
    Figure: {"claim": "claim"},
    Origin: {"documents": "document"},
    OriginLink: {"from_": "document", "to": "document"},
    OriginCredit: {"entity": "entity"},
    Story: {"documents": "document"},
    Finding: {"events": "event", "claims": "claim", "documents": "document"},
    Warning: {"claim": "claim", "actor": "entity", "target": "entity"},
    Relation: {"a": "entity", "b": "entity", "events": "event"},
}


class Reference(NamedTuple):
    """One record naming another."""

    #: the kind of record that names, and its field
    holder: str
    field: str
    #: the kind of record that is named, and its id
    kind: str
    id: str


def references(item: object) -> Iterator[Reference]:
    """Yield what a record names, at any depth."""
    if isinstance(item, tuple):
        for part in item:
            yield from references(part)
    if not isinstance(item, msgspec.Struct):
        return
    fields = _FIELDS.get(type(item), {})
    for name in item.__struct_fields__:
        value = getattr(item, name)
        if name in fields:
            for id_ in (value,) if isinstance(value, str) else value or ():
                yield Reference(type(item).__name__.lower(), name.rstrip("_"), fields[name], id_)
        else:
            yield from references(value)


def ids_of(record: PageRecord | CaseExport) -> dict[str, set[str]]:
    """Return the ids of the records of each kind."""
    documents = record.documents if isinstance(record, CaseExport) else (record.document,)
    ids = {
        "document": {d.id for d in documents},
        "entity": {e.id for e in record.entities},
        "claim": {c.id for c in record.claims},
        "event": {e.id for e in record.events},
        "time": {t.id for t in record.times},
    }
    if isinstance(record, CaseExport):
        ids["origin"] = {o.id for o in record.origins}
        ids["story"] = {s.id for s in record.stories}
    return ids
