"""A name of two words is what most pages say it is."""

from __future__ import annotations

import pytest

from histor.link.cases import link_entities
from histor.records import EntityKind
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
            [("Alto Verde", "place"), ("Alto Verde", "place"), ("Alto Verde", "person")],
            [("person", "Alto Verde", 1), ("place", "Alto Verde", 2)],
        ),
    ],
)
def test_the_kind_most_pages_say(
    named: list[tuple[str, EntityKind]], expected: list[tuple[str, str, int]]
) -> None:
    assert kinds(*named) == expected
