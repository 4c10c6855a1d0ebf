"""Statements that a page prints without quotation marks below "the minister said:"."""

from __future__ import annotations

import pytest

from histor.extract import extract
from tests.extract.hand_made import page_of
from tests.extract.test_attributions import model, told

LEAD = "The Foreign Secretary, Ana Ruiz, met her partners in Lima on the crisis in Salto.\n\n"


def test_what_stands_below_its_speaker_is_said() -> None:
    text = (
        f"{LEAD}Following the meeting the Foreign Secretary said:\n\nThe situation in Salto remains "
        "dire with images of destruction.\n\nWe agreed that civilians come first.\n\nFollowing the "
        "meeting the Foreign Secretary will return to the Gulf on 11 December."
    )
    claims = [(source, content) for source, _, content in told(text) if source]
    assert claims == [
        ("the Foreign Secretary", "The situation in Salto remains dire with images of destruction"),
        ("the Foreign Secretary", "We agreed that civilians come first"),
    ]
    record = extract(page_of(text, "2021-06-11"), model()(text))
    names = {e.id: e.name for e in record.entities}
    assert {names.get(c.source.entity or "") for c in record.claims if c.source} == {"Ana Ruiz"}


def test_a_list_below_a_colon_is_no_statement() -> None:
    text = "Police said the following items were found:\n\nTwo rifles and 400 rounds."
    assert not any("rifles" in content for _, _, content in told(text))


def test_a_quotation_below_a_colon_is_said_once() -> None:
    text = "Asked about it, the minister said in a statement:\n\n“We have counted 40 dead.”"
    assert [content for _, _, content in told(text)] == ["We have counted 40 dead"]


def test_it_goes_on_with_what_a_body_without_a_name_said() -> None:
    text = "The city council said the gate was broken. Pilgrims hid in the temple, it added."
    assert [source for source, _, _ in told(text)] == ["The city council"] * 2


def test_what_breaks_out_says_nothing() -> None:
    assert told("In May, 90 men were hurt when protests broke out over the choice of mayors.") == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Residents say the dam has collapsed.", "Residents", "the dam has collapsed"),
        ("Early reports said the general had fled.", "Early reports", "the general had fled"),
        (
            "Officials, speaking on condition of anonymity, said talks had stalled.",
            "Officials",
            "talks had stalled",
        ),
        ("The general is quoted as saying the war is over.", "The general", "the war is over"),
        (
            "The bishops voiced alarm at the strikes.",
            "The bishops",
            "the strikes",
        ),
        (
            "Troops had left the town, the statement read.",
            "the statement",
            "Troops had left the town",
        ),
    ],
)
def test_short_sayings_are_read(text: str, source: str, content: str) -> None:
    assert [(who, what) for who, _, what in told(text)] == [(source, content)]


def test_a_cue_ends_before_where_it_was_said() -> None:
    text = "The army said in a post Monday it had left the town."
    [claim] = extract(page_of(text, "2021-06-11"), model()(text)).claims
    assert claim.cue is not None and claim.cue.text == "said"


def test_who_is_cited_is_named_without_according_to() -> None:
    text = (
        "The army denied it. According to the separatist forces, who claim to oppose the plan, the "
        "army is trying to advance."
    )
    assert "the separatist forces" in [source for source, _, _ in told(text)]
