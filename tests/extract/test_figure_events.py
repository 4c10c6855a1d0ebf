"""The toll of an earlier disaster, from which a sentence counts, is not that of its news."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


@pytest.mark.parametrize(
    ("text", "trigger", "tolls"),
    [
        (
            "A quake struck Salto on Monday, killing three people, two weeks after the disaster that "
            "cost 4,700 lives in Peru.",
            "quake",
            {3.0},
        ),
        (
            "A quake killed four on Monday, weeks after floods that killed 90 people.",
            "quake",
            {4.0},
        ),
        (
            "A quake killed four on Monday, weeks after floods that killed 90 people.",
            "floods",
            {90.0},
        ),
    ],
)
def test_an_old_toll_is_not_that_of_a_new_disaster(
    text: str, trigger: str, tolls: set[float]
) -> None:
    [record] = read([article("quake", text, "2023-02-21")])
    [event] = [e for e in record.events if any(m.trigger == trigger for m in e.mentions)]
    assert {f.low for f in event.figures if f.quantity == "killed"} == tolls
