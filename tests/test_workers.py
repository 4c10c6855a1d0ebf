"""Reading in several processes: the same results, and no page lost with a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import histor
from histor import stages, workers
from histor.read import read_sources
from histor.records import Failure, Page
from histor.stage_times import StageTimes
from histor.stages import PageResult
from histor.tell import export_json
from tests.sample_heaps import write_many


def pages_of(path: Path) -> list[Page]:
    return [p for p in read_sources([str(path)]) if isinstance(p, Page)]


def refused(count: int) -> None:
    raise AssertionError(f"{count} workers are not asked for")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[workers.Reading]:
    """Workers that read from the first batch on."""
    monkeypatch.setattr(workers, "_ALONE", 0)
    reading = workers.Reading(stages.process, 2, StageTimes())
    for outcome in reading.give([]):
        assert list(outcome) == []
    assert reading._loaded is not None
    assert reading._loaded.wait(120)
    reading._ready()
    for future in reading._starting:
        future.result(timeout=120)
    yield reading
    list(reading.leave())


def test_workers_read_as_one_process_does(started: workers.Reading, tmp_path: Path) -> None:
    pages = pages_of(write_many(tmp_path / "many.jsonl", 12))
    wrong = Failure(location="x", code="no_story", message="x: nothing.")
    batches: list[workers.Batch] = [[*pages[:5], wrong], pages[5:9], pages[9:]]
    found = [list(o) for batch in batches for o in started.give(batch)]
    found += [list(o) for o in started.rest()]
    alone = [list(stages.process(p)) for p in (pages[:5], pages[5:9], pages[9:])]
    assert found == [[wrong, *alone[0]], alone[1], alone[2]]


def test_a_worker_that_is_killed_costs_no_page(started: workers.Reading, tmp_path: Path) -> None:
    pages = pages_of(write_many(tmp_path / "many.jsonl", 8))
    assert started._pool is not None
    given = [list(o) for o in started.give(pages[:4])]
    for pid in list(started._pool._processes):
        os.kill(pid, signal.SIGKILL)
    found = [list(o) for o in started.give(pages[4:])] + [list(o) for o in started.rest()]
    read = [r for outcome in [*given, *found] for r in outcome]
    assert [r.page for r in read if isinstance(r, PageResult)] == pages


def test_a_page_that_kills_each_worker_is_a_failure(
    started: workers.Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = pages_of(write_many(tmp_path / "many.jsonl", 2))
    monkeypatch.setattr(workers, "_read", _killed_by_page_1)
    read = [r for o in [*started.give([good, bad]), *started.rest()] for r in o]
    assert [r.page for r in read if isinstance(r, PageResult)] == [good]
    assert [r.code for r in read if isinstance(r, Failure)] == ["internal"]


def _killed_by_page_1(pages: Sequence[Page]) -> workers._Read:
    if any("Boat 1 left" in page.text for page in pages):
        os.kill(os.getpid(), signal.SIGKILL)
    return workers._Read(list(stages.process(pages)), {})


def test_pages_are_read_while_workers_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_ALONE", 0)
    monkeypatch.setattr(workers, "_loading", threading.Event)
    monkeypatch.setattr(workers, "_pool", refused)
    reading = workers.Reading(stages.process, 2, StageTimes())
    pages = pages_of(write_many(tmp_path / "many.jsonl", 2))
    assert [len(list(o)) for o in reading.give(pages)] == [2]
    assert list(reading.leave()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is forked")
def test_a_program_that_ends_while_workers_load_says_nothing(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(
        "import time\n"
        "from histor import workers\n"
        "if __name__ == '__main__':\n"
        "    assert not workers._loading().wait(0.2)\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, timeout=120, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


def test_what_was_being_read_when_interrupted_is_kept(
    started: workers.Reading, tmp_path: Path
) -> None:
    pages = pages_of(write_many(tmp_path / "many.jsonl", 4))
    list(started.give(pages))
    until = time.monotonic() + 60
    while not any(f.running() for _, f in started._given) and time.monotonic() < until:
        time.sleep(0.01)
    assert [len(list(o)) for o in started.leave()] == [4]


def test_one_process_starts_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_ALONE", 0)
    monkeypatch.setattr(workers, "_pool", refused)
    reading = workers.Reading(stages.process, 1, StageTimes())
    pages = pages_of(write_many(tmp_path / "many.jsonl", 2))
    assert [len(list(o)) for o in reading.give(pages)] == [2]


def test_a_case_is_the_same_however_many_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = write_many(tmp_path / "many.jsonl", 40)
    monkeypatch.setattr(workers, "_ALONE", 1)
    exports = []
    for processes in (1, 2):
        with histor.Case.temporary() as case:
            report = case.add([many], processes=processes)
            assert report.added == 40
            assert {"read", "clean", "annotate", "extract", "store"} <= set(report.seconds)
            exports.append(export_json(case.export()))
    assert exports[0] == exports[1]


def test_workers_end_with_the_process_they_read_for(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(
        "from histor import stages, workers\n"
        "from histor.stage_times import StageTimes\n"
        "if __name__ == '__main__':\n"
        "    workers._ALONE = 0\n"
        "    reading = workers.Reading(stages.process, 2, StageTimes())\n"
        "    for o in reading.give([]): list(o)\n"
        "    reading._loaded.wait()\n"
        "    reading._ready()\n"
        "    reading._submitted([]).result()\n"
        "    print(*reading._pool._processes, flush=True)\n"
        "    input()\n",
        encoding="utf-8",
    )
    with subprocess.Popen(
        [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        pids = [int(pid) for pid in process.stdout.readline().split()]
        process.kill()
    assert pids
    until = time.monotonic() + 20
    while any(map(alive, pids)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(alive, pids))


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
