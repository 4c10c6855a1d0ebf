"""A first name left out or cut short is one person's; a kinsman's is not."""

from __future__ import annotations

import msgspec
import pytest

from histor.link.other_spellings import judge_spellings
from histor.records import Entity, Role
from tests.link.test_other_spellings import TOWN, entity, joined


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Ana Ruiz", "Rosa Ana Ruiz"),
        ("Ana Ruiz", "R. Ana Ruiz"),
        ("al-Tarni", "Hasan al-Tarni"),
        ("Lo Bianco", "Gino Lo Bianco"),
        ("Ana Ruiz Jr.", "Rosa Ana Ruiz Jr."),
    ],
)
def test_a_first_name_left_out(short: str, long: str) -> None:
    [why] = joined(entity(short, "a"), entity(long, "b"), *TOWN)
    assert "leaves out" in why
    assert joined(entity(short, "a"), entity(long, "b")) == []  # no company
    assert joined(entity(short, "a"), entity(long, "a"), *TOWN) == []  # two on one page


def test_a_name_that_ends_two_others_is_nobody_s() -> None:
    two = (entity("Omar Hasan Tarni", "b"), entity("Yusuf Hasan Tarni", "b"))
    assert joined(entity("Hasan Tarni", "a"), *two, *TOWN) == []


GUARD = [entity("Nikos Vlahos", page) for page in ("a", "b")]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Fred Lindgren", "Frederick Lindgren", 1),
        ("Fred Lind", "Frederick Lind", 0),  # a surname that many bear
        ("Paul Lindgren", "Paula Lindgren", 0),
        ("Maria Lindgren", "Mark Lindgren", 0),
        ("Vladimir Lindgren", "Vladislav Lindgren", 0),  # brothers, for all that a town tells
    ],
)
def test_a_first_name_cut_short(one: str, other: str, count: int) -> None:
    assert len(joined(entity(one, "a"), entity(other, "b"), *TOWN)) == count
    assert joined(entity(one, "a"), entity(other, "a"), *TOWN) == []
    kin = entity("Olga " + one.split()[-1], "b")
    assert joined(entity(one, "a"), entity(other, "b"), kin, TOWN[0], TOWN[1]) == []


def test_first_names_that_begin_alike_beside_one_third_person() -> None:
    one, other = entity("Alexis Papanikolaou", "a"), entity("Alexandros Papanikolaou", "b")
    [why] = joined(one, other, *GUARD)
    assert "begin alike" in why
    princes = entity("Abdullah al-Rashidi", "a"), entity("Abdulaziz al-Rashidi", "b")
    assert joined(*princes, *GUARD) == []


def test_a_title_in_common_stands_for_a_rare_surname() -> None:
    def general(name: str, page: str) -> Entity:
        role = Role(title="General", of=None, evidence=())
        return msgspec.structs.replace(entity(name, page), roles=(role,))

    assert len(joined(general("Fred Lind", "a"), general("Frederick Lind", "b"), *TOWN)) == 1


def test_the_younger_is_another_than_the_elder() -> None:
    pages = [entity("Hugo Lezcano", "a"), entity("Hugo Lezcano Jr.", "b"), *TOWN]
    assert joined(*pages) == []
    [why] = joined(entity("Lezcano", "a"), entity("Hugo Lezcano Jr.", "b"), *TOWN)
    assert "surname" in why


def test_a_kinsman_on_a_few_pages_takes_nobody_s_surname_away() -> None:
    def heap(pages: int, kin: str) -> list[Entity]:
        known = entity("Rosa Ibarra", "p0")
        spans = tuple(
            msgspec.structs.replace(known.mentions[0], document=f"p{n}") for n in range(pages)
        )
        president = msgspec.structs.replace(known, mentions=spans)
        towns = [entity("Salto", page, "place") for page in ("a", "k", "p0")]
        return [president, entity("Ibarra", "a"), entity("Juan Ibarra", kin), *towns]

    def reasons(entities: list[Entity]) -> list[str]:
        return [j.reasons[0] for j in judge_spellings(entities)]

    [why] = reasons(heap(5, "k"))
    assert "“Ibarra” and “Rosa Ibarra”" in why
    assert reasons(heap(4, "k")) == []
    assert reasons(heap(5, "a")) == []  # the kinsman is on the page itself


def test_an_initial_that_fits_two_makes_them_nobody() -> None:
    full = [entity(name, "b") for name in ("R. Ibarra", "Rosa Ibarra", "Roberto Ibarra")]
    assert not any("share a surname" in why for why in joined(entity("Ibarra", "a"), *full, *TOWN))


def test_a_mountain_s_short_form() -> None:
    pages = [entity("Mt Tarn", "a", "place"), entity("Mount Tarn", "b", "place")]
    assert len(joined(*pages)) == 1


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Josep Papas", "Joseph Papas", 1),
        ("Daniel Papas", "Daniela Papas", 0),
        ("Rami Papas", "Ramzi Papas", 0),
    ],
)
def test_first_names_a_letter_apart(one: str, other: str, count: int) -> None:
    assert len(joined(entity(one, "a"), entity(other, "b"), *GUARD)) == count
    assert joined(entity(one, "a"), entity(other, "a"), *GUARD) == []
    assert joined(entity(one, "a"), entity(other, "b"), *TOWN) == []
    kin = entity("Olga Papas", "b")
    assert joined(entity(one, "a"), entity(other, "b"), kin, GUARD[0], GUARD[1]) == []
