"""Frames that do more than tell: ultimatums, shrugs, names for deeds; and what only looks said."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import claims_of, told


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The government has given the envoy 48 hours to leave the country.",
         ("The government", "demand", "the envoy 48 hours to leave the country")),
        ("Ana Ruiz gave the men until midday on Friday to leave the school.",
         ("Ana Ruiz", "demand", "the men until midday on Friday to leave the school")),
        ("The rebels want the release of their commander, Ben Ruiz.",
         ("The rebels", "demand", "the release of their commander, Ben Ruiz")),
        ("President Ana Ruiz, who cut short a visit to Lima, ruled out a prisoner swap.",
         ("President Ana Ruiz", "deny", "a prisoner swap")),
        ("Ana Ruiz, its leader, laughs off the accusation.",
         ("Ana Ruiz, its leader", "deny", "the accusation")),
        ("The Government of Peru discarded this Sunday that there has been a raid in the mine.",
         ("The Government of Peru", "deny", "there has been a raid in the mine")),
        ("Officials in Lima have called the flights a provocation.",
         ("Officials in Lima", "condemn", "the flights a provocation")),
        ("She called the verdict a violation of international law.",
         ("She", "condemn", "the verdict a violation of international law")),
        ("The general assured the president that troops will leave the town by December.",
         ("The general", "promise", "troops will leave the town by December")),
        ("The general assured the president that the dam is safe.",
         ("The general", "assert", "the dam is safe")),
        ("Grey Tide claimed responsibility for the attack in a message sent to reporters.",
         ("Grey Tide", "assert", "responsibility for the attack")),
        ("The director of the clinic, however, denied to Reuters having given figures.",
         ("The director of the clinic", "deny", "having given figures")),
    ],
)  # fmt: skip
def test_what_such_frames_do(text: str, claim: tuple[str, str, str]) -> None:
    assert told(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry did not reply to a follow-up question about the shell casings.",
        "People here are angry. Officers at the gate refuse to answer questions.",
        "The group calls itself Grey Tide.",
    ],
)
def test_what_only_looks_said(text: str) -> None:
    assert claims_of(text) == []


def test_who_would_not_be_named_asks_for_nothing() -> None:
    text = (
        "Two police officers, who insisted on anonymity because they may not talk to the press, "
        "said the order came by radio."
    )
    assert told(text) == [("Two police officers", "assert", "the order came by radio")]


def test_who_is_asked_by_an_outlet_says_what_follows() -> None:
    text = "Asked by Reuters if she would meet the widows, the mayor's office said she might."
    assert [who for who, _, _ in told(text)] == ["the mayor's office"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The party's deputy chair, Ana Ruiz, argues that \"anywhere else these soldiers would be "
         'decorated", and dismisses the report as the work of "paid scribblers".',
         "anywhere else these soldiers would be decorated"),
        ("Ruiz said Peru's courts were able to establish the truth and expressed hope that "
         "partners would refrain from comment.",
         "Peru's courts were able to establish the truth"),
    ],
)  # fmt: skip
def test_a_second_verb_behind_a_quotation_is_the_speakers(text: str, first: str) -> None:
    contents = [content for _, _, content in told(text)]
    assert contents[0] == first
    assert len(contents) == 2


def test_a_stamp_is_no_speaker() -> None:
    text = "13.22 Ruiz says the report, which he has seen, found no proof that anyone was shot."
    assert [who for who, _, _ in told(text)] == ["Ruiz"]


def test_who_answers_somebody_is_quoted() -> None:
    text = '13.50 Ana Ruiz, answering the minister: "You lied on Monday and you lie today."'
    assert [who for who, _, _ in told(text)] == ["Ana Ruiz"]
