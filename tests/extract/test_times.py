"""Time expressions to EDTF."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.extract.edtf import is_edtf
from histor.extract.time_grammar import find_times
from histor.extract.time_values import Tense, resolve

WEDNESDAY = dt.date(2019, 3, 6)


def dates(
    text: str, anchor: dt.date | None = WEDNESDAY, tense: Tense | None = "past"
) -> list[tuple[str, str | None]]:
    found = []
    for match in find_times(text):
        extent = resolve(match.form, anchor, tense)
        found.append((text[match.start : match.end], extent.edtf if extent else None))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began on 19 September 2018.", [("19 September 2018", "2018-09-19")]),
        ("It began on September 19, 2018.", [("September 19, 2018", "2018-09-19")]),
        ("The boats met in July 2018.", [("July 2018", "2018-07")]),
        ("They met on Tuesday.", [("Tuesday", "2019-03-05")]),
        ("They met yesterday.", [("yesterday", "2019-03-05")]),
        ("They met last month.", [("last month", "2019-02")]),
        ("The road was cut on 5 March.", [("5 March", "2019-03-05")]),
        ("The road was cut on 20 December.", [("20 December", "2018-12-20")]),
        ("The war of 2011 is over.", [("2011", "2011")]),
        ("The road may open.", []),
        ("Some 2,000 people marched.", []),
    ],
)
def test_forms(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert dates(text) == expected


def test_weekdays_follow_the_tense() -> None:
    assert dates("on Friday", tense="past") == [("Friday", "2019-03-01")]
    assert dates("on Friday", tense="future") == [("Friday", "2019-03-08")]


def test_without_an_anchor_only_full_dates_resolve() -> None:
    assert dates("on Friday and on 2 May 2017", anchor=None) == [
        ("Friday", None),
        ("2 May 2017", "2017-05-02"),
    ]


def test_a_form_may_be_resolved_again_against_another_day() -> None:
    [match] = find_times("two days ago")
    first, second = (resolve(match.form, dt.date(2019, 3, d)) for d in (6, 16))
    assert first is not None
    assert second is not None
    assert (first.edtf, second.edtf) == ("2019-03-04", "2019-03-14")


WORDS = (
    "on in last next this early late the 31 30 February Monday May March 2019 199 1990s ago years "
    "two three weeks since until about 12/31/2019 since of and - , summer decade century today"
).split()


@given(
    st.lists(st.sampled_from(WORDS), max_size=14),
    st.dates() | st.none(),
    st.sampled_from(["past", "future", None]),
)
def test_any_words_and_any_day(
    words: list[str], anchor: dt.date | None, tense: Tense | None
) -> None:
    text = " ".join(words)
    last = 0
    for match in find_times(text):
        assert last <= match.start < match.end <= len(text)
        last = match.end
        extent = resolve(match.form, anchor, tense)
        if extent:
            assert is_edtf(extent.edtf), extent
            assert extent.earliest <= extent.latest


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    for match in find_times(text):
        assert 0 <= match.start < match.end <= len(text)
