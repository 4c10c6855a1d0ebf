"""What came to nothing, and what was only ended."""

from __future__ import annotations

import pytest

from histor.annotate import load
from histor.annotate.status import status_of


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The leak involved a foiled bomb attack in the port.", "attack", "denied"),
        ("A suicide bombing was averted in Orle on Friday.", "bombing", "denied"),
        ("Large rallies called by the union failed to materialise on Friday.", "rallies", "denied"),
        ("The vote had not begun.", "vote", "denied"),
        ("The protests have not stopped.", "protests", "happened"),
        ("Police stopped the riot in Orle.", "riot", "happened"),
        ("Koren was nearly killed in a raid on his compound.", "killed", "denied"),
        ("Nearly nine men were killed in Orle.", "killed", "happened"),
        ("The first attempt to call a truce in April had failed.", "truce", "denied"),
        ("Efforts to arrange a meeting with Peru on Monday fell apart.", "meeting", "denied"),
        ("Efforts to arrange a meeting with Peru have not failed.", "meeting", "planned"),
        ("The attack failed to dislodge the rebels.", "attack", "happened"),
    ],
)
def test_what_was_foiled_or_did_not_begin_was_not(text: str, word: str, status: str) -> None:
    [token] = [t for t in load()(text) if t.text == word]
    assert status_of(token, float(token._.factuality)) == status
