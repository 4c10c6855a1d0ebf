"""Which described sources are one: "the Thai army", "Thailand's military", "Thai Army"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from histor.records import Entity

__all__ = ["Bodies"]

_WORD = re.compile(r"[^\W_]+(?:[.&-][^\W_]+)*")
#: words that tell nothing of which body it is
_SMALL = frozenset("the a an of for in its their our own s".split())
#: words for one body of a state
_SAME = {
    "military": "army",
    "forces": "army",
    "armed": "army",
    "troops": "army",
    "defence": "defense",
    "administration": "government",
    "authorities": "government",
    "leadership": "government",
    "department": "ministry",
    "affairs": "",
}
#: bodies that a state has one of
_BODIES = frozenset(
    "army navy police government ministry parliament presidency cabinet embassy".split()
)
_COUNTRIES = frozenset(["PCLI", "PCLD", "PCLS", "PCLF", "TERR", "PPLC"])


class Bodies:
    """The bodies of states by the words for them, as the entities of a case let them be read."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._lands: dict[str, str] = {}
        for entity in entities:
            place = entity.place.feature if entity.place else None
            if entity.country is None or (entity.kind != "group" and place not in _COUNTRIES):
                continue
            for name in entity.names:
                self._lands.setdefault(name.text.casefold(), entity.country)
        longest = max((n.count(" ") + 1 for n in self._lands), default=1)
        self._longest = min(longest, 4)

    def key(self, text: str) -> str:
        """Return what the words for a source are grouped by: the same for one body of one state.

        Of other sources, their words without an article.
        """
        words = [w.removesuffix("'s").removesuffix("’s") for w in text.casefold().split()]
        words = [w for part in words for w in _WORD.findall(part)]
        land, rest, at = None, set(), 0
        while at < len(words):
            size = next(
                (
                    n
                    for n in range(self._longest, 0, -1)
                    if " ".join(words[at : at + n]) in self._lands
                ),
                0,
            )
            if size:
                found = self._lands[" ".join(words[at : at + size])]
                if land not in {None, found}:  # "the Thai army in Cambodia"
                    return " ".join(words)
                land = found
                at += size
                continue
            if words[at] not in _SMALL:
                rest.add(_SAME.get(words[at], words[at]))
            at += 1
        rest -= {""}
        if land is None or not rest & _BODIES:
            return " ".join(w for n, w in enumerate(words) if n or w not in {"the", "a", "an"})
        return f"{land} {' '.join(sorted(rest))}"
