"""What is said to be done on a day to come is foretold, whoever does it. The page is invented."""

from __future__ import annotations

from pathlib import Path

import histor

PAGE = """Schools in Lowmark to reopen

12 July 2021

Schools in Lowmark will reopen on Tuesday, the harbour town's mayor, Ana Velik, said on Monday.
She said that the teachers had been right to march, and thanked those who had cooked for them.
"""


def test_a_deed_that_is_set_for_a_day_is_foretold_and_open(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([tmp_path])
        export = case.export()
    [warning] = export.warnings
    assert (warning.event_type, warning.window.edtf, warning.outcome) == (
        "RETREAT",
        "2021-07-13",
        "open",
    )
