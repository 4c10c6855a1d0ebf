"""Sayings whose speaker, verb and words stand apart: clauses between, asides behind, headings."""

from __future__ import annotations

import pytest

from histor.extract import extract
from tests.extract.hand_made import page_of
from tests.extract.test_attributions import model, told


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        (
            "Harbour master Ana Ruiz said the quay was safe.",
            "Harbour master Ana Ruiz",
            "the quay was safe",
        ),
        (
            "Paz, who sacked nearly all his ministers on Friday, had taken the letter and named "
            "a successor, his spokesman Juan Roca said.",
            "his spokesman Juan Roca",
            "Paz, who sacked nearly all his ministers on Friday, had taken the letter and named "
            "a successor",
        ),
        (
            "Whoever sets fire to a shop will be caught, Ruiz warned, without naming anybody.",
            "Ruiz",
            "Whoever sets fire to a shop will be caught",
        ),
        (
            "Peru's health ministry raised the number of the dead to 12; another 30 people had "
            "been hurt, it said.",
            "it",
            "another 30 people had been hurt",
        ),
        (
            "An earlier note by the council had put the toll at 31.",
            "An earlier note by the council",
            "the toll at 31",
        ),
        (
            "Had Peru wanted it, it is said in the port, the war would never have begun.",
            None,
            "the war would never have begun",
        ),
    ],
)
def test_who_says_it_and_no_more_than_that(text: str, who: str | None, content: str) -> None:
    assert [(who, content)] == [(w, c) for w, _, c in told(text) if c == content]


def test_a_heading_goes_on_with_a_second_verb() -> None:
    text = (
        "Norway voices concern over raids in Peru, urges calm\n\nBy our staff\n\nThe sea was calm."
    )
    assert [(who, content) for who, _, content in told(text) if who] == [
        ("Norway", "raids in Peru"),
        ("Norway", "calm"),
    ]


def test_he_who_is_named_behind_the_verb_speaks() -> None:
    text = "«I yield», has said on Monday evening the president of Peru, Luis Paz."
    assert [who for who, _, _ in told(text)] == ["the president of Peru, Luis Paz"]


@pytest.mark.parametrize(
    "text",
    [
        "Paz dismissed his entire cabinet on Thursday.",
        "The prosecutor has opened a case over “theft of grain”.",
    ],
)
def test_who_does_something_says_nothing(text: str) -> None:
    assert told(text) == []


def test_an_oath_on_what_was_asserts() -> None:
    text = "The editor swears that the story was held back for two days."
    assert [act for _, act, _ in told(text)] == ["assert"]


def test_the_day_of_a_denial_is_not_denied() -> None:
    text = "The union denied on Thursday that it would join the march."
    page = extract(page_of(text, "2021-05-07"), model()(text))
    [claim] = page.claims
    assert claim.content.text == "it would join the march"
    assert claim.date is not None and claim.date.edtf == "2021-05-06"


def test_whom_an_agency_quotes_is_no_part_of_it() -> None:
    text = (
        "As the Peruvian news agency Lira writes, quoting the press centre of the dockers, Chilean "
        "trawlers cut a cable in the bay of Paita."
    )
    assert "Chilean trawlers cut a cable in the bay of Paita" in [c for _, _, c in told(text)]


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        (
            "The council took up on Monday a bill that teachers say will cost hundreds of jobs, a "
            "day after the port was shut.",
            "teachers",
            "will cost hundreds of jobs",
        ),
        (
            "For the former vice-president Ana Ruiz, the letter arrives « too late ».",
            "the former vice-president Ana Ruiz",
            "the letter arrives « too late »",
        ),
    ],
)
def test_what_somebody_says_in_passing(text: str, who: str, content: str) -> None:
    page = extract(page_of(text, "2021-05-07"), model()(text))
    [claim] = [c for c in page.claims if c.source is not None and c.source.text == who]
    assert (claim.content.text, claim.date) == (content, None)


def test_the_head_of_state_is_no_president_of_a_body() -> None:
    text = (
        "The president of Peru, Luis Paz, left on Monday. The commission counts nine dead. Its "
        "president, Ana Ruiz, has seen them. “I am sorry,” the head of state said."
    )
    page = extract(page_of(text, "2021-05-07"), model()(text))
    names = {e.id: e.name for e in page.entities}
    [claim] = [c for c in page.claims if c.quoted]
    assert claim.source is not None and names.get(claim.source.entity or "") == "Luis Paz"


def test_a_deadline_is_no_day_of_saying() -> None:
    text = (
        "Peru's envoy met the guards. The union demanded her unconditional release by Friday night."
    )
    page = extract(page_of(text, "2021-05-07"), model()(text))
    [claim] = [c for c in page.claims if c.act == "demand"]
    assert claim.date is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Zena Paz's refrigerator is gone. “Who takes such a thing?” she asks.", "Zena Paz"),
        ("Zena Paz's sister is gone. “Who takes such a thing?” she asks.", None),
        (
            "Chile wants the port to open. Peru has mostly waited, even as it voices concern over "
            "plans to dig there.",
            "Peru",
        ),
    ],
)
def test_whom_a_pronoun_means_where_nobody_else_acts(text: str, who: str | None) -> None:
    page = extract(page_of(text, "2021-05-07"), model()(text))
    names = {e.id: e.name for e in page.entities}
    claim = page.claims[-1]
    assert (names.get(claim.source.entity or "") if claim.source else "") == who
