"""Names of one kind that are the same once spelling habits are set aside, or name one country."""

from __future__ import annotations

from collections.abc import Iterator

from histor.extract.names.known_actors import known_actor
from histor.extract.places.gazetteer import gazetteer
from histor.link.names import is_bare, name_key
from histor.records import Entity, EntityKind, Judgement, PageRecord, make_id

__all__ = ["CRITERION", "judge", "known_names", "name_node"]

CRITERION = "histor.same_name.v1"
ACTOR_CRITERION = "histor.known_actor.v1"
COUNTRY_CRITERION = "histor.same_country.v1"
#: GeoNames feature of an independent country
_STATE = "PCLI"


def name_node(kind: EntityKind, key: str) -> str:
    """Return the id of the name itself, to which every page's bearer of it is linked.

    It is the id of the entity in the case, so that whoever judges two entities of the case judges
    their names. A star around the name needs one judgement per page and entity; judging each pair
    would need a number that grows with the square of the pages.
    """
    return make_id("ent", kind, key)


def judge(page: PageRecord) -> Iterator[Judgement]:
    """Yield one judgement for each of the page's entities whose name tells who is meant.

    A name that does not (:func:`histor.link.names.is_bare`) gets none: its entity stays alone.
    """
    for entity in page.entities:
        key = name_key(entity.name)
        if not is_bare(entity.kind, key):
            yield _same(entity, key)
        yield from known_names(entity)


def known_names(entity: Entity) -> Iterator[Judgement]:
    """Yield what a name is known to be another name of: an actor of the list, a country."""
    known = known_actor(entity.name)
    other = known is not None and name_key(known.name) != name_key(entity.name)
    if known is not None and other and known.kind == entity.kind:
        yield _same_actor(entity, known.name)
    place = entity.place
    if place is not None and place.feature == _STATE and entity.country:
        named = gazetteer().named(entity.name)  # "the Peruvian School" is no name of Peru
        if any(c.feature == _STATE and c.country == entity.country for c in named):
            yield _same_country(entity, entity.country)


def _same_actor(entity: Entity, name: str) -> Judgement:
    """Return that a name is known to be another's whose name is given ("U.N.")."""
    return Judgement(
        left=entity.id,
        right=name_node(entity.kind, name_key(name)),
        verdict="same",
        by=ACTOR_CRITERION,
        score=1.0,
        reasons=(f"“{entity.name}” is a name of “{name}” (histor's list of actors).",),
    )


def _same_country(entity: Entity, code: str) -> Judgement:
    """Return that a name means a country, whichever of its names it is ("U.S.", "America")."""
    return Judgement(
        left=entity.id,
        right=name_node("place", f"country {code}"),
        verdict="same",
        by=COUNTRY_CRITERION,
        score=1.0,
        reasons=(f"“{entity.name}” is a name of the country {code} (GeoNames).",),
    )


def _same(entity: Entity, key: str) -> Judgement:
    return Judgement(
        left=entity.id,
        right=name_node(entity.kind, key),
        verdict="same",
        by=CRITERION,
        score=1.0,
        reasons=(
            f"The page names the {entity.kind} “{entity.name}”, "
            f"which is the name “{key}” once case, accents and punctuation are set aside.",
        ),
    )
