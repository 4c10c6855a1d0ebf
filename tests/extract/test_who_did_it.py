"""Whom "the gunman" means, what is expected within a saying, and places with who holds them."""

from __future__ import annotations

import pytest

from histor.extract import extract
from tests.extract.hand_made import page_of
from tests.extract.test_attributions import model, told


def test_the_gunman_is_who_is_told_to_be_it() -> None:
    text = (
        "The assailant, who was identified as Mev Altin, a 22-year-old member of the riot police, was "
        "killed. Altin, the attacker, also fired in the air. The gunman said he would die."
    )
    page = extract(page_of(text, "2021-06-11"), model()(text))
    names = {e.id: e.name for e in page.entities}
    [claim] = page.claims
    assert claim.source is not None and names[claim.source.entity or ""] == "Mev Altin"


def test_what_is_expected_is_foretold_by_who_says_so() -> None:
    text = "The council is expected to issue a statement, diplomats said."
    assert told(text) == [("diplomats", "predict", "The council is expected to issue a statement")]


def test_what_was_expected_is_not_foretold() -> None:
    text = "The deal was expected to hold, the minister said."
    assert [act for _, act, _ in told(text)] == ["assert"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The attack on the port city of Tartos was condemned.", "Tartos"),
        ("The assault on insurgent-held Karabil went on.", "Karabil"),
    ],
)
def test_a_place_is_named_without_what_it_is_or_who_holds_it(text: str, name: str) -> None:
    page = extract(page_of(text, "2021-06-11"), model()(text))
    assert [e.name for e in page.entities] == [name]
