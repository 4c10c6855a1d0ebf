"""What "agree" tells: a deal of parties, a pledge of one, or an opinion."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import claims_of, told


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile agree to reopen the strait\n\nTheir coast guards meet on Friday.",
        "Both sides agreed to a ceasefire on Monday.",
        "The two armies agreed on a truce after talks in Oslo.",
    ],
)
def test_a_deal_is_no_statement(text: str) -> None:
    assert claims_of(text) == []


def test_one_who_agrees_to_do_something_promises_it() -> None:
    assert told("The minister agreed to resign.") == [("The minister", "promise", "to resign")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The parties agreed the text was final.", "the text was final"),
        ("The governors agreed that the bridge was unsafe.", "the bridge was unsafe"),
    ],
)
def test_what_is_agreed_to_be_so_is_said(text: str, content: str) -> None:
    assert [(c.act, c.content.text) for c in claims_of(text)] == [("assert", content)]
