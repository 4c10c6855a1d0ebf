"""What a rumour tells that is said to be false, or that somebody denies, was not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.annotate import load
from histor.annotate.status import status_of


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        (
            "Rumours that President Marin had been arrested by his own guard proved false.",
            "arrested",
            "denied",
        ),
        ("It is false that the army has shelled the school.", "shelled", "denied"),
        (
            "The assertion that Peru's guns struck the school is categorically rejected.",
            "struck",
            "denied",
        ),
        ("Reports that General Lind had been killed turned out to be untrue.", "killed", "denied"),
        (
            "False reports that rebels had seized the airport caused panic in Orle.",
            "seized",
            "denied",
        ),
        (
            "The head of the Orle Clinic, Dr. Ana Ruiz, denied rumours spread on social networks "
            "that the clinic had been evacuated.",
            "evacuated",
            "denied",
        ),
        (
            "The minister did not deny reports that troops had shelled Brno.",
            "shelled",
            "happened",
        ),
        (
            "The army rejected claims that it had bombed the market, but nine people were killed.",
            "killed",
            "happened",
        ),
        (
            "Asked about the bombing of the port, the minister said that he had no news.",
            "bombing",
            "happened",
        ),
        ("The deaths in Orle could exceed 500 by May.", "deaths", "hypothetical"),
    ],
)
def test_what_is_belied_was_not(nlp: Language, text: str, word: str, status: str) -> None:
    doc = nlp(text)
    [event] = [t for t in doc if t.text == word]
    assert status_of(event, float(event._.factuality)) in {status, "predicted"} - (
        {"predicted"} if status != "hypothetical" else set()
    )
