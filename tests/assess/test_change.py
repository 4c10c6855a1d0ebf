"""What changed in a case since a time, through Python and the command."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

import histor
from histor.cli.main import main

FIRST = """Mine kills four people near Lowmark

Published 4 May 2021

A mine killed four people on a road near Lowmark on Monday, the interior ministry of Kenya said.
Kenya accused Uganda of laying the mine.
"""
SECOND = """Uganda denies mine as toll rises

Published 9 May 2021

Uganda denied that its troops had laid the mine on the road near Lowmark, where four people died.

Kenya closed its border with Uganda on Saturday, the interior ministry of Kenya said in a statement.

Kenya accused the army of Uganda of shelling a market in Busia on Saturday and demanded an apology.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, datetime]:
    folder = tmp_path_factory.mktemp("pages")
    path = folder / "case.histor"
    with histor.open(path) as opened:
        (folder / "one.txt").write_text(FIRST, encoding="utf-8")
        opened.add([folder / "one.txt"])
        time.sleep(0.01)
        between = datetime.now(UTC)
        (folder / "two.txt").write_text(SECOND, encoding="utf-8")
        opened.add([folder / "two.txt"])
    return path, between


def test_what_came_in_since_is_told(case: tuple[Path, datetime]) -> None:
    path, between = case
    with histor.open(path) as opened:
        found = opened.changes(between)
        kinds = {c.kind for c in found}
        assert {"new_page", "new_event", "finding_opened"} <= kinds
        assert next(c for c in found if c.kind == "new_page").summary.startswith(
            "“Uganda denies mine"
        )
        texts = {d.id: d.text for d in opened.documents()}
        for change in found:
            for span in change.evidence:
                assert texts[span.document][span.start : span.end] == span.text


def test_old_events_are_news_of_the_reading(case: tuple[Path, datetime]) -> None:
    path, between = case
    with histor.open(path) as opened:
        assert {c.of for c in opened.changes(between) if c.kind == "new_event"} == {"reading"}


def test_nothing_changes_between_a_case_and_itself(case: tuple[Path, datetime]) -> None:
    path, _ = case
    with histor.open(path) as one, histor.open(path) as other:
        assert one.changes_from(other) == ()
        assert one.changes(datetime.now(UTC)) == ()


def test_the_command_tells_it(
    case: tuple[Path, datetime], capsys: pytest.CaptureFixture[str]
) -> None:
    path, _ = case
    assert main(["diff", str(path), "--since", "2000-01-01", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) > 3
    assert main(["diff", str(path), "--since", "2000-01-01"]) == 0
    assert "new event" in capsys.readouterr().out
    assert main(["diff", str(path)]) == 2
    assert main(["diff", str(path), str(path)]) == 0
    assert "nothing changed" in capsys.readouterr().err
    for part in ("stories", "warnings", "relations"):
        assert main(["show", str(path), part]) == 0
