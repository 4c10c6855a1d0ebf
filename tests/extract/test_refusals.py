"""Who turns an offer down denies nothing."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import claims_of, told


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Omar Lind rejected the offer of talks.", "assert"),
        ("Voters in Peru rejected the jurisdiction of the court over the border.", "assert"),
        ("The army rejected the accusation that it had shelled the town.", "deny"),
        ("The government dismissed the report as lies.", "deny"),
    ],
)
def test_what_is_rejected_tells_what_is_done(text: str, act: str) -> None:
    assert [said_as for _, said_as, _ in told(text)] == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The colonel said the allegation was “a lie from beginning to end.”", "deny"),
        ("In a post the militia said the claim was baseless.", "deny"),
        ("“That is fake news,” the clerk said.", "deny"),
        ("The clerk said the report was not false.", "assert"),
        ("The union said the claims that angered the clerks had been heard.", "assert"),
    ],
)
def test_what_is_called_untrue_is_denied(text: str, act: str) -> None:
    assert [c.act for c in claims_of(text)] == [act]


def test_what_is_not_granted_is_not_denied() -> None:
    assert told("Lawyer says client denied medicine") == [
        ("Lawyer", "assert", "client denied medicine")
    ]


def test_not_everyone_says_nothing() -> None:
    assert told("Not everyone opposes the takeover.") == []
    assert told("Not only the union opposes the takeover.") != []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The election board declared Ruiz the winner of the vote with 51 percent.",
         "The election board", "Ruiz the winner of the vote with 51 percent"),
        ("The bank put the damage at 40 million pesos.", "The bank",
         "the damage at 40 million pesos"),
        ("The embassy has advised against all travel to the coast.", "The embassy",
         "all travel to the coast"),
        ("At least 628 people have been kidnapped this year, the Salto Centre said, up from 234 in "
         "all of last year.", "the Salto Centre",
         "At least 628 people have been kidnapped this year"),
        ("Police put the toll at nine, including two officers.", "Police",
         "the toll at nine, including two officers"),
        ("The Grey Tide, a group of former guards, claimed both attacks.",
         "The Grey Tide, a group of former guards", "both attacks"),
        ("Guards fired into the air, a teacher who took part said; nobody was hurt.",
         "a teacher who took part", "Guards fired into the air"),
        ("The United States, Peru and Chile announced sanctions on two ministers.",
         "The United States, Peru and Chile", "sanctions on two ministers"),
    ],
)  # fmt: skip
def test_what_is_declared_or_estimated_is_said(text: str, source: str, content: str) -> None:
    assert [(who, said) for who, _, said in told(text)] == [(source, content)]
