"""A deed is told by a later page in the same words, or by who and what on a day; invented."""

from __future__ import annotations

import pytest

from histor.records import Warning
from tests.assess.test_warnings import judged

COUNCIL = (
    "foretold",
    "2015-10-25",
    "Protests went on in Chad on Friday. Analyst Hugo Lezcano predicted that the council would "
    "confirm the vote before the end of the year.",
)
UNION = (
    "foretold",
    "2015-03-27",
    "Talks broke down in Chad on Friday. The African Union said that it would send a delegation "
    "to the capital next week.",
)


def outcome(first: tuple[str, str, str], day: str, later: str) -> Warning:
    [warning] = [w for w in judged(first, ("later", day, later)).warnings if w.evidence]
    return warning


def test_who_was_to_do_it_has_done_it() -> None:
    later = "Riots broke out in Chad after the Constitutional Council confirmed the vote on Monday."
    warning = outcome(COUNCIL, "2015-12-24", later)
    assert warning.outcome == "borne_out"
    assert any("confirmed" in s.text for s in warning.evidence)


@pytest.mark.parametrize(
    "later",
    [
        "The Constitutional Council has not confirmed the vote in Chad.",
        "The head of the council confirmed on 2 February 2015 that the vote in Chad was near.",
        "The council may have confirmed the vote in Chad.",
    ],
)
def test_what_is_not_yet_or_was_before_bears_nothing_out(later: str) -> None:
    assert outcome(COUNCIL, "2015-12-24", later).outcome == "open"


def test_what_was_to_be_sent_has_come_on_a_day_of_the_window() -> None:
    later = "A delegation of the African Union was in Chad on 1 April but was not let in."
    assert outcome(UNION, "2015-04-21", later).outcome == "borne_out"
    late = "A delegation of the African Union was in Chad on 19 April but was not let in."
    assert outcome(UNION, "2015-04-21", late).outcome == "open"


def test_what_was_done_to_a_thing_is_not_what_was_foretold_of_it() -> None:
    first = (
        "foretold",
        "2015-03-06",
        "The blockade goes on. Analyst Hugo Lezcano predicted that Chad would reopen its locks by "
        "20 March.",
    )
    later = "Chad closed its locks to all vessels on 8 March."
    assert outcome(first, "2015-03-08", later).outcome == "open"
