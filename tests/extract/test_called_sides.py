"""A name that its page calls a party is a body's, whatever it was taken for; a feast is none."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.names.name_kinds import is_called_a_side


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Rosa Ibarra, backed by the Unamos party, came second.", "Unamos", True),
        ("Fighters of the Tarn militia took the town.", "Tarn", True),
        ("Rosa Ibarra founded the Ibarra party.", "Ibarra", False),
        ("They met at the Christmas party in Lima.", "Christmas", False),
        ("The Unamos Party came second.", "Unamos", False),
    ],
)
def test_the_noun_behind_tells_a_side(nlp: Language, text: str, name: str, side: bool) -> None:
    doc = nlp(text)
    at = [t.i for t in doc if t.text == name][-1]
    assert is_called_a_side(doc, at, at) == side
