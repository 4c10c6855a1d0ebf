"""Opening a case file, and SQLite's complaints in words an analyst can act on."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import QueuePool, StaticPool

from histor.errors import CaseError
from histor.store.digests import sha256
from histor.store.migrations import APPLICATION_ID, MIGRATIONS, Migration, migrate, version_of

__all__ = ["MEMORY", "Database", "is_case"]

#: the name of a case that is never written to a file
MEMORY = ":memory:"
_MAGIC = b"SQLite format 3\0"
_APPLICATION_ID_AT = 68
_HEAD = 100
#: seconds to wait for another program's write to end
_WAIT = 5.0
_BEGIN = "histor_begin"


class Database:
    """A case file that is open, in its present shape.

    Raises:
        CaseError: on opening and on every use, when the file is no case, newer than this histor,
            locked, damaged, or cannot be written.
    """

    def __init__(
        self,
        path: str,
        *,
        create: bool = True,
        readonly: bool = False,
        migrations: tuple[Migration, ...] = MIGRATIONS,
    ) -> None:
        self.path = path
        fresh = path == MEMORY or _check(path, create=create)
        self.readonly = readonly or (path != MEMORY and not fresh and not _writable(Path(path)))
        self._engine = _engine(path, readonly=self.readonly)
        try:
            self._prepare(migrations)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file; every commit is already in it."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the case throughout."""
        with _told(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are all kept or, on an error, none of them."""
        if self.readonly:
            raise _read_only(self.path)
        with _told(self.path), self._engine.connect() as connection:
            connection = connection.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
            with connection.begin():
                yield connection

    def _prepare(self, migrations: tuple[Migration, ...]) -> None:
        newest = migrations[-1].number
        with self.reading() as connection:
            version = version_of(connection)
        if version > newest:
            raise CaseError(
                self.path,
                f"this case was written by a newer histor (case version {version}; "
                f"this histor knows {newest})",
                "update histor to open it",
            )
        if version < newest and self.readonly:
            raise CaseError(
                self.path,
                f"this case was written by an older histor (case version {version}) and cannot be "
                "brought up to date where it is",
                "make the file and its folder writable, or copy it",
            )
        if version < newest:
            with self.writing() as connection:
                migrate(connection, migrations)
        if not self.readonly and self.path != MEMORY:
            # after the first commit, so that the file's first page says what it is even if a
            # write-ahead log is lost
            with _told(self.path), self._engine.connect() as connection:
                raw = connection.connection.driver_connection
                assert isinstance(raw, sqlite3.Connection)  # noqa: S101
                raw.execute("PRAGMA journal_mode = WAL")


def is_case(path: str) -> bool:
    """Say whether there is a case file at ``path``; never raises."""
    try:
        with Path(path).open("rb") as stream:
            return _is_marked(stream.read(_HEAD))
    except (OSError, ValueError):
        return False


def _writable(file: Path) -> bool:
    """Say whether a case can be written, for which SQLite makes files beside it."""
    return os.access(file, os.W_OK) and os.access(file.absolute().parent, os.W_OK)


def _is_marked(head: bytes) -> bool:
    mark = head[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4]
    return head.startswith(_MAGIC) and int.from_bytes(mark, "big") == APPLICATION_ID


def _check(path: str, *, create: bool) -> bool:
    """Say whether the file is yet to be made; raise if what is there is no case."""
    file = Path(path)
    if file.is_dir():
        raise CaseError(path, "this is a folder, not a case", "name the case file first")
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
    except FileNotFoundError:
        if not create:
            raise CaseError(path, "there is no such case", "make it with histor add") from None
        if not file.absolute().parent.is_dir():
            raise CaseError(
                path, "the folder it should lie in does not exist", "make the folder first"
            ) from None
        return True
    except OSError as error:
        raise CaseError(
            path, f"the case cannot be read ({error.strerror})", "check the file's permissions"
        ) from error
    if not head and create:
        return True
    if not _is_marked(head):
        raise CaseError(
            path, "this file is not a histor case and was left as it is", "name the case file first"
        )
    return False


def _engine(path: str, *, readonly: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        # transactions are begun by the events below: sqlite3's own way commits around DDL
        connection = sqlite3.connect(
            _address(path, readonly=readonly),
            uri=True,
            timeout=_WAIT,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.create_function("sha256", 1, sha256, deterministic=True)
        return connection

    engine = (
        create_engine("sqlite://", creator=connect, poolclass=StaticPool)
        if path == MEMORY
        else create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))

    return engine


def _address(path: str, *, readonly: bool) -> str:
    if path == MEMORY:
        return "file::memory:"
    address = Path(path).absolute().as_uri()
    if not readonly:
        return f"{address}?mode=rwc"
    # without a log beside it nobody is writing, and SQLite need not make one of its own, which it
    # may not do in a folder it cannot write
    alone = not Path(f"{path}-wal").exists()
    return f"{address}?mode=ro" + ("&immutable=1" if alone else "")


def _read_only(path: str) -> CaseError:
    return CaseError(
        path, "the case cannot be written", "make the file and its folder writable, or copy it"
    )


@contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except exc.DBAPIError as error:
        raise _translated(path, error.orig) from error
    except sqlite3.Error as error:
        raise _translated(path, error) from error
    except (msgspec.MsgspecError, zlib.error, UnicodeDecodeError) as error:
        # what is read back of a row, while it is read; SQLite's own words for a broken schema
        raise _damaged(path, error) from error


def _translated(path: str, error: BaseException | None) -> CaseError:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return CaseError(
            path, "another program is writing to the case", "try again when it has finished"
        )
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return _damaged(path, error)
    if primary == sqlite3.SQLITE_FULL:
        return CaseError(path, "the disk is full", "free some space and run the command again")
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return _read_only(path)
    if primary == sqlite3.SQLITE_IOERR:
        return CaseError(
            path,
            f"the disk cannot be read or written ({error})",
            "check the disk and its free space and run the command again; what was stored is kept",
        )
    return CaseError(path, f"SQLite failed ({error})", "restore a copy or read the pages again")


def _damaged(path: str, error: BaseException | None) -> CaseError:
    return CaseError(
        path,
        f"the case file is damaged ({error})",
        "see what is left with histor check, restore a copy or read the pages again",
    )
