"""The points on the map of the places that a page names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from histor.extract.places.gazetteer import Candidate
from histor.extract.places.toponyms import resolve
from histor.records import Document, Entity, Place

__all__ = ["with_places"]


def with_places(document: Document, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities, each place that the gazetteer knows with its point and country.

    A place is the one that most of its mentions mean.
    """
    mentions = [
        (n, m.start, m.end)
        for n, entity in enumerate(entities)
        if entity.kind == "place"
        for m in entity.mentions
    ]
    found = resolve(document.text, [(start, end) for _, start, end in mentions])
    meant: dict[int, Counter[Candidate]] = {}
    for (n, _, _), place in zip(mentions, found, strict=True):
        if place is not None:
            meant.setdefault(n, Counter())[place] += 1
    return tuple(
        _placed(entity, meant[n].most_common(1)[0][0]) if n in meant else entity
        for n, entity in enumerate(entities)
    )


def _placed(entity: Entity, place: Candidate) -> Entity:
    point = Place(
        latitude=place.latitude,
        longitude=place.longitude,
        geonames_id=place.id,
        country=place.country or None,
        feature=place.feature,
    )
    return msgspec.structs.replace(entity, place=point, country=place.country or entity.country)
