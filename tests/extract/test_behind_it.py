"""Who is said to be behind a deed, or to blame for it, did it by that account."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz affirmed that the secret services of Peru are behind the attack.",
        "Ana Ruiz said Peru was to blame for the attack on Arica.",
        "Peru was responsible for the attack on Arica.",
    ],
)
def test_who_is_behind_a_deed_is_its_doer(text: str) -> None:
    [page] = read([article("one", text, "2024-05-06")])
    names = {e.id: e.name for e in page.entities}
    [attack] = page.events
    assert attack.type == "ASSAULT"
    assert [names[a] for a in attack.actors] == ["Peru"]
    assert "Peru" not in {names[r] for r in attack.recipients}


def test_a_toll_is_that_to_which_the_number_of_dead_rose() -> None:
    text = (
        "The number of dead rose to 137 on Sunday, investigators said, after one more person died "
        "in hospital. Sixty-two bodies have been identified."
    )
    [page] = read([article("one", text, "2024-05-06")])
    told = [f.low for e in page.events for f in e.figures if f.quantity == "killed"]
    assert 137.0 in told
    assert 62.0 not in told
