"""Whose "we" a statement's is, on pages of our own."""

from __future__ import annotations

import pytest

from histor.annotate import load
from histor.extract import extract
from histor.records import PageRecord
from tests.extract.hand_made import page_of


def read(text: str) -> PageRecord:
    return extract(page_of(text, "2021-06-11"), load()(text))


@pytest.mark.parametrize(
    ("heading", "issuer"),
    [
        ("Statement by the Ministry of Foreign Affairs of Peru on the events at the border",
         "Ministry of Foreign Affairs"),
        ("Joint communiqué of the European Union and the United Nations", "European Union"),
        ("Ministry of Foreign Affairs of Peru summons an envoy", None),
    ],
)  # fmt: skip
def test_we_is_who_issues_the_statement(heading: str, issuer: str | None) -> None:
    record = read(f"{heading}\n\nWe condemn the killing of two guards on Monday.")
    names = {e.id: e.name for e in record.entities}
    [claim] = [c for c in record.claims if c.act == "condemn"]
    assert claim.source is not None and claim.source.text == "We"
    assert names.get(claim.source.entity or "", "").startswith(issuer or "")
    assert (claim.source.entity is None) == (issuer is None)


def test_a_statement_may_tell_below_its_heading_whose_it_is() -> None:
    record = read(
        "PRESS STATEMENT ON THE INCIDENT AT THE MINE\n\nThe attention of the Ministry of Home Affairs "
        "has been drawn to false reports.\n\nWe call upon foreign missions to leave the matter."
    )
    names = {e.id: e.name for e in record.entities}
    [claim] = [c for c in record.claims if c.act == "demand"]
    assert claim.source is not None
    assert names.get(claim.source.entity or "") == "Ministry of Home Affairs"


@pytest.mark.parametrize(
    "opening",
    [
        "The Ministry of Labour of Peru informs the public of the following.",
        "The Ministry of Labour of Peru issued the following statement on Monday.",
    ],
)
def test_what_a_statement_rejects_by_nobody_is_rejected_by_who_issues_it(opening: str) -> None:
    record = read(
        "Full text: Ministry of Labour rejects the accusations of Chile\n\n"
        f"{opening}\n\n1. The assertion that Peruvian guards struck "
        "the mill is categorically rejected.\n\n2. It is false that the guards of Peru have burnt "
        "the boats of the town."
    )
    names = {e.id: e.name for e in record.entities}
    denied = [c for c in record.claims if c.act == "deny" and c.content.start > 60]
    assert [c.content.text.split()[-1] for c in denied] == ["mill", "town"]
    sources = {names.get(c.source.entity or "") for c in denied if c.source is not None}
    assert len(denied) == 2 and sources == {"Ministry of Labour of Peru"}
