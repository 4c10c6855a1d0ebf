"""Who means to do what a noun of a plan is for, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.trigger.text: p for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        (
            "The army says it has foiled plots by its foreign enemies to topple the president.",
            "topple",
            ["enemies"],
        ),
        (
            "Togo called it part of the main campaign by Benin and the Dawn Front militia to "
            "invade the port of Orle.",
            "invade",
            ["Benin", "militia"],
        ),
    ],
)
def test_who_plots_means_to_do_it(nlp: Language, text: str, trigger: str, doers: list[str]) -> None:
    assert [d.root.text for d in of(nlp, text)[trigger].doers] == doers


def test_holding_soldiers_from_progress_coerces_nobody(nlp: Language) -> None:
    text = "Forces of the league have held the Chilean troops from making any real progress."
    assert not of(nlp, text)
