"""One statement on several pages: what the same source says, in like words.

Statements of one source are compared by their weighed words, so that a translation or a paraphrase
joins if it keeps the words that matter. Candidates share a source and a rare word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

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


def with_same_claims(
    claims: Sequence[Claim], news: News, speaks_for: Callable[[str], str]
) -> tuple[Claim, ...]:
    """Return the claims, each naming those of other pages that report the same statement.

    Args:
        claims: in a fixed order, their sources entities of the case.
        speaks_for: an entity to the country it stands for, or to itself.
    """
    vectors = {}
    marks: list[tuple[int, list[tuple[str, str]]]] = []
    for n, claim in enumerate(claims):
        if claim.source is None or claim.source.entity is None:
            continue
        words = stems(claim.content.text)
        if len(words) < _FEWEST:
            continue
        vectors[n] = news.vector(words)
        speaker = speaks_for(claim.source.entity)
        marks.append((n, [(speaker, word) for word in vectors[n]]))
    same: dict[int, set[str]] = defaultdict(set)
    for first, second in pairs_sharing(marks, _COMMON):
        one, other = claims[first], claims[second]
        if one.document == other.document or one.act != other.act:
            continue
        if cosine(vectors[first], vectors[second]) >= _SAME:
            same[first].add(other.id)
            same[second].add(one.id)
    return tuple(
        msgspec.structs.replace(claim, same_as=tuple(sorted(same[n]))) if n in same else claim
        for n, claim in enumerate(claims)
    )
