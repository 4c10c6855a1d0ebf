"""From judgements to clusters, the same for any order in which the judgements came."""

from __future__ import annotations

from collections.abc import Iterable

from histor.records import Judgement

__all__ = ["clusters"]

_PROGRAM = "histor."


def clusters(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Return, for each thing judged, the least id of its cluster.

    Clusters are the connected components of the ``same`` judgements, except that no component
    holds two things judged ``different``. A person's word outranks the program's: people's
    judgements are taken first, and where one author judged a pair twice the later one, by its
    place in ``judgements``, counts. ``unsure`` joins and parts nothing.
    """
    forest = _Forest()
    standing = _standing(judgements)
    for judgement in standing:
        forest.add(judgement.left)
        forest.add(judgement.right)
        if judgement.verdict == "different":
            forest.part(judgement.left, judgement.right)
        elif judgement.verdict == "same":
            forest.join(judgement.left, judgement.right)
    return {thing: forest.root(thing) for thing in forest.parents}


def _standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that count: people's before the program's, partings before joins."""
    latest: dict[tuple[str, str, bool], Judgement] = {}
    for judgement in judgements:
        pair = sorted((judgement.left, judgement.right))
        latest[pair[0], pair[1], judgement.by.startswith(_PROGRAM)] = judgement
    verdicts = ("different", "same", "unsure")
    ranked = sorted(
        latest.items(), key=lambda item: (item[0][2], verdicts.index(item[1].verdict), item[0])
    )
    return [judgement for _, judgement in ranked]


class _Forest:
    """Disjoint sets whose root is their least member, with pairs of sets that must not join."""

    def __init__(self) -> None:
        self.parents: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}

    def add(self, thing: str) -> None:
        self.parents.setdefault(thing, thing)

    def root(self, thing: str) -> str:
        top = thing
        while self.parents[top] != top:
            top = self.parents[top]
        while self.parents[thing] != top:
            self.parents[thing], thing = top, self.parents[thing]
        return top

    def part(self, left: str, right: str) -> None:
        a, b = self.root(left), self.root(right)
        if a != b:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def join(self, left: str, right: str) -> None:
        a, b = sorted((self.root(left), self.root(right)))
        if a == b or b in self._apart.get(a, ()):
            return
        self.parents[b] = a
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart.setdefault(a, set()).add(other)
