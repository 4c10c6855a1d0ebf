"""What outlets report citing somebody, and what stands around a saying; the sentences are made up."""

from __future__ import annotations

import pytest

from histor.extract import extract
from tests.extract.hand_made import page_of
from tests.extract.test_attributions import model, told


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian navy has sunk four boats since Friday, Lira TV reports citing a naval source.",
        "Chile has voiced its regret at the fire, Harbour Monitor reports referring to a clerk.",
    ],
)
def test_who_is_cited_says_it(text: str) -> None:
    page = extract(page_of(text, "2021-05-07"), model()(text))
    claims = [c for c in page.claims if c.cue is not None and c.cue.text == "reports"]
    assert [(len(c.chain), c.content.text) for c in claims] == [(1, text.split(",")[0])]
    assert claims[0].source is not None and claims[0].source.text in {"a naval source", "a clerk"}


def test_a_name_in_quotation_marks_is_not_said() -> None:
    text = "A group that few knew, the “River Front”, claimed responsibility for the fire in a message."
    [(who, _, content)] = told(text)
    assert who is not None and who.startswith("A group")
    assert "responsibility" in content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Paz doubts it: “Nobody wants a strike in summer,” he said.", "Nobody wants a strike in"),
        ("He said the boats had come from Chile, without giving proof.", "the boats had come from"),
    ],
)
def test_what_is_said_begins_and_ends_with_it(text: str, content: str) -> None:
    found = [c for _, _, c in told(text)]
    assert any(c.startswith(content) for c in found)
    assert not any("it: " in c or "proof" in c for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "The bank approved a $2 billion payment to Peru on Friday.",
        "The envoy spoke of boats, something his ministry had denied for weeks.",
    ],
)
def test_no_words_are_told(text: str) -> None:
    assert not [c for _, act, c in told(text) if act in {"support", "deny"}]


@pytest.mark.parametrize(
    "answer",
    [
        "“This is not true,” said the Chilean ministry.",
        "The Chilean ministry stated that these reports do not correspond to reality.",
    ],
)
def test_what_is_not_so_is_denied(answer: str) -> None:
    text = f"Peru accused Chile on Monday of cutting a cable. {answer}"
    assert [act for _, act, _ in told(text)][-1] == "deny"


def test_what_he_did_meanwhile_is_not_said() -> None:
    text = "Ana Ruiz told the radio as she was being carried out that she could not see."
    assert [c for _, _, c in told(text)] == ["she could not see"]


def test_whom_one_swears_to_is_not_sworn() -> None:
    text = "The one who “would never” go is gone, as his party swore to us only two weeks ago."
    assert all("us" not in c.split() for _, _, c in told(text))
