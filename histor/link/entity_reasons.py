"""Why the names of one entity are one, in sentences: what the judgements that joined them say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from histor.counts import counted
from histor.link.names import name_key
from histor.link.same_name import known_names
from histor.records import Entity, Judgement

__all__ = ["Reasons"]

#: reasons that are told of one entity
_TOLD = 6


class Reasons:
    """The reasons of the judgements that joined names, by cluster."""

    def __init__(self, judgements: Iterable[Judgement], cluster: Mapping[str, str]) -> None:
        """Take the judgements made on a case, and each thing's cluster."""
        self._of: dict[str, list[str]] = defaultdict(list)
        for judgement in judgements:
            root = cluster.get(judgement.left)
            if judgement.verdict == "same" and root == cluster.get(judgement.right) and root:
                self._of[root] += judgement.reasons

    def of(self, members: Sequence[Entity], root: str | None) -> tuple[str, ...]:
        """Return why pages' entities are one, at most six sentences; none of an entity of one page.

        Args:
            members: the entities of the pages.
            root: their cluster.
        """
        pages: dict[str, set[str]] = defaultdict(set)
        names: dict[str, set[str]] = defaultdict(set)
        for entity in members:
            key = name_key(entity.name)
            names[key].add(entity.name)
            pages[key] |= {m.document for m in entity.mentions}
        found = [
            f"{counted(len(pages[key]), 'page')} name “{min(names[key])}”, "
            "case, accents and punctuation aside."
            for key in sorted(pages, key=lambda k: (-len(pages[k]), k))
            if len(pages[key]) > 1
        ]
        if len(names) > 1:
            found += sorted(set(self._of.get(root or "", ())))
            alike = {entity.name: entity for entity in members}
            known = (j for _, entity in sorted(alike.items()) for j in known_names(entity))
            found += dict.fromkeys(reason for j in known for reason in j.reasons)
        return tuple(found[:_TOLD])
