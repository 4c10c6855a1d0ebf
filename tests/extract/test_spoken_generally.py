"""Deeds spoken of in general, and those that nobody suffers, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.proposals import proposals


@pytest.mark.parametrize(
    "text",
    [
        "A guard alerted the police, and no-one was injured.",
        "No one was hurt.",
        "Killing civilians is a crime, the minister said.",
        "Attacking clinics or bombing schools is forbidden in the faith, the mufti of Orle said.",
        "The refugees in Orle said that nobody had been killed.",
        "He said that they would go on even if they were killed.",
    ],
)
def test_a_deed_as_such_is_no_event(nlp: Language, text: str) -> None:
    assert not proposals(nlp(text))


def test_what_shall_be_avoided_is_only_asked_for(nlp: Language) -> None:
    text = '"The two armies should take all steps to avoid harming civilians," said Ana Ruiz.'
    assert {p.type for p in proposals(nlp(text))} <= {"REQUEST"}


def test_whom_somebody_is_suspected_of_helping_got_no_aid(nlp: Language) -> None:
    text = "Police detained four men on suspicion of helping the Dawn Front."
    assert [p.type for p in proposals(nlp(text))] == ["COERCE"]


def test_what_a_foiled_plot_was_for_was_not_done(nlp: Language) -> None:
    text = "The army says it has foiled plots by its foreign enemies to topple the president."
    assert [p.status for p in proposals(nlp(text)) if p.trigger.text == "topple"] == ["denied"]


def test_civilians_who_were_killed_were_killed(nlp: Language) -> None:
    text = "Two civilians were killed on Monday, and nobody has claimed responsibility."
    assert [p.status for p in proposals(nlp(text)) if p.trigger.text == "killed"] == ["happened"]
