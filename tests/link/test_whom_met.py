"""Arrests and deaths of one day: of two people they are two, of one person one."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from histor.link import link

THEFT = "Police in Kenya are looking into the theft of grain from the state's stores. "
MAYOR = THEFT + "Police arrested the deputy mayor, {}, on Tuesday over the theft."
HEAD = THEFT + "The head of the grain board, {}, was arrested on Tuesday, the police said."


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("John Odera", "Mary Wafula"), 2),
        (("Grigori Wafula", "Hryhoriy Wafulla"), 1),
        (("John Odera", "John Odera"), 1),
    ],
)
def test_two_people_who_are_arrested_on_one_day_are_two_arrests(
    names: tuple[str, str], count: int
) -> None:
    texts = (MAYOR.format(names[0]), HEAD.format(names[1]))
    pages = [article(f"page {n}", text, "2019-05-08") for n, text in enumerate(texts)]
    events = link(read(pages)).events
    assert sum(any(m.trigger == "arrested" for m in e.mentions) for e in events) == count
