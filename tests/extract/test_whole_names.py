"""Names that the model cut in two are read as one where a place bears the whole."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from histor.extract import extract
from histor.extract.names.whole_names import names_in
from tests.extract.hand_made import annotated, page_of
from tests.extract.test_attributions import model


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        ("In Dar-es-Salaam it rained.", ["Dar", "es", "Salaam"], ["Dar-es-Salaam"]),
        ("In Dar es Salaam it rained.", ["Dar", "es Salaam"], ["Dar es Salaam"]),
        (
            "The Tanzanian capital Dar es Salaam was calm.",
            ["Tanzanian capital Dar", "es Salaam"],
            ["Tanzanian capital Dar es Salaam"],
        ),
        ("In Port-au-Prince it rained.", ["Port"], ["Port-au-Prince"]),
        ("The Lima-Cuzco road was shut.", ["Lima", "Cuzco"], ["Lima", "Cuzco"]),
        ("A Lima-based firm shut.", ["Lima"], ["Lima"]),
        ("Peru Kenya and Chile met.", ["Peru", "Kenya", "Chile"], ["Peru", "Kenya", "Chile"]),
    ],
)
def test_names_put_together(text: str, parts: list[str], expected: list[str]) -> None:
    doc = annotated(text, ents=[(part, "PLACE") for part in parts])
    assert [name.text for name in names_in(doc)] == expected


def test_two_halves_of_a_bodys_name_are_one() -> None:
    text = "Tita Sang of the ODELA-Yusof Karam Institute said so; so did the ODELA-Karam pact."
    ents = [("ODELA", "ORG"), ("Yusof Karam Institute", "ORG"), ("Karam", "PERSON")]
    names = [name.text for name in names_in(annotated(text, ents=ents))]
    assert "ODELA-Yusof Karam Institute" in names
    assert "ODELA-Karam" not in names


def test_a_country_is_no_part_of_the_name_behind_it() -> None:
    text = "The minister of affairs of Tarn Ana Ruiz spoke. The army of Tarn left."
    doc = annotated(text, ents=[("Tarn Ana Ruiz", "PERSON")])
    last = next(t.i for t in reversed(doc) if t.text == "Tarn")
    doc.set_ents([*doc.ents, Span(doc, last, last + 1, label="PERSON")])
    assert [(e.text, e.label_) for e in names_in(doc)][:2] == [
        ("Tarn", "PLACE"),
        ("Ana Ruiz", "PERSON"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Chilean Workers' Party of Hope (CWPH) has vowed to stay.", None),
        ("The Kurdish Democratic Party of Iran (KDPI) has vowed to defend itself.",
         "Kurdish Democratic Party of Iran"),
        ("The United Nations Mission in South Sudan (UNMISS) accused the army of theft.",
         "United Nations Mission in South Sudan"),
        ("The Salto Relief Fund (Peru) accused the army of theft.", None),
    ],
)  # fmt: skip
def test_initials_in_brackets_tell_where_a_name_begins(text: str, name: str | None) -> None:
    record = extract(page_of(text, "2021-06-11"), model()(text))
    spelt = {e.name for e in record.entities if e.kind == "organization"}
    assert name is None or name in spelt
    assert not any("(" in found for found in spelt)


def test_a_place_that_lost_two_sons_is_a_person() -> None:
    text = "In the village of Kuich, Nyabol Gatlek lost two daughters in one night."
    record = extract(page_of(text, "2021-06-11"), model()(text))
    assert {e.name: e.kind for e in record.entities}["Nyabol Gatlek"] == "person"
