"""Verbs and nouns of saying in their other sense tell no claim."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import told


@pytest.mark.parametrize(
    "text",
    [
        "The general is arrested by members of the council questioning his loyalty.",
        "The army is showing signs of impatience with the leaders of Peru.",
        "Fear of revenge keeps many at home in Lima.",
        "Loyal miners rode through Lima, aiming to show that the town wants him to stay.",
        "After nine fans were killed in a fire in Port Said, rivals have united.",
        "The clashes in Port Said on Friday were the worst since May.",
        "Large rallies in support of the president were held in Lima.",
        "Marchers were hurt in Lima, adding to the tension before the vote.",
    ],
)
def test_words_of_saying_in_their_other_sense_say_nothing(text: str) -> None:
    assert told(text) == []
