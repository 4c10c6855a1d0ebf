"""Who is given so long to do something. The sentences are invented."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.word.text: p for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    "text",
    [
        "Peru on Monday gave Chile 48 hours to free the two seized boats.",
        "Peru gave Chile one week to withdraw its police from the island.",
        "Peru gave Chile until Friday to withdraw its police from the island.",
        "Chile was given 48 hours by Peru to reopen the harbour.",
    ],
)
def test_days_given_to_do_something_are_a_threat(nlp: Language, text: str) -> None:
    found = of(nlp, text)
    [threat] = [p for p in found.values() if p.type == "THREATEN"]
    assert [d.text for d in threat.doers] == ["Peru"]
    assert [t.text for t in threat.targets] == ["Chile"]
    done = [p for p in found.values() if p.word.lemma_ in {"free", "withdraw", "reopen"}]
    assert all(p.status not in {"happened", "ongoing"} for p in done)


@pytest.mark.parametrize(
    "text",
    [
        "The court gave the ministry ten days to appeal.",
        "The law gives Peru a month to sign the treaty.",
    ],
)
def test_what_a_law_leaves_time_for_threatens_nobody(nlp: Language, text: str) -> None:
    assert all(p.type != "THREATEN" for p in of(nlp, text).values())


def test_an_ultimatum_that_is_turned_down_was_given(nlp: Language) -> None:
    found = of(nlp, "Chile rejected the ultimatum from Peru.")
    assert found["ultimatum"].status == "happened"
    assert found["rejected"].type == "REJECT"
