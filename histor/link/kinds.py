"""The kind of a name by all pages of the case: a person on nine pages is no place on the tenth.

Only names of two words and more are told so: a town and a newspaper may well share one word. But
who has one name alone, no title and nothing to say, where other pages know a place or a navy's ship
of that name, is the place or the ship; and a body of one word is the person whose surname it is on
other pages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Set
from typing import NamedTuple

import msgspec

from histor.extract.name_kinds import names_ship
from histor.link.names import name_key
from histor.link.pages import Pages
from histor.link.same_name import name_node
from histor.records import Claim, Entity, EntityKind, Judgement

__all__ = ["CRITERION", "agree_on_kinds", "named_alike"]

CRITERION = "histor.same_kind.v1"
#: pages that must say what a name is, and how many times those that say otherwise
_LEAST, _TIMES = 2, 2
#: which of several things of one name the name stands for
_KINDS: tuple[EntityKind, ...] = ("place", "organization", "group", "person", "other")
_BEARERS: tuple[EntityKind, ...] = ("person", "organization")
#: pages that must tell of a place on no map
_UNMAPPED = 2


def agree_on_kinds(pages: Pages) -> list[Judgement]:
    """Give names the kind that the other pages say, and return the judgements that say so.

    A name of two words or more that some page has on the map keeps its kinds.
    """
    agreed = _of_most(pages)
    known = _one_word_names(pages)
    made: list[Judgement] = []
    if not agreed and not any((known.places, known.ships, known.surnames)):
        return made
    for n, own in enumerate(pages.entities):
        other = {e.id: agreed[key] for key, e in _told(own) if agreed.get(key, e.kind) != e.kind}
        nameless = {
            e.id: kind
            for e in own
            if (kind := known.kind_of(name_key(e.name), e)) not in {None, e.kind}
        }
        if nameless:
            speaking = _speakers(pages.claims[n])
            other |= {
                id_: kind
                for id_, kind in nameless.items()
                if kind is not None and (kind == "person" or id_ not in speaking)
            }
        if other:
            pages.entities.put(
                n,
                tuple(
                    msgspec.structs.replace(e, kind=other[e.id]) if e.id in other else e
                    for e in own
                ),
            )
            made += [_same(e, other[e.id]) for e in own if e.id in other]
    return made


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

    def kind_of(self, key: str, entity: Entity) -> EntityKind | None:
        """Return what else a page's entity of one name is, by the other pages."""
        if entity.kind == "organization" and key in self.surnames:
            return "person"
        if entity.kind == "person" and not entity.roles:  # it bears one word, with no title
            return "place" if key in self.places else "organization" if key in self.ships else None
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
    for own in pages.entities:
        last: set[str] = set()
        for entity in own:
            words = name_key(entity.name).split()
            if entity.kind == "place" and len(words) == 1:
                places[words[0]] += 1
                if entity.place is not None:
                    located.add(words[0])
            elif entity.kind == "person" and words:
                (people if len(words) == 1 else borne).update(words)
                if len(words) > 1:
                    last.add(words[-1])
            elif entity.kind == "organization" and len(words) == 1:
                bodies.update(words)
            elif entity.kind == "organization":
                in_bodies.update(words)
                ships.update(w for w in words[1:] if names_ship(" ".join(words), w))
        surnames.update(last)
    alone = people - borne
    return _OneWordNames(
        frozenset(k for k in alone if k in located or places[k] >= _UNMAPPED),
        frozenset(k for k in alone & ships if k not in places),
        frozenset(
            k
            for k, n in bodies.items()
            if surnames[k] >= max(_LEAST, _TIMES * n) and k not in in_bodies and k not in places
        ),
    )


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
