"""A page read to the end as one row of a records file, and back."""

from __future__ import annotations

from functools import cache

import msgspec

from histor.annotate.meaning import model_digest
from histor.program import program_digest
from histor.records import CleanPage, Failure, Page, PageRecord
from histor.spans import CleanSpan, OffsetMap
from histor.stages import PageResult

__all__ = ["COLUMNS", "Row", "reader_digest", "result_of", "row_of"]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A page or a failure; page, map, record and failure are JSON."""

    #: document id; none for a failure
    id: str | None
    location: str
    #: :func:`reader_digest` of the histor that read it
    reader: str
    page: str | None = None
    #: where the story stands on the page, and its headline in the story
    map: str | None = None
    record: str | None = None
    failure: str | None = None


#: names of the columns, in their order
COLUMNS = Row.__struct_fields__


class _Map(msgspec.Struct, frozen=True):
    offsets: OffsetMap
    headline: CleanSpan | None


@cache
def reader_digest() -> str:
    """Return what tells this histor's reading from another's: a digest of code, lists and model."""
    return f"{program_digest()}-{model_digest()}"


def row_of(result: PageResult | Failure) -> Row:
    """Turn what became of a page into a row."""
    if isinstance(result, Failure):
        return Row(id=None, location=result.location, reader=reader_digest(), failure=_json(result))
    return Row(
        id=result.record.document.id,
        location=result.page.location,
        reader=reader_digest(),
        page=_json(result.page),
        map=_json(_Map(result.clean.offsets, result.clean.headline)),
        record=_json(result.record),
    )


def result_of(row: Row) -> PageResult | Failure:
    """Turn a row back into what became of the page.

    Raises:
        msgspec.MsgspecError: the row is not what :func:`row_of` made.
    """
    if row.failure is not None:
        return msgspec.json.decode(row.failure, type=Failure)
    page = msgspec.json.decode(row.page or "", type=Page)
    mapped = msgspec.json.decode(row.map or "", type=_Map)
    record = msgspec.json.decode(row.record or "", type=PageRecord)
    if record.document.id != row.id or page.document_id != row.id:
        raise msgspec.ValidationError(f"the row of {row.id} holds another page")
    clean = CleanPage(document=record.document, offsets=mapped.offsets, headline=mapped.headline)
    return PageResult(page, clean, record)


def _json(value: object) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()
