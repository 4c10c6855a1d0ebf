"""Several subjects of one verb, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import proposals


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Peru, Chile and Bolivia welcomed the deal.", ["Peru", "Chile", "Bolivia"]),
        ("Norway, Togo and Benin welcomed the agreement.", ["Norway", "Togo", "Benin"]),
    ],
)
def test_all_subjects_of_a_verb_do_it(nlp: Language, text: str, doers: list[str]) -> None:
    [event] = [p for p in proposals(nlp(text)) if p.type == "SUPPORT"]
    assert [d.root.text for d in event.doers] == doers
    assert not {t.root.text for t in event.targets} & set(doers)


def test_two_who_sign_a_pact_sign_it_with_each_other(nlp: Language) -> None:
    [signed] = [p for p in proposals(nlp("Togo and Benin signed a pact.")) if p.type == "SUPPORT"]
    assert [d.text for d in signed.doers] == ["Togo"]
    assert [t.text for t in signed.targets] == ["Benin"]
