"""Who acts behind a name: a country behind its adjective, and behind its capital when it speaks.

"Kenyan troops" and "Nairobi condemned" are acts of Kenya (PLOVER manual, 2024: actors are coded by
country). A capital that is bombed is a place; one that condemns is a government.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from histor.extract.events.found_events import VERBAL
from histor.extract.names.affiliations import countries_in
from histor.records import Entity, Event

__all__ = ["Actors", "countries_of"]


def countries_of(entities: Iterable[Entity]) -> dict[str, str]:
    """Return the country of each ISO 3166 code that is named: the id of the entity most named."""
    countries: dict[str, tuple[int, str]] = {}
    for entity in entities:
        if entity.place is not None and entity.place.feature == "PCLI" and entity.country:
            own = len(entity.mentions), entity.id
            countries[entity.country] = max(own, countries.get(entity.country, own))
    return {code: id_ for code, (_, id_) in countries.items()}


class Actors:
    """Finds the country that an entity of the case stands for."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        groups: dict[str, str] = {}
        peoples: dict[str, tuple[bool, int, str]] = {}
        called: dict[str, str] = {}
        capitals: dict[str, str] = {}

        def seen() -> Iterator[Entity]:
            for entity in entities:
                if entity.kind == "group" and " " not in entity.name:
                    for code in countries_in(entity.name)[:1]:
                        own = entity.name.endswith("s"), len(entity.mentions), entity.id
                        peoples[code] = max(own, peoples.get(code, own))
                        called[entity.id] = code
                if entity.country is None:
                    pass
                elif entity.kind == "group" and " " not in entity.name:
                    groups[entity.id] = entity.country
                elif entity.place is not None and entity.place.feature == "PPLC":
                    capitals[entity.id] = entity.country
                yield entity

        #: the id of each country that is named, by its ISO 3166 code
        self.countries = countries = countries_of(seen())
        self._groups = {e: countries[c] for e, c in groups.items() if c in countries}
        #: by the id of an adjective or a people, the one by which most call it: "Latvians"
        self._peoples = {e: peoples[code][-1] for e, code in called.items()}
        self._capitals = {e: countries[c] for e, c in capitals.items() if c in countries}

    def of(self, event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of actors and recipients, a country in the place of what stands for it."""
        actors = tuple(dict.fromkeys(self._doing(a, event) for a in event.actors))
        recipients = dict.fromkeys(self._suffering(r, event) for r in event.recipients)
        return actors, tuple(r for r in recipients if r not in actors)

    def _doing(self, party: str, event: Event) -> str:
        """Return for whom a doer acts: people for themselves, "Kenyan nurses marched"."""
        return self.people(party) if party in event.peoples else self.speaks_for(party)

    def _suffering(self, party: str, event: Event) -> str:
        if party in event.peoples:
            return self.people(party)
        return self.speaks_for(party) if event.quad in VERBAL else self._groups.get(party, party)

    def entity_of(self, ids: Mapping[str, str]) -> Callable[[str], str]:
        """Return what maps a page's entity to the case's, a people to its country.

        A capital stays itself: what happens in it is told apart from what its country does.
        """

        def case_entity(entity: str) -> str:
            known = ids.get(entity, entity)
            return self._groups.get(known, known)

        return case_entity

    def people(self, entity: str) -> str:
        """Return the id by which a people is called most, or its own: "Kenyan" and "Kenyans"."""
        return self._peoples.get(entity, entity)

    def government(self, entity: str) -> str:
        """Return the id of the country whose capital an entity is, or its own: "Lima said"."""
        return self._capitals.get(entity, entity)

    def speaks_for(self, entity: str) -> str:
        """Return the id of the country that an entity stands for, or its own."""
        return self._groups.get(entity) or self._capitals.get(entity) or entity
