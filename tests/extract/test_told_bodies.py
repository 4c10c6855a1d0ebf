"""Names that the words beside them tell to be a body's."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from histor.extract.names.entities import extract_entities
from tests.extract.hand_made import document_of
from tests.extract.test_attributions import model
from tests.extract.test_entities import read


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They were counted by the main opposition party, Chadora. Nobody else did.", "PERSON"),
        ("Chadora, the main opposition party, was banned in May.", "PLACE"),
        ("Chadora said it would not cooperate with the inquiry.", "PERSON"),
        ("A spokesman for Chadora told reporters so.", "PLACE"),
        ("A pastor said there was no link, Chadora reported. Nobody else did.", "PERSON"),
    ],
)
def test_names_that_are_told_to_be_a_bodys(text: str, label: str) -> None:
    doc = model()(text)
    at = next(t.i for t in doc if t.text == "Chadora")
    doc.ents = [Span(doc, at, at + 1, label=label)]
    entities, _ = extract_entities(document_of(text), doc)
    assert [(e.name, e.kind) for e in entities] == [("Chadora", "organization")]


def test_who_is_named_in_full_stays_a_person() -> None:
    text = "Ana Lima left the party, Lima. Lima said it was late."
    assert read(text, [("Ana Lima", "PERSON"), ("Lima", "PERSON")])["Ana Lima"].kind == "person"
