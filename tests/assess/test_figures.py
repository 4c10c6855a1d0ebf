"""Which numbers count the same people."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from histor.assess import assess
from histor.assess.people import counts_the_same
from histor.link import link
from histor.records import Figure, Span


def figure(low: float, who: str | None) -> Figure:
    span = Span(document="doc", start=0, end=1, text="x")
    return Figure(quantity="killed", low=low, high=low, unit=None, who=who, span=span)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (figure(9, "people"), figure(31, "people"), True),
        (figure(9, "people"), figure(31, "miners"), True),
        (figure(3, "people"), figure(2, "women"), False),
        (figure(10, "people"), figure(12, "Kenyans"), False),
        (figure(4, "soldiers"), figure(2, "civilians"), False),
        (figure(4, "soldiers"), figure(6, "soldiers"), True),
        (figure(4, None), figure(6, "people"), True),
        (figure(7, "officers"), figure(5, "servicemen"), True),
        (figure(7, "police officers"), figure(5, "servicemen"), False),
        (figure(4, "soldiers"), figure(2, "Chadian servicemen"), False),
        (figure(17, "people"), figure(11, "civilians"), False),
        (figure(6, "gunmen"), figure(9, "militants"), True),
    ],
)
def test_numbers_of_the_same_people_are_compared(one: Figure, other: Figure, same: bool) -> None:
    assert counts_the_same(one, other) is same
    assert counts_the_same(other, one) is same


def test_a_number_that_was_given_before_is_no_more() -> None:
    pages = [
        (
            "a",
            "2015-06-03",
            "Fourteen sailors died in the fire in the port of Lima on 2 June 2015.",
        ),
        (
            "b",
            "2015-06-05",
            "The union, which had reported 11 sailors dead in the fire in the port of Lima on 2 June "
            "2015, now also gives the figure as 14.",
        ),
    ]
    found = assess(link(read([article(key, text, day) for key, day, text in pages])))
    assert [f.summary for f in found.findings if f.kind == "figure_conflict"] == []
