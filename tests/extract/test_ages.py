"""An age is no toll."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


def figures(text: str) -> list[tuple[str, float | None]]:
    [page] = read([article("one", f"{text} It was raining in the street.", "2015-06-02")])
    own = [f for event in page.events for f in event.figures]
    return [(f.quantity, f.low) for f in (*page.figures, *own)]


@pytest.mark.parametrize(
    "text",
    [
        "Killed were Ana Ruiz, 34, and Luis Paz, 41.",
        "Peter Obi, aged 61, was shot dead in his home.",
        "The woman, 59, was pronounced dead at the hospital.",
        "The dead were identified as Ana Ruiz (34) and Luis Paz (41).",
        "Her brother, 4, was killed in the strike on Monday.",
        "Police arrested the brothers, aged 15 and 17, near the market.",
        "They detained the sisters, aged between 12 and 16, on Monday.",
        "Killed were the boys, aged 9, 11 and 14.",
        "The bodies of his aunt and her friend, Ivo Hall Sr., 33, were found on Monday.",
    ],
)
def test_an_age_counts_nobody(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The blast killed Ana Ruiz, 12 soldiers and a driver.", [("killed", 12.0)]),
        ("The shooter, 19, killed 21 people at the school.", [("killed", 21.0)]),
        ("The toll rose to 61 dead, the governor, Ana Ruiz, said.", [("killed", 61.0)]),
        ("Guards arrested two pupils aged 15 and 17 there.", [("detained", 2.0)]),
        ("Men aged 40 and two boys were killed.", [("killed", 2.0)]),
    ],
)
def test_a_toll_beside_a_name_is_one(text: str, counted: list[tuple[str, float]]) -> None:
    assert figures(text) == counted


def test_a_boy_of_eight_is_one_boy() -> None:
    text = (
        "A boy of eight was killed in Salto. A girl of 12 was shot dead. Two girls aged 9, 11 and "
        "13 were hurt."
    )
    [page] = read([article("one", text, "2015-06-02")])
    told = [f.low for e in page.events for f in e.figures] + [f.low for f in page.figures]
    assert sorted(n for n in told if n is not None) == [1.0, 2.0]
