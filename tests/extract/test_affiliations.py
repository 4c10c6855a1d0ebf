from __future__ import annotations

import pytest

from histor.extract import extract
from histor.records import Entity
from tests.extract.hand_made import annotated, page_of


def entities(text: str, *ents: tuple[str, str], tags: dict[str, str] | None = None) -> list[Entity]:
    doc = annotated(text, ents=list(ents), tags=tags)
    return list(extract(page_of(text), doc).entities)


def test_a_title_tells_country_and_sector() -> None:
    text = "Chilean Foreign Minister Ana Rojas spoke."
    [rojas] = [e for e in entities(text, ("Ana Rojas", "PERSON")) if e.kind == "person"]
    assert (rojas.country, rojas.sector) == ("CL", "GOV")


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("Kenyan Police", "KE", "COP"),
        ("South Korean Navy", "KR", "MIL"),
        ("Supreme Court of Peru", "PE", "JUD"),
        ("U.S. Senate", "US", "LEG"),
        ("Harvest Company", None, "BUS"),
        ("Organization of American States", None, None),
        ("Riverside Choir", None, None),
    ],
)
def test_a_body_s_name_tells_them(name: str, country: str | None, sector: str | None) -> None:
    [body] = entities(f"Then {name} spoke.", (name, "ORG"))
    assert (body.country, body.sector) == (country, sector)


def test_two_countries_tell_none() -> None:
    [body] = entities("Then Georgia and Chad Railways spoke.", ("Georgia and Chad Railways", "ORG"))
    assert body.country is None
