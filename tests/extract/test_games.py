"""Games are no deeds, and deeds at games are; the sentences are invented."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.games import is_of_game
from histor.extract.events.proposals import proposals


@pytest.mark.parametrize(
    "text",
    [
        "The Lions attacked from the first whistle and crushed Kenya 3-0 on Saturday.",
        "The striker shot twice in the second half and hit the post.",
        "Peru shot down Chile 2-1 in the cup.",
    ],
)
def test_a_game_tells_no_assault(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert is_of_game(doc[:].sent)
    assert "ASSAULT" not in {p.type for p in proposals(doc)}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked fans after a football match in Lima, killing four.",
        "The army's victory cost many lives, and the defeat of the rebels took a year.",
        "The Senate voted 52-48 to cut aid to Kenya.",
    ],
)
def test_harm_and_votes_are_no_game(nlp: Language, text: str) -> None:
    assert not is_of_game(nlp(text)[:].sent)
