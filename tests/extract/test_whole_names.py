"""Names that the model cut in two are read as one where a place bears the whole."""

from __future__ import annotations

import pytest

from histor.extract.whole_names import names_in
from tests.extract.hand_made import annotated


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        ("In Dar-es-Salaam it rained.", ["Dar", "es", "Salaam"], ["Dar-es-Salaam"]),
        ("In Dar es Salaam it rained.", ["Dar", "es Salaam"], ["Dar es Salaam"]),
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
