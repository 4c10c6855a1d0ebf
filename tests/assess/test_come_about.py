"""What later pages tell of a deed foretold in words of which no type of event tells; invented."""

from __future__ import annotations

import pytest

from histor.assess.come_about import foretold_in
from tests.assess.test_promises import register

COUNCIL = (
    "The analyst Ole Dahl predicted on Monday that the Electoral Council would confirm the result "
    "before the year was out."
)
CONFIRMED = "Crowds were out again two days after the Electoral Council confirmed the result."
FERRIES = "The harbour board said on Monday that ferries to Iceland would resume on 4 June."
FIGHTING = "The analyst Ole Dahl predicted on Monday that it would lead to more fighting in Norway."
VISIT = "The Nordic Council said on Monday that it would send a delegation to Oslo next week."
MARCH = "Ole Dahl, who has left Norway, said on Monday that he would return for the march."
HELD = (
    "2015-06-20",
    "The analyst Ole Dahl was honoured on Friday. He has long been at the university.",
)


@pytest.mark.parametrize(
    ("said", "later", "outcome"),
    [
        (COUNCIL, ("2015-09-12", CONFIRMED), "borne_out"),
        (COUNCIL, ("2015-09-12", CONFIRMED.replace("confirmed", "has not confirmed")), "open"),
        (COUNCIL, ("2015-09-12", CONFIRMED.replace("confirmed", "was asked to confirm")), "open"),
        (COUNCIL, ("2015-09-12", CONFIRMED.replace("Electoral Council", "doctor")), "open"),
        (COUNCIL, ("2016-03-12", CONFIRMED), "open"),
        (
            FERRIES,
            ("2015-06-09", "Ferries to Iceland have not resumed, a clerk said."),
            "not_borne_out",
        ),
        (
            FIGHTING,
            (
                "2015-06-12",
                "Gunmen attacked a garrison near Bergen in Norway on 10 June, and two died.",
            ),
            "borne_out",
        ),
        (
            FIGHTING,
            (
                "2015-06-12",
                "Gunmen attacked a garrison near Malmo in Sweden on 10 June, and two died.",
            ),
            "open",
        ),
        (MARCH + " He did not appear.", HELD, "not_borne_out"),
        (MARCH + " He did not say when.", HELD, "open"),
    ],
)
def test_later_words_settle_it(said: str, later: tuple[str, str], outcome: str) -> None:
    assert [told[1] for told in register(said, later)] == [outcome]


def test_who_says_what_he_is_going_to_do_is_its_actor() -> None:
    assert register(VISIT) == [("CONSULT", "open", "Nordic Council")]


@pytest.mark.parametrize(
    "said",
    [
        "Ole Dahl said on Monday that he had voted for the party since 2012 and would do so tomorrow.",
        "Ole Dahl said on Monday that the winter had been hard and the statement is to be printed on "
        "Friday.",
    ],
)
def test_what_was_and_what_is_only_printed_is_not_foretold(said: str) -> None:
    assert register(said) == []


@pytest.mark.parametrize(
    ("text", "verb", "subject", "rest"),
    [
        (
            "it will soon recall its envoy from Oslo on 4 May",
            "recall",
            {"nordic"},
            {"envoy", "oslo"},
        ),
        ("the envoys would return to their posts by 26 May", "return", {"envoy"}, {"post"}),
        ("to free nine miners", "free", {"nordic"}, {"miner"}),
    ],
)
def test_verb_subject_and_rest(text: str, verb: str, subject: set[str], rest: set[str]) -> None:
    told = foretold_in(text, "Nordic")
    assert told is not None
    assert (told.verb, set(told.subject), set(told.rest)) == (verb, subject, rest)


@pytest.mark.parametrize("text", ["it would take years", "the fighting goes on", "it will rain"])
def test_what_tells_too_little_is_left(text: str) -> None:
    assert foretold_in(text) is None
