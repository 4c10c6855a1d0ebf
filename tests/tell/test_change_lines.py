"""What changed since a day, at the head of a report."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

import histor
from histor.cli.main import main

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dt.datetime]:
    folder = tmp_path_factory.mktemp("grown")
    first, later = sorted((ROOT / "examples" / "pages").glob("*.html"))[:2]
    path = folder / "grown.case"
    with histor.open(path) as case:
        case.add([first])
        time.sleep(1.1)  # a case knows seconds
        between = dt.datetime.now(dt.UTC).replace(microsecond=0)
        case.add([later])
    return path, between


def test_new_pages_and_events_are_told_first(grown: tuple[Path, dt.datetime]) -> None:
    path, between = grown
    with histor.open(path) as case:
        text = case.report(path.with_suffix(".md"), since=between).read_text("utf-8")
    section = text.partition("## What changed since")[2].partition("\n## ")[0]
    assert section.count("new page") == 1
    assert "### In what has been read" in section


def test_nothing_new_is_said_to_be_nothing(grown: tuple[Path, dt.datetime]) -> None:
    path, _ = grown
    with histor.open(path) as case:
        page = case.report(
            path.with_suffix(".html"), since=dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2)
        )
    assert "Nothing changed." in page.read_text("utf-8")


def test_a_report_without_a_day_has_no_such_section(grown: tuple[Path, dt.datetime]) -> None:
    path, _ = grown
    with histor.open(path) as case:
        assert "What changed" not in case.render("markdown")


def test_some_days_and_changes_do_not_go_together(
    grown: tuple[Path, dt.datetime], capsys: pytest.CaptureFixture[str]
) -> None:
    path, _ = grown
    code = main(["report", str(path), "--since", "2021-03-01", "--after", "2021-03-01"])
    assert code != 0
    assert "leave --after and --before out" in " ".join(capsys.readouterr().err.split())
