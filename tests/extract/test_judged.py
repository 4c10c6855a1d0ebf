"""Who is blamed or hailed does not say so himself."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import told


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Chilean filmmaker slammed for likening drivers to bandits", None),
        ("Clerk accused of hiding rifles in the chapel", None),
        ("Among the injured was a guard hailed as a hero for stopping the gunman.", None),
        ("General blamed for the deaths of nine fishermen by rights group", "rights group"),
        ("The law is widely believed to have won him the support of many voters.", None),
        ("The men accused the mayor of theft.", "The men"),
        ("The union has criticised the plan for its cost.", "The union"),
        ("The plan was condemned by the union as a betrayal.", "the union"),
        ("Charged with theft, a clerk left the town.", None),
    ],
)
def test_only_by_tells_who_judges(text: str, source: str | None) -> None:
    assert [who for who, _, _ in told(text)] == [source]


def test_who_is_asked_does_not_ask() -> None:
    [(who, act, _)] = told("The mayor brought him back, asking Lind to share his views.")
    assert (who, act) == ("The mayor", "ask")


def test_who_is_told_something_does_not_say_it() -> None:
    [(who, _, _)] = told("The Foreign Ministry told Ambassador Juan Soto that 60 men would leave.")
    assert who == "The Foreign Ministry"


def test_to_plead_is_to_ask_only_for_something() -> None:
    assert [done for _, done, _ in told("The union pleaded for an end to the raids.")] == ["demand"]
    text = "A clerk has pleaded innocent to charges that she failed to report the plan."
    assert [done for _, done, _ in told(text)] == ["deny"]


def test_whom_according_to_names_ends_before_who_acts() -> None:
    text = "According to sources in the president’s palace in Lima, Juan Soto intends to resign."
    [(who, _, _)] = told(text)
    assert who == "sources in the president’s palace in Lima"


def test_a_participle_is_its_clause_s_subject_s() -> None:
    text = (
        "Blair pledged to stand with the president against Peru, warning Omar Paz that the threat "
        "is real. President Lind says he and Blair will stand together."
    )
    assert [(who, act) for who, act, _ in told(text)][1] == ("Blair", "warn")


def test_who_is_accused_is_not_accused_by_whom_the_clause_is_about() -> None:
    text = "German police arrested two clerks on Monday, accused of plotting a raid on the port."
    assert [who for who, _, _ in told(text)] == [None]
