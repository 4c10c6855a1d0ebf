"""Days of deeds told below another's, read by the whole pipeline from invented sentences."""

from __future__ import annotations

import pytest

from tests.extract.test_whose_day import days

CLOSED = "Police closed the port of Lima on Friday, a day after gunmen "


@pytest.mark.parametrize(
    ("behind", "deed", "day"),
    [
        ("loyal to ousted mayor Ivo Koren killed nine guards in the harbour.", "killed", "28"),
        ("loyal to ousted mayor Ivo Koren killed nine guards in the harbour.", "closed", "29"),
        ("stormed a bank in Cuzco, killing nine guards.", "stormed", "28"),
        ("stormed a bank in Cuzco, killing nine guards.", "killing", "28"),
        ("killed nine guards in an ambush and burned a bus.", "ambush", "28"),
        ("killed nine guards in an ambush and burned a bus.", "burned", "28"),
    ],
)
def test_what_goes_with_a_deed_counted_from_is_of_its_day(behind: str, deed: str, day: str) -> None:
    assert days(CLOSED + behind)[deed] == f"2015-05-{day}"


def test_who_only_describes_somebody_in_that_clause_has_no_day_of_it() -> None:
    text = CLOSED + "loyal to ousted mayor Ivo Koren killed nine guards in the harbour."
    assert days(text)["ousted"] is None
