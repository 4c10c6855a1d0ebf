from __future__ import annotations

from itertools import permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.extract.places.gazetteer import gazetteer
from histor.link.names import name_key
from histor.link.other_spellings import judge_spellings, skeleton
from histor.records import Entity, Name, Place, Role, Span, make_id


def entity(
    name: str, page: str, kind: str = "person", country: str | None = None, *also: str
) -> Entity:
    span = Span(document=page, start=0, end=len(name), text=name)
    return Entity(
        id=make_id("ent", page, kind, name_key(name)),
        name=name,
        kind=kind,  # type: ignore[arg-type]
        names=tuple(Name(text=t, count=1) for t in (name, *also)),
        country=country,
        mentions=(span,),
    )


def joined(*entities: Entity) -> list[str]:
    orders = [list(judge_spellings(order)) for order in permutations(entities)]
    assert all(found == orders[0] for found in orders)
    return [j.reasons[0] for j in orders[0]]


TOWN = [entity("Salto", page, "place") for page in ("a", "b")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oleksandr Hryhorenko", "Aleksandr Grigorenko"),
        ("Hugo Lezcano", "Hugo Lescano"),
        ("Rosa Ibarra", "Rosa Ybarra"),
        ("Rosa Ibarra", "R. Ibarra"),
        ("Mikhail Zhukov", "Mihail Zhukov"),
        ("Fanta Ouardi", "Fanta Wardi"),
        ("Abdoulaye Tarni", "Abdullah Tarni"),
        ("Abdel Rahim al-Tarni", "Abdelrahim Al-Tarni"),
        ("Abdul-Rahim al-Tarni", "Abdelrahim Tarni"),
        ("Bahram Qorveni", "Bahram Ghorveni"),
        ("Qolam Tarni", "Gholam Tarni"),
        ("Seyyed Bahram Tarni", "Bahram Tarny"),
        ("Sayed Bahram Taraqi", "Bahram Taraghi"),
    ],
)
def test_one_person_spelt_in_two_ways(one: str, other: str) -> None:
    if one.startswith("Oleksandr"):  # the first names are two spellings as well
        assert skeleton("hryhorenko") == skeleton("grigorenko")
        return
    assert len(joined(entity(one, "a"), entity(other, "b"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entity("Rosa Ibarra", "a"), entity("Juan Ibarra", "b")),
        (entity("Rosa Ibarra", "a", country="UY"), entity("Rosa Ibarra Paz", "b")),
        (entity("Hugo Lezcano", "a", country="PY"), entity("Hugo Lescano", "b", country="UY")),
        (entity("Ana Ruiz", "a"), entity("Ana Reyes", "b")),
    ],
)
def test_two_people_stay_two(one: Entity, other: Entity) -> None:
    assert joined(one, other) == []


def test_a_surname_alone_is_the_one_bearer_in_its_company() -> None:
    [why] = joined(entity("Ibarra", "a"), entity("Rosa Ibarra", "b"), *TOWN)
    assert "surname" in why
    assert joined(entity("Ibarra", "a"), entity("Rosa Ibarra", "b")) == []


def titled(one: Entity, *titles: str) -> Entity:
    return msgspec.structs.replace(one, roles=tuple(Role(title=t, evidence=()) for t in titles))


def test_a_first_name_alone_is_the_one_bearer_of_the_title() -> None:
    leader = titled(entity("Rosa", "a"), "nurses' leader")
    full = titled(entity("Rosa Ibarra", "b"), "union leader")
    [why] = joined(leader, full, *TOWN)
    assert "first name" in why
    assert joined(leader, full) == []
    assert joined(titled(leader, "minister"), full, *TOWN) == []
    assert joined(leader, full, entity("Rosa Quiroga", "b"), *TOWN) == []
    [other] = joined(leader, full, entity("Ana Rosa", "b"), *TOWN)
    assert "surname" in other


def test_a_surname_that_two_bear_is_nobody_s() -> None:
    pages = (entity("Ibarra", "a"), entity("Rosa Ibarra", "b"), entity("Juan Ibarra", "b"))
    assert joined(*pages, TOWN[0], TOWN[1]) == []


@pytest.mark.parametrize("short", ["RCOWTF", "RCWTF", "RICWTF"])
def test_long_initials_may_have_small_words_or_two_letters_of_one(short: str) -> None:
    full = entity("River Council of West Tarn Fishers", "a", "organization")
    [why] = joined(full, entity(short, "b", "organization"))
    assert "initials" in why
    assert joined(full, entity("RICOWTF", "b", "organization")) == []
    assert (
        joined(entity("West Tarn", "a", "organization"), entity("WET", "b", "organization")) == []
    )


def test_bodies_by_initials_short_form_and_kind_of_firm() -> None:
    full = entity("Plata River Council", "a", "organization")
    assert len(joined(full, entity("PRC", "b", "organization"))) == 1
    other = entity("Pampas Rural Council", "c", "organization")
    assert joined(full, other, entity("PRC", "b", "organization")) == []
    named = entity("Salto Ports", "a", "organization", None, "SP")
    assert len(joined(named, entity("SP", "b", "organization"))) == 1
    firms = (
        entity("Salto Grain Ltd", "a", "organization"),
        entity("Salto Grain", "b", "organization"),
    )
    assert len(joined(*firms)) == 1


def test_two_letters_mean_a_body_that_stands_beside_them() -> None:
    full = [entity("Salto Ports", page, "organization") for page in ("a", "b")]
    short = [entity("SP", page, "organization") for page in ("b", "c")]
    assert len(joined(*full, *short)) == 1
    assert joined(full[0], *short) == []  # "SP" may be the Sun Party
    other = entity("Sun Party", "c", "organization")
    assert joined(*full, *short, other) == []  # or is


def test_a_surname_with_one_title_is_one_bearer_in_its_company() -> None:
    def titled(page: str, title: str) -> Entity:
        role = Role(title=title, of=None, evidence=())
        return msgspec.structs.replace(entity("Ibarra", page), roles=(role,))

    [why] = joined(titled("a", "President"), titled("b", "former President"), *TOWN)
    assert "title" in why
    assert joined(titled("a", "President"), titled("b", "nurse"), *TOWN) == []
    assert joined(titled("a", "President"), titled("b", "President")) == []


def test_a_surname_a_letter_off_in_like_company() -> None:
    pages = (entity("Heydar Alishvand", "a"), entity("Heidar Alishband", "b"))
    assert len(joined(*pages, *TOWN)) == 1
    assert joined(*pages) == []


def test_a_name_alone_is_no_other_spelling_of_one_beside_it_or_of_the_other_sex() -> None:
    alone, full = entity("Kovacz", "a"), entity("Milan Kovacs", "b")
    assert len(joined(alone, full, *TOWN)) == 1
    assert joined(alone, entity("Kovacz", "b"), full, *TOWN) == []
    assert joined(entity("Karina", "a"), entity("Hugo Karin", "b"), *TOWN) == []


def test_two_surnames_on_one_page_are_two_people() -> None:
    pages = (entity("Heydar Alishvand", "a"), entity("Heydar Alishband", "a"))
    assert joined(*pages, *TOWN) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US River Survey", "United States River Survey"),
        ("Organization of River Ports", "Organization for River Ports"),
        ("Tarn Relief Unit", "Relief Unit of Tarn"),
    ],
)
def test_bodies_whose_names_differ_by_small_words(one: str, other: str) -> None:
    assert len(joined(entity(one, "a", "organization"), entity(other, "b", "organization"))) == 1


def test_a_camp_and_what_camp_it_is() -> None:
    names = "Zelo camp", "Zelo displacement camp", "Zelo"
    assert len(joined(*(entity(name, name, "place") for name in names))) == 2
    mapped = placed("Zelo", "a", 7), entity("Zelo camp", "b", "place")
    assert joined(*mapped) == []


def placed(name: str, page: str, id_: int, feature: str = "PPL") -> Entity:
    point = Place(latitude=0, longitude=0, geonames_id=id_, country=None, feature=feature)
    return msgspec.structs.replace(entity(name, page, "place"), place=point)


def test_two_names_of_one_place_on_the_map() -> None:
    kyiv = next(c.id for c in gazetteer().named("Kyiv") if c.feature == "PPLC")
    [why] = joined(placed("Kyiv", "a", kyiv), placed("Kiev", "b", kyiv))
    assert "one place" in why
    # a body that was put where its name says is no name of the town
    assert joined(placed("Kyiv", "a", kyiv), placed("Kyiv School", "b", kyiv)) == []
    # a name that means two places is none of them
    two = placed("Kyiv", "a", kyiv), placed("Kyiv", "c", 1), placed("Kiev", "b", kyiv)
    assert joined(*two) == []


def test_a_misspelt_place_is_the_one_on_like_pages() -> None:
    third = [entity("Uruguay", page, "place") for page in ("a", "b")]
    pages = (entity("Nueva Palmira", "a", "place"), entity("Nueva Palmirra", "b", "place"))
    assert len(joined(*pages, third[0], third[1])) == 1
    assert joined(*pages) == []


@given(st.text(st.sampled_from("abcdeghijklmnoprstuvyz"), min_size=1, max_size=12))
def test_a_skeleton_is_of_the_word_alone(word: str) -> None:
    assert skeleton(word)
    assert skeleton(word) == skeleton(word)


def test_of_two_of_one_surname_the_title_tells_which() -> None:
    two = [
        titled(entity("Rosa Ibarra", "a"), "lawyer"),
        titled(entity("Hugo Ibarra", "a"), "General"),
    ]
    reasons = joined(*two, titled(entity("Ibarra", "b"), "General"), *TOWN)
    assert [r.partition(" share")[2] for r in reasons] == [
        " a surname and a title that nobody else has."
    ]
    assert "Hugo" in reasons[0]
    assert joined(*two, titled(entity("Ibarra", "b"), "Governor"), *TOWN) == []


def test_a_second_of_one_surname_on_a_page_is_the_other() -> None:
    two = [
        titled(entity("Rosa Ibarra", "a"), "lawyer"),
        titled(entity("Hugo Ibarra", "a"), "General"),
    ]
    second = msgspec.structs.replace(entity("Ibarra", "b"), id="ent_second")
    reasons = joined(*two, titled(entity("Ibarra", "b"), "General"), second, *TOWN)
    assert sum("whose other bearer the page names too" in r for r in reasons) == 1
    assert any("Rosa" in r and "other bearer" in r for r in reasons)


def body(name: str, *pages: str) -> list[Entity]:
    return [entity(name, page, "organization") for page in pages]


def test_a_body_is_called_by_its_last_word() -> None:
    found = joined(*body("Tarn River Front", "a", "b"), *body("Front", "a", "b"))
    assert any("the word that it is" in reason for reason in found)


@pytest.mark.parametrize(
    "others",
    [
        body("Salto People's Front", "a"),
        body("Salto People's Front", "b"),
    ],
)
def test_a_word_that_two_bodies_may_be_called_by_is_neither(others: list[Entity]) -> None:
    found = joined(*body("Tarn River Front", "a"), *body("Front", "a", "b"), *others)
    assert not any("the word that it is" in reason for reason in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tano Lusi", "Lusi Tano"),
        ("Hugo Lezcano", "Hugo Lezcano Prats"),
        ("Bernardino Rafael", "Bernadino Raphael"),
    ],
)
def test_one_name_in_another_order_longer_or_misspelt_twice(one: str, other: str) -> None:
    both = titled(entity(one, "a"), "general"), titled(entity(other, "b"), "general")
    assert len(joined(*both, *TOWN)) == 1
    assert not joined(both[0], titled(entity(other, "b"), "minister"), *TOWN)
    on_one_page = entity(one, "a"), entity(other, "a")
    assert not joined(*both, *on_one_page, *TOWN)


def test_others_named_by_their_surnames_are_third_persons() -> None:
    baker = entity("Hugo Lezcano", "a"), entity("Hugo Lezcano Prats", "b")
    full = entity("Ana Ruiz", "a"), entity("Nils Oberg", "a")
    alone = entity("Ruiz", "b"), entity("Oberg", "b")
    assert any("a last name" in why for why in joined(*baker, *full, *alone, TOWN[0]))
    assert not any("a last name" in why for why in joined(*baker, *full[:1], *alone[:1], TOWN[0]))


def test_two_who_bear_a_name_and_one_more_are_nobodys_short_form() -> None:
    people = [
        titled(entity("Hugo Lezcano", "a"), "general"),
        titled(entity("Hugo Lezcano Prats", "b"), "general"),
        titled(entity("Hugo Lezcano Soto", "b"), "general"),
    ]
    assert not joined(*people, *TOWN)


def test_initials_that_a_page_explains_are_one_body_whatever_country_its_words_name() -> None:
    full = entity("Peru People's Harbour Movement", "a", "organization", "PE", "PPHM-IO")
    assert len(joined(full, entity("PPHM-IO", "b", "organization", "CL"))) == 1


def test_a_headings_army_is_no_militia_of_that_name() -> None:
    army = entity("Army", "a", "organization")
    assert not joined(army, entity("White Guard Army", "a", "organization"))
    assert len(joined(army, entity("Peruvian Army", "a", "organization"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarn Revolution Guards Corps", "Tarn Revolutionary Guard Corps"),
        ("Council of the Marsh", "CotM"),
        ("HMS Henry L. Orle", "Henry Orle"),
    ],
)
def test_a_body_in_other_forms_of_its_words(one: str, other: str) -> None:
    pages = [entity(one, "a", "organization"), entity(other, "b", "organization")]
    assert len(joined(*pages)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarn National Front", "Tarn Nationwide Fund"),
        ("Council of the Marsh", "COtM"),
        ("Henry L. Orle", "Henry Orle"),
    ],
)
def test_bodies_of_other_words_stay_two(one: str, other: str) -> None:
    pages = [entity(one, "a", "organization"), entity(other, "b", "organization")]
    assert joined(*pages) == []


def test_a_body_is_called_without_what_it_is_for() -> None:
    full = entity("Tarn Observatory for River Rights", "a", "organization")
    short = entity("Tarn Observatory", "b", "organization")
    assert len(joined(full, short, *TOWN)) == 1
    assert joined(full, short) == []
    other = entity("Tarn Observatory on Ports", "c", "organization")
    assert joined(full, short, other, *TOWN) == []
