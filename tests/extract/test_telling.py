"""What is done, thought over or spoken about is no statement, whatever was read as its cue."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import told


@pytest.mark.parametrize(
    "text",
    [
        "The two parties are considering a coalition against the junta.",
        "The governor angrily listed his wins in the province.",
        "The mayor talked about life in the harbour district for an hour.",
        "The envoy plans a final stop in Lima on Friday.",
        "The company obtained approval for a second pipeline.",
        "The union launched a lawsuit against the port authority.",
        "The senator pivoted to the subject of trade.",
        "The police chief took charge of the investigation into the blast.",
        "Some deputies are contemplating whether to leave the party.",
        "The general has not accused Kenya of the raid.",
        "The union launched a campaign whose aim is to convince the world that peace will come.",
        "The colonel was responding to those who had left the town.",
    ],
)
def test_what_is_done_says_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The ministry announced a curfew in the port.", ("The ministry", "a curfew in the port")),
        (
            "The mayor believes the bridge will hold.",
            ("The mayor", "the bridge will hold"),
        ),
        (
            "The union has spoken of more than 40 dead in the mine.",
            ("The union", "more than 40 dead in the mine"),
        ),
        (
            "The two presidents voiced dismay at the ruling of the court.",
            ("The two presidents", "dismay at the ruling of the court"),
        ),
        (
            "The union regards the vote in the port as a farce.",
            ("The union", "the vote in the port as a farce"),
        ),
        (
            "The governor knew that the dam had cracked.",
            ("The governor", "the dam had cracked"),
        ),
    ],
)
def test_clauses_and_words_of_telling_do(text: str, claim: tuple[str, str]) -> None:
    assert [(source, said) for source, _, said in told(text)] == [claim]


def test_criticism_tells_what_stands_behind_it() -> None:
    [(who, act, said)] = told("Juan Soto has faced criticism from rivals that his campaign failed.")
    assert (who, act, said) == ("rivals", "condemn", "his campaign failed")


def test_whom_an_outlet_cites_is_not_what_it_reports() -> None:
    text = "Peru state news agency ANP reported, citing security sources, said a bomb fell."
    assert [said for _, _, said in told(text)] == ["a bomb fell"]
