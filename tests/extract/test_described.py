from __future__ import annotations

import pytest
from msgspec.structs import replace

from histor.extract.names.described import Described
from histor.link.described_sources import with_described_sources
from histor.records import Claim, ClaimSource, Entity, Name, Place, Role, Span


def entity(name: str, kind: str, country: str | None = None, role: str | None = None) -> Entity:
    place = Place(latitude=0, longitude=0, geonames_id=1, country=country, feature="PCLI")
    return Entity(
        id=name,
        name=name,
        kind=kind,  # type: ignore[arg-type]
        names=(Name(text=name, count=1),),
        country=country,
        roles=(Role(title=role, evidence=()),) if role else (),
        place=place if kind == "place" else None,
        mentions=(),
    )


ENTITIES = (
    entity("Chile", "place", "CL"),
    entity("Peruvian", "group", "PE"),
    entity("Ana Ruiz", "person", "CL", "Prime Minister"),
    entity("Juan Soto", "person", "PE", "President"),
    entity("Eva Lima", "person", "CL", "Foreign Minister"),
    entity("Luis Paz", "person", None, "President"),
)


@pytest.mark.parametrize(
    ("before", "head", "expected"),
    [
        ("The Chilean", "government", "Chile"),
        ("Chile’s", "leadership", "Chile"),
        ("the Peruvian", "authorities", "Peruvian"),
        ("Prime Minister Ana Ruiz’s", "government", "Chile"),
        ("the Chilean", "leader", "Ana Ruiz"),
        ("the Chilean prime", "minister", "Ana Ruiz"),
        ("the Chilean foreign", "minister", "Eva Lima"),
        ("Peru’s", "president", "Juan Soto"),
        ("the Chilean", "president", "Luis Paz"),
        ("the", "premier", "Ana Ruiz"),
    ],
)
def test_who_a_description_means(before: str, head: str, expected: str) -> None:
    found = Described(ENTITIES).entity(before, head)
    assert found is not None and found.name == expected


@pytest.mark.parametrize(
    ("before", "head"),
    [
        ("the", "government"),
        ("the", "president"),
        ("a senior Chilean", "official"),
        ("the Chilean defence", "minister"),
        ("the Chilean and Peruvian", "president"),
        ("Kenya’s", "government"),
        ("the Chilean", "harbour"),
    ],
)
def test_what_could_be_several_or_nobody_known_is_nobody(before: str, head: str) -> None:
    assert Described(ENTITIES).entity(before, head) is None


@pytest.mark.parametrize("text", ["The Chilean prime minister", "The prime minister of Chile"])
def test_a_source_is_named_by_the_case(text: str) -> None:
    span = Span(document="d", start=0, end=len(text), text=text)
    claim = Claim(
        id="c", document="d", source=ClaimSource(text=span.text, span=span), cue=None,
        content=span, act="assert", quoted=False,
    )  # fmt: skip
    [named] = with_described_sources([claim], ENTITIES)
    assert named.source is not None and named.source.entity == "Ana Ruiz"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the head of Chilean diplomacy", "Eva Lima"),
        ("The kingdom's top diplomat", "Eva Lima"),
        ("the head of Peruvian diplomacy", None),
        ("a diplomat", None),
    ],
)
def test_the_head_of_diplomacy_is_the_foreign_minister(text: str, expected: str | None) -> None:
    found = Described(ENTITIES).top_diplomat(text)
    assert (found.name if found else None) == expected


def test_a_part_of_a_country_is_not_its_government() -> None:
    described = Described((entity("northern Chile", "place", "CL"), entity("Chile", "place", "CL")))
    found = described.entity("the Chilean", "government")
    assert found is not None and found.name == "Chile"
    whole = Described((entity("South Africa", "place", "ZA"),))
    assert whole.entity("the South African", "government") is not None


def test_any_minister_is_nobody_named_and_a_former_one_no_premier() -> None:
    assert Described(ENTITIES).entity("A Chilean foreign", "minister") is None
    two = (*ENTITIES, entity("Carlo Banda", "person", "CL", "former Prime Minister"))
    found = Described(two).entity("the", "premier")
    assert found is not None
    assert found.name == "Ana Ruiz"


def test_an_army_is_its_country_s_where_that_is_named() -> None:
    known = Described(ENTITIES)
    chile = known.entity("The Chilean", "army")
    assert chile is not None and chile.name == "Chile"
    assert known.entity("The Peruvian", "army") is None  # its people alone are named
    assert known.entity("The Chilean-backed", "army") is None
    assert known.entity("The Chilean", "ministry") is None


def test_another_country_s_president_is_no_one_whose_country_the_page_does_not_tell() -> None:
    assert Described(ENTITIES, "CL").entity("Zambia's", "president") is None
    assert Described(ENTITIES, "CL").entity("Chile's", "president") is not None
    assert Described(ENTITIES, "ZM").entity("Zambia's", "president") is not None


def test_who_leads_a_body_of_no_country_is_no_country_s_president() -> None:
    union = Role(title="President", of="River Union", evidence=())
    head = Entity(
        id="Ada Koro",
        name="Ada Koro",
        kind="person",
        names=(Name(text="Ada Koro", count=1),),
        roles=(union,),
        mentions=(),
    )
    assert (
        Described((entity("Chile", "place", "CL"), head)).entity("the Chilean", "president") is None
    )


def test_an_office_of_a_country_is_not_the_guests() -> None:
    """ "The prime minister of Chile" is not a premier who stands among another country's places."""
    found = Described(ENTITIES).entity("The prime", "minister", "of Chile")
    assert found is not None and found.name == "Ana Ruiz"
    told = (
        entity("Chile", "place", "CL"),
        replace(
            entity("Peru", "place", "PE"),
            mentions=(Span(document="p", start=50, end=54, text="Peru"),),
        ),
        replace(
            entity("Rosa Diaz", "person", None, "Prime Minister"),
            mentions=(Span(document="p", start=70, end=79, text="Rosa Diaz"),),
        ),
    )
    assert Described(told, home="CL").entity("The prime", "minister", "of Chile") is None
