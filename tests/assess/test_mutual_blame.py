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


def test_a_government_and_a_partys_spokesman_lay_it_on_each_other() -> None:
    [summary] = contradictions(
        "A base was overrun at Orle on Tuesday. Information Minister Hugo Lezcano told reporters in "
        "Tarn that forces allied with Rosa Ibarra had attacked the base.\n\n"
        "Ibarra's spokesman, Pedro Salas, said the army had opened fire first when it tried to "
        "disarm traders at the market."
    )
    assert "Hugo Lezcano" in summary and "Pedro Salas" in summary


def test_police_and_protesters_lay_it_on_each_other() -> None:
    [summary] = contradictions(
        "Crowds marched in Tarn on Monday. The police said that demonstrators had thrown stones and "
        "that officers had responded. Rosa Ibarra, the opposition leader, said that the police had "
        "attacked a peaceful crowd without provocation."
    )
    assert "The police" in summary and "Rosa Ibarra" in summary


def test_who_only_came_under_attack_answers_who_lays_it_on_him() -> None:
    [summary] = contradictions(
        "Crowds marched in Tarn on Monday. The organisers say it was the police who attacked them "
        "first. Police spokesman Hugo Lezcano answered that the officers came under attack with "
        "stones and only defended themselves."
    )
    assert "only defended themselves" in summary


def test_an_ambush_told_in_another_paragraph_answers_nobody() -> None:
    assert not contradictions(
        "A base was overrun at Orle on Tuesday. Ibarra's spokesman, Pedro Salas, said the army had "
        "opened fire first when it tried to disarm traders at the market.\n\n"
        "Fighting has flared since February 14, when soldiers collecting firewood were ambushed, "
        "according to the army spokesman, General Hugo Lezcano."
    )


def test_two_coast_guards_say_that_the_other_rammed() -> None:
    pages = (
        "A supply boat was damaged near the Orle shoal when it collided with another ship on Monday. "
        "Peru's coast guard said that a Chilean vessel had rammed it.",
        "Two ships collided near the Orle shoal on Monday. Chile's coast guard said that the "
        "Peruvian boat had ignored warnings and deliberately rammed its vessel.",
    )
    found = [f for f in judged(*pages).findings if f.kind == "contradiction"]
    assert len(found) == 1 and len(found[0].documents) == 2
