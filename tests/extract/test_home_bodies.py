"""Whose "the army", "police" and "the junta" are on a page about one country; invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from benchmarks.articles import article, read
from histor.extract.names.home_bodies import HomeBodies
from histor.records import Entity, Name, Place, Span
from tests.extract.test_who_is_meant import events

PAGE = (
    "LIMA, Peru - Peru's junta is under pressure. Crowds in Peru demand a vote. "
    "Peru has not held one since 2019. Many in Peru are hungry. "
)


def test_the_army_of_a_page_about_one_country_is_that_country() -> None:
    found = events(PAGE + "The junta has expelled Chilean advisers. The army bombed a market.")
    assert found["expelled"][1:] == (["Peru"], ["Chilean"])
    assert found["bombed"][1] == ["Peru"]


def test_the_army_of_a_country_told_of_last_is_nobody_named_here() -> None:
    found = events(PAGE + "Chile is at war with itself. The army bombed a market in May.")
    assert found["bombed"][1] == []
    found = events(PAGE + "In Chile, the police arrested 22 students.")
    assert found["arrested"][1] == []


def test_an_army_that_is_said_to_be_a_mans_is_not_the_states() -> None:
    found = events(PAGE + "The army of General Ruiz bombed a market. His army shelled a village.")
    assert "Peru" not in found["bombed"][1]
    assert "Peru" not in found["shelled"][1]


def test_on_a_page_of_two_countries_the_army_may_be_eithers() -> None:
    found = events(
        "Peru and Chile are at odds. Peru closed a port. Chile closed a road. Peru sent a note. "
        "Chile sent one back. Peru waits, and Chile waits. The army shelled a village."
    )
    assert found["shelled"][1] == []


def test_a_common_noun_means_no_body_of_another_name() -> None:
    found = events(
        "The River Policy Institute said in Lima that soldiers had refused to hand over their "
        "weapons to the Rapid Lake Battalions, units that the junta created in May."
    )
    assert "River Policy Institute" not in found["refused"][2]


@pytest.mark.parametrize(("name", "state"), [("Peru", True), ("northern Peru", False)])
def test_a_part_of_a_country_has_no_army(nlp: Language, name: str, state: bool) -> None:
    doc = nlp("The army attacked.")
    span = Span(document="d", start=0, end=4, text=name)
    peru = Place(latitude=-10, longitude=-76, geonames_id=1, country="PE", feature="PCLI")
    told = Entity(
        id="one", name=name, kind="place", names=(Name(text=name, count=5),), mentions=(span,) * 5,
        country="PE", place=peru,
    )  # fmt: skip
    found = HomeBodies(doc, [told], {}).state_of(doc[1])
    assert (found is not None) is state


def test_the_ministry_of_a_page_about_one_country_is_that_country() -> None:
    found = events(PAGE + "The foreign ministry condemned the attack on a market.")
    assert found["condemned"][1] == ["Peru"]
    found = events(PAGE + "The foreign ministry of Chile condemned the attack on a market.")
    assert found["condemned"][1] != ["Peru"]


def test_a_foreign_office_is_of_the_country_that_its_page_is_about() -> None:
    [page] = read([article("one", PAGE + "The Foreign Office in Lima condemned the raid.", None)])
    assert [e.country for e in page.entities if e.name == "Foreign Office"] == ["PE"]
