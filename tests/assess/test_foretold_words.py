"""Which deed the words of a statement foretell."""

from __future__ import annotations

import pytest

from histor.assess.foretold import _trigger
from histor.assess.foretold_clauses import main_words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the risk at the national level would be very high", None),
        ("they would level the town", "ASSAULT"),
        ("the rebels would come home", None),
        ("the rebels would attack", "ASSAULT"),
        ("the cell plans to target large gatherings", "ASSAULT"),
        ("miners plan large gatherings", "PROTEST"),
    ],
)
def test_nouns_of_verbs_that_are_deeds_foretell_none(text: str, kind: str | None) -> None:
    found = _trigger(text)
    assert (found[0] if found else None) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("If they shoot again, the whole world will see it", None),
        ("anyone who goes out on that day will meet the hand of the state", "COERCE"),
        ("any attempt to demonstrate would be “dealt with”", "COERCE"),
        ("the arrests would trigger protests", "PROTEST"),
        ("the army would hand the town over", "RETREAT"),
        ("the dam on which the town hangs would burst", None),
        ("protests that are peaceful will go on", "PROTEST"),
    ],
)
def test_on_what_it_hangs_is_not_foretold(text: str, kind: str | None) -> None:
    found = _trigger(main_words(text))
    assert (found[0] if found else None) == kind


def test_words_keep_their_place() -> None:
    text = "Anyone who marches will be punished"
    assert main_words(text).index("will") == text.index("will")


def test_an_aside_on_who_is_expected_to_do_it_foretells_nothing() -> None:
    text = "the line, one of whose ships was hit near the coast, is expected to announce a decision"
    assert _trigger(main_words(text)) is None
