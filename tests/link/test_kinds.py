"""A name of two words is what most pages say it is."""

from __future__ import annotations

import msgspec
import pytest

from histor.extract.places.gazetteer import gazetteer
from histor.link.cases import link_entities
from histor.link.kinds import named_alike
from histor.records import Claim, ClaimSource, EntityKind, Place, Role, make_id
from tests.sample_records import sample


def kinds(*named: tuple[str, EntityKind]) -> list[tuple[str, str, int]]:
    """Return kind, name and pages of the entities of a case with one name a page."""
    records = [
        sample(f"page{n}", f"They told of {name} there.", names=[(name, kind)]).record
        for n, (name, kind) in enumerate(named)
    ]
    _, entities, _ = link_entities(records)
    return sorted((e.kind, e.name, len(e.mentions)) for e in entities)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (
            [("Ana Sousa", "person"), ("Ana Sousa", "person"), ("Ana Sousa", "place")],
            [("person", "Ana Sousa", 3)],
        ),
        (
            [("Red Star", "organization"), ("Red Star", "organization"), ("Red Star", "other")],
            [("organization", "Red Star", 3)],
        ),
        (
            [("Ana Sousa", "person"), ("Ana Sousa", "place")],
            [("person", "Ana Sousa", 1), ("place", "Ana Sousa", 1)],
        ),
        (
            [("Artsa", "organization"), ("Artsa", "organization"), ("Artsa", "place")],
            [("organization", "Artsa", 2), ("place", "Artsa", 1)],
        ),
        (
            [*[("Artsa", "organization")] * 3, ("Artsa", "place"), ("Artsa", "person")],
            [("organization", "Artsa", 5)],
        ),
        (
            [("Alto Verde", "place"), ("Alto Verde", "place"), ("Alto Verde", "person")],
            [("person", "Alto Verde", 1), ("place", "Alto Verde", 2)],
        ),
        (
            [("Ottel Sousa", "person"), ("Ottel Sousa", "person"), ("Ottel", "place")],
            [("person", "Ottel", 1), ("person", "Ottel Sousa", 2)],
        ),
        (
            [("Ottel Sousa", "person"), ("Ottel", "place")],
            [("person", "Ottel Sousa", 1), ("place", "Ottel", 1)],
        ),
        (
            [("INS Tarn", "organization"), ("Tarn", "person"), ("Tarn", "person")],
            [("organization", "INS Tarn", 3)],
        ),
        (
            [("INS Tarn", "organization"), ("HMS Tarn", "organization"), ("Tarn", "person")],
            [
                ("organization", "HMS Tarn", 1),
                ("organization", "INS Tarn", 1),
                ("organization", "Tarn", 1),
            ],
        ),
        (
            [("Ana Sousa", "person"), ("Ana Sousa", "person"), ("Sousa", "organization")],
            [("person", "Ana Sousa", 2), ("person", "Sousa", 1)],
        ),
        (
            [
                ("Ana Sousa", "person"),
                ("Ana Sousa", "person"),
                ("Sousa", "organization"),
                ("Sousa Steel", "organization"),
            ],
            [
                ("organization", "Sousa", 1),
                ("organization", "Sousa Steel", 1),
                ("person", "Ana Sousa", 2),
            ],
        ),
    ],
)
def test_the_kind_most_pages_say(
    named: list[tuple[str, EntityKind]], expected: list[tuple[str, str, int]]
) -> None:
    assert kinds(*named) == expected


def test_as_words_things_of_one_name_are_one() -> None:
    names: list[tuple[str, EntityKind]] = [("Salma", "person"), ("Salma", "place")]
    records = [
        sample(f"page{n}", f"They told of {name}.", names=[(name, kind)]).record
        for n, (name, kind) in enumerate([*names, ("Hale", "place")])
    ]
    _, entities, ids = link_entities(records)
    told_as = named_alike(entities, lambda entity: ids.get(entity, entity))
    named = {r.entities[0].name: [] for r in records}  # type: dict[str, list[str]]
    for record in records:
        named[record.entities[0].name].append(told_as(record.entities[0].id))
    assert len(set(named["Salma"])) == 1
    assert named["Hale"] != named["Salma"][:1]


def test_a_lone_name_is_the_place_that_other_pages_know() -> None:
    town: list[tuple[str, EntityKind]] = [("Veldra", "place")] * 2
    assert kinds(*town, ("Veldra", "person")) == [("place", "Veldra", 3)]
    assert len(kinds(town[0], ("Veldra", "person"))) == 2  # one page alone may be mistaken
    both = kinds(*town, ("Veldra", "person"), ("Ana Veldra", "person"))
    assert ("place", "Veldra", 2) in both
    assert [e for e in both if e[0] == "person"]


def test_a_lone_name_is_the_town_that_other_pages_have_on_the_map() -> None:
    [town] = [c for c in gazetteer().named("Djelfa") if c.feature == "PPL"]
    known = sample("page0", "They told of Djelfa there.", names=[("Djelfa", "place")]).record
    point = Place(
        latitude=town.latitude,
        longitude=town.longitude,
        geonames_id=town.id,
        country=town.country,
        feature=town.feature,
    )
    mapped = msgspec.structs.replace(
        known, entities=tuple(msgspec.structs.replace(e, place=point) for e in known.entities)
    )
    told: list[tuple[str, EntityKind]] = [("El Djelfa", "organization"), ("Al Hale", "person")]
    others = [
        sample(f"page{n + 1}", f"They left {name} then.", names=[(name, kind)]).record
        for n, (name, kind) in enumerate(told)
    ]
    _, entities, _ = link_entities([mapped, *others])
    assert sorted((e.kind, e.name, len(e.mentions)) for e in entities) == [
        ("person", "Al Hale", 1),
        ("place", "Djelfa", 2),
    ]


def test_a_quarter_of_a_town_lends_its_point_to_no_name() -> None:
    quarter = Place(latitude=40.65, longitude=-73.95, geonames_id=0, country="US", feature="PPL")
    known = sample("page0", "They told of Nordhill there.", names=[("Nordhill", "place")]).record
    mapped = msgspec.structs.replace(
        known, entities=tuple(msgspec.structs.replace(e, place=quarter) for e in known.entities)
    )
    # a county of this name has no number either
    other = sample("page1", "They left Caguas then.", names=[("Caguas", "organization")]).record
    _, entities, _ = link_entities([mapped, other])
    assert {(e.name, e.kind) for e in entities} == {
        ("Nordhill", "place"),
        ("Caguas", "organization"),
    }


def test_who_has_a_title_or_says_something_is_no_place() -> None:
    told = [
        sample(f"page{n}", "They told of Veldra there.", names=[("Veldra", "place")]).record
        for n in range(2)
    ]
    person = sample("page2", "They told of Veldra there.", names=[("Veldra", "person")]).record
    [lone] = person.entities
    titled = msgspec.structs.replace(lone, roles=(Role(title="captain", evidence=lone.mentions),))
    said = Claim(
        id=make_id("claim", "page2"),
        document=person.document.id,
        source=ClaimSource(text="Veldra", span=lone.mentions[0], entity=lone.id),
        cue=None,
        content=lone.mentions[0],
        act="assert",
        quoted=False,
    )
    for own in (
        msgspec.structs.replace(person, entities=(titled,)),
        msgspec.structs.replace(person, claims=(said,)),
    ):
        _, entities, _ = link_entities([*told, own])
        assert sorted(e.kind for e in entities) == ["person", "place"]


def test_what_several_pages_have_on_the_map_is_no_body_on_another() -> None:
    point = Place(latitude=1.0, longitude=2.0, geonames_id=7, country="TD", feature="RGN")
    records = []
    told: tuple[EntityKind, ...] = ("place", "place", "organization")
    for n, kind in enumerate(told):
        record = sample(f"page{n}", "They told of Veldra there.", names=[("Veldra", kind)]).record
        if kind == "place":
            mapped = (msgspec.structs.replace(e, place=point) for e in record.entities)
            record = msgspec.structs.replace(record, entities=tuple(mapped))
        records.append(record)
    for case, many in ((records, [3]), (records[1:], [1, 1])):
        _, entities, _ = link_entities(case)
        assert [len(e.mentions) for e in entities] == many


def test_a_lone_name_is_the_party_that_twice_as_many_pages_know() -> None:
    party: list[tuple[str, EntityKind]] = [("Unamos", "organization")] * 2
    assert kinds(*party, ("Unamos", "person")) == [("organization", "Unamos", 3)]
    assert len(kinds(party[0], ("Unamos", "person"))) == 2  # one page alone may be mistaken
    assert len(kinds(*party, ("Unamos", "person"), ("Ana Unamos", "person"))) == 3
