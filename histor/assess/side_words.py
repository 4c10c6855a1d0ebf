"""On whose side words put somebody: a named body, a country, those in power, a crowd, rebels.

Two sides of a quarrel are named in many ways: "the police" and "officers", "the organisers" and
"a peaceful crowd", "Ibarra's spokesman" and "forces allied with Ibarra". Each is a set of keys, and
two phrases that share one may be one side.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Set

from histor.assess.ledger import Ground
from histor.records import Claim, Entity

__all__ = ["SideWords"]

_NAME = re.compile(r"[^\W\d_][\w’'-]+")
#: what kinds of sides are called, where no name tells which
_KINDS = {
    "state": re.compile(
        r"\b(?:governments?|army|armed forces|military|soldiers?|troops?|ministry|minister|junta|"
        r"authorities|air force|navy|coast ?guards?|security (?:forces|services?|agents?)|police|"
        r"policem[ae]n|policewom[ae]n|officers?|gendarmes?|border guards?|security guards?|"
        r"commandos?|regime)\b",
        re.I,
    ),
    "crowd": re.compile(
        r"\b(?:protest(?:e|o)rs?|demonstrators?|marchers?|organi[sz]ers?|activists?|rioters?|"
        r"crowds?|strikers?|youths?|students?|civilians?|villagers|residents|worshippers|mourners|"
        r"demonstrations?|protests?|march|rally|supporters|opposition)\b",
        re.I,
    ),
    "rebels": re.compile(
        r"\b(?:rebels?|insurgents?|guerrillas?|militants?|militia(?:m[ae]n|s)?|separatists?|"
        r"gunmen|fighters?|paramilitar(?:y|ies)|terrorists?|bandits?|outlaws?|"
        r"(?:armed|outlaw|criminal) (?:groups?|gangs?))\b",
        re.I,
    ),
}
#: "government soldiers" of a country that is named are that country's, "opposition forces" nobody's
_NOT_STATE = re.compile(r"\b(?:rebel|opposition|separatist|militia|former|ex-)\W+\w+\b", re.I)


class SideWords:
    """The sides that words of some pages name."""

    def __init__(self, pages: Set[str], entities: Iterable[Entity], ground: Ground) -> None:
        """Look up who is named on ``pages``, and where."""
        self._ground = ground
        self._named: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for entity in entities:
            if entity.kind == "place":
                continue
            for mention in entity.mentions:
                if mention.document in pages:
                    self._named[mention.document].append((mention.start, entity.id))
        for named in self._named.values():
            named.sort()

    def of(self, page: str, start: int, end: int) -> frozenset[str]:
        """Return the sides that a page's words name: ids, "in XX" for a country, and kinds."""
        text = self._ground.documents[page].text[start:end]
        lands = self._ground.lands
        keys = {
            f"in {lands[w]}"
            for m in _NAME.finditer(text)
            if (w := m[0].lower().removesuffix("'s").removesuffix("’s")) in lands
        }
        named = self._named.get(page, [])
        at = bisect_left(named, (start, ""))
        while at < len(named) and named[at][0] < end:
            keys.add(named[at][1])
            at += 1
        plain = _NOT_STATE.sub(" ", text)
        keys |= {kind for kind, words in _KINDS.items() if words.search(plain)}
        return frozenset(keys)

    def is_person(self, side: str) -> bool:
        """Say whether a side is a person that the pages name."""
        entity = self._ground.entities.get(side)
        return entity is not None and entity.kind == "person"

    def teller(self, claim: Claim) -> frozenset[str]:
        """Return on whose side a source speaks: who it is, its country, whose it is called."""
        source = claim.source
        if source is None:
            return frozenset()
        keys = self.of(claim.document, source.span.start, source.span.end)
        entity = self._ground.entities.get(source.entity) if source.entity is not None else None
        if entity is None:
            return keys
        titles = " ".join(f"{r.title} {r.of or ''}" for r in entity.roles)
        keys |= {kind for kind, words in _KINDS.items() if words.search(titles)}
        own = frozenset([entity.id])
        for role in entity.roles:
            for span in role.evidence:
                if span.document == claim.document:
                    own |= self.of(span.document, span.start, span.end)
        # a body's spokesman in another's ministry is nobody's: its own country counts where known
        lands = {k for k in keys | own if k.startswith("in ")}
        if entity.country and not lands:
            own |= {f"in {entity.country}"}
        return keys | own
