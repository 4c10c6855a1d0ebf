"""What a sentence takes for granted, and what it does not."""

from __future__ import annotations

import pytest

from histor.annotate import load
from histor.annotate.status import status_of


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        (
            "Some criticised the leaders for holding a first meeting with the rival Unity Party.",
            "meeting",
            "happened",
        ),
        ("Some criticised the leaders for not holding a meeting.", "meeting", "denied"),
        ("The army agreed to try officers responsible for the deaths.", "deaths", "happened"),
        ("The raid on its consulate is likely to heighten fears.", "raid", "happened"),
        ("Norway proposed to send help on the day of the shipwreck.", "shipwreck", "happened"),
        ("Norway proposed to send help in the event of a shipwreck.", "shipwreck", "planned"),
        ("A raid on its consulate is likely to heighten fears.", "raid", "predicted"),
        (
            "Koren blamed others, trying to cast the bloody crackdown as a war on fraud.",
            "crackdown",
            "happened",
        ),
        ("Farmers called it a coup intended to keep hold of Peru.", "coup", "happened"),
        (
            "Norway on Friday called for the release of ousted Peruvian president Ivo Koren amid "
            "rising tensions.",
            "ousted",
            "happened",
        ),
        ("Peru must explain its use of drone strikes.", "strikes", "happened"),
        ("The elections are likely to begin in May.", "elections", "predicted"),
        (
            "Koren will go if he is to end a row of protests in which nine nurses have died.",
            "protests",
            "happened",
        ),
        ("Koren fears a wave of protests which may topple him.", "protests", "predicted"),
        ("At a meeting in Lima, the union called on Koren to go.", "meeting", "happened"),
    ],
)
def test_what_is_taken_for_granted_was(text: str, word: str, status: str) -> None:
    [token] = [t for t in load()(text) if t.text == word]
    assert status_of(token, float(token._.factuality)) == status
