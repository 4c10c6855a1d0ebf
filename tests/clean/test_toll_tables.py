"""Tables of tolls among a story's lines."""

from __future__ import annotations

import pytest

from histor.clean import clean
from histor.clean.toll_tables import toll_rows
from tests.clean.test_clean import FIRST, SECOND, THIRD, page


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (
            ["Day | Dead | Injured | Counted by |", "", "4 May | 12 | 30 | the clinic |"],
            [[], [("killed", "12"), ("injured", "30")]],
        ),
        (
            ["| Region | Confirmed deaths | Displaced people |", "|---|:--|--|", "| Orm | 3 | 1,200+ |"],
            [[], [("killed", "3"), ("displaced", "1,200+")]],
        ),
        (["Town\tMissing", "Selby\tat least 7", "Total\t7"], [[], [("missing", "at least 7")], [("missing", "7")]]),
        (["Name | Killed", "Selby | unknown", "Orm | 4"], []),
        (["Killed in action | a film", "12 | 14"], []),
        (["Dead: 192 | Injured: 40"], []),
        (["The flood left 12 dead | the clinic said"], []),
    ],
)  # fmt: skip
def test_rows_and_what_they_count(lines: list[str], read: list[list[tuple[str, str]]]) -> None:
    assert [[(q, c.text) for q, c in row.tolls] for row in toll_rows(lines)] == read


def test_cells_stand_where_they_say() -> None:
    lines = ["Killed | Town | Killed", "4 | Orm | 4"]
    [_, row] = toll_rows(lines)
    assert [(c.start, lines[row.line][c.start : c.end]) for _, c in row.tolls] == [
        (0, "4"),
        (10, "4"),
    ]


@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_a_table_in_a_flattened_story_is_kept(mark: str) -> None:
    rows = ["Date", "Killed", "Injured"], ["3 May", "12", "30"], ["4 May", "17", "31"]
    table = [mark.join(row) for row in rows]
    made = clean(page("\n\n".join(["Bridge of Tarvik", FIRST, SECOND, *table, THIRD])))
    for line in table:
        assert line in made.document.text


def test_a_table_far_from_the_story_is_furniture() -> None:
    menu = ["Home", "News", "Sport", "Weather", "Log in", "Subscribe"]
    table = ["Year | Deaths | Injuries", "2003 | 12 | 30"]
    made = clean(page("\n\n".join([*table, *menu, "Bridge of Tarvik", FIRST, SECOND, THIRD])))
    assert "Injuries" not in made.document.text
