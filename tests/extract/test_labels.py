"""Lines that name their speaker at one end: headings, live pages, lists of tolls."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import claims_of, told


@pytest.mark.parametrize(
    ("line", "source", "content"),
    [
        ("Blast kills 12 in Lima market: police", "police", "Blast kills 12 in Lima market"),
        ("Blast kills 12 in Lima market - ministry", "ministry", "Blast kills 12 in Lima market"),
        ("US carries out raids on depots in Peru: officials", "officials",
         "US carries out raids on depots in Peru"),
        ("WHO: 200 dead in Peru cholera outbreak", "WHO", "200 dead in Peru cholera outbreak"),
        ("Opposition: 63 dead", "Opposition", "63 dead"),
    ],
)  # fmt: skip
def test_a_line_is_said_by_whom_it_names(line: str, source: str, content: str) -> None:
    assert (source, "assert", content) in told(f"{line}\n\nShops stayed shut on Monday.")


@pytest.mark.parametrize(
    "line",
    [
        "Blast kills 12 in Lima market - Lima Herald",
        "Why the truce failed - Ana Ruiz",
        "Chile: drones hit refinery",
        "Editor: Ana Ruiz wrote this page",
        "President: Ana Ruiz",
        "Contact: Ana Ruiz, head of office",
    ],
)
def test_a_site_a_writer_and_a_place_say_no_line(line: str) -> None:
    assert told(f"{line}\n\nShops stayed shut on Monday.") == []


def test_who_is_named_behind_a_heading_tells_what_another_thinks() -> None:
    line = "Lima considers use of force against Chile inadmissible - diplomat"
    claims = claims_of(line)
    assert "diplomat" in [c.source.text for c in claims if c.source]
    assert not any("diplomat" in c.content.text for c in claims)


def test_the_health_organisation_is_no_pronoun() -> None:
    [claim] = claims_of("WHO said on Monday that the worst was over in the camps.")
    assert claim.source is not None
    assert claim.source.text == "WHO"
    assert claim.source.entity is not None


def test_a_heading_that_asks_says_nothing() -> None:
    assert told("Border diary: who broke the truce?\n\nIt lasted nine hours.") == []


def test_a_place_before_a_heading_says_nothing() -> None:
    text = (
        "DR Congo: Protesters attack embassies in Kinshasa\n\n"
        "Kinshasa, Jan 28 - Demonstrators threw stones on Tuesday."
    )
    assert claims_of(text) == []


def test_a_place_before_a_quotation_speaks() -> None:
    text = "Lima: “We will not talk to rebels”\n\nThe talks in Lima have ended."
    assert ("Lima", "We will not talk to rebels") in [(s, c) for s, _, c in told(text)]


def test_a_surname_read_as_a_bodys_speaks() -> None:
    text = (
        "Simic: Mora prepares the new war on miners\n\nThe director of the agency Esteban Simic "
        "has stated that peace is far."
    )
    assert ("Simic", "Mora prepares the new war on miners") in {(s, c) for s, _, c in told(text)}
