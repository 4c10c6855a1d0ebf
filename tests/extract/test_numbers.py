from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.extract.figures.numbers import amounts


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("twelve miners", 12, 12),
        ("has gone up to 21", 21, 21),
        ("1,250 homes", 1250, 1250),
        ("2.5 million litres", 2.5e6, 2.5e6),
        ("at least 30 sailors", 30, None),
        ("more than 100,000 villagers", 100_000, None),
        ("no fewer than nine", 9, None),
        ("up to 40 boats", None, 40),
        ("fewer than 7", None, 7),
        ("nearly 200 calls", 180, 200),
        ("about 50 goats", 45, 55),
        ("some 10 sheds", 9, 11),
        ("dozens of letters", 24, None),
        ("tens of thousands of bees", 20_000, None),
        ("hundreds of thousands of bees", 200_000, None),
        ("between 10 and 15 tents", 10, 15),
        ("10 to 15 tents", 10, 15),
        ("twenty-five tents", 25, 25),
        ("two hundred and five tents", 205, 205),
        ("three thousand two hundred tents", 3200, 3200),
        ("a dozen eggs", 12, 12),
        ("several thousand bees", 2000, None),
        ("a few hundred letters", 200, None),
        ("60 or more calves", 60, None),
        ("$ 1.3 m", 1.3e6, 1.3e6),
        ("1.5 m euros", 1.5e6, 1.5e6),
        ("1.5 m walls", 1.5, 1.5),
        ("roughly 30 , 000 people", 27_000, 33_000),
        ("2 , 000 , 000 letters", 2e6, 2e6),
        ("12 450 tents", 12_450, 12_450),
        ("more than 1 200 000 tents", 1.2e6, None),
    ],
)
def test_wording_gives_the_bounds(words: str, low: float | None, high: float | None) -> None:
    [found] = amounts(words.split())
    assert (found.low, found.high) == (low, high)


def test_two_numbers_stay_two() -> None:
    found = amounts("killed four guards and two drivers".split())
    assert [a.low for a in found] == [4, 2]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("on May 3 200 tents burned", [3, 200]),
        ("by rows of 12 450", [12, 450]),
        ("in table 4 120 tents", [4, 120]),
        ("the 65 2000 tents", [65, 2000]),
    ],
)
def test_a_blank_between_other_numbers_marks_no_thousands(words: str, numbers: list[int]) -> None:
    assert [a.low for a in amounts(words.split())] == numbers


@given(
    st.lists(st.sampled_from("at least nearly 3 12,000 two hundred and of to - dozens a x".split()))
)
def test_amounts_lie_inside_and_apart(words: list[str]) -> None:
    found = amounts(words)
    ends = [0]
    for amount in found:
        assert ends[-1] <= amount.number < amount.end <= len(words)
        assert 0 <= amount.start <= amount.number
        ends.append(amount.end)
        if amount.low is not None and amount.high is not None:
            assert amount.low <= amount.high


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("topped 2,200", 2200, None),
        ("nearly half a million", 450_000, 500_000),
        ("nearly $ 100 million", 9e7, 1e8),
        ("between 40 percent and 70 percent", 40, 70),
        ("40 percent to 70 percent", 40, 70),
    ],
)
def test_bounds_of_sums_and_shares(words: str, low: float, high: float | None) -> None:
    [found] = amounts(words.split())
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "words",
    [["9" * 400], ["1" + ",000" * 200], ["two", *["hundred"] * 200], ["six", "hundred"] * 99],
)
def test_no_number_is_beyond_all_bounds(words: list[str]) -> None:
    for amount in amounts(words):
        assert amount.low is not None
        assert amount.low < 1e30
