"""What is asked for begins at its infinitive. The sentences are invented."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Span

from histor.extract.events.asked_deeds import with_deed_asked


@pytest.mark.parametrize(
    ("text", "cue", "said", "whole"),
    [
        (
            "Ana Lim made an urgent plea to Peru on Tuesday to drop a plan that harms miners.",
            "made an urgent plea",
            "a plan that harms miners",
            "to drop a plan that harms miners",
        ),
        ("Ana Lim made a plea to Peru.", "made a plea", "Peru", "Peru"),
        (
            "Ana Lim said that Peru had to drop a plan that harms miners.",
            "said",
            "a plan that harms miners",
            "a plan that harms miners",
        ),
    ],
)
def test_what_is_asked_begins_at_its_verb(
    nlp: Language, text: str, cue: str, said: str, whole: str
) -> None:
    doc = nlp(text)

    def span(words: str) -> Span:
        found = doc.char_span(text.index(words), text.index(words) + len(words))
        assert found is not None
        return found

    assert with_deed_asked(span(said), span(cue)).text == whole
