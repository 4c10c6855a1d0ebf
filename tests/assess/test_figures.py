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


def disputes(*texts: str) -> list[tuple[str, str]]:
    """Return why the numbers of some pages of one week differ, and what is said of it."""
    pages = read([article(str(n), text, f"2015-06-0{3 + n}") for n, text in enumerate(texts)])
    return [(d.why, d.summary) for d in assess(link(pages)).disputes if d.about == "figure"]


def test_of_the_missing_some_are_found_as_days_pass() -> None:
    found = disputes(
        "A dam broke near Salto on 2 June 2015. Emergency services in Salto said 14 people had "
        "died and 60 people were missing.",
        "The number of people killed by the flood in Salto on 2 June 2015 has risen to 31. In "
        "Salto another 44 people are missing, a mayor said.",
    )
    assert {why for why, _ in found} == {"revision"}
    assert any("fewer are missing" in words for _, words in found)


def test_who_tells_that_others_died_does_not_say_that_nobody_did() -> None:
    found = disputes(
        "A flood killed 14 people in Arica on 2 June 2015, police said.",
        "The flood in Arica on 2 June 2015 drowned farms in two valleys, a nurse said. Nobody "
        "died, said the mayor. Schools are shut, shops are shut and the road is cut. The market is "
        "held in the church. The death of 31 people in the flood in Arica on 2 June 2015 was "
        "reported by the police.",
    )
    assert [words for _, words in found if "Nobody" in words and "14" in words] == []


def test_a_number_that_is_said_to_be_wrong_is_set_right() -> None:
    found = disputes(
        "Rockets fell on three towns of Chile on Tuesday. Five of the dead were hit when a rocket "
        "struck a bakery in Arica, the army said. Schools will stay shut until Friday.",
        "What happened at the bakery? The mayor of Arica put right what the army had told. Seven "
        "people, not five, died on Tuesday when the rocket struck the bakery in Arica, he said, and "
        "all of them were bakers. Families buried the dead on Wednesday.",
    )
    assert [why for why, _ in found] == ["correction"]
