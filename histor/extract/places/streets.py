"""Streets and squares that no map has, whose town the words before them tell."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from histor.records import Entity

__all__ = ["town_of_street"]

#: GeoNames' towns
_TOWNS = frozenset(["PPL", "PPLC"])


def town_of_street(name: Token, place: Entity, at: Mapping[int, Entity]) -> Entity:
    """Return the town whose a place on no map is called, else that place: "Lima's Olmo Road"."""
    if place.place is not None:
        return place
    owners = (at.get(c.i) for c in name.children if c.dep_ == "nmod:poss")
    towns = (o for o in owners if o is not None and o.place is not None)
    return next((t for t in towns if t.place is not None and t.place.feature in _TOWNS), place)
