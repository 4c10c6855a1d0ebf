"""What can be put into a case and asked of it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Table, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from histor.errors import CaseError
from histor.records import CleanPage, Document, Failure, Judgement, Page, PageRecord, Sighting
from histor.store import tables
from histor.store.check import Checking
from histor.store.database import MEMORY, Database
from histor.store.digests import digests_of
from histor.store.evidence import proven
from histor.store.kept import Kept, KeptRow, StoredRows, keep
from histor.store.queries import parse
from histor.store.rows import (
    PageRows,
    bare_judgement_of,
    judgement_of,
    judgement_row,
    page_of,
    record_of,
    rows_of,
)
from histor.store.search import Hit, index, search
from histor.store.versions import Seen, newest, see, seen, shared_addresses
from histor.store.watched import WatchLog

if TYPE_CHECKING:
    from histor.annotate.meaning import SentenceEncoder
    from histor.store.likeness import Weights
    from histor.store.vectors import SentenceVectors

__all__ = ["State", "Store"]


#: rows that are read together where all of them are gone through
_AT_ONCE = 100


class State(NamedTuple):
    """Numbers that tell a case from what it was before any change to it."""

    documents: int
    newest_document: int | None
    failures: int
    #: ISO 8601 time
    newest_failure: str | None
    #: none is retired but by a newer one
    newest_judgement: int | None
    #: how often an address was found with other content than before
    versions: int = 0


class Store:
    """The tables of one case."""

    def __init__(self, path: str = MEMORY, *, create: bool = True, readonly: bool = False) -> None:
        """Open the case file at ``path``, or one in memory.

        Raises:
            CaseError: the file is no case, or cannot be opened; every method raises it as well.
        """
        self._database = Database(path, create=create, readonly=readonly)
        self.path = path
        #: opened when first asked for a sentence's like
        self._encoding: tuple[SentenceEncoder, SentenceVectors] | None = None

    @property
    def watch_log(self) -> WatchLog:
        """What is known of watched addresses."""
        return WatchLog(self._database)

    @property
    def readonly(self) -> bool:
        """Whether nothing can be put."""
        return self._database.readonly

    def close(self) -> None:
        """Close the file; everything put is already in it."""
        self._database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def require_writable(self) -> None:
        """Raise CaseError if nothing can be put, before work is done in vain."""
        with self._database.writing():
            pass

    # --- putting ------------------------------------------------------------------------------

    def put(
        self,
        results: Iterable[tuple[Page, CleanPage, PageRecord]],
        judgements: Iterable[Judgement] = (),
        failures: Iterable[Failure] = (),
        started: str | None = None,
    ) -> None:
        """Store pages read to the end, judgements and failures, all or none.

        ``started`` (ISO 8601, UTC) is when the run began; pages whose time of fetching is not
        known are taken as found then, so that their order in the run does not matter.

        A page that is there already is left as it is. A page that is stored is no failure any
        more. Records whose words do not stand where they say are left out
        (:func:`histor.store.evidence.proven`).
        """
        now = _now()
        results = list(results)
        pages = [
            rows_of(page, clean, proven(record, page.text), now) for page, clean, record in results
        ]
        found = [one for page, _, _ in results if (one := seen(page, started or now))]
        with self._database.writing() as connection:
            _put_pages(connection, pages)
            for one in found:
                see(connection, one, now)
            rows = [judgement_row(judgement, now) for judgement in judgements]
            if rows:
                connection.execute(insert(tables.judgements).on_conflict_do_nothing(), rows)
            for failure in failures:
                connection.execute(
                    insert(tables.failures)
                    .values(**msgspec.structs.asdict(failure), failed_at=now)
                    .on_conflict_do_nothing()
                )

    def see(self, found: Sequence[Seen]) -> None:
        """Record that documents of the case stood at an address when it was looked at."""
        if found:
            now = _now()
            with self._database.writing() as connection:
                for one in found:
                    see(connection, one, now)

    def forget_failures(self, locations: Sequence[str]) -> None:
        """Take back that these could not be read: they are tried again, or were read."""
        f = tables.failures
        with self._database.reading() as connection:
            gone = [
                location
                for location in locations
                if connection.execute(select(f.c.code).where(f.c.location == location)).first()
            ]
        if gone:
            with self._database.writing() as connection:
                for location in gone:
                    _forget(connection, location)

    def judge(self, judgement: Judgement) -> None:
        """Record a judgement; the same author's earlier one on the same pair is retired."""
        now = _now()
        j = tables.judgements
        with self._database.writing() as connection:
            connection.execute(
                update(j)
                .where(
                    j.c.left == judgement.left,
                    j.c.right == judgement.right,
                    j.c.by == judgement.by,
                    j.c.retired_at.is_(None),
                )
                .values(retired_at=now)
            )
            connection.execute(insert(j).values(judgement_row(judgement, now)))

    # --- asking -------------------------------------------------------------------------------

    def holds(self, document_id: str) -> bool:
        """Say whether a page was read before."""
        query = select(tables.pages.c.id).where(tables.pages.c.id == document_id)
        with self._database.reading() as connection:
            return connection.execute(query).first() is not None

    def state(self) -> State:
        """Return what differs after any change to what the case holds."""
        d, f, j, v = tables.documents, tables.failures, tables.judgements, tables.versions
        queries = (
            select(func.count(), func.max(d.c.number)).select_from(d),
            select(func.count(), func.max(f.c.failed_at)).select_from(f),
            select(func.max(j.c.id)),
            select(func.count()).select_from(v),
        )
        with self._database.reading() as connection:
            rows = [connection.execute(query).one() for query in queries]
        return State(*(value for row in rows for value in row))

    @contextmanager
    def kept(self, state: str) -> Iterator[Kept | None]:
        """Give the record that was kept of the case in a state; none if the case has changed."""
        b = tables.built
        with self._database.reading() as connection:
            row = connection.execute(select(b.c.id).where(b.c.state == state)).first()
            yield StoredRows(connection) if row is not None else None

    def keep(self, state: str, rows: Iterable[KeptRow]) -> bool:
        """Keep the record made of the case in a state, in place of what was kept before.

        A case that cannot be written keeps nothing, and the answer is false.
        """
        if self._database.readonly:
            return False
        with self._database.writing() as connection:
            keep(connection, state, rows)
        return True

    def records(self, before: datetime | None = None) -> list[PageRecord]:
        """Return what every page says, by document id; of those added before a time, if given."""
        return list(self.each_record(before))

    def each_record(self, before: datetime | None = None) -> Iterator[PageRecord]:
        """Yield what :meth:`records` returns, one page at a time, all of one state of the case."""
        d, p = tables.documents, tables.pages
        query = select(d.c.id, d.c.record).order_by(d.c.id)
        if before is not None:
            query = query.join(p, p.c.id == d.c.id).where(p.c.added_at < _stamp(before))
        with self._database.reading() as connection:
            for row in connection.execute(query).yield_per(_AT_ONCE):
                yield proven(self._read(row.id, row.record))

    def added(self) -> dict[str, datetime]:
        """Return when each page came into the case, by document id; UTC."""
        p = tables.pages
        with self._database.reading() as connection:
            rows = connection.execute(select(p.c.id, p.c.added_at)).all()
        return {row.id: datetime.fromisoformat(row.added_at) for row in rows}

    def changed(self) -> datetime | None:
        """Return when a page or a judgement last came or went, UTC; none for an empty case."""
        p, j = tables.pages, tables.judgements
        queries = (
            select(func.max(p.c.added_at)),
            # the newest is the last to have retired another
            select(j.c.created_at).order_by(j.c.id.desc()).limit(1),
        )
        with self._database.reading() as connection:
            times = [connection.execute(query).scalar() for query in queries]
        last = max((time for time in times if time), default=None)
        return datetime.fromisoformat(last) if last else None

    def documents(self, ids: Sequence[str]) -> dict[str, Document]:
        """Return documents of the case by id, earlier versions of pages too."""
        d = tables.documents
        with self._database.reading() as connection:
            rows = [
                connection.execute(select(d.c.id, d.c.record).where(d.c.id == id_)).first()
                for id_ in ids
            ]
        return {row.id: self._read(row.id, row.record).document for row in rows if row}

    def record(self, document_id: str) -> PageRecord | None:
        """Return what a page says, an earlier version too; none if the case does not hold it."""
        d = tables.documents
        query = select(d.c.record).where(d.c.id == document_id)
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return proven(self._read(document_id, row.record)) if row is not None else None

    def sightings(self, before: datetime | None = None) -> list[Sighting]:
        """Return what was seen at addresses that held several documents, oldest first of each."""
        with self._database.reading() as connection:
            return list(shared_addresses(connection, _stamp(before) if before else None))

    def stands(self, address: str) -> tuple[str, str] | None:
        """Return the document last seen at an address, and the time it was first seen in place."""
        with self._database.reading() as connection:
            row = newest(connection, address)
        return (row.document, row.first) if row is not None else None

    def page(self, document_id: str) -> Page | None:
        """Return a page as it was fetched; none if the case does not hold it."""
        p = tables.pages
        with self._database.reading() as connection:
            row = connection.execute(select(p).where(p.c.id == document_id)).mappings().first()
        if row is None:
            return None
        try:
            return page_of(dict(row))
        except (msgspec.MsgspecError, zlib.error, UnicodeDecodeError, TypeError) as error:
            raise self._damaged(document_id) from error

    def failures(self) -> list[Failure]:
        """Return what could not be read, by location and code."""
        f = tables.failures
        query = select(f.c.location, f.c.code, f.c.message).order_by(f.c.location, f.c.code)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return [Failure(location=r.location, code=r.code, message=r.message) for r in rows]

    def bare_judgements(self) -> Iterator[Judgement]:
        """Yield the judgements that stand, oldest first, without their reasons.

        Their names are each held once: every page brings a dozen.
        """
        j = tables.judgements
        query = select(j).where(j.c.retired_at.is_(None)).order_by(j.c.id)
        try:
            with self._database.reading() as connection:
                for row in connection.execute(query).yield_per(_AT_ONCE).mappings():
                    yield bare_judgement_of(dict(row))
        except (msgspec.MsgspecError, TypeError) as error:
            raise self._damaged("who is who") from error

    def judgements(self) -> list[Judgement]:
        """Return the judgements that stand, oldest first."""
        j = tables.judgements
        query = select(j).where(j.c.retired_at.is_(None)).order_by(j.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        try:
            return [judgement_of(dict(row)) for row in rows]
        except (msgspec.MsgspecError, TypeError) as error:
            raise self._damaged("who is who") from error

    def search(self, query: str, limit: int, without: Collection[str] = ()) -> list[Hit]:
        """Return the best documents for what was typed, best first; any text is a query.

        ``without``: documents that are not wanted.
        """
        with self._database.reading() as connection:
            return search(connection, parse(query), limit, self._read, without)

    def like(
        self,
        sentence: str,
        query: str,
        limit: int,
        progress: Callable[[int, int], None] | None = None,
        *,
        weights: Weights | None = None,
        without: Collection[str] = (),
    ) -> list[Hit]:
        """Return the pages with the sentences most like one, of those that ``query`` leaves.

        The vectors the case lacks are made first; ``progress`` is told how many pages are done of
        how many.

        Raises:
            ModelError: the language model's files are missing or broken.
        """
        # here, so that the commands that do without it need not wait for the model's libraries
        from histor.store.likeness import WEIGHTS, complete, search_like

        sentence = sentence.encode("utf-8", "replace").decode()
        encoder, vectors = self._sentences()
        vector = encoder.encode(sentence, [(0, len(sentence))])[0]
        with self._database.reading() as connection:
            complete(connection, vectors, encoder, self._read, progress)
            return search_like(
                connection,
                sentence,
                parse(query),
                limit,
                self._read,
                vectors,
                vector,
                weights or WEIGHTS,
                without,
            )

    def _sentences(self) -> tuple[SentenceEncoder, SentenceVectors]:
        from histor.annotate.meaning import SentenceEncoder
        from histor.store.vectors import SentenceVectors

        if self._encoding is None:
            encoder = SentenceEncoder()
            case = None if self.path == MEMORY else self.path
            self._encoding = encoder, SentenceVectors(case, encoder.digest, encoder.width)
        return self._encoding

    def check(self, progress: Callable[[int, int], None] | None = None) -> Checking:
        """Return a check of everything the case holds, to be iterated for its faults.

        ``progress`` is called with the pages checked and how many there are.
        """
        return Checking(self._database, progress)

    def _read(self, document_id: str, stored: str | bytes) -> PageRecord:
        try:
            return record_of(stored)
        except (msgspec.MsgspecError, zlib.error, TypeError) as error:
            raise self._damaged(document_id) from error

    def _damaged(self, document_id: str) -> CaseError:
        return CaseError(
            self.path,
            f"what the case holds of {document_id} is damaged",
            "restore a copy or read the pages again into a new case",
        )


def _now() -> str:
    return _stamp(datetime.now(UTC))


def _stamp(time: datetime) -> str:
    """Return a time as it is stored; without a zone it is taken as UTC."""
    utc = time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    return utc.isoformat(timespec="microseconds")


def _put_pages(connection: Connection, pages: Sequence[PageRows]) -> None:
    """Put all pages that are not there into one table after the other, many rows at a time."""
    known = select(tables.pages.c.id).where(tables.pages.c.id.in_([page.id for page in pages]))
    held = set(connection.execute(known).scalars())
    new = {page.id: page for page in reversed(pages) if page.id not in held}
    rows: dict[Table, list[dict[str, Any]]] = {}
    for page in pages:
        if new.get(page.id) is page:
            for table, own in page.rows:
                rows.setdefault(table, []).extend(own)
            rows.setdefault(tables.digests, []).append(digests_of(page))
    for table, many in rows.items():
        if many:
            # a row that is there twice says the same twice
            connection.execute(insert(table).on_conflict_do_nothing(), many)
    for page in pages:
        if new.get(page.id) is page:
            index(connection, page.id)
        _forget(connection, page.location)


def _forget(connection: Connection, location: str) -> None:
    connection.execute(delete(tables.failures).where(tables.failures.c.location == location))
