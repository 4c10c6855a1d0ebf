from __future__ import annotations

import pytest

from histor.extract.events.contexts import contexts_of
from tests.extract.hand_made import annotated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cabinet ordered a curfew .", ("executive", "repression")),
        ("Nine peacekeeper patrols crossed the buffer zone .", ("peacekeeping",)),
        ("A secret service ran the hospital .", ("intelligence", "health")),
        ("She painted the fence .", ()),
    ],
)
def test_contexts_by_the_words_of_the_sentence(text: str, expected: tuple[str, ...]) -> None:
    doc = annotated(text)
    assert contexts_of(doc[:]) == expected
