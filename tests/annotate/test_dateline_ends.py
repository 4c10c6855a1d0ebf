"""Where a dateline ends, and that what follows is read as a sentence."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    "dateline",
    [
        "LIMA (AP) — ",
        "LIMA, Peru (AP) — ",
        "LIMA, May 4 (Wire) - ",
        "CALLAO, 4 May 2015 — ",
        "(Lima, Peru) – ",
        "LIMA: ",
    ],
)
def test_a_dateline_is_no_part_of_its_sentence(nlp: Language, dateline: str) -> None:
    doc = nlp(dateline + "Rebels shelled the port.")
    assert [s.text for s in doc.sents][-1] == "Rebels shelled the port."


@pytest.mark.parametrize(
    "text", ["Rebels (and others) — so he said — shelled it.", "A. B. of Lima - a clerk - left."]
)
def test_a_dash_is_no_dateline(nlp: Language, text: str) -> None:
    assert next(iter(nlp(text).sents)).text == text
