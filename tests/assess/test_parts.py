"""The parts of accounts, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.assess.parts import days_between, named_places, numbers_in
from histor.assess.people import classes_apart
from histor.assess.quotes import altered
from histor.assess.words import telling_words
from histor.records import Date


def day(first: str, last: str | None = None) -> Date:
    return Date(edtf=first, earliest=first, latest=last or first, basis="stated")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("shells fell on the market of Brevna in eastern Kestria", {"Brevna", "Kestria"}),
        ("killed on Wednesday near Krell", {"Krell"}),
        ("in May the dam above New Korvik burst", {"New Korvik"}),
        ("nobody was hurt", set()),
        ("at Orrin's gate", {"Orrin"}),
    ],
)
def test_places_are_names_after_prepositions(text: str, places: set[str]) -> None:
    assert named_places(text) == places


def test_days_between_counts_from_end_to_beginning() -> None:
    assert days_between([day("2019-07-01")], [day("2019-07-04")]) == 3
    assert days_between([day("2019-07-04")], [day("2019-07-01", "2019-07-04")]) == 0
    assert days_between([day("2019-07-01"), day("2019-07-09")], [day("2019-07-08")]) == 1
    assert days_between([], [day("2019-07-01")]) is None


@given(st.lists(st.dates().map(lambda d: day(d.isoformat())), max_size=3), st.dates())
def test_days_between_is_the_same_from_either_side(these: list[Date], that: object) -> None:
    other = [day(str(that))]
    assert days_between(these, other) == days_between(other, these)


def test_numbers_are_read_in_digits_and_words() -> None:
    assert {5, 3, 8} <= numbers_in("Eight skiers died, five in the valley and 3 below it.")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("police officers", "soldiers", True),
        ("soldiers", "troops", False),
        ("people", "soldiers", False),
        ("journalists", "soldiers", True),
        (None, "soldiers", False),
    ],
)
def test_classes_of_people_are_apart_only_where_nobody_is_of_both(
    one: str | None, other: str | None, apart: bool
) -> None:
    assert (classes_apart(one, other) is not None) is apart


WHOLE = "We will not leave the valley until every prisoner is home with his family"


@pytest.mark.parametrize(
    ("other", "changed"),
    [
        ("We will not leave the valley", False),
        ("We will not leave the hills before every prisoner is home with his family", True),
        ("We will not leave the valley until every prisoner is home…", False),
        ("We will … leave the valley until every prisoner is home with his family", True),
        ("We shall not leave the valley until each captive is home with his people", True),
        ("We will not leave the vallay until every prisoner is home with his family", False),
        ("We will leave the valley until every prisoner is home with his family", True),
        ("We will not leave the valley until every prisoner is home, with his family", False),
        ("We will not leave the valley until every soldier is home with his family", True),
    ],
)
def test_a_quote_is_altered_by_other_words_and_not_by_fewer(other: str, changed: bool) -> None:
    assert altered(WHOLE, other) is changed
    assert altered(other, WHOLE) is changed


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_are_compared_alike_from_either_side(one: str, other: str) -> None:
    assert altered(one, other) == altered(other, one)
    assert not altered(one, one)


def test_telling_words_leave_out_function_words() -> None:
    assert telling_words("there was none of it") == frozenset()
