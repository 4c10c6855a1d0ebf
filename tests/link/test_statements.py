"""Tellings of one statement are told from statements that only look like it."""

from __future__ import annotations

import pytest

from histor.link.statements import at_odds, read_statement


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the mayor lost 40 men at Tarn", "the mayor lost 14 men at Tarn"),
        ("three bridges fell", "five bridges fell"),
        ("the port of Tarn would be shut", "the port of Tarn would not be shut"),
        ("they had taken the port", "they hadn’t taken the port"),
        ("nobody was hurt at the mill", "somebody was hurt at the mill"),
        ("the guns had hit the town of Tarn", "the guns had hit the town of Salto"),
        ("yesterday Tarn shelled the boats of Salto", "yesterday Salto shelled the boats of Tarn"),
        ("Tarn shelled the boats of Salto", "yesterday Salto shelled the boats of Tarn"),
    ],
)
def test_another_number_name_denial_or_side_is_another_statement(one: str, other: str) -> None:
    assert at_odds(read_statement(one), read_statement(other))
    assert at_odds(read_statement(other), read_statement(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("more than 12,000 people fled", "over 12,000 people had left"),
        ("about 40 men fell", "42 men fell"),
        ("40 men fell and six were hurt", "40 men fell"),
        ("no fewer than three boats sank", "three boats sank"),
        ("boats of Salto were shelled by Tarn", "Tarn shelled the boats of Salto"),
        ("the Plata River Council must decide at Tarn", "it is for the PRC to decide"),
        ("we will not talk", "there will never be talks"),
        ("TARN LOSES ITS OLD BRIDGE", "the old bridge of Salto is lost"),  # capitals tell nothing
    ],
)
def test_other_words_for_the_same_are_not_at_odds(one: str, other: str) -> None:
    assert not at_odds(read_statement(one), read_statement(other))
    assert not at_odds(read_statement(other), read_statement(one))


def test_words_of_one_meaning_are_one_word() -> None:
    one = read_statement("they held talks after the town had been bombarded")
    other = read_statement("negotiations took hold; shelling of towns went on")
    assert set(one.words) & set(other.words) == {"= talks", "= shelling", "hold", "town"}
