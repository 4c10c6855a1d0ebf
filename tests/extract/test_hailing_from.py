"""Places that people come from, read by the whole pipeline from invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


def places(text: str) -> dict[str, str | None]:
    [page] = read([article("one", text, "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    return {
        m.trigger: names[event.place] if event.place else None
        for event in page.events
        for m in event.mentions
    }


@pytest.mark.parametrize(
    ("text", "deed", "place"),
    [
        ("Gunmen shot two men from Cuzco in Lima on Friday.", "shot", "Lima"),
        ("Gunmen shot dead five bus passengers, all from Cuzco, on Friday.", "shot", None),
        ("A convoy on its way from Lima to Cuzco was ambushed on Friday.", "ambushed", None),
        ("Migrants from Cuzco were attacked on Friday.", "attacked", None),
        ("Rebels drove the soldiers from Cuzco on Friday.", "drove", "Cuzco"),
        ("A driver from Lima was killed in Cuzco on Friday.", "killed", "Cuzco"),
    ],
)
def test_where_people_come_from_is_not_where_it_was(
    text: str, deed: str, place: str | None
) -> None:
    assert places(text)[deed] == place


def test_what_was_on_a_street_of_a_town_was_in_the_town() -> None:
    text = "A bomb blast near a police car in Lima's Olmo Road killed three people."
    assert places(text)["killed"] == "Lima"
