"""Whom an outlet cites in passing, and what it reports then."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import claims_of


@pytest.mark.parametrize(
    ("text", "source", "chain", "content"),
    [
        (
            "The Lima Courier reported on Monday, citing two officials, that the army had moved "
            "tanks to the border.",
            "two officials",
            ["The Lima Courier"],
            "the army had moved tanks to the border",
        ),
        (
            "Peru's daily Courier said, quoting an unnamed aide, that the border had been closed.",
            "an unnamed aide",
            ["Peru's daily Courier"],
            "the border had been closed",
        ),
        (
            "As a result of the fire nine persons perished, informs Reuters with reference to the "
            "ministry of health of Peru.",
            "the ministry of health of Peru",
            ["Reuters"],
            "As a result of the fire nine persons perished",
        ),
    ],
)
def test_whom_an_outlet_cites_speaks(
    text: str, source: str, chain: list[str], content: str
) -> None:
    [claim] = claims_of(text)
    assert claim.source is not None
    assert claim.source.text == source
    assert [link.text for link in claim.chain] == chain
    assert claim.content.text == content


@pytest.mark.parametrize("cited", ["accounts of raids before dawn", "reports of deaths in camps"])
def test_accounts_are_no_link_of_a_chain(cited: str) -> None:
    claims = claims_of(f"The union warned of a growing climate of fear, citing {cited}.")
    assert [c.chain for c in claims] == [()]


def test_a_ministry_is_not_the_country_it_is_of() -> None:
    text = "The road is open, informs Reuters with reference to the ministry of health of Peru."
    [claim] = claims_of(text)
    assert claim.source is not None
    assert claim.source.entity is None
