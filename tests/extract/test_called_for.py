"""What somebody calls for, and what that is about, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.trigger.text: p for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    "text",
    [
        "The Aral Watch has called for an investigation into an attack on a mosque in Benin.",
        "Lawmakers in Benin called for an inquiry into the attack on the miners.",
    ],
)
def test_who_calls_for_an_inquiry_accuses_nobody_and_the_attack_was(
    nlp: Language, text: str
) -> None:
    found = of(nlp, text)
    assert [p.type for p in found.values()] == ["REQUEST", "ASSAULT"]
    assert not found["called"].targets
    assert found["attack"].status == "happened"


def test_whom_a_blockade_befalls_is_asked_nothing_by_who_wants_an_answer_to_it(
    nlp: Language,
) -> None:
    text = "The chairman called for a coherent response to the rebel blockade of the Togolese port."
    assert not of(nlp, text)["called"].targets


def test_a_resignation_that_is_called_for_is_none(nlp: Language) -> None:
    found = of(nlp, "The protesters called for the resignation of the interior minister, Luc Ado.")
    assert "resignation" not in found
    assert found["called"].targets


def test_a_strike_that_is_called_for_is_planned(nlp: Language) -> None:
    text = "The union called for a general strike in Benin on Friday."
    assert any(p.type == "PROTEST" for p in proposals(nlp(text)))
