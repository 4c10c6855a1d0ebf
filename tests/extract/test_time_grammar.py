from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from histor.extract.dates import time_grammar
from histor.extract.dates.time_grammar import find_times


def found(text: str) -> list[str]:
    """Return the words of the expressions in a text."""
    return [text[m.start : m.end] for m in find_times(text)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march in the sun, and sat second.",
        "She may go; he may not.",
        "The march on the capital drew 2,000 people.",
        "The may talks failed, the august assembly voted, and Theresa May talks.",
        "Some 2000 soldiers and 1900 civilians were moved.",
        "It cost $2011 or €1999.",
        "Flight 1999 carried more than 2010 passengers.",
        "A 34-year-old clerk and a child of 3 were hurt.",
        "Sun and Sat are friends of Mon.",
        "The fall of the government was no surprise.",
        "The pipe is 1800 metres long.",
        "as soon as they can",
        "The eve was cold.",
        "They may fast as Rajabs do.",
        "The state daily Al-Bayan printed it.",
        "He drove a grey 2013 Toyota Camry.",
        'She said so on "60 Minutes" again.',
    ],
)
def test_false_friends(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke early on Tuesday morning.", ["Tuesday morning"]),
        ("Talks at 9 a.m. Tuesday failed.", ["9 a.m. Tuesday"]),
        ("In May 2011 and again in June.", ["May 2011", "June"]),
        ("He was barred from the August vote.", ["August"]),
        ("A March presidential election and the May truce were annulled.", ["March", "May"]),
        ("The 2014 protests and 2016 elections.", ["2014", "2016"]),
        ("From 2014 to 2016 it was shut.", ["2014 to 2016"]),
        ("It came after three weeks of talks.", ["three weeks"]),
        ("at least 72 hours", ["at least 72 hours"]),
        ("during the past two decades", ["the past two decades"]),
        ("in the late 1970s", ["the late 1970s"]),
        ("on the night of 11 April", ["the night of 11 April"]),
        ("(2011)", ["2011"]),
        ("through at least the first two quarters of 1990", ["the first two quarters of 1990"]),
        ("the first two quarters were bad", ["the first two quarters"]),
        ("Friday’s raid", ["Friday"]),
        ("two days before the vote", ["two days"]),
        ("on the eve of the march", ["the eve"]),
        ("the week following the strike", ["the week"]),
        ("He waited for two days after the storm.", ["two days"]),
        ("They met at 1800 hours.", ["1800 hours"]),
        ("Aug 26 that year", ["Aug 26 that year"]),
        ("the past three winters", ["the past three winters"]),
    ],
)
def test_extents(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_the_longest_reading_wins() -> None:
    assert found("on Monday, 4 May 2011, at noon") == ["Monday, 4 May 2011", "noon"]


@pytest.mark.parametrize("piece", ["1 ", "the ", "last ", "31 May ", "a few ", "’90s-", "12:12 "])
def test_a_long_line_takes_little_time(piece: str) -> None:
    began = time.process_time()
    list(find_times(piece * (100_000 // len(piece))))
    assert time.process_time() - began < 10


PIECES = (
    "on Monday", "MONDAY", "2 May 2011", "12.05.2011", "2011-05-12", "’90s", "'90", "the late 1970s",
    "dozens of years", "a few weeks ago", "at 9 a.m.", "noon", "12:30 GMT", "since May", "Easter",
    "last", "the", "second half of", "twenty-one days", "ſunday", "Kelvin Kıl", "İn 2011", "$2011",
    "no", "3.5 hours", "many", "mid-June", "early", " ", ", ", ". ", "\n", "(", "—", "/", "x",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["", " "]))
def test_trying_rules_by_first_letters_finds_what_trying_them_everywhere_does(
    pieces: list[str], between: str
) -> None:
    text = between.join(pieces)
    everywhere = [
        (match.start(), -match.end(), order)
        for order, rule in enumerate(time_grammar._rules())
        for match in rule.pattern.finditer(text)
        if match.end() > match.start()
    ]
    assert sorted(c[:3] for c in time_grammar._candidates(text)) == sorted(everywhere)


def test_at_least_so_many_since_a_day_are_those_of_all_days_since() -> None:
    [counted] = find_times("At least 63 people have died since the start of the month.")
    assert counted.form is not None and counted.form.since
    [ranked] = find_times("It was the least rain since the start of the month.")
    assert ranked.form is not None and not ranked.form.since
