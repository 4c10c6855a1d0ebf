"""Who is told to do something says nothing."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import claims_of


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Castell, Moro told to talk, but Lima stays away\n\nMr Castell left.", "to talk"),
        ("Rebels, government told to return to talks\n\nIt is late.", "to return to talks"),
        ("Miners urged to end strike\n\nThe union met on Monday.", "to end strike"),
    ],
)
def test_who_is_told_in_a_heading_does_not_speak(text: str, content: str) -> None:
    told = [(c.source, c.act, c.content.text) for c in claims_of(text)]
    assert told == [(None, "demand", content)]


def test_who_tells_somebody_speaks() -> None:
    [claim] = claims_of("The governor told residents to leave.")
    assert claim.source is not None and claim.source.text == "The governor"
