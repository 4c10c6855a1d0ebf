"""Ranks, and titles that stand close to other words, before a name."""

from __future__ import annotations

import pytest

from histor.extract import extract
from tests.extract.hand_made import page_of
from tests.extract.test_attributions import model


def roles(text: str) -> dict[str, list[str]]:
    record = extract(page_of(text, "2021-06-11"), model()(text))
    return {e.name: [r.title for r in e.roles] for e in record.entities if e.kind == "person"}


@pytest.mark.parametrize("rank", ["Corporal", "Commodore", "Trooper", "Constable"])
def test_a_rank_is_no_part_of_a_name(rank: str) -> None:
    text = f"The survivors, Lieutenant Ana Crawford and {rank} Omar Lind, had been found."
    assert roles(text) == {"Ana Crawford": ["Lieutenant"], "Omar Lind": [rank]}


def test_an_office_ends_before_a_second_title() -> None:
    text = "Chief of Staff Brigadier Omar Lind told reporters that the aircraft was missing."
    assert roles(text) == {"Omar Lind": ["Brigadier", "Chief of Staff"]}
    text = "Secretary of State Ana Ruiz met Minister of Defence Omar Lind."
    assert roles(text) == {"Ana Ruiz": ["Secretary of State"], "Omar Lind": ["Minister of Defence"]}


def test_the_noun_of_a_phrase_before_a_title_is_none_of_it() -> None:
    text = "In a televised speech President Ana Ruiz said she believed in peace."
    assert roles(text) == {"Ana Ruiz": ["President"]}
    text = "Nobody answered army chief General Omar Lind."
    assert roles(text) == {"Omar Lind": ["army chief General"]}


def test_and_within_a_countrys_name_parts_no_office() -> None:
    text = (
        "Blake spoke with the prime minister of Trinidad and Tobago, Omar Lind, who offered help."
    )
    assert roles(text)["Omar Lind"] == ["prime minister"]


def test_former_is_nobody_whose_the_title_is() -> None:
    text = "Former army chief and opposition candidate Omar Lind said the vote was stolen."
    assert roles(text) == {"Omar Lind": ["opposition candidate", "Former army chief"]}
