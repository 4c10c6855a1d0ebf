"""Countries whose names look like their people in the plural are countries."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from histor.extract.places.gazetteer import is_known_place, is_people


@pytest.mark.parametrize("name", ["Philippines", "Laos"])
def test_a_country_is_no_people(name: str) -> None:
    assert is_known_place(name.lower()) and not is_people(name.lower())
    [page] = read(
        [article("one", f"The minister of {name} summoned the envoy of Peru.", "2025-03-11")]
    )
    assert {e.name: e.kind for e in page.entities}[name] == "place"
    assert is_people("filipinos") and is_people("laotian")
