"""One statement on several pages: what the same source says, in like words.

Statements of one source are compared by their weighed words, so that a translation or a paraphrase
joins if it keeps the words that matter. Candidates share a source and a rare word.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import msgspec
import numpy as np

from histor.link.bags import Bags
from histor.link.pairs import pairs_sharing
from histor.link.rows import Ints, Numbering
from histor.link.vectors import News, stems
from histor.records import Claim

__all__ = ["with_same_claims"]

#: cosine from which two statements are one
_SAME = 0.5
#: words of a statement that is compared
_FEWEST = 4
#: statements of one source with a word beyond which the word proposes nothing
_COMMON = 40
_SMALL = frozenset(["the", "and", "its", "for", "his", "her", "their"])
#: pairs of statements that are compared together
_AT_ONCE = 10_000


def with_same_claims(
    claims: Sequence[Claim], news: News, speaks_for: Callable[[str], str]
) -> Iterator[Claim]:
    """Yield the claims, each naming those of other pages that report the same statement.

    Args:
        claims: in a fixed order, their sources entities of the case.
        speaks_for: an entity to the country it stands for, or to itself.
    """
    told = _Told(claims, news, speaks_for)
    same: dict[int, set[int]] = defaultdict(set)
    pairs = pairs_sharing(told.marks(), _COMMON)
    while batch := list(islice(pairs, _AT_ONCE)):
        ends = np.array(batch, np.int64)
        for first, second in told.one_statement(ends[:, 0], ends[:, 1]):
            same[first].add(second)
            same[second].add(first)
    for n, claim in enumerate(claims):
        if n in same:
            others = sorted(claims[other].id for other in same[n])
            yield msgspec.structs.replace(claim, same_as=tuple(others))
        else:
            yield claim


class _Told:
    """The statements that have a source and words enough, as columns."""

    def __init__(
        self, claims: Iterable[Claim], news: News, speaks_for: Callable[[str], str]
    ) -> None:
        self._claims, self._speaks_for = claims, speaks_for
        self._bags = Bags(news)
        self._pages, self._acts = array("i"), array("b")
        #: the place of each among all claims
        self._places = array("i")

    def marks(self) -> Iterator[tuple[int, list[tuple[str, str]]]]:
        """Yield the statements by number, and what two of them must share to be compared."""
        pages, acts = Numbering(), Numbering()
        for n, claim in enumerate(self._claims):
            speaker = _speaker(claim, self._speaks_for)
            words = stems(claim.content.text)
            if speaker is None or len(words) < _FEWEST:
                continue
            yield len(self._places), [(speaker, word) for word in dict.fromkeys(words)]
            self._bags.append(words)
            self._pages.append(pages.of(claim.document))
            self._acts.append(acts.of(claim.act))
            self._places.append(n)
        self._bags.measure()

    def one_statement(self, first: Ints, second: Ints) -> Iterator[tuple[int, int]]:
        """Yield the pairs of two pages that are one statement, by their places among all claims."""
        pages, acts, places = (np.array(x) for x in (self._pages, self._acts, self._places))
        can_be = (pages[first] != pages[second]) & (acts[first] == acts[second])
        first, second = first[can_be], second[can_be]
        same = self._bags.cosines(first, second) >= _SAME
        yield from zip(places[first[same]].tolist(), places[second[same]].tolist(), strict=True)


def _speaker(claim: Claim, speaks_for: Callable[[str], str]) -> str | None:
    """Return what stands for a claim's source: its entity, or the words of "the harbour police"."""
    if claim.source is None:
        return None
    if claim.source.entity is not None:
        return speaks_for(claim.source.entity)
    words = sorted(set(stems(claim.source.text)) - _SMALL)
    return " ".join(words) if len(words) > 1 else None
