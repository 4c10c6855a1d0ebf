"""What a query's fields leave of a case's pages, and the words of a page that prove it.

Names are compared as the linking stage does (:func:`histor.link.names.name_key`), word by word:
``place:tarn`` finds Upper Tarn as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, Select, and_, select

from histor.link.names import name_key
from histor.records import PageRecord
from histor.store import tables
from histor.store.queries import Query

__all__ = ["Narrowing"]

Bounds = tuple[int, int]
Entities = dict[int, set[str]]
#: names put into one SQL statement
_AT_ONCE = 500


class Narrowing:
    """A query's fields, looked up once for a whole search."""

    def __init__(self, connection: Connection, query: Query, without: Collection[str] = ()) -> None:
        """Look up the fields of a query; ``without``: ids of documents that are not wanted."""
        self._connection = connection
        self._without = without
        #: the pages that may fit; none if no field narrows
        self._left: set[int] | None = None
        if query.after or query.before:
            self._keep(self._dated(query))
        self._places = [self._named(name, places=True) for name in query.places]
        self._actors = [self._named(name) for name in query.actors]
        self._sources = [self._spoken(name) for name in query.sources]
        for entities in (*self._places, *self._actors):
            self._keep(entities)
        for outlets, speakers in self._sources:
            self._keep(outlets | set(speakers))

    @property
    def narrows(self) -> bool:
        """Whether a field narrows the search at all."""
        return self._left is not None

    def may_hold(self, number: int) -> bool:
        """Say whether a document can fit, before its record is read."""
        return self._left is None or number in self._left

    def proof(self, number: int, record: PageRecord) -> list[Bounds] | None:
        """Return the words that show how a page fits; none if it does not."""
        if record.document.id in self._without:
            return None
        proof: list[Bounds] = []
        for entities in self._places:
            proof += _mentions(record, entities[number])
        for entities in self._actors:
            done = _doings(record, entities[number])
            if not done:
                return None
            proof += done
        for _, speakers in self._sources:
            proof += _sayings(record, speakers.get(number, set()))
        return proof

    def _keep(self, numbers: Iterable[int]) -> None:
        self._left = set(numbers) if self._left is None else self._left & set(numbers)

    def _dated(self, query: Query) -> Iterable[int]:
        d = tables.documents
        bounds: list[ColumnElement[bool]] = []
        if query.after:
            bounds.append(d.c.page_date_earliest >= query.after)
        if query.before:
            bounds.append(d.c.page_date_latest < query.before)
        return self._connection.execute(select(d.c.number).where(and_(*bounds))).scalars()

    def _named(self, wanted: str, *, places: bool = False) -> Entities:
        """Return the entities that bear a name, by document number."""
        d, e, m = tables.documents, tables.entities, tables.mentions
        joined = e.c.document == m.c.document, e.c.id == m.c.entity
        found: Entities = defaultdict(set)
        for names in self._bearing(wanted, select(m.c.text).distinct()):
            query = (
                select(d.c.number, e.c.id)
                .join_from(m, e, and_(*joined))
                .join(d, d.c.id == e.c.document)
                .where(m.c.text.in_(names))
            )
            if places:
                query = query.where(e.c.kind == "place")
            for number, entity in self._connection.execute(query):
                found[number].add(entity)
        return found

    def _spoken(self, wanted: str) -> tuple[set[int], Entities]:
        """Return the documents of outlets of a name; and the claims of speakers of it."""
        d, c, e = tables.documents, tables.claims, tables.entities
        outlets: set[int] = set()
        for names in self._bearing(wanted, select(d.c.outlet).distinct()):
            query = select(d.c.number).where(d.c.outlet.in_(names))
            outlets |= set(self._connection.execute(query).scalars())
        speakers: Entities = defaultdict(set)
        said = select(d.c.number, c.c.id).join_from(c, d, d.c.id == c.c.document)
        known = and_(e.c.document == c.c.document, e.c.id == c.c.source_entity)
        for names in self._bearing(wanted, select(c.c.source).distinct()):
            for number, claim in self._connection.execute(said.where(c.c.source.in_(names))):
                speakers[number].add(claim)
        for names in self._bearing(wanted, select(e.c.name).distinct()):
            query = said.join(e, known).where(e.c.name.in_(names))
            for number, claim in self._connection.execute(query):
                speakers[number].add(claim)
        return outlets, speakers

    def _bearing(self, wanted: str, names: Select[tuple[str | None]]) -> Iterable[Sequence[str]]:
        """Yield the names in a column that hold a wanted one, some at a time."""
        holds = _holding(wanted)
        found = [n for n in self._connection.execute(names).scalars() if n and holds(n)]
        for first in range(0, len(found), _AT_ONCE):
            yield found[first : first + _AT_ONCE]


def _holding(wanted: str) -> Callable[[str], bool]:
    key = name_key(wanted.removesuffix("*"))
    tail = "" if wanted.endswith("*") else " "
    return lambda name: bool(key) and f" {key}{tail}" in f" {name_key(name)} "


def _mentions(record: PageRecord, entities: set[str]) -> list[Bounds]:
    spans = (s for e in record.entities if e.id in entities for s in e.mentions)
    return [(span.start, span.end) for span in spans]


def _doings(record: PageRecord, entities: set[str]) -> list[Bounds]:
    """Return where the page tells what one of some entities did: its names there, if it has any."""
    told = [
        (mention.span.start, mention.span.end)
        for event in record.events
        if not entities.isdisjoint(event.actors)
        for mention in event.mentions
    ]
    named = _mentions(record, entities)
    within = [n for n in named if any(start <= n[0] and n[1] <= end for start, end in told)]
    return within or told


def _sayings(record: PageRecord, claims: set[str]) -> list[Bounds]:
    sources = (c.source for c in record.claims if c.id in claims)
    return [(source.span.start, source.span.end) for source in sources if source is not None]
