"""Is the case whole? Everything it holds is held against everything else that it holds.

The file itself (SQLite's own checks), the digests of each page and of what it says, every span
against the text it cites, the tables against the records they were made of, every id by which one
record names another, the search index, and the record kept between commands. No model is run.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, RowMapping, Table, exc, select

from histor.program import program_digest
from histor.records import CaseExport, CleanPage, Page, PageRecord
from histor.spans import OffsetMap
from histor.store import tables
from histor.store.database import Database
from histor.store.digests import sha256
from histor.store.evidence import mismatches, words_in
from histor.store.kept import StoredRows, whole_record
from histor.store.references import ids_of, references
from histor.store.rows import judgement_of, page_of, record_of, rows_of

__all__ = ["Checking", "Fault", "FaultCode"]

FaultCode = Literal["file", "page", "record", "span", "link", "judgement", "search", "kept"]
_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, zlib.error, TypeError)
#: faults of one kind that are told of one page, or of the file
_MOST = 20


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a case that is not as histor stored it."""

    code: FaultCode
    #: id of a page's document, or the part of the file
    where: str
    #: one sentence
    message: str


class Checking:
    """One check of a case; iterate it for its faults, then ask what was checked."""

    def __init__(
        self, database: Database, progress: Callable[[int, int], None] | None = None
    ) -> None:
        self._database = database
        self._tell = progress or (lambda done, of: None)
        self.pages = 0
        self.spans = 0
        self.links = 0

    def __iter__(self) -> Iterator[Fault]:
        """Yield the faults.

        Raises:
            CaseError: the file cannot be read at all, or another program is writing to it.
        """
        with self._database.reading() as connection:
            yield from self._part("file", connection, self._file)
            yield from self._part("pages", connection, self._pages)
            yield from self._part("judgements", connection, self._judgements)
            yield from self._part("search index", connection, self._search_rows)
            yield from self._part("kept record", connection, self._kept)
            _leave(connection)
        if not self._database.readonly:
            with self._database.writing() as connection:
                yield from self._part("search index", connection, self._search_words)
                _leave(connection)

    def _part(
        self, where: str, connection: Connection, check: Callable[[Connection], Iterable[Fault]]
    ) -> Iterator[Fault]:
        """Make a part of the file that SQLite cannot read a fault, and go on to the next."""
        try:
            yield from check(connection)
        except (exc.DBAPIError, sqlite3.Error) as error:
            cause = error.orig if isinstance(error, exc.DBAPIError) else error
            if getattr(cause, "sqlite_errorcode", 0) & 0xFF in (
                sqlite3.SQLITE_BUSY,
                sqlite3.SQLITE_LOCKED,
            ):
                raise
            yield Fault(code="file", where=where, message=f"SQLite cannot read it ({cause}).")

    # --- the file -------------------------------------------------------------------------------

    def _file(self, connection: Connection) -> Iterator[Fault]:
        for name, table in tables.METADATA.tables.items():
            rows = connection.exec_driver_sql(f'PRAGMA table_info("{name}")').all()
            lacking = {c.name for c in table.columns} - {row.name for row in rows}
            if lacking:
                words = f"lacks {', '.join(sorted(lacking))}" if rows else "is not there"
                yield Fault(code="file", where=name, message=f"The table {words}.")
        for row in connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST})").all():
            if row[0] != "ok":
                yield Fault(code="file", where="file", message=f"SQLite finds: {_line(row[0])}.")
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(_MOST)
        for table_name, rowid, parent, _ in broken:
            yield Fault(
                code="link",
                where=str(table_name),
                message=f"Row {rowid} belongs to a row of {parent} that is not there.",
            )

    # --- pages ----------------------------------------------------------------------------------

    def _pages(self, connection: Connection) -> Iterator[Fault]:
        p, d = tables.pages, tables.documents
        ids = [*connection.execute(select(p.c.id).order_by(p.c.id)).scalars()]
        orphans = select(d.c.id).where(d.c.id.not_in(select(p.c.id)))
        for id_ in connection.execute(orphans).scalars():
            yield Fault(code="page", where=id_, message="The page of this document is not there.")
        for done, id_ in enumerate(ids):
            self._tell(done, len(ids))
            self.pages += 1
            yield from self._part(id_, connection, partial(self._page, id_=id_))
        self._tell(len(ids), len(ids))

    def _page(self, connection: Connection, id_: str) -> Iterator[Fault]:
        digests = _row(connection, tables.digests, "page", id_)
        row = _row(connection, tables.pages, "id", id_)
        if digests is None:
            yield Fault(code="page", where=id_, message="The digests of the page are not there.")
        page = None
        if row is not None:
            try:
                page = page_of(dict(row))
            except _UNREADABLE as error:
                yield Fault(
                    code="page", where=id_, message=f"The page cannot be read back ({error})."
                )
            if digests is not None and sha256(row["body"]) != digests["body"]:
                yield Fault(
                    code="page",
                    where=id_,
                    message="The page is not the one stored: its digest differs.",
                )
        if page is not None and page.document_id != id_:
            yield Fault(
                code="page", where=id_, message="The page's address or SHA-256 is another page's."
            )
        row = _row(connection, tables.documents, "id", id_)
        if row is None:
            yield Fault(code="record", where=id_, message="The page's document is not there.")
            return
        if digests is not None and sha256(row["record"]) != digests["record"]:
            yield Fault(
                code="record",
                where=id_,
                message="What the page says is not what was stored: its digest differs.",
            )
        try:
            record = record_of(row["record"])
            offsets = msgspec.json.decode(row["offsets"], type=OffsetMap)
        except _UNREADABLE as error:
            yield Fault(
                code="record",
                where=id_,
                message=f"What the page says cannot be read back ({error}).",
            )
            return
        yield from self._record(record, page)
        if page is not None:
            yield from _misplaced(record, offsets, page)
            yield from _rows_that_differ(connection, page, record, offsets)

    def _record(self, record: PageRecord, page: Page | None) -> Iterator[Fault]:
        document = record.document
        texts = {document.id: document.text}
        # what several records cite is told once
        wrong = dict.fromkeys(mismatches(record, texts, page.text if page else None))
        for number, words in enumerate(wrong):
            if number < _MOST:
                yield Fault(
                    code="span",
                    where=document.id,
                    message=f"The words “{_line(words.text)}” do not stand at "
                    f"[{words.start}, {words.end}).",
                )
        self.spans += sum(1 for _ in words_in(record))
        at = 0
        for start, end in document.sentences:
            if not at <= start < end <= len(document.text):
                yield Fault(
                    code="span",
                    where=document.id,
                    message=f"The sentence [{start}, {end}) is out of the text or out of order.",
                )
            at = end
        yield from self._dangling(record, document.id)

    def _dangling(self, record: PageRecord | CaseExport, where: str) -> Iterator[Fault]:
        ids = ids_of(record)
        told = 0
        for link in references(record):
            self.links += 1
            if link.id not in ids.get(link.kind, ()) and told < _MOST:
                told += 1
                yield Fault(
                    code="link",
                    where=where,
                    message=f"A {link.holder}'s {link.field} names the {link.kind} {link.id}, "
                    "which is not there.",
                )

    # --- across pages ---------------------------------------------------------------------------

    def _judgements(self, connection: Connection) -> Iterator[Fault]:
        j, e = tables.judgements, tables.entities
        known = set(connection.execute(select(e.c.id)).scalars())
        rows = connection.execute(select(j).order_by(j.c.id)).mappings().all()
        # the program judges that an entity of a page bears a name; people judge names
        names = {row["right"] for row in rows if str(row["by"]).startswith("histor.")}
        for row in rows:
            where = f"judgement {row['id']}"
            try:
                judgement = judgement_of(dict(row))
            except _UNREADABLE as error:
                message = f"The judgement cannot be read back ({error})."
                yield Fault(code="judgement", where=where, message=message)
                continue
            self.links += 2
            for side in (judgement.left, judgement.right):
                if side not in known and side not in names:
                    yield Fault(
                        code="judgement",
                        where=where,
                        message=f"It judges the entity {side}, which no page names.",
                    )

    def _search_rows(self, connection: Connection) -> Iterator[Fault]:
        for where, query in (
            (
                "cannot be found by search",
                "SELECT id FROM documents WHERE number NOT IN "
                "(SELECT id FROM documents_search_docsize)",
            ),
            (
                "is in the search index and not in the case",
                "SELECT id FROM documents_search_docsize "
                "WHERE id NOT IN (SELECT number FROM documents)",
            ),
        ):
            for row in connection.exec_driver_sql(query).fetchmany(_MOST):
                yield Fault(code="search", where=str(row[0]), message=f"The document {where}.")

    def _search_words(self, connection: Connection) -> Iterator[Fault]:
        """Have FTS5 hold its index against the texts; it changes nothing, but asks as if it did."""
        command = (
            "INSERT INTO documents_search (documents_search, rank) VALUES ('integrity-check', 1)"
        )
        try:
            connection.exec_driver_sql(command)
        except exc.DBAPIError as error:
            if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            yield Fault(
                code="search",
                where="search index",
                message="The search index does not hold the words of the documents.",
            )

    def _kept(self, connection: Connection) -> Iterator[Fault]:
        state = connection.execute(select(tables.built.c.state)).scalar()
        if state is None or not str(state).startswith(program_digest()):
            return
        try:
            export = whole_record(StoredRows(connection), ())
        except (*_UNREADABLE, ValueError) as error:
            yield Fault(
                code="kept",
                where="kept record",
                message=f"It cannot be read back ({error}); the next command makes it anew.",
            )
            return
        texts = {d.id: d.text for d in export.documents}
        self.spans += sum(1 for _ in words_in(export))
        for number, words in enumerate(dict.fromkeys(mismatches(export, texts))):
            if number < _MOST:
                yield Fault(
                    code="kept",
                    where="kept record",
                    message=f"The words “{_line(words.text)}” do not stand where it says.",
                )
        yield from self._dangling(export, "kept record")


def _leave(connection: Connection) -> None:
    """Roll back: nothing was written, and a commit reads broken pages of the file once more."""
    transaction = connection.get_transaction()
    if transaction is not None:
        transaction.rollback()


def _misplaced(record: PageRecord, offsets: OffsetMap, page: Page) -> Iterator[Fault]:
    """Yield a fault if the map from story to page does not lead to the same words."""
    text, at = record.document.text, 0
    for seg in offsets.segments:
        end, raw_end = seg.clean + seg.length, seg.raw + seg.raw_length
        inside = at <= seg.clean < end <= len(text) and 0 <= seg.raw < raw_end <= len(page.text)
        same = seg.length != seg.raw_length or text[seg.clean : end] == page.text[seg.raw : raw_end]
        if not inside or not same:
            yield Fault(
                code="span",
                where=record.document.id,
                message=f"The story's words at [{seg.clean}, {end}) do not stand on the page "
                f"at [{seg.raw}, {raw_end}).",
            )
            return
        at = end


def _rows_that_differ(
    connection: Connection, page: Page, record: PageRecord, offsets: OffsetMap
) -> Iterator[Fault]:
    """Hold the tables that other programs read against the record they were made of."""
    clean = CleanPage(document=record.document, offsets=offsets)
    id_ = record.document.id
    for table, rows in rows_of(page, clean, record, "").rows:
        if table is tables.pages:
            continue
        column = "id" if table is tables.documents else "document"
        stored = [dict(r) for r in connection.execute(_where(table, column, id_)).mappings()]
        made = _by_key(table, rows)
        kept = _by_key(table, [{n: r[n] for n in (rows[0] if rows else r)} for r in stored])
        for key in sorted({*made, *kept}, key=str):
            if made.get(key) != kept.get(key):
                what = "lacks" if key not in kept else "has" if key not in made else "differs in"
                yield Fault(
                    code="record",
                    where=id_,
                    message=f"The table {table.name} {what} the row "
                    f"{' '.join(str(k) for k in key if k != id_) or id_} of what the page says.",
                )
                break


def _by_key(table: Table, rows: Iterable[dict[str, Any]]) -> dict[tuple[Any, ...], dict[str, Any]]:
    names = [c.name for c in table.primary_key if c.name != "number"] or ["id"]
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        # a row that is there twice says the same twice, and was stored once
        found.setdefault(tuple(row[n] for n in names), row)
    return found


def _where(table: Table, column: str, value: str) -> Any:
    return select(table).where(table.c[column] == value)


def _row(connection: Connection, table: Table, column: str, value: str) -> RowMapping | None:
    return connection.execute(_where(table, column, value)).mappings().first()


def _line(text: object, most: int = 80) -> str:
    line = " ".join(str(text).split())
    return line if len(line) <= most else line[: most - 1] + "…"
