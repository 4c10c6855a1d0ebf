"""One statement on several pages: what the same source says, in like words.

Statements of one source are compared by the words, numbers and names that matter, weighed by how
few texts of other news have them, and are none where a number, a name or a denial sets them at
odds. Candidates share a source and a word.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from histor.link.background import share_of_texts
from histor.link.pairs import pairs_sharing
from histor.link.rows import Floats, Ints, Numbering, Rows, Shared, shared, summed
from histor.link.statements import at_odds, read_statement
from histor.link.vectors import STEM, stems
from histor.records import Claim

__all__ = ["with_same_claims"]

#: share of two statements' weight that both have, from which they are one, names and all and names
#: set aside; of the lesser's weight, where the other goes on
_SAME, _BESIDE_NAMES, _WITHIN = 0.53, 0.25, 0.8
#: weight that they must share, if they are not almost word for word one; that of a part of one
_VERBATIM, _SHARED, _PART = 0.85, 6.0, 12.0
#: words of a statement that is compared
_FEWEST = 4
#: statements of one source with a word beyond which the word proposes nothing
_COMMON = 40
_SMALL = frozenset(["the", "and", "its", "for", "his", "her", "their"])
#: acts by which somebody says that something is so
_SAYING = frozenset(["assert", "warn", "predict", "accuse", "condemn"])
#: pairs of statements that are compared together
_AT_ONCE = 10_000
#: share of other texts that is taken to have every word
_LEAST = 1e-4


def with_same_claims(claims: Sequence[Claim], speaks_for: Callable[[str], str]) -> Iterator[Claim]:
    """Yield the claims, each naming those of other pages that report the same statement.

    Args:
        claims: in a fixed order, their sources entities of the case.
        speaks_for: an entity to the country it stands for, or to itself.
    """
    told = _Told(claims, speaks_for)
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

    def __init__(self, claims: Sequence[Claim], speaks_for: Callable[[str], str]) -> None:
        self._claims, self._speaks_for = claims, speaks_for
        #: the words of each, which of them are names there, and what each word weighs
        self._words, self._named, self._weights = Rows(), bytearray(), array("d")
        self._pages, self._acts = array("i"), array("b")
        #: whether nothing tells who the source is: "it", "the police"
        self._nameless = bytearray()
        #: the place of each among all claims
        self._places = array("i")

    def marks(self) -> Iterator[tuple[int, list[tuple[str, str]]]]:
        """Yield the statements by number, and what two of them must share to be compared."""
        pages, acts, numbering = Numbering(), Numbering(), Numbering()
        for n, claim in enumerate(self._claims):
            speaker = _speaker(claim, self._speaks_for)
            nameless = speaker is None
            if claim.source is None:
                continue
            speaker = speaker or f"“{claim.source.text.lower()}”"
            told = read_statement(claim.content.text)
            if len(told.words) < _FEWEST:
                continue
            yield len(self._places), [(speaker, word) for word in told.words]
            known = len(numbering)
            numbered = sorted((numbering.of(w), w in told.names) for w in told.words)
            self._weights.extend(_weight(told.words[w]) for w in numbering.words[known:])
            self._words.append([n for n, _ in numbered])
            self._named.extend(named for _, named in numbered)
            self._pages.append(pages.of(claim.document))
            self._acts.append(acts.of("say" if claim.act in _SAYING else claim.act))
            self._places.append(n)
            self._nameless.append(nameless)

    def one_statement(self, first: Ints, second: Ints) -> Iterator[tuple[int, int]]:
        """Yield the pairs of two pages that are one statement, by their places among all claims."""
        pages, acts, places = (np.array(x) for x in (self._pages, self._acts, self._places))
        can_be = (pages[first] != pages[second]) & (acts[first] == acts[second])
        first, second = first[can_be], second[can_be]
        alike = self._alike(first, second)
        ends = places[first[alike]].tolist(), places[second[alike]].tolist()
        for one, other in zip(*ends, strict=True):
            mine, theirs = (read_statement(self._claims[n].content.text) for n in (one, other))
            if not at_odds(mine, theirs):
                yield one, other

    def _alike(self, first: Ints, second: Ints) -> NDArray[np.bool_]:
        """Say which statements share enough of their weight (Dice 1945), names set aside too."""
        both = shared(self._words, first, self._words, second)
        weights = np.array(self._weights)[self._words.flat]
        beside = np.where(np.frombuffer(self._named, np.bool_), 0.0, weights)
        all_words, but_names = (self._shared(both, w, first, second) for w in (weights, beside))
        common, lesser, dice = all_words
        enough = (dice >= _SAME) & ((common >= _SHARED) | (dice >= _VERBATIM))
        enough |= (common >= _WITHIN * lesser) & (lesser >= _PART)
        # whom "the police" are nobody knows, but a page that was copied means the same
        enough &= ~np.frombuffer(self._nameless, np.bool_)[first] | (dice >= _VERBATIM)
        found: NDArray[np.bool_] = enough & (but_names.dice >= _BESIDE_NAMES)
        return found

    def _shared(self, both: Shared, weights: Floats, first: Ints, second: Ints) -> _Common:
        whole = summed(weights, self._words.starts)
        common: Floats = np.zeros(len(first))
        np.add.at(common, both.pairs, weights[both.one])
        mine, theirs = whole[first], whole[second]
        dice = 2 * common / np.maximum(mine + theirs, 1e-9)
        return _Common(common, np.minimum(mine, theirs), dice)


class _Common(NamedTuple):
    """Weights of words: what two statements share, the lesser has, and the share of both."""

    weight: Floats
    lesser: Floats
    dice: Floats


def _weight(word: str) -> float:
    """Return how much it says that two statements share a word."""
    return -math.log(share_of_texts(word[:STEM]) + _LEAST)


def _speaker(claim: Claim, speaks_for: Callable[[str], str]) -> str | None:
    """Return what stands for a claim's source: its entity, or the words of "the harbour police"."""
    if claim.source is None:
        return None
    if claim.source.entity is not None:
        return speaks_for(claim.source.entity)
    words = sorted(set(stems(claim.source.text)) - _SMALL)
    return " ".join(words) if len(words) > 1 else None
