"""Crowds that protest, whatever word says so. The sentences are invented."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.word.text: p for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Protesters massed by the thousands in Lima on Tuesday.", "massed"),
        ("Hundreds are camped in a park in Lima to demand a vote.", "camped"),
        ("Students who flooded the streets of Lima with slogans were cheered.", "flooded"),
        ("Trains stopped after demonstrators shut a tunnel in Lima on Monday.", "shut"),
        ("The clerks of Peru halted their work on Monday in protest at low pay.", "halted"),
        ("The tribes of Peru rose up against Omar Diaz in May.", "rose"),
        ("Fans of Omar Diaz waved at a rally outside a station in Lima.", "rally"),
        ("Two were hurt at a protest in Lima.", "protest"),
        ("The raid came hours after a protest in Lima by 200 nurses.", "protest"),
        ("Dozens of people demonstrate in Lima to show their sympathy.", "demonstrate"),
        ("The law passed after crowds in Peru took to the streets.", "streets"),
        ("The marchers flooded the avenues of Lima in May.", "flooded"),
        ("Two were killed on Monday during a sit-in in Lima.", "sit-in"),
        ("The Latvians blocked the bridge in Narva on Monday.", "blocked"),
        ("Villagers obstructed the road to the port of Lima.", "obstructed"),
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
    found = of(nlp, "Farmers poured into the streets of Lima to demonstrate against Omar Diaz.")
    assert [p.type for p in found.values()] == ["PROTEST"]


def test_what_is_shouted_at_a_march_is_no_second_protest(nlp: Language) -> None:
    found = of(nlp, "A boy shouts slogans as protesters march in Lima.")
    assert [p.type for p in found.values()] == ["PROTEST"]
