"""Windows of what is foretold, and what comes of it, on pages read by the program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks.articles import article, read
from histor.assess import Assessment, assess
from histor.assess.windows import days_given
from histor.link import link


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("they would attack within two weeks", 14),
        ("the dam could break within days", 4),
        ("a strike in the coming weeks", 28),
        ("it will fall within a month", 31),
        ("it will fall in the next three days", 3),
        ("it will fall one day", None),
        ("the bridge will be rebuilt", None),
    ],
)
def test_spans_of_days_are_read(text: str, days: int | None) -> None:
    assert days_given(text) == days


def judged(*pages: tuple[str, str, str]) -> Assessment:
    return assess(link(read([article(key, text, day) for key, day, text in pages])))


WARNS = (
    "warns",
    "2015-06-02",
    "Norway warned on Tuesday that Iceland would attack Denmark by 15 June 2015.",
)
LATER = (
    "later",
    "2015-07-07",
    "Denmark opened a bridge on Monday. Iceland sent a ship to the fair.",
)


@pytest.fixture(scope="module")
def silent() -> Iterator[Assessment]:
    yield judged(WARNS, LATER)


def test_a_deadline_begins_on_the_day_of_writing(silent: Assessment) -> None:
    [warning] = silent.warnings
    assert (warning.window.earliest, warning.window.latest) == ("2015-06-02", "2015-06-15")


def test_what_pages_of_later_do_not_tell_did_not_come(silent: Assessment) -> None:
    assert [w.outcome for w in silent.warnings] == ["not_borne_out"]


def test_silence_of_the_case_proves_nothing() -> None:
    other = ("other", "2015-07-07", "Portugal won the chess cup on Monday.")
    assert [w.outcome for w in judged(WARNS, other).warnings] == ["open"]


def test_a_like_deed_in_time_bears_it_out() -> None:
    came = ("came", "2015-06-11", "Iceland attacked Denmark on Wednesday, 10 June 2015.")
    assert [w.outcome for w in judged(WARNS, came, LATER).warnings] == ["borne_out"]


def test_a_deed_after_the_deadline_does_not() -> None:
    late = ("late", "2015-07-02", "Iceland attacked Denmark on Wednesday, 1 July 2015.")
    assert [w.outcome for w in judged(WARNS, late, LATER).warnings] == ["not_borne_out"]
