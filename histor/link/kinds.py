"""The kind of a name by all pages of the case: a person on nine pages is no place on the tenth.

Only names of two words and more are told so: a town and a newspaper may well share one word. But
who has one name alone, no title and nothing to say, where other pages know a place or a navy's ship
of that name, is the place or the ship, and where they know a town by any of its names, the town;
and a body of one word is the person whose surname it is on other pages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import NamedTuple

import msgspec

from histor.extract.names.name_kinds import names_ship
from histor.extract.places.gazetteer import gazetteer
from histor.link.names import name_key, without_article
from histor.link.pages import Pages
from histor.link.same_name import name_node
from histor.records import Claim, Entity, EntityKind, Judgement, Place

__all__ = ["CRITERION", "agree_on_kinds", "named_alike"]

CRITERION = "histor.same_kind.v1"
#: pages that must say what a name is, and how many times those that say otherwise
_LEAST, _TIMES = 2, 2
#: and how many times those that take a body's name for a place's
_SURELY = 3
#: which of several things of one name the name stands for
_KINDS: tuple[EntityKind, ...] = ("place", "organization", "group", "person", "other")
_BEARERS: tuple[EntityKind, ...] = ("person", "organization")
#: pages that must tell of a place on no map
_UNMAPPED = 2
#: GeoNames' towns
_TOWNS = frozenset(["PPL", "PPLC"])


def agree_on_kinds(pages: Pages) -> list[Judgement]:
    """Give names the kind that the other pages say, and return the judgements that say so.

    A name of two words or more that some page has on the map keeps its kinds.
    """
    agreed = _of_most(pages)
    known = _one_word_names(pages)
    made: list[Judgement] = []
    if not agreed and not any(known):
        return made
    for n, own in enumerate(pages.entities):
        other = {e.id: agreed[key] for key, e in _told(own) if agreed.get(key, e.kind) != e.kind}
        nameless = {
            e.id: kind
            for e in own
            if (kind := known.kind_of(name_key(e.name), e)) not in {None, e.kind}
        }
        if nameless:
            bodies = {e.id for e in own if name_key(e.name) in known.bodies}
            speaking = _speakers(pages.claims[n])
            other |= {
                id_: kind
                for id_, kind in nameless.items()
                if kind is not None and (kind == "person" or id_ not in speaking or id_ in bodies)
            }
        if other:
            changed = (_as(e, other[e.id], known.towns) if e.id in other else e for e in own)
            pages.entities.put(n, tuple(changed))
            made += [_same(e, other[e.id]) for e in own if e.id in other]
    return made


def _as(entity: Entity, kind: EntityKind, towns: Mapping[str, Place]) -> Entity:
    """Return an entity with another kind; a town of the map with its point."""
    town = towns.get(name_key(entity.name)) if kind == "place" else None
    if town is None:
        return msgspec.structs.replace(entity, kind=kind)
    return msgspec.structs.replace(entity, kind=kind, place=town, country=town.country)


def _of_most(pages: Pages) -> dict[str, EntityKind]:
    """Return the names of two words and more that several kinds have, and what most pages say."""
    said: dict[EntityKind, Counter[str]] = defaultdict(Counter)
    several: set[str] = set()
    located: set[str] = set()
    for own in pages.entities:
        for key, entity in _told(own):
            said[entity.kind][key] += 1
            if sum(key in counts for counts in said.values()) > 1:
                several.add(key)
            if entity.place is not None:
                located.add(key)
    agreed: dict[str, EntityKind] = {}
    for key in several - located:
        count, kind = max((counts[key], kind) for kind, counts in said.items())
        others = sum(counts[key] for counts in said.values()) - count
        if kind in _BEARERS and count >= _LEAST and count >= _TIMES * others:
            agreed[key] = kind
    return agreed


class _OneWordNames(NamedTuple):
    """Names of one word that other pages know better."""

    places: Set[str]
    #: those of navies' ships, and surnames that pages take for a body's name
    ships: Set[str]
    surnames: Set[str]
    #: names that pages take for a body's, twice as many as for a person's, who bears no other, or
    #: for a place's that is on no map
    bodies: Set[str]
    #: first names and surnames, on no map, that a page takes for a place's
    called: Set[str]
    #: names of towns that other pages have on the map, by whichever of their names
    towns: Mapping[str, Place]
    #: names of any length that at least twice as many pages have on the map as take for a bearer's
    mapped: Set[str]

    def kind_of(self, key: str, entity: Entity) -> EntityKind | None:
        """Return what else a page's entity of one name is, by the other pages."""
        if entity.kind == "organization" and key in self.surnames:
            return "person"
        if entity.kind == "place" and entity.place is None:
            if key in self.called:
                return "person"
            return "organization" if key in self.bodies else None
        if (
            entity.kind in _BEARERS
            and not entity.roles
            and (key in self.towns or key in self.mapped)
        ):
            return "place"
        if entity.kind == "person" and not entity.roles:  # it bears one word, with no title
            if key in self.places:
                return "place"
            return "organization" if key in self.ships or key in self.bodies else None
        return None


def _one_word_names(pages: Pages) -> _OneWordNames:
    """Return the names of one word that pages know a place, a ship or a person by.

    No page has a person in full who bears the name of a place or ship; no body's name has the
    surname in it, and twice as many pages name the person as the body.
    """
    places: Counter[str] = Counter()
    located: set[str] = set()
    borne: set[str] = set()
    people: set[str] = set()
    ships: set[str] = set()
    surnames: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    in_bodies: set[str] = set()
    towns: dict[int, Place] = {}
    alike: set[str] = set()
    called: Counter[str] = Counter()
    titled: set[str] = set()
    on_map: Counter[str] = Counter()
    bearing: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for own in pages.entities:
        last: set[str] = set()
        first: set[str] = set()
        for entity in own:
            key = name_key(entity.name)
            words = key.split()
            one_word = len(without_article(key).split()) == 1
            on_map[key] += entity.kind == "place" and entity.place is not None
            bearing[key] += entity.kind in _BEARERS
            if entity.place is not None and entity.place.feature in _TOWNS:
                if entity.place.geonames_id:  # a part of a town has the town's point and no number
                    towns.setdefault(entity.place.geonames_id, entity.place)
            elif entity.kind in _BEARERS and one_word:
                alike.add(key)
            if entity.kind == "place" and len(words) == 1:
                places[words[0]] += 1
                if entity.place is not None:
                    located.add(words[0])
            elif entity.kind == "person" and words:
                (people if one_word else borne).update(words)
                called[key] += one_word
                if entity.roles:
                    titled.add(key)
                if len(words) > 1:
                    last.add(words[-1])
                    first.add(words[0])
            elif entity.kind == "organization" and len(words) == 1:
                bodies.update(words)
            elif entity.kind == "organization":
                in_bodies.update(words)
                ships.update(w for w in words[1:] if names_ship(" ".join(words), w))
        surnames.update(last)
        ends.update(first | last)
    alone = people - borne
    return _OneWordNames(
        frozenset(k for k in alone if k in located or places[k] >= _UNMAPPED),
        frozenset(k for k in alone & ships if k not in places),
        frozenset(
            k
            for k, n in bodies.items()
            if surnames[k] >= max(_LEAST, _TIMES * n) and k not in in_bodies and k not in places
        ),
        frozenset(
            k
            for k, n in bodies.items()
            if n >= max(_LEAST, _TIMES * called[k], _SURELY * places[k])
            and k not in borne | titled | located
        ),
        frozenset(
            k
            for k, n in places.items()
            if k not in located and ends[k] >= max(_LEAST, _TIMES * n) and k not in in_bodies
        ),
        {k: town for k in sorted(alike - borne) if (town := _town(k, towns)) is not None},
        frozenset(k for k, n in bearing.items() if n and on_map[k] >= max(_LEAST, _TIMES * n)),
    )


def _town(key: str, towns: Mapping[int, Place]) -> Place | None:
    """Return the town of a case that GeoNames knows by a name; none if several are."""
    names = key, without_article(key)
    found = {c.id for name in names for c in gazetteer().named(name)} & towns.keys()
    return towns[found.pop()] if len(found) == 1 else None


def _speakers(claims: Iterable[Claim]) -> set[str | None]:
    """Return the entities that say something."""
    return {s.entity for c in claims for s in (c.source, *c.chain) if s is not None}


def named_alike(
    entities: Iterable[Entity], entity_of: Callable[[str], str]
) -> Callable[[str], str]:
    """Return what ``entity_of`` does, with one entity for all of one name, whatever their kinds.

    As words of a page a name is one: a boat that one page takes for a person and another for a
    place tells both of the same news.
    """
    by_name: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for entity in entities:
        by_name[name_key(entity.name)].append((_KINDS.index(entity.kind), entity.id))
    one = {
        id_: min(alike)[1]
        for key, alike in by_name.items()
        if key and len({kind for kind, _ in alike}) > 1
        for _, id_ in alike
    }

    def told_as(entity: str) -> str:
        known = entity_of(entity)
        return one.get(known, known)

    return told_as


def _told(entities: tuple[Entity, ...]) -> Iterator[tuple[str, Entity]]:
    for entity in entities:
        key = name_key(entity.name)
        if " " in key and entity.kind != "group":
            yield key, entity


def _same(entity: Entity, kind: EntityKind) -> Judgement:
    return Judgement(
        left=entity.id,
        right=name_node(kind, name_key(entity.name)),
        verdict="same",
        by=CRITERION,
        score=0.9,
        reasons=(f"Other pages name “{entity.name}” as a {kind}.",),
    )
