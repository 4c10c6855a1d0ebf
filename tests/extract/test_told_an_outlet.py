"""Whom somebody tells who would not be named, and who signs a dateline, is an outlet."""

from __future__ import annotations

import msgspec
import pytest

from histor.extract import extract
from tests.extract.hand_made import page_of
from tests.extract.test_attributions import claims_of, model, told


def kinds(text: str) -> dict[str, str]:
    record = extract(page_of(text, "2021-06-11"), model()(text))
    return {e.name: e.kind for e in record.entities}


def test_who_is_told_on_condition_of_anonymity_is_an_outlet() -> None:
    text = "The army would stay, a senior official told Meridian on condition of anonymity."
    assert kinds(text)["Meridian"] == "organization"
    [claim] = claims_of(text)
    assert [link.text for link in claim.chain] == ["Meridian"]


def test_what_follows_the_condition_is_said() -> None:
    text = "A senior official told Reuters on condition of anonymity that the road was closed."
    assert told(text) == [("A senior official", "assert", "the road was closed")]


def test_a_name_behind_the_day_of_a_dateline_is_no_place() -> None:
    text = "LIMA, Dec 4 (Meridian) - Voters in Peru rejected the court, officials said on Sunday."
    assert kinds(text)["Meridian"] == "organization"


def test_an_outlet_may_be_called_for_short() -> None:
    text = "Foreign Minister Ana Ruiz told the Courier that Peru would go to the court."
    page = page_of(text, "2021-06-11")
    document = msgspec.structs.replace(page.document, outlet="Lowmark Courier")
    record = extract(msgspec.structs.replace(page, document=document), model()(text))
    assert [[link.text for link in c.chain] for c in record.claims] == [["Courier"]]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("“Things are bad,” Ana Ruiz told USA Today in the interview.", ["USA Today"]),
        ("Ana Ruiz told Europe 1 radio that the plan was mad.", ["Europe 1"]),
        ("“It is sad,” Ana Ruiz told WXYZ-TV of Lowmark.", ["WXYZ-TV"]),
        ("“We have left,” Ana Ruiz told Peru’s Channel One.", ["Channel One"]),
        ("Ana Ruiz told the Lowmark affiliate Harbour FM that the men had left.", ["Harbour FM"]),
        ("“We are not winning,” Ana Ruiz said on CBS on Sunday.", ["CBS"]),
        ("Ana Ruiz wrote in the Wall Street Journal that the men had left.", ["Wall Street Journal"]),
        ("Ana Ruiz said on state TV on Sunday that the men had left.", ["state TV"]),
        ("The shots came from the hill, a witness told a local radio station.",
         ["a local radio station"]),
        ("“It looks late,” Ana Ruiz told Britain’s ITV television station.", ["ITV"]),
        ("Ana Ruiz said in Lima that the men had left.", []),
        ("Reuters cited port sources as saying the men had left.", ["Reuters"]),
    ],
)  # fmt: skip
def test_through_which_outlet_it_came(text: str, chain: list[str]) -> None:
    [claim] = claims_of(text)
    assert [link.text for link in claim.chain] == chain
