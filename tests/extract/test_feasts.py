"""Days of feasts, against the days on which they were kept."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.extract.dates.feasts import feasts_in, hijri, hijri_in


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2024, "2024-03-31"),
        ("orthodox easter", 2024, "2024-05-05"),
        ("orthodox christmas", 2016, "2016-01-07"),
        ("thanksgiving", 2019, "2019-11-28"),
        ("rosh hashanah", 2021, "2021-09-07"),
        ("yom kippur", 1973, "1973-10-06"),
        ("simchat torah", 2023, "2023-10-07"),
        ("hanukkah", 2022, "2022-12-19"),
        ("hanukkah", 2024, "2024-12-26"),
        ("purim", 2024, "2024-03-24"),
        ("passover", 2023, "2023-04-06"),
    ],
)
def test_feasts_of_one_day(name: str, year: int, day: str) -> None:
    assert [feast.edtf for feast in feasts_in(name, year)] == [day]


@pytest.mark.parametrize(
    ("name", "year", "days"),
    [
        ("eid al-fitr", 2023, "2023-04-21"),
        ("eid al-adha", 2015, "2015-09-24"),
        ("ashura", 2024, "2024-07-17"),
        ("arbaeen", 2022, "2022-09-17"),
        ("nowruz", 2022, "2022-03-20"),
    ],
)
def test_the_day_that_was_kept_is_among_those_told(name: str, year: int, days: str) -> None:
    (feast,) = feasts_in(name, year)
    assert feast.earliest <= dt.date.fromisoformat(days) <= feast.latest
    assert (feast.latest - feast.earliest).days <= 2


def test_ramadan_is_a_month_and_may_begin_twice_in_a_year() -> None:
    (month,) = feasts_in("ramadan", 2013)
    assert month.edtf == "2013-07-09~/2013-08-07~"
    assert len(feasts_in("ramadan", 2030)) == 2


def test_no_other_name_is_a_feast() -> None:
    assert feasts_in("tarnday", 2020) == []


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_each_month_of_the_muslim_year_follows_the_one_before(year: int, month: int) -> None:
    for found in hijri_in(year, month, None):
        assert 28 <= (found.latest - found.earliest).days <= 29
        assert found.earliest.year == year


def test_a_muslim_day_is_told_about() -> None:
    assert hijri(1446, 1, 1).edtf == "2024-07-07~/2024-07-09~"
