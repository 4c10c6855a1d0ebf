"""Which numbers count the same people."""

from __future__ import annotations

import pytest

from histor.assess.people import counts_the_same
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
    ],
)
def test_numbers_of_the_same_people_are_compared(one: Figure, other: Figure, same: bool) -> None:
    assert counts_the_same(one, other) is same
    assert counts_the_same(other, one) is same
