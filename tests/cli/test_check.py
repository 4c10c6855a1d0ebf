from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from histor.cli.main import main

Output = pytest.CaptureFixture[str]


@pytest.fixture
def faulty(case: str, tmp_path: Path) -> Path:
    copy = tmp_path / "faulty.case"
    shutil.copy(case, copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DELETE FROM mentions")
        connection.execute("UPDATE claims SET act = 'deny\x1b[31m'")
        connection.commit()
    return copy


def test_a_whole_case_says_what_was_checked(case: str, capsys: Output) -> None:
    assert main(["check", case]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"{case}: whole; 2 pages, ")
    assert out.endswith(" links checked\n")
    assert err == ""


def test_a_line_a_fault_and_exit_code_1(faulty: Path, capsys: Output) -> None:
    before = faulty.read_bytes()
    assert main(["check", str(faulty)]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 4
    assert all(": record: The table " in line for line in out.splitlines())
    assert err.startswith(f"histor: {faulty}: 4 faults (2 pages, ")
    assert faulty.read_bytes() == before


def test_json_for_machines(faulty: Path, capsys: Output) -> None:
    assert main(["check", str(faulty), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["pages"] == 2
    assert {f["code"] for f in found["faults"]} == {"record"}


def test_progress_is_shown_when_asked_for(case: str, capsys: Output) -> None:
    assert main(["check", case, "--progress"]) == 0
    assert capsys.readouterr().err == "0 of 2 pages checked\n"


def test_what_is_no_case_is_told_in_a_sentence(tmp_path: Path, capsys: Output) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>", encoding="utf-8")
    assert main(["check", str(page)]) == 1
    assert main(["check", str(tmp_path / "none.case")]) == 1
    assert capsys.readouterr().err.count("\n") == 2
    assert not (tmp_path / "none.case").exists()
