"""The speaker who stands behind a closing verb, as translations put him."""

from __future__ import annotations

from benchmarks.articles import article, read


def test_who_pointed_out_what_was_quoted_stands_behind_the_verb() -> None:
    text = (
        "“We know that the crime was committed by the hand of radicals. We are interested in who "
        "ordered it”, pointed out Ruiz in a reunion with officials of Peru."
    )
    [page] = read([article("one", text, "2024-05-06")])
    [claim] = page.claims
    assert claim.source is not None
    assert claim.source.text == "Ruiz"


def test_who_speaks_is_nobody_in_a_clause_on_him() -> None:
    text = (
        "The World Health Organization, which fears the disease could spread to Uganda and Congo, "
        "warned that the risk at the national level was very high."
    )
    [page] = read([article("one", text, "2024-05-06")])
    assert {c.source.text for c in page.claims if c.source} == {"The World Health Organization"}


def test_it_that_said_so_is_no_name_before_it() -> None:
    text = (
        "Ana Ruiz's office said Juan Torre had agreed to halt the advance. The talks were held with "
        "the consent of the Chilean president, Pedro Paz, it said."
    )
    [page] = read([article("one", text, "2024-05-06")])
    [claim] = [c for c in page.claims if c.content.text.startswith("The talks")]
    names = {e.id: e.name for e in page.entities}
    assert claim.source is not None
    assert names.get(claim.source.entity or "") != "Pedro Paz"
    assert "Paz" not in claim.source.text
