"""Kills, full disks, read-only places, two at once, older files: what was stored is there."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import typer
from sqlalchemy import event

from benchmarks.kills import as_of_version
from histor.cli.main import main
from histor.errors import CaseError
from histor.store import Store, database
from histor.store.migrations import MIGRATIONS
from tests.sample_records import sample

Output = pytest.CaptureFixture[str]
SAMPLES = [
    sample(f"{n}", f"Boat {n} left Tarn at noon. " * 30, title=f"Boat {n}") for n in range(40)
]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "a.case"
    with Store(str(path)) as store:
        store.put(SAMPLES)
    return path


def in_child(work: Callable[[int], None]) -> tuple[int, int]:
    """Run ``work`` in a child, given a pipe to write to; return its id and the pipe's end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            work(writing)
        except BaseException as error:  # noqa: BLE001 - told to the parent, and the child ends
            os.write(writing, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(0)
    os.close(writing)
    return child, reading


def said_by(child: int, pipe: int) -> str:
    with os.fdopen(pipe, "rb") as stream:
        said = stream.read().decode()
    os.waitpid(child, 0)
    return said


def held(case: Path) -> int:
    with Store(str(case), create=False) as store:
        assert list(store.check()) == []
        return len(store.records())


# --- kills --------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_killed_while_storing_loses_nothing_that_was_stored(tmp_path: Path, seed: int) -> None:
    case = tmp_path / "a.case"

    def work(pipe: int) -> None:
        with Store(str(case)) as store:
            for one in SAMPLES:
                store.put([one])
                os.write(pipe, b".")

    child, pipe = in_child(work)
    time.sleep(random.Random(seed).uniform(0.0, 0.4))
    os.kill(child, signal.SIGKILL)
    stored = len(said_by(child, pipe))
    if stored or (case.exists() and case.stat().st_size):
        assert stored <= held(case) <= stored + 1
    with Store(str(case)) as store:
        store.put(SAMPLES)
        assert len(store.records()) == len(SAMPLES)
    assert held(case) == len(SAMPLES)


@pytest.mark.parametrize("seed", range(4))
def test_killed_while_migrating_loses_nothing(case: Path, seed: int) -> None:
    as_of_version(case, seed % 2 + 1)
    child, pipe = in_child(lambda pipe: Store(str(case), create=False).close())
    time.sleep(random.Random(seed).uniform(0.0, 0.04))
    os.kill(child, signal.SIGKILL)
    said_by(child, pipe)
    assert held(case) == len(SAMPLES)


# --- full disks ---------------------------------------------------------------------------------


def test_a_full_disk_says_so_and_keeps_what_was_stored(case: Path) -> None:
    more = [sample(f"more {n}", f"Boat {n} came back. " * 2_000) for n in range(40)]
    with Store(str(case), create=False) as store:

        @event.listens_for(store._database._engine, "connect")
        def full(connection: sqlite3.Connection, _: object) -> None:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")

        store._database._engine.dispose()
        with pytest.raises(CaseError, match="the disk is full; free some space"):
            store.put(more)
    assert held(case) == len(SAMPLES)
    with Store(str(case), create=False) as store:
        store.put(more)
    assert held(case) == len(SAMPLES) + len(more)


def test_a_file_that_may_not_grow_says_so_and_keeps_what_was_stored(case: Path) -> None:
    more = [sample(f"more {n}", f"Boat {n} came back. " * 2_000) for n in range(40)]

    def work(pipe: int) -> None:
        import resource

        size = case.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        with Store(str(case), create=False) as store:
            store.put(more)

    said = said_by(*in_child(work))
    assert said.startswith("CaseError: ")
    assert "the disk" in said
    assert held(case) == len(SAMPLES)


# --- places that cannot be written --------------------------------------------------------------


@pytest.fixture
def locked(case: Path) -> Iterator[Path]:
    """Yield a case in a folder that nobody may write to, both open to all for reading."""
    folder = Path(tempfile.mkdtemp(prefix="histor-"))
    target = folder / "a.case"
    shutil.copy(case, target)
    target.chmod(0o444)
    folder.chmod(0o555)
    yield target
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_nobody(work: Callable[[int], None]) -> str:
    """Run ``work`` without a superuser's rights, who may write anywhere."""

    def dropped(pipe: int) -> None:
        if os.geteuid() == 0:
            os.setresgid(65_534, 65_534, 65_534)
            os.setresuid(65_534, 65_534, 65_534)
        work(pipe)

    return said_by(*in_child(dropped))


@pytest.mark.parametrize("mode", [0o444, 0o666])
def test_a_case_in_a_folder_that_cannot_be_written_is_read(locked: Path, mode: int) -> None:
    locked.chmod(mode)
    before = locked.read_bytes()

    def work(pipe: int) -> None:
        with Store(str(locked), create=False) as store:
            found = len(store.records()), len(list(store.check())), len(store.search("noon", 3))
            os.write(pipe, str(found).encode())
            store.put([sample("more", "More.")])

    said = as_nobody(work)
    assert said.startswith("(40, 0, 3)CaseError: ")
    assert "the case cannot be written; make the file and its folder writable, or copy it." in said
    assert locked.read_bytes() == before
    assert [p.name for p in locked.parent.iterdir()] == ["a.case"]


def test_an_older_case_that_cannot_be_written_says_so(locked: Path) -> None:
    locked.parent.chmod(0o755)
    locked.chmod(0o644)
    as_of_version(locked, 1)
    with pytest.raises(CaseError, match=r"written by an older histor .*cannot be brought up"):
        Store(str(locked), create=False, readonly=True)


# --- two at once --------------------------------------------------------------------------------


def test_six_at_once_on_one_new_case(tmp_path: Path) -> None:
    case = tmp_path / "a.case"

    def work(pipe: int) -> None:
        with Store(str(case)) as store:
            for one in SAMPLES:
                store.put([one])

    children = [in_child(work) for _ in range(6)]
    assert [said_by(*child) for child in children] == [""] * 6
    assert held(case) == len(SAMPLES)


def test_reading_while_another_writes_sees_one_state(case: Path) -> None:
    def work(pipe: int) -> None:
        with Store(str(case), create=False) as store:
            for n in range(30):
                store.put([sample(f"more {n}", "More boats came.")])

    child, pipe = in_child(work)
    seen = [held_at_least(case) for _ in range(5)]
    assert said_by(child, pipe) == ""
    assert seen == sorted(seen)
    assert held(case) == len(SAMPLES) + 30


def held_at_least(case: Path) -> int:
    with Store(str(case), create=False) as store:
        return store.state().documents


def test_checking_while_another_writes_finds_no_fault_or_waits(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_WAIT", 0.05)
    with closing(sqlite3.connect(case, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM times")
        with (
            Store(str(case), create=False) as store,
            pytest.raises(CaseError, match="another program is writing"),
        ):
            list(store.check())


# --- older files, damaged files -----------------------------------------------------------------


@pytest.mark.parametrize("version", range(1, MIGRATIONS[-1].number))
def test_a_case_of_an_older_version_is_brought_up_to_date(case: Path, version: int) -> None:
    with Store(str(case), create=False) as store:
        before = store.records()
    as_of_version(case, version)
    with Store(str(case), create=False) as store:
        assert store.records() == before
        assert list(store.check()) == []


def damaged(content: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    data = bytearray(content)
    kind = seed % 4
    if kind == 0:
        return bytes(data[: chance.randrange(100, len(data))])
    at = chance.randrange(len(data))
    if kind == 1:
        for _ in range(50):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    elif kind == 2:
        data[at : at + 4096] = bytes(len(data[at : at + 4096]))
    else:
        data[at // 4096 * 4096 :][:4096] = data[:4096]
        data[at] ^= 255
    return bytes(data)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_case_gives_a_sentence_and_the_check_finds_it(
    case: Path, seed: int, capsys: Output
) -> None:
    content = damaged(case.read_bytes(), seed)
    case.write_bytes(content)
    checked = main(["check", str(case), "--no-progress"])
    assert case.read_bytes() == content
    codes = [main(["show", str(case), "documents"]), main(["search", str(case), "noon"])]
    err = capsys.readouterr().err
    assert {checked, *codes} <= {0, 1}
    assert "did not expect" not in err
    assert "Traceback" not in err
    # whatever another command stumbles over, the check has found
    assert checked == 1 or codes == [0, 0]


# --- files that are written ---------------------------------------------------------------------


def test_a_report_that_cannot_be_finished_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    from histor.cli.terminal import write

    target = tmp_path / "report.html"
    target.write_bytes(b"old")
    target.chmod(0o640)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(typer.Exit):
            write(b"new", str(target))
    assert "cannot be written (No space left on device)" in capsys.readouterr().err
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]
    link = tmp_path / "link.html"
    link.symlink_to(target)
    write(b"new", str(link))
    assert target.read_bytes() == b"new"
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    from histor.whole_files import write_whole

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def work(out: int) -> None:
        os.write(out, pipe.read_bytes())

    child, reading = in_child(work)
    write_whole(pipe, b"words")
    assert said_by(child, reading) == "words"
