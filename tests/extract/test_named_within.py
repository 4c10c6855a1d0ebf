"""Which name within a phrase names the party, on invented sentences."""

from __future__ import annotations

import pytest

from tests.extract.test_no_part_in import parties
from tests.extract.test_whose_deed import events


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        (
            "Marchers held a portrait of Peru's President Anton Velik during a rally demanding "
            "the ouster of Peru's President Anton Velik in Lima.",
            "rally",
            ["Anton Velik"],
        ),
        ("Thousands called for the ouster of Chilean President Anton Velik.", "called", ["Anton Velik"]),
        ("Prosecutors charged deposed Peruvian president Anton Velik.", "deposed", ["Anton Velik"]),
        ("The army shelled the African nation of Chad.", "shelled", ["Chad"]),
        ("The Nobel laureate Anton Velik condemned Peru.", "condemned", ["Peru"]),
    ],
)  # fmt: skip
def test_whom_it_befalls(text: str, trigger: str, recipients: list[str]) -> None:
    assert parties(text, trigger)[1] == recipients


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nobel laureate slams the Chilean army.", "Nobel"),
        ("Rebels attacked the poor south Arabian nation.", "Arabian"),
        ("A former Interpol chief was arrested in Lima.", "Interpol"),
        ("Angry crowds in Lima hurled rocks at the palace.", "Lima"),
        ("The attack on its Lima embassy angered Chile.", "Lima"),
        ("Lima airport was attacked on Monday.", "Lima"),
        ("Farmers and traders clashed across Peru on Friday.", "Peru"),
        ("A Chilean boy threw stones during clashes near Bolivar Square, Lima.", "Bolivar Square"),
        ("Police opened fire on students in front of Lima University.", "Lima University"),
        ("Farmers attacked tax collectors in the city of Cusco.", "Cusco"),
        ("The accord was signed in Lima by the rebels.", "Lima"),
        (
            "Thousands of people who flooded streets in rallies calling for President Anton Velik "
            "to go were joined by relatives.",
            "Anton Velik",
        ),
    ],
)  # fmt: skip
def test_who_is_no_party(text: str, name: str) -> None:
    found = events(text)
    assert found
    assert not any(name in [*a, *r] for e, a, r in found if e.type not in {"REQUEST", "PROTEST"})


def test_who_bears_two_titles_is_named_once() -> None:
    text = (
        "In the days of the crisis in Peru, former Arizona governor and presidential candidate "
        "Anton Velik travelled to Chile this week to meet Prime Minister Luc Houngbo."
    )
    [(event, actors, _)] = [e for e in events(text) if e[0].type == "CONSULT"]
    assert "Arizona" not in actors
    assert "Anton Velik" in actors
    assert event.place is not None  # that of the visit


def test_the_second_of_two_joined_names_is_met_too() -> None:
    text = "US president Luc Houngbo hosts talks with Velik and Chilean premier Anton Barrow."
    [(_, actors, _)] = [e for e in events(text) if "hosts" in e[0].title]
    assert actors == ["Luc Houngbo", "Velik", "Anton Barrow"]


def test_the_envoy_to_a_country_has_a_name() -> None:
    text = "Former Chilean Ambassador to Peru Anton Velik dies at 80."
    assert parties(text, "dies")[1] == ["Anton Velik"]


@pytest.mark.parametrize(
    "text",
    [
        "Anti-government protesters marched in Lima.",
        "Thirty-one people were killed in Lima.",
        "Armed men killed two guards in Lima.",
    ],
)
def test_a_first_word_is_no_name(text: str) -> None:
    for _, actors, recipients in events(text):
        assert not {"Anti", "Thirty", "Armed"} & {*actors, *recipients}


def test_what_a_president_believes_is_no_party() -> None:
    text = "Thousands demanded the return of the former Islamist president who was ousted in May."
    assert not any("Islamist" in [*a, *r] for _, a, r in events(text))


def test_whose_square_it_is_suffers_nothing() -> None:
    text = (
        "The assault followed a protest by some 5,000 people in and around Lima's Bolivar Square."
    )
    assert not any("Lima" in [*a, *r] for _, a, r in events(text))


def test_thousands_of_his_supporters_are_not_he() -> None:
    text = "Thousands of Anton Velik supporters gathered in Lima, demanding his return."
    assert not any("Anton Velik" in actors for _, actors, _ in events(text))


def test_a_flag_is_no_party() -> None:
    text = "Demonstrators broke into the embassy in Lima on Friday, raising an Islamic flag."
    assert not any("Islamic" in [*a, *r] for _, a, r in events(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 2004 the reporter Frank Velik was shot by terrorists in Saudi Arabia.", "Saudi Arabia"),
        ("Ana Velik marched on Thursday alongside hundreds carrying Al Noor flags in Lima.", "Al Noor"),
    ],
)  # fmt: skip
def test_where_outlaws_are_and_what_marchers_carry(text: str, name: str) -> None:
    found = events(text)
    assert found
    assert not any(name in [*a, *r] for _, a, r in found)


def test_who_acts_the_day_after_a_coup_has_made_none() -> None:
    text = (
        "A day after the coup that toppled Peruvian President Anton Velik, Peru's army arrests "
        "leaders of the Free Movement."
    )
    for event, actors, recipients in events(text):
        if event.title.split()[0] == "coup" or "toppled" in event.title:
            assert "Peru" not in actors
            assert "Free Movement" not in recipients


def test_a_title_cut_off_from_its_bearer_names_nobody() -> None:
    text = (
        "President Luc Barrow started the custom and President Anton Velik was the first to pardon "
        "the bird and not eat it."
    )
    assert not any("Luc Barrow" in actors for e, actors, _ in events(text) if e.type == "CONCEDE")


def test_whose_peace_it_is_does_not_call() -> None:
    text = (
        "In a phone call late last week to mark the 30th anniversary of Peruvian-Chilean peace, "
        "Velik told Bolivian President Anton Barrow that the deal holds."
    )
    calling = [actors for e, actors, _ in events(text) if e.type == "CONSULT"]
    assert calling
    assert all(not {"Peruvian", "Chilean"} & {*actors} for actors in calling)
