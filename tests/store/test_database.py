from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.kills import as_of_version
from histor.errors import CaseError
from histor.store import Store, database, is_case
from histor.store.database import Database
from histor.store.migrations import APPLICATION_ID, MIGRATIONS, Migration, version_of
from histor.store.tables import METADATA
from tests.sample_records import sample

PAGE = sample("ferry", "The ferry was late.", title="Ferry late")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "a.case"
    with Store(str(path)) as store:
        store.put([PAGE])
    return path


def pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_case_is_one_marked_file_in_wal_mode(case: Path) -> None:
    assert [p.name for p in case.parent.iterdir()] == ["a.case"]
    assert pragma(case, "application_id") == APPLICATION_ID
    assert pragma(case, "user_version") == MIGRATIONS[-1].number
    assert pragma(case, "journal_mode") == "wal"
    assert is_case(str(case))


def test_tables_are_those_the_migrations_make(case: Path) -> None:
    with closing(sqlite3.connect(case)) as connection:
        for name, table in METADATA.tables.items():
            rows = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
            assert [row[1] for row in rows] == [column.name for column in table.columns]


def test_foreign_keys_hold(case: Path) -> None:
    with (
        closing(Database(str(case), create=False)) as opened,
        pytest.raises(CaseError, match="FOREIGN KEY"),
        opened.writing() as connection,
    ):
        connection.exec_driver_sql("INSERT INTO entities VALUES ('e', 'doc_0', 'n', 'place')")


def test_migrations_are_numbered_in_order() -> None:
    assert [m.number for m in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_an_older_case_is_migrated_and_keeps_what_it_holds(case: Path) -> None:
    later = Migration(
        MIGRATIONS[-1].number + 1, "notes", ("ALTER TABLE pages ADD COLUMN note TEXT",)
    )
    opened = Database(str(case), create=False, migrations=(*MIGRATIONS, later))
    with opened.reading() as connection:
        assert version_of(connection) == later.number
        row = connection.exec_driver_sql("SELECT id, note FROM pages").one()
        assert tuple(row) == (PAGE.page.document_id, None)
    opened.close()


def test_pages_of_an_older_case_are_searched_anew(case: Path) -> None:
    with Store(str(case), create=False) as store:
        store.put([sample("x", "before \u19b0 after", title="A vowel")])
    as_of_version(case, 6)
    with Store(str(case), create=False) as store:
        assert [hit.title for hit in store.search("ferries", 1)] == ["Ferry late"]
        assert [hit.title for hit in store.search("\u19b0", 1)] == ["A vowel"]


def test_a_failed_migration_changes_nothing(case: Path) -> None:
    number = MIGRATIONS[-1].number + 1
    bad = Migration(number, "bad", ("CREATE TABLE half (x)", "CREATE TABLE half (x)"))
    with pytest.raises(CaseError):
        Database(str(case), create=False, migrations=(*MIGRATIONS, bad))
    assert pragma(case, "user_version") == number - 1
    with Store(str(case), create=False) as store:
        assert store.records() == [PAGE.record]
    with closing(sqlite3.connect(case)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert ("half",) not in names


def test_a_newer_case_is_refused_untouched(case: Path) -> None:
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = case.read_bytes()
    with pytest.raises(CaseError, match=r"newer histor .*update histor"):
        Store(str(case))
    assert case.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"<html>a page</html>", b"SQLite format 3\0" + bytes(84), b"x" * 5000]
)
def test_a_file_that_is_no_case_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(content)
    with pytest.raises(CaseError, match="not a histor case"):
        Store(str(path))
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]
    assert not is_case(str(path))


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE mine (x)")
    before = path.read_bytes()
    with pytest.raises(CaseError, match="not a histor case"):
        Store(str(path))
    assert path.read_bytes() == before


def test_paths_that_cannot_be_a_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="folder, not a case"):
        Store(str(tmp_path))
    with pytest.raises(CaseError, match="no such case"):
        Store(str(tmp_path / "none.case"), create=False)
    with pytest.raises(CaseError, match="does not exist"):
        Store(str(tmp_path / "none" / "a.case"))
    assert not is_case(str(tmp_path))
    assert not is_case("\0")
    empty = tmp_path / "empty.case"
    empty.touch()
    with pytest.raises(CaseError, match="not a histor case"):
        Store(str(empty), create=False)
    assert empty.read_bytes() == b""


def test_a_read_only_case_is_read_and_not_written(case: Path) -> None:
    before = case.read_bytes()
    with Store(str(case), create=False, readonly=True) as store:
        assert store.records() == [PAGE.record]
        assert len(store.search("ferry", 3)) == 1
        with pytest.raises(CaseError, match="cannot be written"):
            store.put([sample("other", "More.")])
        with pytest.raises(CaseError, match="cannot be written"):
            store.require_writable()
    assert case.read_bytes() == before
    assert [p.name for p in case.parent.iterdir()] == ["a.case"]


def test_a_locked_case_says_so(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_WAIT", 0.05)
    with closing(sqlite3.connect(case, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Store(str(case), create=False) as store:
            assert store.records() == [PAGE.record]
            with pytest.raises(CaseError, match="another program is writing"):
                store.put([sample("other", "More.")])
        other.execute("ROLLBACK")


def test_a_short_lock_is_waited_for(case: Path) -> None:
    other = sqlite3.connect(case, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.2, other.execute, ["COMMIT"])
    timer.start()
    with Store(str(case), create=False) as store:
        store.put([sample("other", "More.")])
        assert len(store.records()) == 2
    timer.join()
    other.close()


def test_a_damaged_case_says_so(case: Path) -> None:
    size = case.stat().st_size
    case.write_bytes(case.read_bytes()[:4096] + b"\x5a" * (size - 4096))
    with pytest.raises(CaseError, match="damaged"), Store(str(case), create=False) as store:
        store.records()


def test_a_damaged_record_says_so(case: Path) -> None:
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("UPDATE documents SET record = '{}'")
        connection.execute("UPDATE pages SET body = x'00'")
        connection.commit()
    with Store(str(case), create=False) as store:
        with pytest.raises(CaseError, match="damaged"):
            store.records()
        with pytest.raises(CaseError, match="damaged"):
            store.page(PAGE.page.document_id)
