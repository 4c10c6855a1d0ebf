"""Described sources that are one body of one state."""

from __future__ import annotations

import pytest

from histor.records import Entity, Name, Place
from histor.tell.same_source import Bodies


def named(name: str, country: str, feature: str | None = None) -> Entity:
    place = (
        Place(latitude=0.0, longitude=0.0, geonames_id=1, country=country, feature=feature)
        if feature
        else None
    )
    return Entity(
        id=f"ent_{name}",
        name=name,
        kind="place" if feature else "group",
        names=(Name(text=name, count=1),),
        mentions=(),
        country=country,
        place=place,
    )


BODIES = Bodies(
    [
        named("Norway", "NO", "PCLI"),
        named("Norwegian", "NO"),
        named("Oslo", "NO", "PPLC"),
        named("Swedish", "SE"),
        named("Bergen", "NO", "PPL"),
    ]
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Norwegian army", "Norway's military"),
        ("Norway’s armed forces", "the Norwegian Army"),
        ("Norway's health ministry", "the ministry of health in Oslo"),
        ("the Norwegian Foreign Ministry", "Norway's ministry of foreign affairs"),
        ("The opposition", "the opposition"),
    ],
)
def test_words_for_one_body_are_grouped(one: str, other: str) -> None:
    assert BODIES.key(one) == BODIES.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Norwegian army", "the Swedish army"),
        ("the Norwegian army", "the army"),
        ("the Norwegian army", "the Norwegian navy"),
        ("the Norwegian health ministry", "the Norwegian foreign ministry"),
        ("the Norwegian army", "the Norwegian army in the Swedish town"),
        ("police in Oslo", "police in Bergen"),
        ("two Norwegian officials", "Norwegian officials"),
    ],
)
def test_words_for_two_bodies_are_not(one: str, other: str) -> None:
    assert BODIES.key(one) != BODIES.key(other)
