"""Of which country groups and bodies are, by the words about them; the sentences are invented."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Bosnian Serbs demanded a truce with Croat forces.", "Bosnian Serbs", "BA"),
        ("Ethnic Hungarians in Romania protested on Friday.", "Hungarians", "RO"),
        ("Opposition groups in Malawi are demanding that the minister go.", "Opposition", "MW"),
        ("A nurse left Oslo University Hospital for Baghdad University School.", "Baghdad University School", "IQ"),
        ("Activists from the Fatah Party met on Sunday.", "Fatah Party", "PS"),
    ],
)  # fmt: skip
def test_the_country_of_a_group_or_body(text: str, name: str, country: str) -> None:
    [page] = read([article("one", text, "2015-06-02")])
    assert {e.name: e.country for e in page.entities}[name] == country


def test_an_ethnic_group_is_not_of_the_country_of_its_name() -> None:
    [page] = read([article("one", "Some 40 ethnic Greeks marched downtown.", "2015-06-02")])
    assert {e.name: e.country for e in page.entities}.get("Greeks") is None


def test_a_continent_is_no_country() -> None:
    text = "The South American presidents met Kenyan farmers in Nairobi."
    [page] = read([article("one", text, "2015-06-02")])
    assert {e.country for e in page.entities if "American" in e.name} <= {None}
