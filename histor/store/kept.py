"""The record of a whole case as it is kept: piece by piece, so that a week of it can be read alone.

What a page says lies under the page's number in the record; what several pages tell lies in a row
of its own, which names them. The pieces are MessagePack, and packed.
"""

from __future__ import annotations

import zlib
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Literal, NamedTuple, Protocol, TypeVar, cast

import msgspec
from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from histor.records import (
    CaseExport,
    Claim,
    Dispute,
    Document,
    Entity,
    Event,
    Failure,
    Figure,
    Finding,
    Origin,
    Relation,
    Role,
    Shift,
    Source,
    Span,
    Story,
    TimeExpression,
    Warning,
)
from histor.shelf import Shelf
from histor.store import tables

__all__ = [
    "Kept",
    "KeptHere",
    "KeptRow",
    "Made",
    "Part",
    "StoredRows",
    "keep",
    "rows_of",
    "whole_record",
]

Part = Literal[
    "documents", "origins", "stories", "entities", "named", "claims", "events", "findings",
    "warnings", "relations", "times", "figures", "disputes", "sources", "shifts", "withheld",
]  # fmt: skip
#: rows that are written and read together
_AT_ONCE = 500
_T = TypeVar("_T")
_encode = msgspec.msgpack.Encoder().encode


class Made(NamedTuple):
    """The parts of a case's record as they are made, each in the order of the export."""

    documents: Sequence[Document]
    origins: Sequence[Origin]
    stories: Sequence[Story]
    entities: Sequence[Entity]
    claims: Sequence[Claim]
    events: Sequence[Event]
    findings: Sequence[Finding]
    warnings: Sequence[Warning]
    relations: Sequence[Relation]
    times: Sequence[TimeExpression]
    #: those that no event carries
    figures: Sequence[Figure]
    disputes: Sequence[Dispute]
    sources: Sequence[Source]
    shifts: Sequence[Shift]
    withheld: int


class KeptRow(NamedTuple):
    """One piece: its number in its part, the pages that it concerns, and the days that it is of."""

    part: Part
    number: int
    record: bytes
    documents: Sequence[int] = ()
    #: ISO days
    first: str | None = None
    last: str | None = None
    #: of a document
    id: str | None = None


class Named(msgspec.Struct, frozen=True, array_like=True):
    """Where one page names an entity, by the entity's number, and what it calls its roles."""

    entity: int
    mentions: tuple[tuple[int, int, str], ...]
    #: title, of what, and the place of the words
    roles: tuple[tuple[str, str | None, int, int, str], ...] = ()


class Kept(Protocol):
    """Where the pieces lie."""

    def rows(self, part: Part, numbers: Iterable[int] | None = None) -> Iterator[tuple[int, bytes]]:
        """Yield pieces of a part, all or those of some numbers, in their order."""

    def between(self, first: str | None, last: str | None) -> list[int]:
        """Return the numbers of the pages written from a day on and before another."""

    def concerning(self, part: Part, documents: Iterable[int]) -> set[int]:
        """Return the numbers of a part's pieces that concern any of some pages."""

    def numbers(self, ids: Iterable[str]) -> dict[int, str]:
        """Return the numbers and ids of pages that are in the record."""


# --- taking a record apart ------------------------------------------------------------------------


def rows_of(made: Made) -> Iterator[KeptRow]:
    """Yield a record's pieces."""
    places = {d.id: n for n, d in enumerate(made.documents)}
    yield KeptRow("withheld", 0, _encode(made.withheld))
    for n, document in enumerate(made.documents):
        written = document.dated
        first, last = (written.earliest, written.latest) if written else (None, None)
        yield KeptRow("documents", n, _encode(document), (), first, last, document.id)
    yield from _by_page("claims", made.claims, lambda c: places[c.document])
    yield from _by_page("times", made.times, lambda t: places[t.document])
    yield from _by_page("figures", made.figures, lambda f: places[f.span.document])
    yield from _named(made.entities, places)
    for n, event in enumerate(made.events):
        pages = sorted({places[m.span.document] for m in event.mentions})
        yield KeptRow("events", n, _encode(event), pages)
    told_on = {c.id: places[c.document] for c in made.claims} if made.warnings else {}
    for n, warning in enumerate(made.warnings):
        yield KeptRow("warnings", n, _encode(warning), (told_on[warning.claim],))
    for n, dispute in enumerate(made.disputes):
        pages = sorted({places[d] for a in dispute.accounts for d in a.documents})
        yield KeptRow("disputes", n, _encode(dispute), pages)
    telling: tuple[tuple[Part, Sequence[Origin | Story | Finding | Source]], ...] = (
        ("origins", made.origins),
        ("stories", made.stories),
        ("findings", made.findings),
        ("sources", made.sources),
    )
    for part, items in telling:
        for n, item in enumerate(items):
            pages = sorted({places[d] for d in item.documents})
            yield KeptRow(part, n, _encode(item), pages)
    for n, relation in enumerate(made.relations):
        yield KeptRow("relations", n, _encode(relation), (), relation.from_, relation.to)
    for n, shift in enumerate(made.shifts):
        yield KeptRow("shifts", n, _encode(shift), (), shift.from_, shift.to)


def _by_page(part: Part, items: Iterable[_T], page_of: Callable[[_T], int]) -> Iterator[KeptRow]:
    """Yield what each page holds of something that comes page by page."""
    for page, own in groupby(items, page_of):
        yield KeptRow(part, page, _encode(list(own)))


def _named(entities: Iterable[Entity], places: Mapping[str, int]) -> Iterator[KeptRow]:
    """Yield the entities without the places where they are named, then each page's names."""
    named: Shelf[Named] = Shelf(Named)
    on: dict[int, array[int]] = defaultdict(lambda: array("i"))
    for n, entity in enumerate(entities):
        mentions: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
        roles: dict[int, list[tuple[str, str | None, int, int, str]]] = defaultdict(list)
        for m in entity.mentions:
            mentions[places[m.document]].append((m.start, m.end, m.text))
        for role in entity.roles:
            for s in role.evidence:
                own = roles[places[s.document]]
                own.append((role.title, role.of, s.start, s.end, s.text))
        for page in sorted({*mentions, *roles}):
            on[page].append(len(named))
            named.append(Named(n, tuple(mentions[page]), tuple(roles.get(page, ()))))
        bare = msgspec.structs.replace(entity, mentions=(), roles=())
        yield KeptRow("entities", n, _encode(bare))
    for page in sorted(on):
        yield KeptRow("named", page, _encode([named[k] for k in on[page]]))


# --- putting it together --------------------------------------------------------------------------


def read(kept: Kept, part: Part, kind: Any, numbers: Iterable[int] | None = None) -> Iterator[Any]:
    """Yield a part's pieces as records of a type; raises msgspec.DecodeError if one is damaged."""
    decode = msgspec.msgpack.Decoder(kind).decode
    return (decode(record) for _, record in kept.rows(part, numbers))


def placed(
    kept: Kept, documents: Mapping[int, str], entities: Iterable[int] | None = None
) -> Iterator[Entity]:
    """Yield entities, by id, with the places where some pages (number and id) name them.

    ``entities``: the numbers of those that are wanted; by default all that the pages name.
    """
    decode = msgspec.msgpack.Decoder(tuple[Named, ...]).decode
    mentions: dict[int, list[Span]] = defaultdict(list)
    roles: dict[int, dict[tuple[str, str | None], list[Span]]] = defaultdict(dict)
    for page, record in kept.rows("named", documents):
        for named in decode(record):
            for start, end, text in named.mentions:
                mentions[named.entity].append(_span(documents[page], start, end, text))
            for title, of, start, end, text in named.roles:
                own = roles[named.entity].setdefault((title, of), [])
                own.append(_span(documents[page], start, end, text))
    numbers = sorted(mentions) if entities is None else sorted(entities)
    for n, entity in zip(numbers, read(kept, "entities", Entity, numbers), strict=True):
        told = sorted(roles[n].items(), key=lambda r: (r[0][0], r[0][1] or ""))
        yield msgspec.structs.replace(
            entity,
            mentions=tuple(mentions[n]),
            roles=tuple(Role(title=t, of=of, evidence=tuple(e)) for (t, of), e in told),
        )


def _span(document: str, start: int, end: int, text: str) -> Span:
    return Span(document=document, start=start, end=end, text=text)


def whole_record(kept: Kept, failures: Iterable[Failure]) -> CaseExport:
    """Return the whole record.

    Raises:
        msgspec.MsgspecError, zlib.error, ValueError: a piece is damaged or lacks.
    """
    documents = tuple(read(kept, "documents", Document))
    numbers = {n: d.id for n, d in enumerate(documents)}
    [withheld] = read(kept, "withheld", int)

    def every(part: Part, kind: type[_T]) -> tuple[_T, ...]:
        return cast("tuple[_T, ...]", tuple(read(kept, part, kind)))

    return CaseExport(
        documents=documents,
        origins=every("origins", Origin),
        stories=every("stories", Story),
        entities=tuple(placed(kept, numbers)),
        claims=tuple(c for own in read(kept, "claims", tuple[Claim, ...]) for c in own),
        events=every("events", Event),
        findings=every("findings", Finding),
        warnings=every("warnings", Warning),
        relations=every("relations", Relation),
        times=tuple(t for own in read(kept, "times", tuple[TimeExpression, ...]) for t in own),
        failures=tuple(failures),
        figures=tuple(f for own in read(kept, "figures", tuple[Figure, ...]) for f in own),
        disputes=every("disputes", Dispute),
        sources=every("sources", Source),
        shifts=every("shifts", Shift),
        withheld=withheld,
    )


# --- where the pieces lie -------------------------------------------------------------------------


class KeptHere:
    """Pieces held by this program: of a small case, or one that cannot be written."""

    def __init__(self, rows: Iterable[KeptRow]) -> None:
        self._rows: dict[Part, dict[int, bytes]] = defaultdict(dict)
        self._days: dict[int, tuple[str, str]] = {}
        self._ids: dict[str, int] = {}
        self._on: dict[Part, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for row in rows:
            self._rows[row.part][row.number] = row.record
            if row.part == "documents" and row.first is not None and row.last is not None:
                self._days[row.number] = row.first, row.last
            if row.id is not None:
                self._ids[row.id] = row.number
            for document in row.documents:
                self._on[row.part][document].add(row.number)

    def rows(self, part: Part, numbers: Iterable[int] | None = None) -> Iterator[tuple[int, bytes]]:
        """Yield pieces of a part, all or those of some numbers, in their order."""
        own = self._rows[part]
        wanted = sorted(own) if numbers is None else sorted(n for n in numbers if n in own)
        return ((n, own[n]) for n in wanted)

    def between(self, first: str | None, last: str | None) -> list[int]:
        """Return the numbers of the pages written from a day on and before another."""
        return [
            n
            for n, (low, high) in sorted(self._days.items())
            if (first is None or low >= first) and (last is None or high < last)
        ]

    def concerning(self, part: Part, documents: Iterable[int]) -> set[int]:
        """Return the numbers of a part's pieces that concern any of some pages."""
        return {n for document in documents for n in self._on[part].get(document, ())}

    def numbers(self, ids: Iterable[str]) -> dict[int, str]:
        """Return the numbers and ids of pages that are in the record."""
        return {self._ids[i]: i for i in ids if i in self._ids}


class StoredRows:
    """Pieces that lie in a case, read in one state of it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, part: Part, numbers: Iterable[int] | None = None) -> Iterator[tuple[int, bytes]]:
        """Yield pieces of a part, all or those of some numbers, in their order."""
        k = tables.kept
        query = select(k.c.number, k.c.record).where(k.c.part == part).order_by(k.c.number)
        if numbers is None:
            for row in self._connection.execute(query).yield_per(_AT_ONCE):
                yield row.number, zlib.decompress(row.record)
            return
        for some in _batches(numbers):
            for row in self._connection.execute(query.where(k.c.number.in_(some))):
                yield row.number, zlib.decompress(row.record)

    def between(self, first: str | None, last: str | None) -> list[int]:
        """Return the numbers of the pages written from a day on and before another."""
        k = tables.kept
        query = select(k.c.number).where(k.c.part == "documents", k.c.first.is_not(None))
        if first is not None:
            query = query.where(k.c.first >= first)
        if last is not None:
            query = query.where(k.c.last < last)
        return list(self._connection.execute(query.order_by(k.c.number)).scalars())

    def concerning(self, part: Part, documents: Iterable[int]) -> set[int]:
        """Return the numbers of a part's pieces that concern any of some pages."""
        on = tables.kept_on
        query = select(on.c.number).where(on.c.part == part)
        return {
            number
            for some in _batches(documents)
            for number in self._connection.execute(query.where(on.c.document.in_(some))).scalars()
        }

    def numbers(self, ids: Iterable[str]) -> dict[int, str]:
        """Return the numbers and ids of pages that are in the record."""
        k = tables.kept
        query = select(k.c.number, k.c.id)
        found = (self._connection.execute(query.where(k.c.id == i)).first() for i in sorted(ids))
        return {row.number: row.id for row in found if row is not None}


def keep(connection: Connection, state: str, rows: Iterable[KeptRow]) -> None:
    """Put a record's pieces in the place of what was kept before."""
    connection.execute(delete(tables.kept))
    connection.execute(delete(tables.kept_on))
    batch: list[dict[str, Any]] = []
    on: list[dict[str, Any]] = []

    def put() -> None:
        if batch:
            connection.execute(insert(tables.kept), batch)
        if on:
            connection.execute(insert(tables.kept_on), on)
        batch.clear()
        on.clear()

    for row in rows:
        batch.append(
            {
                "part": row.part,
                "number": row.number,
                "record": zlib.compress(row.record, 1),
                "first": row.first,
                "last": row.last,
                "id": row.id,
            }
        )
        on += [{"document": d, "part": row.part, "number": row.number} for d in row.documents]
        if len(batch) >= _AT_ONCE:
            put()
    put()
    statement = upsert(tables.built).values(id=1, state=state, record=b"")
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[tables.built.c.id], set_={"state": state, "record": b""}
        )
    )


def _batches(numbers: Iterable[int]) -> Iterator[list[int]]:
    wanted = sorted(numbers)
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]
