from __future__ import annotations

import msgspec

from histor.link.actors import Actors
from histor.records import Entity, EntityKind, Name, Place
from tests.link.test_events import page


def entity(
    id_: str, name: str, kind: EntityKind, country: str, feature: str | None = None
) -> Entity:
    place = (
        Place(latitude=0.0, longitude=0.0, geonames_id=1, country=country, feature=feature)
        if feature
        else None
    )
    names = (Name(text=name, count=1),)
    return Entity(
        id=id_, name=name, kind=kind, names=names, country=country, place=place, mentions=()
    )


KENYA = entity("ent_ke", "Kenya", "place", "KE", "PCLI")
KENYAN = entity("ent_kenyan", "Kenyan", "group", "KE")
NAIROBI = entity("ent_nairobi", "Nairobi", "place", "KE", "PPLC")
PERU = entity("ent_pe", "Peru", "place", "PE", "PCLI")
EVENT = page(1, None).events[0]


def acting(actors: tuple[str, ...], recipients: tuple[str, ...], quad: int) -> tuple[str, ...]:
    event = msgspec.structs.replace(EVENT, actors=actors, recipients=recipients, quad=quad)
    found = Actors([KENYA, KENYAN, NAIROBI, PERU]).of(event)
    return (*found[0], ">", *found[1])


def test_a_country_stands_for_its_adjective_and_its_speaking_capital() -> None:
    assert acting(("ent_kenyan", "ent_nairobi"), ("ent_pe",), 3) == ("ent_ke", ">", "ent_pe")


def test_a_capital_that_is_struck_is_a_place() -> None:
    assert acting(("ent_pe",), ("ent_nairobi",), 4) == ("ent_pe", ">", "ent_nairobi")
    assert acting(("ent_pe",), ("ent_nairobi",), 3) == ("ent_pe", ">", "ent_ke")


def test_without_the_country_names_stay() -> None:
    event = msgspec.structs.replace(EVENT, actors=("ent_kenyan",), recipients=())
    assert Actors([KENYAN, PERU]).of(event) == (("ent_kenyan",), ())


def test_a_people_that_speaks_is_no_government() -> None:
    actors = Actors([KENYA, KENYAN, NAIROBI, PERU])
    speaking = map(actors.government, ("ent_nairobi", "ent_kenyan", "ent_pe"))
    assert [*speaking] == ["ent_ke", "ent_kenyan", "ent_pe"]


def test_people_stand_for_no_country() -> None:
    event = msgspec.structs.replace(
        EVENT,
        actors=("ent_kenyan",),
        recipients=("ent_nairobi",),
        peoples=("ent_kenyan",),
        quad=3,
    )
    assert Actors([KENYA, KENYAN, NAIROBI]).of(event) == (("ent_kenyan",), ("ent_ke",))
