"""Full-text search: whatever is typed is a query, and each hit shows its words on the page."""

from __future__ import annotations

import re
import secrets
from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, text

from histor.records import Span
from histor.store.rows import record_of

__all__ = ["Hit", "index", "match_expression", "search"]

_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
#: BM25 weights of a hit in title, outlet and text
_QUERY = text(
    """
    SELECT d.id, d.title, d.outlet, d.page_date, d.record,
        bm25(documents_search, 5.0, 2.0, 1.0) AS rank,
        highlight(documents_search, 2, :open, :close) AS marked
    FROM documents_search JOIN documents AS d ON d.number = documents_search.rowid
    WHERE documents_search MATCH :match
        AND d.id NOT IN (SELECT value FROM json_each(:without))
    ORDER BY rank, d.id
    LIMIT :limit
    """
)


_INDEX = text(
    """
    INSERT INTO documents_search (rowid, title, outlet, text)
    SELECT number, title, outlet, text FROM documents WHERE id = :id
    """
)


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A document that holds what was searched for."""

    document: str
    title: str | None
    outlet: str | None
    #: EDTF
    page_date: str | None
    #: BM25; more is better
    score: float
    #: the sentence that holds most of what was searched for; none if only the title or outlet does
    passage: Span | None
    #: the words found, within ``passage``
    matches: tuple[Span, ...]


def index(connection: Connection, document_id: str) -> None:
    """Make a document that was just stored searchable."""
    connection.execute(_INDEX, {"id": document_id})


def match_expression(query: str) -> str | None:
    """Turn typed text into an FTS5 query for documents with all its words.

    Words in double quotes are a phrase, ``word*`` is a beginning; nothing else is syntax. None if
    there is no word at all.
    """
    terms: list[str] = []
    for phrase, word in _PHRASE.findall(query):
        term = (phrase or word).replace('"', "").replace("\0", " ")
        if any(c.isalnum() for c in term):
            terms.append(f'"{term}"' + ("*" if word.endswith("*") else ""))
    return " ".join(terms) or None


def search(
    connection: Connection, query: str, limit: int, without: Collection[str] = ()
) -> list[Hit]:
    """Return the best ``limit`` documents for ``query``, best first, ``without`` left out."""
    match = match_expression(_encodable(query))
    if match is None:
        return []
    # marks no page can hold, so that they show where the matches are and nothing else
    open_, close = f"\x02{secrets.token_hex(8)}\x02", f"\x03{secrets.token_hex(8)}\x03"
    unwanted = msgspec.json.encode(sorted(without)).decode()
    values = {
        "match": match,
        "open": open_,
        "close": close,
        "limit": limit,
        "without": unwanted,
    }
    rows = connection.execute(_QUERY, values).mappings()
    return [_hit(row, open_, close) for row in rows]


def _encodable(query: str) -> str:
    return query.encode("utf-8", "replace").decode()


def _hit(row: RowMapping, open_: str, close: str) -> Hit:
    document = record_of(row["record"]).document
    found = _marked(str(row["marked"]), open_, close)
    sentence, inside = _best_sentence(document.text, document.sentences, found)

    def span(bounds: tuple[int, int]) -> Span:
        start, end = bounds
        words = document.text[start:end]
        return Span(document=document.id, start=start, end=end, text=words)

    values: dict[str, Any] = {n: row[n] for n in ("title", "outlet", "page_date")}
    return Hit(
        document=document.id,
        **values,
        score=-float(row["rank"]),
        passage=span(sentence) if sentence else None,
        matches=tuple(span(m) for m in inside),
    )


def _marked(marked: str, open_: str, close: str) -> list[tuple[int, int]]:
    """Read the matches' offsets off a text with marks around them."""
    found: list[tuple[int, int]] = []
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
    story: str, sentences: Sequence[tuple[int, int]], found: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int] | None, list[tuple[int, int]]]:
    starts = [start for start, _ in sentences]
    within: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for start, end in found:
        index = bisect_right(starts, start) - 1
        if index >= 0 and end <= sentences[index][1]:
            within.setdefault(sentences[index], []).append((start, end))
    if not within:
        return None, []

    def worth(sentence: tuple[int, int]) -> tuple[int, int]:
        words = {story[a:b].casefold() for a, b in within[sentence]}
        return -len(words), sentence[0]

    best = min(within, key=worth)
    return best, within[best]
