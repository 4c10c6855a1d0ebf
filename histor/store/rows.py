"""One page's record as rows, and back."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Table

from histor.records import CleanPage, Judgement, Page, PageRecord
from histor.store import tables

__all__ = [
    "PageRows",
    "bare_judgement_of",
    "judgement_of",
    "judgement_row",
    "page_of",
    "record_of",
    "rows_of",
]

Row = dict[str, Any]

_PAGE = ("location", "key", "sha256", "media", "encoding", "address", "fetched")


class PageRows(NamedTuple):
    """What one page puts into each table, in the order the tables' references ask for."""

    id: str
    location: str
    rows: tuple[tuple[Table, list[Row]], ...]


def rows_of(page: Page, clean: CleanPage, record: PageRecord, now: str) -> PageRows:
    """Turn a page that was read to the end into rows.

    Raises:
        UnicodeEncodeError: some text holds half a character, which no file can.
    """
    id_ = record.document.id
    return PageRows(
        id_,
        page.location,
        (
            (tables.pages, [_page_row(page, now)]),
            (tables.documents, [_document_row(clean, record)]),
            (tables.removed, _removed_rows(record)),
            (tables.entities, _entity_rows(record)),
            (tables.mentions, _mention_rows(record)),
            (tables.claims, _claim_rows(record)),
            (tables.times, _time_rows(record)),
        ),
    )


def record_of(stored: str | bytes) -> PageRecord:
    """Read a record back; raises msgspec.DecodeError or zlib.error when the row is damaged.

    Earlier cases hold it as text.
    """
    text = zlib.decompress(stored) if isinstance(stored, bytes) else stored
    return msgspec.json.decode(text, type=PageRecord)


def page_of(row: Mapping[str, Any]) -> Page:
    """Read a page back; raises msgspec.DecodeError or zlib.error when the row is damaged."""
    return msgspec.convert(
        {
            **{name: row[name] for name in _PAGE},
            "text": zlib.decompress(row["body"]).decode(),
            "given": msgspec.json.decode(row["given"]),
        },
        Page,
    )


def judgement_row(judgement: Judgement, now: str) -> Row:
    """Return the row of a judgement that stands from ``now``."""
    return {
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict,
        "by": judgement.by,
        "score": judgement.score,
        "reasons": _json(judgement.reasons),
        "created_at": now,
    }


def judgement_of(row: Mapping[str, Any]) -> Judgement:
    """Read a judgement back; raises msgspec.DecodeError when the row is damaged."""
    names = ("left", "right", "verdict", "by", "score")
    return msgspec.convert(
        {**{name: row[name] for name in names}, "reasons": msgspec.json.decode(row["reasons"])},
        Judgement,
    )


def bare_judgement_of(row: Mapping[str, Any]) -> Judgement:
    """Read a judgement back without its reasons, its names interned.

    Raises:
        msgspec.ValidationError, TypeError: the row is damaged.
    """
    named = {name: sys.intern(row[name]) for name in ("left", "right", "verdict", "by")}
    return msgspec.convert({**named, "score": row["score"], "reasons": ()}, Judgement)


def _json(value: object) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()


def _page_row(page: Page, now: str) -> Row:
    return {
        "id": page.document_id,
        "location": page.location,
        "key": page.key,
        "sha256": page.sha256,
        "media": page.media,
        "encoding": page.encoding,
        "given": _json(page.given),
        "body": zlib.compress(page.text.encode()),
        "added_at": now,
        "address": page.address,
        "fetched": page.fetched,
    }


def _document_row(clean: CleanPage, record: PageRecord) -> Row:
    document = record.document
    date = document.page_date
    return {
        "id": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "language": document.language,
        "page_date": date.edtf if date else None,
        "page_date_earliest": date.earliest if date else None,
        "page_date_latest": date.latest if date else None,
        "text": document.text,
        "offsets": _json(clean.offsets),
        "record": zlib.compress(_json(record).encode()),
    }


def _removed_rows(record: PageRecord) -> list[Row]:
    return [
        {
            "document": record.document.id,
            "position": position,
            "reason": piece.reason,
            "text": piece.text,
        }
        for position, piece in enumerate(record.document.removed)
    ]


def _entity_rows(record: PageRecord) -> list[Row]:
    return [
        {"id": e.id, "document": record.document.id, "name": e.name, "kind": e.kind}
        for e in record.entities
    ]


def _mention_rows(record: PageRecord) -> list[Row]:
    return [
        {
            "document": record.document.id,
            "entity": entity.id,
            "start": span.start,
            "end": span.end,
            "text": span.text,
        }
        for entity in record.entities
        for span in entity.mentions
    ]


def _claim_rows(record: PageRecord) -> list[Row]:
    return [
        {
            "id": claim.id,
            "document": record.document.id,
            "source": claim.source.text if claim.source else None,
            "source_entity": claim.source.entity if claim.source else None,
            "cue": claim.cue.text if claim.cue else None,
            "content": claim.content.text,
            "start": claim.content.start,
            "end": claim.content.end,
            "act": claim.act,
            "quoted": int(claim.quoted),
            "date": claim.date.edtf if claim.date else None,
        }
        for claim in record.claims
    ]


def _time_rows(record: PageRecord) -> list[Row]:
    return [
        {
            "id": time.id,
            "document": record.document.id,
            "text": time.span.text,
            "start": time.span.start,
            "end": time.span.end,
            "edtf": time.date.edtf if time.date else None,
            "earliest": time.date.earliest if time.date else None,
            "latest": time.date.latest if time.date else None,
            "basis": time.date.basis if time.date else None,
            "sentence": time.sentence.text,
        }
        for time in record.times
    ]
