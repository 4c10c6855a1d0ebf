"""Full-text search: whatever is typed is a query, and each hit shows its words on the page."""

from __future__ import annotations

import secrets
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select, text

from histor.records import PageRecord, Span
from histor.store import tables
from histor.store.narrowing import Narrowing
from histor.store.queries import Query

__all__ = ["Bounds", "Hit", "ReadRecord", "hit_of", "index", "matching", "record_at", "search"]

#: BM25 weights of a hit in title, outlet and text
_RANKED = text(
    """
    SELECT rowid AS number, bm25(documents_search, 5.0, 2.0, 1.0) AS rank
    FROM documents_search WHERE documents_search MATCH :match
    ORDER BY rank, rowid
    """
)
_MARKED = text(
    """
    SELECT highlight(documents_search, 2, :open, :close)
    FROM documents_search WHERE documents_search MATCH :match AND rowid = :number
    """
)
_INDEX = text(
    """
    INSERT INTO documents_search (rowid, title, outlet, text)
    SELECT number, title, outlet, text FROM documents WHERE id = :id
    """
)
Bounds = tuple[int, int]
ReadRecord = Callable[[str, str], PageRecord]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A document that holds what was searched for."""

    document: str
    title: str | None
    outlet: str | None
    #: EDTF
    page_date: str | None
    #: more is better; BM25, or the likeness from 0 to 1 where that was searched for; 0 where only
    #: fields were
    score: float
    #: the sentence that holds most of what was searched for; none if only the title or outlet does
    passage: Span | None
    #: the words found, within ``passage``
    matches: tuple[Span, ...]


def index(connection: Connection, document_id: str) -> None:
    """Make a document that was just stored searchable."""
    connection.execute(_INDEX, {"id": document_id})


def search(
    connection: Connection,
    query: Query,
    limit: int,
    read: ReadRecord,
    without: Collection[str] = (),
) -> list[Hit]:
    """Return the best ``limit`` documents for ``query``, best first, ``without`` left out.

    Without words to look for, the latest pages come first. ``read`` makes a page's record of its
    id and what is stored of it.
    """
    if query.empty:
        return []
    narrowing = Narrowing(connection, query, without)
    hits: list[Hit] = []
    for number, rank in _ranked(connection, query):
        if len(hits) == limit:
            break
        if not narrowing.may_hold(number):
            continue
        record = record_at(connection, number, read)
        proof = narrowing.proof(number, record)
        if proof is not None:
            found = _found(connection, query, number)
            hits.append(hit_of(record, score=-rank, found=[*found, *proof]))
    return hits


def _ranked(connection: Connection, query: Query) -> Iterator[tuple[int, float]]:
    if query.match is not None:
        rows = connection.execute(_RANKED, {"match": query.match}).all()
        yield from ((int(row.number), float(row.rank)) for row in rows)
        return
    d = tables.documents
    latest = select(d.c.number).order_by(d.c.page_date_latest.desc().nulls_last(), d.c.id)
    yield from ((int(number), 0.0) for number in connection.execute(latest).scalars().all())


def matching(connection: Connection, query: Query) -> set[int] | None:
    """Return the numbers of the documents that hold a query's words; none if it has none."""
    if query.match is None:
        return None
    return {number for number, _ in _ranked(connection, query)}


def record_at(connection: Connection, number: int, read: ReadRecord) -> PageRecord:
    """Return what the document of a number says."""
    d = tables.documents
    row = connection.execute(select(d.c.id, d.c.record).where(d.c.number == number)).one()
    return read(row.id, row.record)


def _found(connection: Connection, query: Query, number: int) -> list[Bounds]:
    """Return where in a document's text the words looked for stand."""
    if query.match is None:
        return []
    # marks no page can hold, so that they show where the matches are and nothing else
    open_, close = f"\x02{secrets.token_hex(8)}\x02", f"\x03{secrets.token_hex(8)}\x03"
    marked = connection.execute(
        _MARKED, {"match": query.match, "open": open_, "close": close, "number": number}
    ).scalar_one()
    return _marked(str(marked), open_, close)


def hit_of(
    record: PageRecord, *, score: float, found: Sequence[Bounds], passage: Bounds | None = None
) -> Hit:
    """Return a page as a hit; ``passage`` is by default the sentence with most of ``found``."""
    document = record.document
    if passage is None:
        passage = _best_sentence(document.text, document.sentences, found)

    def span(bounds: Bounds) -> Span:
        start, end = bounds
        words = document.text[start:end]
        return Span(document=document.id, start=start, end=end, text=words)

    inside = [b for b in found if passage and passage[0] <= b[0] and b[1] <= passage[1]]
    return Hit(
        document=document.id,
        title=document.title,
        outlet=document.outlet,
        page_date=document.page_date.edtf if document.page_date else None,
        score=score,
        passage=span(passage) if passage else None,
        matches=tuple(span(b) for b in _apart(inside)),
    )


def _marked(marked: str, open_: str, close: str) -> list[Bounds]:
    """Read the matches' offsets off a text with marks around them."""
    found: list[Bounds] = []
    at = 0
    for number, piece in enumerate(marked.split(open_)):
        if number == 0:
            at = len(piece)
            continue
        match, _, after = piece.partition(close)
        found.append((at, at + len(match)))
        at += len(match) + len(after)
    return found


def _best_sentence(
    story: str, sentences: Sequence[Bounds], found: Sequence[Bounds]
) -> Bounds | None:
    starts = [start for start, _ in sentences]
    within: dict[Bounds, set[str]] = {}
    for start, end in found:
        at = bisect_right(starts, start) - 1
        if at >= 0 and end <= sentences[at][1]:
            within.setdefault(sentences[at], set()).add(story[start:end].casefold())
    return min(within, key=lambda s: (-len(within[s]), s[0])) if within else None


def _apart(found: Sequence[Bounds]) -> list[Bounds]:
    """Return the bounds in order, those that overlap as one."""
    joined: list[Any] = []
    for start, end in sorted(found):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
