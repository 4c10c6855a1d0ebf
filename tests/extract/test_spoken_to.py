"""What is put to a speaker, and what things threaten, nobody says."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import told


def test_what_somebody_is_asked_is_not_his_question() -> None:
    text = '"We saw no other aircraft," Brigadier Ruiz said when asked whether it had been hit.'
    assert told(text) == [("Brigadier Ruiz", "assert", "We saw no other aircraft")]
    text = "The minister, when told that the bridge had fallen, said that he would resign."
    assert told(text) == [("The minister", "promise", "he would resign")]


def test_who_asks_still_asks() -> None:
    text = "The envoy asked whether the bridge was safe, and the mayor said that it was."
    assert ("The envoy", "ask") in [(who, act) for who, act, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru began a drill, a move that threatens to undo a pact signed two weeks ago.",
        "The crisis threatens to engulf the region.",
    ],
)
def test_what_a_thing_threatens_is_no_statement(text: str) -> None:
    assert told(text) == []


def test_who_threatens_warns() -> None:
    assert told("The group threatened to blow up the bridge.") == [
        ("The group", "warn", "to blow up the bridge")
    ]
