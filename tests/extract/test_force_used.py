"""Force used on people, whatever word says so. The sentences are invented."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals
from histor.extract.events.wartime import with_blasts_of_war


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.word.text: p for p in with_blasts_of_war(proposals(nlp(text)))}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Troops broke up a march in Lima on Monday.", "broke", "ASSAULT"),
        ("Police in Lima struck back after a raid on their post.", "struck", "ASSAULT"),
        ("Armed men attacked a demonstration in Lima against a deal.", "attacked", "ASSAULT"),
        ("Clashes erupted in Lima between opponents and supporters.", "Clashes", "ASSAULT"),
        ("Volleys of gunfire killed a nurse in Lima.", "Volleys", "ASSAULT"),
        ("Security forces in Peru cracked down on the protests.", "cracked", "COERCE"),
        ("Omar Diaz was wounded in a bomb blast in Lima.", "blast", "ASSAULT"),
        ("Omar Diaz was wounded in a roadside bomb blast in Lima.", "wounded", "ASSAULT"),
    ],
)
def test_force_is_used(nlp: Language, text: str, word: str, kind: str) -> None:
    assert of(nlp, text)[word].type == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The band in Lima broke up on Monday.", "broke"),
        ("Peru is cracking down on fraud.", "cracking"),
        ("The mayor of Lima struck back, saying the report was false.", "struck"),
        ("The king of Tonga fired off a letter to Peru on 6 April.", "fired"),
        ("Bursts of colour lit the sky of Lima.", "Bursts"),
    ],
)
def test_no_force_is_used(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


def test_an_old_bomb_attacks_nobody(nlp: Language) -> None:
    found = of(nlp, "An unexploded wartime bomb blast wounded a builder in Lima.")
    assert found["blast"].type == "OTHER"
