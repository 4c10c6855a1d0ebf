"""Numbers that answer a count told just before, and the event that they count for."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from histor.extract.figures.answering_counts import answers


def killed(text: str) -> dict[str, list[float | None]]:
    [page] = read([article("one", text, "2015-06-02")])
    return {
        e.mentions[0].trigger: [f.low for f in e.figures if f.quantity == "killed"]
        for e in page.events
        if any(f.quantity == "killed" for f in e.figures)
    }


@pytest.mark.parametrize(
    "answer",
    [
        "A doctors' union puts the number at 131.",
        "The police speak of 131.",
        "The police give the figure as 131.",
        "The real number is closer to 131, the union said.",
        "The union insists on 131.",
        "The union has published the names of 131 victims.",
        "The union has documented 131 by name.",
        "A doctors' union said the figure was 131.",
        "A doctors' union said that the number stood at 131.",
    ],
)
def test_a_count_that_is_answered_has_both_numbers(answer: str) -> None:
    for between in (" ", "\n\n"):
        text = f"Riots in Orle on Sunday left 71 people dead, the ministry said.{between}{answer}"
        [numbers] = killed(text).values()
        assert sorted(n or 0 for n in numbers) == [71, 131]


def test_a_count_may_say_itself_what_it_counts() -> None:
    told = "A commission put the number of people killed in the riots of 20 May at 16."
    assert [16.0] in killed(told).values()


def test_what_answers_no_count_is_no_toll() -> None:
    text = (
        "Nine people were killed in Orle on Sunday. A captain defected with several hundred men; "
        "a sergeant said that the true number was below 150."
    )
    assert [150.0] not in killed(text).values()
    assert all(150.0 not in own for own in killed(text).values())
    assert not answers("The police speak of ", " lorries that were burnt.")
    assert not answers("The ministry gave the figure as of ", " June.")


def test_a_count_of_the_sick_answers_no_toll() -> None:
    text = (
        "The fever has killed eight people in Orle. The ministry put the number of confirmed "
        "cases at 26, up from 20. On Friday it put the toll at ten and the infected at 29."
    )
    assert {n for own in killed(text).values() for n in own} == {8.0, 10.0}


def test_a_toll_is_read_where_another_count_follows_it() -> None:
    text = "The death toll has risen to 12 and 46 people have been infected, the ministry said."
    assert list(killed(text).values()) == [[12.0]]


def test_arrests_are_answered_too() -> None:
    [page] = read(
        [
            article(
                "one",
                "Officials said 150 people had been arrested in Orle. "
                "The opposition said the number was over 200.",
                "2015-06-02",
            )
        ]
    )
    counts = [f.low for e in page.events for f in e.figures if f.quantity == "detained"]
    assert sorted(n or 0 for n in counts) == [150, 200]
