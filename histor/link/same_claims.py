"""One statement on several pages: what the same source says, in like words.

Statements of one source are compared by their weighed words, so that a translation or a paraphrase
joins if it keeps the words that matter. Candidates share a source and a rare word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from histor.link.pairs import pairs_sharing
from histor.link.vectors import News, cosine, stems
from histor.records import Claim

__all__ = ["with_same_claims"]

#: cosine from which two statements are one
_SAME = 0.5
#: words of a statement that is compared
_FEWEST = 4
#: statements of one source with a word beyond which the word proposes nothing
_COMMON = 40
_SMALL = frozenset(["the", "and", "its", "for", "his", "her", "their"])
#: statements that are kept at hand while they are compared
_AT_HAND = 4000


def with_same_claims(
    claims: Sequence[Claim], news: News, speaks_for: Callable[[str], str]
) -> Iterator[Claim]:
    """Yield the claims, each naming those of other pages that report the same statement.

    Args:
        claims: in a fixed order, their sources entities of the case.
        speaks_for: an entity to the country it stands for, or to itself.
    """
    told = lru_cache(_AT_HAND)(lambda n: news.vector(stems(claims[n].content.text)))
    same: dict[int, set[str]] = defaultdict(set)
    for first, second in pairs_sharing(_marks(claims, speaks_for), _COMMON):
        one, other = claims[first], claims[second]
        if one.document == other.document or one.act != other.act:
            continue
        if cosine(told(first), told(second)) >= _SAME:
            same[first].add(other.id)
            same[second].add(one.id)
    for n, claim in enumerate(claims):
        if n in same:
            yield msgspec.structs.replace(claim, same_as=tuple(sorted(same[n])))
        else:
            yield claim


def _marks(
    claims: Iterable[Claim], speaks_for: Callable[[str], str]
) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    for n, claim in enumerate(claims):
        speaker = _speaker(claim, speaks_for)
        words = stems(claim.content.text)
        if speaker is not None and len(words) >= _FEWEST:
            yield n, [(speaker, word) for word in dict.fromkeys(words)]


def _speaker(claim: Claim, speaks_for: Callable[[str], str]) -> str | None:
    """Return what stands for a claim's source: its entity, or the words of "the harbour police"."""
    if claim.source is None:
        return None
    if claim.source.entity is not None:
        return speaks_for(claim.source.entity)
    words = sorted(set(stems(claim.source.text)) - _SMALL)
    return " ".join(words) if len(words) > 1 else None
