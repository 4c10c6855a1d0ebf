"""Which deed the words of a statement foretell."""

from __future__ import annotations

import pytest

from histor.assess.foretold import _trigger


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
