"""Whose shares and sums are, and how many came to a protest. The sentences are invented."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from histor.records import Figure


def figures(text: str) -> list[Figure]:
    record = read([article("page", text, "2015-06-05")])[0]
    found = [*record.figures, *(f for e in record.events for f in e.figures)]
    return sorted(found, key=lambda f: f.span.start)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Shares fell in Lima, and Tarn Stores dropped more than 11 percent.", ["Tarn Stores"]),
        (
            "A poll in Peru found that 56 percent of voters backed her and 29 percent did not.",
            ["voters", "voters"],
        ),
        ("Unemployment in Peru rose to 12 percent in May.", ["Unemployment"]),
        ("The nurses of Lima want a 20 percent rise in wages.", ["wages"]),
        ("Foreign tourists spent about 1.6 trillion pesos in Lima last year.", ["Foreign tourists"]),
        ("The bridge in Lima was built for 40 million pesos.", [None]),
    ],
)  # fmt: skip
def test_whose_it_is(text: str, who: list[str | None]) -> None:
    assert [f.who for f in figures(text)] == who


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Nurses held a rally in Lima. A group put it that 300,000 people took part.", 300_000),
        ("Nurses held a rally in Lima. The ministry said 36,000 had attended.", 36_000),
        ("Police broke up a rally at which 140,000 people demanded a vote in Peru.", 140_000),
    ],
)
def test_a_crowd_is_counted_by_what_it_did(text: str, counted: int) -> None:
    [figure] = figures(text)
    assert (figure.unit, figure.low) == ("demonstrators", counted)


@pytest.mark.parametrize(
    "text",
    [
        "A summit was held in Lima. The ministry said 36 ministers had attended.",
        "The crowds in Lima were far short of the 50,000 per day that the mayor had wanted.",
        "They were met in Lima by two security guards.",
        "In Lima one protester read a letter.",
    ],
)
def test_what_is_no_crowd_no_share_and_no_troops(text: str) -> None:
    assert figures(text) == []


def test_who_sought_a_doctor_was_hurt() -> None:
    text = "Police broke up a march in Lima. Forty officers and 22 citizens sought medical help."
    assert [(f.quantity, f.low) for f in figures(text)] == [("injured", 40), ("injured", 22)]
