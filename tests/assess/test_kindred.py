"""What was foretold in other words than those in which it is told to have come; invented."""

from __future__ import annotations

import pytest

from tests.assess.test_promises import register

PASS = (
    "Analysts expect the bill to pass in Norway by the end of July, a clerk in Oslo said on Monday."
)
ARMY = "Residents of Oslo fear that the army could be called in, a nurse said on Monday."
POSTS = "General Ole Dahl said on Monday that four posts on the river would be withdrawn by the end of the month."
HALL = "Students in Oslo vowed on Monday to “occupy” the city hall."
SIGN = "An aide said on Monday that the president would sign the treaty on fishing by 12 June."
HOMES = "Ole Dahl promised on Monday to rebuild every burnt house in Orle by the end of June."


@pytest.mark.parametrize(
    ("said", "later", "outcome"),
    [
        (
            POSTS,
            ("2015-07-01", "Both armies pulled back from four posts on the river on 29 June."),
            "borne_out",
        ),
        (POSTS, ("2015-07-01", "Both armies pulled back from the river on 9 August."), "open"),
        (HALL, ("2015-06-09", "Thousands of people stormed the city hall on Sunday."), "borne_out"),
        (HALL, ("2015-06-09", "Thousands of people stormed a bakery on Sunday."), "open"),
        (
            SIGN,
            (
                "2015-06-10",
                "The president announced that he will not sign the treaty on fishing.",
            ),
            "not_borne_out",
        ),
        (
            HOMES,
            ("2015-07-20", "The last house was done on Friday, a week after Dahl's own deadline."),
            "open",
        ),
        (
            HOMES,
            ("2015-07-20", "The last house was done a week after the deadline set by Ole Dahl."),
            "not_borne_out",
        ),
    ],
)
def test_later_words_settle_it(said: str, later: tuple[str, str], outcome: str) -> None:
    assert [told[1] for told in register(said, later)] == [outcome]


def test_what_is_done_to_a_deed_is_no_such_deed() -> None:
    said = "The Dockers Union said on Monday that it would challenge the deployment in court."
    assert [kind for kind, _, _ in register(said)] == ["OTHER"]


def test_what_is_promised_by_a_day_is_in_the_register() -> None:
    assert register(HOMES) == [("OTHER", "open", "Ole Dahl")]


def test_soldiers_of_whom_nothing_is_told_may_have_gone() -> None:
    said = "Norway said on Monday that Iceland would deploy troops in Denmark by 15 June 2015."
    later = ("2015-07-07", "Denmark opened a bridge on Monday. Iceland sent a ship to the fair.")
    assert [(kind, outcome) for kind, outcome, _ in register(said, later)] == [("MOBILIZE", "open")]


def test_news_of_a_deed_without_a_day_bears_it_out() -> None:
    said = "Denmark warned on Tuesday that Norway would attack Iceland by 15 June 2015."
    news = ("2015-06-12", "Norway attacks Iceland\n\nNorway has attacked Iceland from the sea.")
    assert [outcome for _, outcome, _ in register(said, news)] == ["borne_out"]


def test_what_opens_lower_is_no_attack() -> None:
    said = "The stock exchange in Oslo is expected to open lower on Friday, brokers in Norway said."
    later = ("2015-07-07", "Norway opened a bridge on Monday.")
    assert "ASSAULT" not in [kind for kind, _, _ in register(said, later)]
