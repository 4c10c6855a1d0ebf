"""Words of deeds that only describe, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.trigger.text: p for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Youths armed with axes and clubs attacked shops in Bamako.", "armed"),
        ("The gang war spills onto the streets of Bamako.", "streets"),
        ("Agency writer Paul Ohm in Bamako contributed.", "contributed"),
        ("The accord, signed on 5 April, provides for a pullback of guns.", "provides"),
        ("How Ghana and Togo stepped back from the brink", "stepped back"),
        ("Mr. Karim has quit the country on a flight to Lima.", "quit"),
        ("The units neutralised the source of fire.", "fire"),
        ("The UN said both sides were guilty of war crimes.", "guilty"),
        ("A bomb squad defused a device found outside the court.", "defused"),
        ("He was found in a truck and offered no resistance.", "offered"),
        ("A ferry burned off Lowmark last week.", "burned off"),
        ("Lorries carrying tents were stopped at a checkpoint near Bamako.", "tents"),
    ],
)
def test_what_only_describes_is_no_deed(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


def test_who_flies_somewhere_to_mediate_gives_no_aid(nlp: Language) -> None:
    found = of(nlp, "Ghanaian President Kofi Adu flew to Bamako on Friday to mediate.")
    assert {p.type for p in found.values()} == {"CONSULT"}
