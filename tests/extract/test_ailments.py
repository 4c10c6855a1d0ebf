"""Diseases that are called by the name of a place."""

from __future__ import annotations

from benchmarks.articles import article, read
from histor.extract.names.ailments import ailments
from histor.records import PageRecord


def page(text: str) -> PageRecord:
    [record] = read([article("one", text, "2024-05-06")])
    return record


def test_a_disease_is_neither_a_place_nor_a_party() -> None:
    told = page(
        "Ruritania confirms first Marburg deaths\n\nSix people died of Marburg virus disease in "
        "Ruritania, the ministry said. Marburg killed a doctor on Monday."
    )
    assert "Marburg" not in {e.name for e in told.entities}
    assert all(e.place is None or e.type != "ASSAULT" for e in told.events)
    assert {e.type for e in told.events} == {"OTHER"}


def test_the_town_that_a_disease_is_called_by_stays_a_town() -> None:
    told = page("The doctor who treated Marburg fever in Ruritania had studied in Marburg.")
    [town] = [e for e in told.entities if e.name == "Marburg"]
    assert town.kind == "place"


def test_how_many_a_disease_kills_is_no_event() -> None:
    told = page("The Marburg virus kills up to 88 percent of those whom it infects.")
    assert told.events == ()


def test_peoples_are_no_diseases() -> None:
    assert ailments("The Spanish flu was worse than Dengue fever.") == {"dengue"}


def test_a_known_disease_needs_no_kind_on_a_page_on_an_outbreak() -> None:
    told = page("Most victims of Ruritania's Marburg outbreak were nurses.")
    assert "Marburg" not in {e.name for e in told.entities}
    told = page("A bank in Marburg was robbed on Monday. Marburg police arrested two men.")
    assert "Marburg" in {e.name for e in told.entities}
