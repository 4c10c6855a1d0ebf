"""From judgements to clusters, the same for any order in which the judgements came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from histor.records import Judgement

__all__ = ["clusters"]

_PROGRAM = "histor."
_Verdict = Literal["same", "different", "unsure"]
_VERDICTS: tuple[_Verdict, ...] = ("different", "same", "unsure")


def clusters(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Return, for each thing judged, the least id of its cluster.

    Clusters are the connected components of the ``same`` judgements, except that no component
    holds two things judged ``different``. A person's word outranks the program's: people's
    judgements are taken first, and where one author judged a pair twice the later one, by its
    place in ``judgements``, counts. ``unsure`` joins and parts nothing.
    """
    forest = _Forest()
    for left, right, verdict in _standing(judgements):
        forest.add(left)
        forest.add(right)
        if verdict == "different":
            forest.part(left, right)
        elif verdict == "same":
            forest.join(left, right)
    return forest.roots()


def _standing(judgements: Iterable[Judgement]) -> Iterator[tuple[str, str, _Verdict]]:
    """Yield the judgements that count: people's before the program's, partings before joins."""
    # there are many: no more is held of each than this
    latest: dict[tuple[str, str, bool], _Verdict] = {}
    for judgement in judgements:
        left, right = sorted((judgement.left, judgement.right))
        latest[left, right, judgement.by.startswith(_PROGRAM)] = judgement.verdict
    for program in (False, True):
        for verdict in _VERDICTS:
            pairs = (p for p, said in latest.items() if p[2] == program and said == verdict)
            yield from ((left, right, verdict) for left, right, _ in sorted(pairs))


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

    def roots(self) -> dict[str, str]:
        """Return the root of each thing; nothing is to be joined afterwards."""
        for thing in self.parents:
            self.root(thing)  # makes it the thing's own parent
        return self.parents

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
