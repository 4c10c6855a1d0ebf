"""Crowds that protest, whatever word says so. The sentences are invented."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.word.text: p for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Protesters massed by the thousands in Lima on Tuesday.", "massed"),
        ("Thousands remain camped out in a square in Lima to demand a vote.", "camped"),
        ("Students who flooded the streets of Lima with slogans were cheered.", "flooded"),
        ("He sat on the tracks in Lima after demonstrators closed the metro on Monday.", "closed"),
        (
            "The courts of Peru suspended their work on Monday in protest over a decree.",
            "suspended",
        ),
        ("The tribes of Peru rose up against Omar Diaz in May.", "rose"),
        ("Supporters held posters of Omar Diaz during a rally outside a mosque in Lima.", "rally"),
        ("Two were hurt at a protest in Lima.", "protest"),
        ("The raid followed the protest in Lima by some 5,000 people.", "protest"),
        ("Hundreds of people demonstrate in Lima to show their support.", "demonstrate"),
        ("It came a day after millions of protesters took to the streets in Peru.", "streets"),
        ("The protesters flooded the streets of Lima in January.", "flooded"),
        ("Two were killed on Monday during a sit-in in Lima.", "sit-in"),
        ("Marchers chant slogans and carry posters in Lima.", "chant"),
    ],
)
def test_a_crowd_protests(nlp: Language, text: str, word: str) -> None:
    assert of(nlp, text)[word].type == "PROTEST"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tourists flooded the streets of Lima.", "flooded"),
        ("Shares fell in Lima after a rally in prices.", "rally"),
        ("He spoke at a campaign rally in Lima.", "rally"),
        ("Smoke rose up to the hills of Peru.", "rose"),
        ("Omar Diaz resigned in protest in Lima.", "protest"),
        ("The port of Lima suspended its work on Monday for repairs.", "suspended"),
    ],
)
def test_no_crowd_protests(nlp: Language, text: str, word: str) -> None:
    found = of(nlp, text)
    assert word not in found or found[word].type != "PROTEST"


def test_streets_into_which_people_pour_are_no_second_protest(nlp: Language) -> None:
    found = of(nlp, "Thousands poured into the streets of Lima to protest against Omar Diaz.")
    assert [p.type for p in found.values()] == ["PROTEST"]


def test_what_is_shouted_at_a_march_is_no_second_protest(nlp: Language) -> None:
    found = of(nlp, "A boy shouts slogans as protesters march in Lima.")
    assert [p.type for p in found.values()] == ["PROTEST"]
