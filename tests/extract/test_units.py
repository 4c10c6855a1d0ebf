"""What numbers count beside tolls, read by the whole pipeline from invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from benchmarks.articles import article, read
from histor.extract.figures.figures import extract_figures
from tests.sample_records import story


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("More than 10,000 people marched through Lima.", "demonstrators", 10_000, None),
        ("In the square, where 900 gathered, police fired gas.", "demonstrators", 900, 900),
        ("The rally drew 500 people.", "demonstrators", 500, 500),
        ("The ministry counted 11,735 cases since the outbreak began.", "cases", 11_735, 11_735),
        ("The virus has infected over 4,000.", "cases", 4000, None),
        ("Rebels kidnapped 50 peasants.", "abducted", 50, 50),
        ("Owners had 565 shops suffering serious damage.", "buildings", 565, 565),
        ("We have 355 damaged shops in Lima.", "buildings", 355, 355),
        ("The flood destroyed thousands of houses.", "houses", 2000, None),
        ("Seven villages were flattened.", "villages", 7, 7),
        ("The quake left nobody homeless and damaged 4,500 houses there.", "houses", 4500, 4500),
        ("At least 900 people were without power and 3,000 homes destroyed.", "houses", 3000, 3000),
        ("Nine hurdlers spoke of 4 bridges damaged.", "roads", 4, 4),
        ("Nine fishermen are being held captive.", "abducted", 9, 9),
        ("A crowd of about 200 people gathered at the gate.", "demonstrators", 180, 220),
        ("Tens of thousands of bakers took to the streets.", "demonstrators", 20_000, None),
        ("Police put the march at 30,000 people.", "demonstrators", 30_000, 30_000),
        ("Police put the march, to mark a strike, at 30,000.", "demonstrators", 30_000, 30_000),
        ("Cars converged there, and a crowd of 90 people gathered around the shop, said a clerk.", "demonstrators", 90, 90),
        ("Organisers estimated the crowd at over 5,000.", "demonstrators", 5000, None),
        ("The ministry put the number of confirmed cases of the virus at 26.", "cases", 26, 26),
        ("The virus spreads and the number of infections rose to 46.", "cases", 46, 46),
        ("Confirmed infections with the virus reached 512.", "cases", 512, 512),
        ("Outbreak of the virus\n\nThe epidemic has sickened 3,000 people.", "cases", 3000, 3000),
        ("We have counted 20 people who are infected with the virus.", "cases", 20, 20),
        ("It said 30 people had tested positive for the virus.", "cases", 30, 30),
    ],
)  # fmt: skip
def test_a_unit_says_what_is_counted(
    nlp: Language, text: str, unit: str, low: float, high: float | None
) -> None:
    [(figure, _)] = extract_figures(story("one", text), nlp(text), ())
    assert (figure.quantity, figure.unit, figure.low, figure.high) == ("other", unit, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer won three cases in court.",
        "He owns three shops and two houses.",
        "Two strikes hit a post and destroyed a bridge.",
        "Four people read the paper.",
        "The two drivers took the bus to the streets of the old town.",
        "The bank put the price at 30,000 for a seat.",
        "He put the number of cases that he won in court at 12.",
    ],
)
def test_what_is_neither_lost_nor_of_a_crowd_is_no_figure(nlp: Language, text: str) -> None:
    assert extract_figures(story("one", text), nlp(text), ()) == []


@pytest.mark.parametrize(
    ("text", "quantity"),
    [("Four protesters were hurt.", "injured"), ("Police arrested 40 protesters.", "detained")],
)
def test_a_toll_of_demonstrators_is_a_toll(nlp: Language, text: str, quantity: str) -> None:
    [(figure, _)] = extract_figures(story("one", text), nlp(text), ())
    assert (figure.quantity, figure.unit) == (quantity, None)


def test_a_crowd_is_the_protest_s() -> None:
    text = "More than 10,000 people marched in Lima on Monday to protest against the mine."
    [page] = read([article("one", text, "2015-06-02")])
    [event] = [e for e in page.events if e.figures]
    assert (event.type, event.figures[0].unit) == ("PROTEST", "demonstrators")
