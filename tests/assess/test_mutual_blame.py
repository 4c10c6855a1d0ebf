"""Two sides that each say the other began are a contradiction; two deeds of two sides are none."""

from __future__ import annotations

from tests.assess.test_one_page import judged


def contradictions(text: str) -> list[str]:
    return [f.summary for f in judged(text).findings if f.kind == "contradiction"]


def test_each_side_lays_the_first_shot_on_the_other() -> None:
    [summary] = contradictions(
        "Shots rang out on the frontier before dawn on Tuesday. Peru's army said that Chilean troops "
        "opened fire first on a Peruvian post at Tacna. Ana Rojas, a spokeswoman for Chile's defence "
        "ministry, said it was Peruvian soldiers who attacked a patrol."
    )
    assert "Peru" in summary and "Ana Rojas" in summary


def test_two_deeds_of_two_sides_are_no_contradiction() -> None:
    assert not contradictions(
        "Shells fell on both banks of the river on Tuesday. Peru's army said that Chilean troops "
        "shelled the village of Ilo. Chile's defence ministry said Peruvian jets bombed a depot in "
        "Arica on Wednesday."
    )


def test_who_only_speaks_of_fighting_lays_it_on_nobody() -> None:
    assert not contradictions(
        "Peru's army said that Chilean troops opened fire first on a post at Tacna on Tuesday. "
        "Chile's president said there would be no talks with Peru until the fighting had stopped."
    )
