"""A deed told or judged elsewhere lends no place, read by the pipeline from our own sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


def places(text: str) -> dict[str, str | None]:
    [page] = read([article("one", text, "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    return {m.trigger: names.get(e.place or "") for e in page.events for m in e.mentions}


@pytest.mark.parametrize(
    ("text", "deed", "place"),
    [
        ("The UN condemned the attack on a school in Lima.", "condemned", None),
        ("The UN condemned the attack on a school in Lima.", "attack", "Lima"),
        ("Chile criticised the probe into the bombing of a bus in Cuzco.", "probe", None),
        (
            "Three men were charged on Friday with the bombing of a market in Cuzco.",
            "charged",
            None,
        ),
        ("Soldiers carried out an attack on a school in Lima.", "attack", "Lima"),
        ("Thousands protested in Paris on Monday against the killing of a man in Homs.",
         "protested", "Paris"),
    ],
)  # fmt: skip
def test_whose_place_it_is(text: str, deed: str, place: str | None) -> None:
    assert places(text)[deed] == place
