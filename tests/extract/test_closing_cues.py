"""Who says a sentence at its end, by where the words stand. The sentences are invented."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.claims.closing_cues import closing_speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peru must pay for the damage, the Chilean ministry said.", "ministry"),
        ("The army should free the miners, the union said on Friday.", "union"),
        ("Six men were shot, said the mayor.", None),
        ("Peru said that it must pay.", None),
        ("The envoys left, and the ministry said it was sorry.", None),
    ],
)
def test_who_says_it_at_the_end(nlp: Language, text: str, speaker: str | None) -> None:
    found = closing_speaker(next(iter(nlp(text).sents)))
    assert (found[0].text if found else None) == speaker
