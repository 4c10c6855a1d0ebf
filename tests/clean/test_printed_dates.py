"""Dates as pages print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.clean.printed_dates import find_partial_date, find_printed_date


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("Oct.5 - 2021 8:56 AM CET", "2021-10-05"),
        ("6 Nov, 2022 14:42", "2022-11-06"),
        ("Friday, July 19, 2019", "2019-07-19"),
        ("Published: 2020-02-03T10:00:00Z", "2020-02-03"),
        ("the 3rd of March 2018", "2018-03-03"),
        ("May 7, 20184:38 PM GMT+1Updated May 7, 2018", "2018-05-07"),
        ("10/05/2018 at 11h45", "2018-05-10"),
        ("19.09.2020", "2020-09-19"),
        ("31/12/2020", "2020-12-31"),
        ("03/04/2020", "2020-XX-XX"),
        ("04/04/2020", "2020-04-04"),
        ("3 months ago", None),
        ("31 February 2020", None),
        ("© 2020 Post", None),
    ],
)
def test_forms(line: str, edtf: str | None) -> None:
    found = find_printed_date(line)
    assert (found.edtf if found else None) == edtf


def test_unclear_order_bounds_both_days() -> None:
    found = find_printed_date("03/04/2020")
    assert found is not None
    assert (found.earliest.isoformat(), found.latest.isoformat()) == ("2020-03-04", "2020-04-03")


@given(st.text(max_size=60))
def test_any_line(line: str) -> None:
    found = find_printed_date(line)
    if found:
        assert 0 <= found.start < found.end <= len(line)
        assert found.earliest <= found.latest


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("Lowmark (Agencies) — Published: Oct 30 2025 - 00:03", True),
        ("Flood Bulletin No. 6 – as of 4 November 2025, 18:00", True),
        ("Friday, July 19, 2019", False),
        ("The first report was published on 4 March 2019.", False),
    ],
)
def test_a_line_that_calls_a_date_its_page_s(line: str, own: bool) -> None:
    found = find_printed_date(line)
    assert found is not None
    assert found.own is own


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Sat 1 Nov", (11, 1, 5)),
        ("Sunday 27 July", (7, 27, 6)),
        ("Written by Editor on January 27", (1, 27, None)),
        ("May 3", (5, 3, None)),
        ("30 February", None),
        ("Nine ways to peel an onion", None),
    ],
)
def test_days_without_a_year(line: str, day: tuple[int, int, int | None] | None) -> None:
    found = find_partial_date(line)
    assert (found and (found.month, found.day, found.weekday)) == day


def test_a_weekday_binds_the_year() -> None:
    found = find_partial_date("Sat 1 Nov")
    assert found is not None
    assert [year for year in range(2018, 2030) if found.in_year(year)] == [2025]


@given(st.text(max_size=60))
def test_any_line_for_a_day_without_a_year(line: str) -> None:
    found = find_partial_date(line)
    if found:
        assert 0 <= found.start < found.end <= len(line)


def test_the_day_of_an_update_is_not_strange_beside_a_date() -> None:
    found = find_printed_date("May 7, 20184:38 PM GMT+1Updated May 7, 2018")
    assert found is not None
    assert found.strange <= 4
