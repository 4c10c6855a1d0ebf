"""The toll of which a page says no more than "the death toll" is that of its disaster."""

from __future__ import annotations

from benchmarks.articles import article, read


def tolls(text: str) -> dict[str, list[float | None]]:
    [page] = read([article("one", text, "2024-05-07")])
    return {
        e.mentions[0].trigger.lower(): [f.low for f in e.figures if f.quantity == "killed"]
        for e in page.events
    }


def test_the_toll_is_that_of_the_one_disaster() -> None:
    text = "A quake struck Lima on Monday. Rescuers worked all night.\n\n"
    assert tolls(text + "The death toll rose to 12 on Tuesday, officials said.")["quake"] == [12.0]


def test_the_toll_is_of_none_of_two_disasters() -> None:
    found = tolls(
        "A quake struck Lima on Monday. Rescuers worked all night.\n\nThe death toll rose to 12 on "
        "Tuesday, officials said. Floods in Chile last year had left thousands homeless."
    )
    assert found["quake"] == []
    assert found["toll"] == [12.0]
