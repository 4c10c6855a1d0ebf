"""Who says it where a word misleads, and words of saying by which nobody says anything."""

from __future__ import annotations

import pytest

from histor.extract import extract
from tests.extract.hand_made import page_of
from tests.extract.test_attributions import model, told


def test_he_who_condemns_as_a_crime_is_not_condemned() -> None:
    text = (
        "Peru's Culture Minister Ana Ruiz told reporters that six statues had been stolen. She "
        "condemned as a “disgrace” a sale that emptied the museum in Cusco."
    )
    assert [(who, act) for who, act, _ in told(text)] == [
        ("Peru's Culture Minister Ana Ruiz", "assert"),
        ("She", "condemn"),
    ]


def test_claims_that_are_dismissed_are_not_made() -> None:
    text = (
        "Peru's Transport Minister Ana Ruiz said tunnels worth six million had been opened. She "
        "also dismissed as an “idle invention” claims in the Chilean press that one of the welders "
        "had been drowned after a pump broke."
    )
    [(_, act, content)] = [c for c in told(text) if "welders" in c[2]]
    assert act == "deny"
    assert content.startswith("claims in the Chilean press that one of the welders")


@pytest.mark.parametrize(
    "text",
    [
        "In the yard, it is worth asking who paid for the crane.",
        "UNESCO listed the wharf in May 2011 at the wish of Norway.",
        "Union elections called for 18 May to choose the pilots were put off.",
        "Luis Paz of the Dockers Union took the blame for the fire.",
        "She met the captain, who had refused to tow ferries from Peru.",
        "Norway blames nobody.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("deed", "text"),
    [
        (
            "to save",
            "The whales, whom Norway promised to save, are still hunted in a bay by the sea.",
        ),
        (
            "to pay",
            "The 30 Chilean sailors it hired in spring, and whom it promised in Oslo to pay, are "
            "still on Danish ships.",
        ),
    ],
)
def test_what_one_promises_of_somebody_is_said(deed: str, text: str) -> None:
    assert [content for _, act, content in told(text) if act == "promise"] == [deed]


def test_he_below_a_question_is_whom_it_names() -> None:
    text = (
        "How many boats were lost?\n\nMore than 40 boats were lost in Peru, according to its harbour "
        "chief, Captain Luis Paz.\n\nWill Obama open the fair?\n\nHe said at a school in Ohio on "
        "Tuesday that he was fond of kites. President Barack Obama left for Ohio on Sunday."
    )
    record = extract(page_of(text, "2021-06-11"), model()(text))
    names = {e.id: e.name for e in record.entities}
    [claim] = [c for c in record.claims if c.source is not None and c.source.text == "He"]
    assert claim.source is not None
    assert names.get(claim.source.entity or "") == "Barack Obama"
