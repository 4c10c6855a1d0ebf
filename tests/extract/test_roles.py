"""Titles and trades beside names, read by the whole pipeline from invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from histor.records import Entity


def person(text: str, name: str) -> Entity:
    [page] = read([article("one", text, "2015-06-02")])
    for entity in page.entities:
        for role in entity.roles:
            for span in role.evidence:
                assert page.document.text[span.start : span.end] == span.text
    return next(e for e in page.entities if e.name == name)


@pytest.mark.parametrize(
    ("text", "name", "title", "of"),
    [
        ("The governor of Oruro, Mateo Rana, told reporters that it was over.", "Mateo Rana", "governor", "Oruro"),
        ("Another provincial official, Karim Sadeh, told a newspaper so.", "Karim Sadeh", "provincial official", None),
        ("The head of the provincial flood service, Luis Dalmar, spoke.", "Luis Dalmar", "head", "provincial flood service"),
        ("Director of the Salto River Authority (SRA) Louis Fry said it was so.", "Louis Fry", "Director", "Salto River Authority"),
        ("American ambassador to Kenya Prudence Hall was hurt.", "Prudence Hall", "ambassador to Kenya", "American"),
        ("“It is so,” said George Berg, a professor at the Polytechnic who likes the students.", "George Berg", "professor", "Polytechnic"),
        ("“I am tired,” said Anna Pavlik, manager of a small shop that was looted.", "Anna Pavlik", "manager", "small shop"),
        ("Peru's National Security Council spokesman Ivo Hall said so.", "Ivo Hall", "spokesman", "National Security Council"),
        ("Salto Fire Chief Juan Paz said the blaze was set.", "Juan Paz", "Fire Chief", "Salto"),
        ("His mother told New York Post columnist Ida Ames so.", "Ida Ames", "columnist", "New York Post"),
        ("He met Ivo Costa, then the head of the union, on Friday.", "Ivo Costa", "head", "union"),
        ("Erie County District Attorney Frank Clark said so.", "Frank Clark", "District Attorney", "Erie County"),
        ("DeKalb County Coroner Luis Paz said so.", "Luis Paz", "Coroner", "DeKalb County"),
        ("Tomas Korda, 37, a police officer, has been charged.", "Tomas Korda", "police officer", None),
        ("“It is so,” said 32-year-old protester Luis Kyral.", "Luis Kyral", "protester", None),
        ("Peruvian Deputy Foreign Minister Ana Sousa met reporters.", "Ana Sousa", "Deputy Foreign Minister", "Peruvian"),
        ("Peru's conservative Prime Minister Rui Kara stood down.", "Rui Kara", "conservative Prime Minister", "Peru"),
        ("President Daniel Moro of Peru arrived on Monday.", "Daniel Moro", "President", "Peru"),
        ("The clinic's director, Dr. Anna Pavlik, disputed it.", "Anna Pavlik", "clinic's director", None),
        ("The union met. Its regional secretary, Tomas Korda, spoke.", "Tomas Korda", "regional secretary", None),
        ("The village elder Mateo Rana said so.", "Mateo Rana", "village elder", None),
        ("Oruro Governor Mateo Rana said so.", "Mateo Rana", "Governor", "Oruro"),
    ],
)  # fmt: skip
def test_a_role_is_read_beside_the_name(text: str, name: str, title: str, of: str | None) -> None:
    [role] = person(text, name).roles
    assert (role.title, role.of) == (title, of)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Arequipa Mayor Ana Sousa greeted shoppers in Arequipa.", "Ana Sousa", "PE"),
        ("American ambassador to Kenya Prudence Hall was hurt.", "Prudence Hall", "US"),
        ("Police sought Abdul Fadel, a Comorian trader who had lived in Sudan.", "Abdul Fadel", "KM"),
        ("Jorge Prado from Chile's flood service said so.", "Jorge Prado", "CL"),
    ],
)  # fmt: skip
def test_the_country_of_a_person(text: str, name: str, country: str) -> None:
    assert person(text, name).country == country


def test_a_title_of_the_sentence_before_is_not_the_next_ones() -> None:
    assert person("Rui Prado was a minister. Alan Rojas spoke.", "Alan Rojas").roles == ()


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("Rui Kara, president of the dockers' union, spoke.", "Rui Kara", "LAB"),
        ("Rui Kara, vice president of the bakers' federation, spoke.", "Rui Kara", None),
        ("Rui Kara, president of Peru, spoke.", "Rui Kara", "GOV"),
    ],
)
def test_the_sector_is_that_of_what_is_led(text: str, name: str, sector: str | None) -> None:
    assert person(text, name).sector == sector


def test_who_is_told_to_head_something_is_a_person() -> None:
    text = "The head of the provincial flood service, Massoud Dalman, told the television."
    assert person(text, "Massoud Dalman").kind == "person"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("They fled the Alto Verde district of Lima. Lima is in Peru.", "Alto Verde", "PE"),
        ("Lima's main Plaza Verde was full. Lima is in Peru.", "Plaza Verde", "PE"),
    ],
)
def test_a_place_that_no_gazetteer_has_is_where_it_is_said_to_lie(
    text: str, name: str, country: str
) -> None:
    assert person(text, name).country == country


def test_whom_a_deed_met_is_not_who_does_the_next() -> None:
    text = "In 2002, after an attack on a guard, Matthew Paz slashed his wrists."
    assert person(text, "Matthew Paz").roles == ()
