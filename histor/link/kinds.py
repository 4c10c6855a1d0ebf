"""The kind of a name by all pages of the case: a person on nine pages is no place on the tenth.

Only names of two words and more are told so: a town and a newspaper may well share one word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from histor.link.names import name_key
from histor.link.pages import Pages
from histor.link.same_name import name_node
from histor.records import Entity, EntityKind, Judgement

__all__ = ["CRITERION", "agree_on_kinds"]

CRITERION = "histor.same_kind.v1"
#: pages that must say what a name is, and how many times those that say otherwise
_LEAST, _TIMES = 2, 2
_BEARERS: tuple[EntityKind, ...] = ("person", "organization")


def agree_on_kinds(pages: Pages) -> list[Judgement]:
    """Give names the kind that most pages say, and return the judgements that say so.

    A name that some page has on the map keeps its kinds.
    """
    said: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    located: set[str] = set()
    for own in pages.entities:
        for key, entity in _told(own):
            said[key][entity.kind] += 1
            if entity.place is not None:
                located.add(key)
    agreed = {
        key: kind
        for key, counts in said.items()
        if len(counts) > 1 and key not in located
        for kind, count in counts.most_common(1)
        if kind in _BEARERS and count >= _LEAST and count >= _TIMES * (counts.total() - count)
    }
    made: list[Judgement] = []
    if not agreed:
        return made
    for n, own in enumerate(pages.entities):
        other = {e.id: agreed[key] for key, e in _told(own) if agreed.get(key, e.kind) != e.kind}
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
        reasons=(f"Most pages name “{entity.name}” as a {kind}.",),
    )
