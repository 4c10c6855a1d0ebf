"""Sources that only another page lets name: "the Chilean president", where it says who that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import msgspec

from histor.extract.names.affiliations import countries_in
from histor.extract.names.described import Described
from histor.records import Claim, ClaimSource, Entity

__all__ = ["with_described_sources"]

#: a phrase of at most so many words up to its head
_LONGEST = 6
#: phrases whose meaning is kept: pages use the same ones again and again
_KNOWN = 100_000
_WORDS = re.compile(r"[^,;:()“”\"]+")


def with_described_sources(claims: Iterable[Claim], entities: Iterable[Entity]) -> Iterator[Claim]:
    """Yield the claims; a source that no page's own words resolve is looked for in the case."""
    described = Described(entities)

    @lru_cache(_KNOWN)
    def meant(before: str, head: str, behind: str) -> str | None:
        entity = described.entity(before, head, behind)
        return entity.id if entity is not None else None

    for claim in claims:
        if claim.source is None or claim.source.entity is not None:
            yield claim
        else:
            yield msgspec.structs.replace(claim, source=_named(claim.source, meant))


def _named(source: ClaimSource, meant: Callable[[str, str, str], str | None]) -> ClaimSource:
    naming, _, behind = source.text.partition(" of ")
    words = naming.split()
    if not 1 < len(words) <= _LONGEST or not _WORDS.fullmatch(source.text):
        return source
    before = " ".join(words[:-1])
    # of no country: only its own page could tell
    if not countries_in(behind) if behind else before.lower() == "the":
        return source
    entity = meant(before, words[-1], behind)
    return source if entity is None else msgspec.structs.replace(source, entity=entity)
