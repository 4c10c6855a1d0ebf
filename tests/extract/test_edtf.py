from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.extract.dates import edtf


@pytest.mark.parametrize(
    "text",
    ["2023-09-19", "2022-07", "2022", "199X", "19XX", "2023-09~", "2022-23", "2022-09~/..",
     "2023-09-19/2023-09-20", "1990~/1993~", "2023-XX-XX", "../2021-05", "2004-02-29"],
)  # fmt: skip
def test_valid(text: str) -> None:
    assert edtf.is_edtf(text)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2023-13", "2023-02-30", "2023-9-1", "../..", "2023/", "23-09-19", "2023-25",
     "2023-09-19T10:00/x", "2023-02-30/2023-03-01"],
)  # fmt: skip
def test_invalid(text: str) -> None:
    assert not edtf.is_edtf(text)


def test_a_winter_runs_into_the_next_year() -> None:
    winter = edtf.season(2019, "winter")
    assert (winter.earliest, winter.latest) == (dt.date(2019, 12, 1), dt.date(2020, 2, 29))


def test_thirds_of_a_year_are_months_and_of_a_decade_years() -> None:
    assert edtf.part_of(edtf.year(2022), "late").edtf == "2022-09~/2022-12~"
    assert edtf.part_of(edtf.decade(1990), "early").edtf == "1990~/1993~"
    assert edtf.part_of(edtf.month(2022, 4), "mid").edtf == "2022-04-11~/2022-04-20~"


def test_a_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        edtf.through(edtf.year(2020), edtf.year(2019))


@given(st.dates(dt.date(1, 1, 1), dt.date(9990, 1, 1)), st.sampled_from(["early", "mid", "late"]))
def test_thirds_lie_within_their_whole_and_are_edtf(day: dt.date, part: str) -> None:
    wholes = [edtf.year(day.year), edtf.month(day.year, day.month), edtf.day(day)]
    if day.year >= 10:
        wholes.append(edtf.decade(day.year // 10 * 10))
    for whole in wholes:
        third = edtf.part_of(whole, part)
        assert whole.earliest <= third.earliest <= third.latest <= whole.latest
        assert edtf.is_edtf(third.edtf)


@pytest.mark.parametrize(
    ("whole", "first", "second"),
    [
        (edtf.year(2019), "2019-01/2019-06", "2019-07/2019-12"),
        (edtf.decade(1990), "1990/1994", "1995/1999"),
        (edtf.month(2019, 6), "2019-06-01~/2019-06-15~", "2019-06-16~/2019-06-30~"),
    ],
)
def test_halves(whole: edtf.Extent, first: str, second: str) -> None:
    assert edtf.part_of(whole, "first_half").edtf == first
    assert edtf.part_of(whole, "second_half").edtf == second
