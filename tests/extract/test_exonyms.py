"""Countries by the names that other languages have for them."""

from __future__ import annotations

import pytest

from histor.extract.names.affiliations import countries_in
from histor.extract.places.gazetteer import country_by, is_known_place


@pytest.mark.parametrize(
    ("name", "country"), [("Ruanda", "RW"), ("Türkei", "TR"), ("Ucrania", "UA"), ("Irak", "IQ")]
)
def test_countries_are_known_as_other_languages_write_them(name: str, country: str) -> None:
    assert is_known_place(name.casefold())
    assert country_by(name) == country
    assert countries_in(f"the ministry of health of {name}") == [country]
