from __future__ import annotations

import json
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

import histor
from histor.case import Case
from histor.cli.main import main
from tests.sample_heaps import write_many

Output = pytest.CaptureFixture[str]


def test_adding_says_what_was_done(heap: Path, tmp_path: Path, capsys: Output) -> None:
    case = str(tmp_path / "a.case")
    assert main(["add", case, str(heap)]) == 0
    assert capsys.readouterr().out == f"{case}: 2 added, 0 known, 0 failed\n"
    assert main(["add", case, str(heap), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_json_for_machines_and_failures_on_stderr(
    heap: Path, tmp_path: Path, capsys: Output
) -> None:
    missing = str(tmp_path / "none.html")
    assert main(["add", str(tmp_path / "a.case"), str(heap), missing, "--json"]) == 0
    out, err = capsys.readouterr()
    done = json.loads(out)
    assert (done["added"], done["known"], done["failed"]) == (2, 0, 1)
    assert done["failures"][0]["location"] == missing
    assert err.count("\n") == 1
    assert err.startswith(f"histor: {missing}: ")


def test_nothing_read_is_a_failure(tmp_path: Path, capsys: Output) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    none = [str(tmp_path / "none.html"), str(tmp_path / "nor_this.html")]
    assert main(["add", str(tmp_path / "a.case"), str(empty), *none]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "no page could be read" in err
    assert "Traceback" not in err


def test_many_failures_are_counted(tmp_path: Path, capsys: Output) -> None:
    missing = [str(tmp_path / f"{n}.html") for n in range(25)]
    assert main(["add", str(tmp_path / "a.case"), *missing]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 22
    assert "5 more could not be read" in err


def test_a_page_named_as_the_case_is_left_as_it_is(heap: Path, capsys: Output) -> None:
    page = heap / "1.json"
    before = page.read_bytes()
    assert main(["add", str(page), str(heap)]) == 1
    assert "is not a histor case and was left as it is" in capsys.readouterr().err
    assert page.read_bytes() == before


def test_progress_is_shown_when_asked_for(heap: Path, tmp_path: Path, capsys: Output) -> None:
    assert main(["add", str(tmp_path / "a.case"), str(heap), "--progress"]) == 0
    out, err = capsys.readouterr()
    assert out.count("\n") == 1
    assert err == "1 page read, 0 known, 0 failed\n"


def test_ctrl_c_says_what_was_kept(
    heap: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Case, "add", interrupted)
    case = str(tmp_path / "a.case")
    assert main(["add", case, str(heap)]) == 130
    assert f"0 pages added before that are kept in {case}" in capsys.readouterr().err
    assert main(["export", str(heap)]) == 130
    assert "nothing was written" in capsys.readouterr().err


def documents_in(case: Path) -> int:
    try:
        with closing(sqlite3.connect(f"{case.as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_ctrl_c_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    many = write_many(tmp_path / "many.jsonl", 1500)
    case = tmp_path / "a.case"
    command = [sys.executable, "-m", "histor.cli", "add", str(case), str(many)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        waited_until = time.monotonic() + 60
        while documents_in(case) == 0 and time.monotonic() < waited_until:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    told = re.search(rb"stopped; (\d+) pages added before that are kept", err)
    assert told is not None, err
    with histor.open(case, create=False) as opened:
        assert 16 <= len(opened.documents()) == int(told[1]) < 1500
