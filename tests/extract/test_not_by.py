"""Who is named only as who it was not did nothing."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import proposals


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        (
            "The port of Orle was shelled by the army, and not by the Northern Front.",
            "shelled",
            {"army"},
        ),
        ("The raid on Orle was carried out by Peru, not by Chile.", "raid", {"Peru"}),
        ("The army rather than the rebels shelled Orle.", "shelled", {"army"}),
        ("Orle was shelled not only by Norway but by Sweden.", "shelled", {"Norway", "Sweden"}),
    ],
)
def test_who_it_was_not_did_not_do_it(nlp: Language, text: str, word: str, doers: set[str]) -> None:
    [event] = [p for p in proposals(nlp(text)) if p.trigger.text == word]
    assert {d.root.text for d in event.doers} == doers
