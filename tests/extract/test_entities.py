from __future__ import annotations

import pytest
from spacy.tokens import Span

from histor.extract.names.entities import extract_entities
from histor.records import Entity
from tests.extract.hand_made import annotated, document_of


def read(text: str, ents: list[tuple[str, str]], **given: object) -> dict[str, Entity]:
    """Return a text's entities by name."""
    doc = annotated(text, ents=ents, **given)  # type: ignore[arg-type]
    entities, _ = extract_entities(document_of(text), doc)
    for entity in entities:
        for mention in entity.mentions:
            assert text[mention.start : mention.end] == mention.text
    return {entity.name: entity for entity in entities}


@pytest.mark.parametrize(
    ("text", "ents", "expected"),
    [
        (
            "Ana Lima left. Lima was tired.",
            [("Ana Lima", "PERSON"), ("Lima", "PERSON")],
            {"Ana Lima": 2},
        ),
        (
            "Ana Lima met Rui Lima. Lima left.",
            [("Ana Lima", "PERSON"), ("Rui Lima", "PERSON"), ("Lima", "PERSON")],
            {"Ana Lima": 1, "Rui Lima": 1, "Lima": 1},
        ),
        (
            "Ana Maria Lima left. Ana Maria was tired. Ana slept.",
            [("Ana Maria Lima", "PERSON"), ("Ana Maria", "PERSON"), ("Ana", "PERSON")],
            {"Ana Maria Lima": 3},
        ),
        (
            "Alexandra Lima left. Alex was tired.",
            [("Alexandra Lima", "PERSON"), ("Alex", "PERSON")],
            {"Alexandra Lima": 2},
        ),
        (
            "Ana Sousa met Ana Pinto.",
            [("Ana Sousa", "PERSON"), ("Ana Pinto", "PERSON")],
            {"Ana Sousa": 1, "Ana Pinto": 1},
        ),
        (
            "The River Users League (RUL) met. RUL voted.",
            [("The River Users League", "ORG"), ("RUL", "ORG")],
            {"River Users League": 3},
        ),
        (
            "The River Users League met. RUL voted.",
            [("River Users League", "ORG"), ("RUL", "ORG")],
            {"River Users League": 2},
        ),
        (
            "Tarnow fell. The Tarnow council met in Tarnow.",
            [("Tarnow", "PLACE")],
            {"Tarnow": 3},
        ),
    ],
)
def test_same_name_on_one_page(
    text: str, ents: list[tuple[str, str]], expected: dict[str, int]
) -> None:
    found = read(text, ents)
    assert {name: len(e.mentions) for name, e in found.items()} == expected


@pytest.mark.parametrize(
    ("text", "ent", "name"),
    [
        ("the Lisbon Accord's end", "the Lisbon Accord's", "Lisbon Accord"),
        ("“Lisbon Accord” it was", "“Lisbon Accord”", "Lisbon Accord"),
        ("near the U.S. they met", "the U.S.", "U.S."),
        ("newspaper Diario said", "newspaper Diario", "Diario"),
        ("Tomas Arrieta of Salto", "Tomas Arrieta of", "Tomas Arrieta"),
    ],
)
def test_a_name_is_cut_out_of_its_words(text: str, ent: str, name: str) -> None:
    assert list(read(text, [(ent, "ORG")])) == [name]


@pytest.mark.parametrize("junk", ["the", "civilians", "47", "»", "US Secretary"])
def test_what_is_no_name_is_dropped_and_told(junk: str) -> None:
    text = f"They saw {junk} here"
    doc = annotated(text, ents=[(junk, "PERSON")])
    entities, dropped = extract_entities(document_of(text), doc)
    assert entities == ()
    assert [d.code for d in dropped] == ["not_a_name"]


def test_the_kind_is_what_most_mentions_say() -> None:
    text = "Delta spoke. Delta wrote. Then Delta closed."
    doc = annotated(text)
    doc.set_ents([Span(doc, 0, 1, "ORG"), Span(doc, 3, 4, "ORG"), Span(doc, 7, 8, "PLACE")])
    (entity,), _ = extract_entities(document_of(text), doc)
    assert (entity.kind, entity.names[0].count) == ("organization", 3)


def test_a_capital_that_speaks_is_a_place_unless_somebody_bears_its_name() -> None:
    assert read("Lima denied it.", [("Lima", "PERSON")])["Lima"].kind == "place"
    found = read("Ana Lima spoke. Lima denied it.", [("Ana Lima", "PERSON"), ("Lima", "PERSON")])
    assert {e.kind for e in found.values()} == {"person"}


@pytest.mark.parametrize(
    ("text", "ents", "title", "of"),
    [
        ("Foreign Minister Ana Sousa left", [("Ana Sousa", "PERSON")], "Foreign Minister", None),
        (
            "Chilean Foreign Minister Ana Sousa left",
            [("Chilean", "GROUP"), ("Ana Sousa", "PERSON")],
            "Foreign Minister",
            "Chilean",
        ),
        (
            "River Council spokesman Rui Pinto spoke",
            [("River Council", "ORG"), ("Rui Pinto", "PERSON")],
            "spokesman",
            "River Council",
        ),
        (
            "Secretary of State Ana Sousa left",
            [("Ana Sousa", "PERSON")],
            "Secretary of State",
            None,
        ),
        (
            "Ana Sousa, the mayor of Salto, left",
            [("Ana Sousa", "PERSON"), ("Salto", "PLACE")],
            "mayor",
            "Salto",
        ),
        ("President Ana Sousa left", [("President Ana Sousa", "PERSON")], "President", None),
    ],
)
def test_roles(text: str, ents: list[tuple[str, str]], title: str, of: str | None) -> None:
    (role,) = read(text, ents)["Ana Sousa" if "Ana" in text else "Rui Pinto"].roles
    assert (role.title, role.of) == (title, of)
    assert all(text[s.start : s.end] == s.text for s in role.evidence)


def test_ids_do_not_hang_on_the_order_of_mentions() -> None:
    one = read("Ana Lima met Rui.", [("Ana Lima", "PERSON")])["Ana Lima"].id
    doc = annotated("Ana Lima met Rui.", ents=[("Rui", "PERSON"), ("Ana Lima", "PERSON")])
    again, _ = extract_entities(document_of("Ana Lima met Rui."), doc)
    assert one in {e.id for e in again}


def test_a_name_ends_at_a_closing_mark() -> None:
    assert set(read("Condemnation of Chile”With force", [("Chile”With", "ORG")])) == {"Chile"}


@pytest.mark.parametrize(
    ("text", "ents", "expected"),
    [
        ("IRP quoted the mayor. He told IRP so.", [("IRP", "PERSON")], "organization"),
        ("UAE officials met in Lima.", [("UAE", "ORG")], "place"),
        ("He told the Tanzanian to go.", [("Tanzanian", "PERSON")], "group"),
        ("IRP SPOKE. LIMA FELL.", [("IRP", "PERSON")], "person"),
    ],
)
def test_initials_and_peoples_are_no_persons(
    text: str, ents: list[tuple[str, str]], expected: str
) -> None:
    assert read(text, ents)[ents[0][0]].kind == expected


def test_a_surname_that_is_a_title_is_a_name() -> None:
    text = "Rui Major spoke. Peruvian Minister fell. US General left."
    ents = [("Rui Major", "PERSON"), ("Peruvian Minister", "PERSON"), ("US General", "PERSON")]
    assert set(read(text, ents)) == {"Rui Major"}


@pytest.mark.parametrize("word", ["Ms", "Dr.", "The"])
def test_an_address_or_article_alone_is_no_name(word: str) -> None:
    assert read(f"They saw {word} there.", [(word, "PERSON")]) == {}


@pytest.mark.parametrize(
    ("text", "ents", "expected"),
    [
        (
            "Ana Lima blamed Delvaro Shipping for it. Delvaro said no.",
            [("Ana Lima", "PERSON"), ("Delvaro Shipping", "PERSON"), ("Delvaro", "PLACE")],
            {"Ana Lima": ("person", 1), "Delvaro Shipping": ("organization", 2)},
        ),
    ],
)
def test_a_firm_is_a_body_and_goes_by_its_first_name(
    text: str, ents: list[tuple[str, str]], expected: dict[str, tuple[str, int]]
) -> None:
    found = read(text, ents)
    assert {name: (e.kind, len(e.mentions)) for name, e in found.items()} == expected


def test_a_name_that_was_cut_in_two_is_the_one_that_the_page_prints() -> None:
    text = "Radio Delvaro said no. A man told Radio Delvaro so."
    doc = annotated(text, ents=[("Radio Delvaro", "ORG")])
    first, *_ = doc.ents
    cut = [Span(doc, 8, 9, label="ORG"), Span(doc, 9, 10, label="PERSON")]
    doc.set_ents([first, *cut])
    entities, _ = extract_entities(document_of(text), doc)
    assert [(e.name, len(e.mentions)) for e in entities] == [("Radio Delvaro", 2)]


def test_half_a_title_ends_no_name() -> None:
    text = "RTU Secretary-General Ana Velik rejected it."
    found = read(text, [("RTU Secretary", "PERSON"), ("Ana Velik", "PERSON")])
    assert {e.name: e.kind for e in found.values()} == {
        "RTU": "organization",
        "Ana Velik": "person",
    }


def test_a_body_of_one_word_is_the_person_named_before() -> None:
    text = "Ana Cipol left. Cipol denied it. Delta Farm and Delta rose after Rui Delta spoke."
    ents = [
        ("Ana Cipol", "PERSON"),
        ("Cipol", "ORG"),
        ("Delta Farm", "ORG"),
        ("Rui Delta", "PERSON"),
    ]
    found = read(text, ents)
    assert "Cipol" not in found
    assert found["Delta Farm"].kind == "organization"


def test_a_body_is_the_one_that_the_page_names_with_its_country_too() -> None:
    text = "The Ministry of Labour of Peru closed. The Ministry of Labour denied it. The Ministry left."
    ents = [
        ("Ministry of Labour of Peru", "ORG"),
        ("Ministry of Labour", "ORG"),
        ("Ministry", "ORG"),
    ]
    assert set(read(text, ents)) == {"Ministry of Labour of Peru"}
    two = "The Ministry of Labour of Peru met the Ministry of Labour of Chile. Ministry of Labour left."
    ents = [*ents[:2], ("Ministry of Labour of Chile", "ORG")]
    assert "Ministry of Labour" in read(two, ents)
