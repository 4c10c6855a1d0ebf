"""Pages and sentences as weighed words, and which pages are near which.

Words are stems, numbers and entities of the case, weighed by how few pages have them (TF-IDF):
pages of the case, and where that is asked for as many of other news as if a thousand had come with
it. In a heap on one crisis the case alone weighs least what tells the crisis from all else. Near
pages are found through their rarer words, so that the cost grows with the pages.
"""

from __future__ import annotations

import math
import re
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from histor.link.background import share_of_texts
from histor.records import PageRecord, Span

__all__ = ["OTHERS", "STEM", "News", "Vector", "cosine", "stems"]

Vector = dict[str, float]
_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*")
#: letters of a word that mark it whatever its ending
STEM = 6
#: weight of a word that every page has, and how much more a name counts than another word
_OFFSET, _NAMED = 0.1, 1.5
_ENTITY = "ent_"
#: pages of other news that can be taken to come with a case
OTHERS = 1000
#: share of them that names one of its entities
_NAMING = 0.002
#: pages with a word beyond which it proposes no neighbour
_COMMON = 150
#: words of a page, the weightiest, by which neighbours are looked for
_ASKING = 80
#: cosine of neighbours, and how many of them are kept
_LEAST, _MOST = 0.05, 40


class News:
    """The pages of a case as vectors.

    ``sentences[id]`` holds a page's sentences with their words; ``vectors[id]`` its unit vector.
    ``others``: how many pages of other news the words are weighed with.
    """

    def __init__(
        self, pages: Sequence[PageRecord], entity_of: Callable[[str], str], others: int = 0
    ) -> None:
        self.sentences = {p.document.id: _sentences(p, entity_of) for p in pages}
        self._starts = {d: [span.start for span, _ in s] for d, s in self.sentences.items()}
        having = Counter(
            w for s in self.sentences.values() for w in {w for _, words in s for w in words}
        )
        total = 1 + len(pages) + others
        self._rarity = {
            w: math.log(total / (n + _elsewhere(w, others))) + _OFFSET for w, n in having.items()
        }
        self.vectors = {
            d: self.vector(w for _, words in s for w in words) for d, s in self.sentences.items()
        }
        self._near: dict[str, list[tuple[str, float]]] = {}
        #: a word's pages by number, rising, and its weight in each
        self._holders: dict[str, tuple[array[int], array[float]]] = defaultdict(
            lambda: (array("i"), array("d"))
        )
        self._ids = sorted(self.vectors)
        for number, document in enumerate(self._ids):
            for word, weight in self.vectors[document].items():
                numbers, weights = self._holders[word]
                numbers.append(number)
                weights.append(weight)

    def vector(self, words: Iterable[str]) -> Vector:
        """Return the unit vector of words."""
        found = {
            w: (1 + math.log(n))
            * self._rarity.get(w, _OFFSET)
            * (_NAMED if w.startswith(_ENTITY) else 1.0)
            for w, n in Counter(words).items()
        }
        norm = math.sqrt(sum(x * x for x in found.values())) or 1.0
        return {w: x / norm for w, x in found.items()}

    def rarity(self, stem: str) -> float:
        """Return the weight of a word's stem."""
        return self._rarity.get(stem, _OFFSET)

    def words_at(self, document: str, start: int) -> list[str]:
        """Return the words of a page's sentence that begins at or before a place in its text."""
        at = bisect_right(self._starts[document], start) - 1
        return self.sentences[document][at][1] if at >= 0 else []

    def near(self, document: str, least: float, most: int) -> list[tuple[str, float]]:
        """Return the pages whose cosine with a page is at least so much, the nearest first.

        ``least`` is at least ``_LEAST``, ``most`` at most ``_MOST``.
        """
        if document not in self._near:
            self._near[document] = self._nearest(document)
        return [(d, c) for d, c in self._near[document] if c >= least][:most]

    def _nearest(self, document: str) -> list[tuple[str, float]]:
        own = self.vectors[document]
        asking = sorted(own, key=lambda w: (-own[w], w))[:_ASKING]
        rare = [w for w in asking if len(self._holders[w][0]) <= _COMMON]
        if not rare:
            return []
        numbers = np.concatenate([self._holders[w][0] for w in rare])
        products = np.concatenate([own[w] * np.asarray(self._holders[w][1]) for w in rare])
        others, places = np.unique(numbers, return_inverse=True)
        shared = np.bincount(places, weights=products)
        best = np.lexsort((others, -shared))[: 2 * _MOST + 1]
        likely = [d for n in others[best].tolist() if (d := self._ids[n]) != document][: 2 * _MOST]
        found = [(d, cosine(own, self.vectors[d])) for d in likely]
        return sorted(((d, c) for d, c in found if c >= _LEAST), key=lambda f: (-f[1], f[0]))


def _elsewhere(word: str, others: int) -> float:
    """Return how many of so many pages of other news have a word."""
    return others * (_NAMING if word.startswith(_ENTITY) else share_of_texts(word))


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the cosine of two unit vectors, 0 to 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum([x * b[w] for w, x in a.items() if w in b])  # a list: half the time


def _sentences(page: PageRecord, entity_of: Callable[[str], str]) -> list[tuple[Span, list[str]]]:
    document = page.document
    named = sorted((m.start, m.end, e.id) for e in page.entities for m in e.mentions)
    found, n = [], 0
    for start, end in document.sentences:
        words: list[str] = []
        at = start
        while n < len(named) and named[n][0] < end:
            low, high, entity = named[n]
            n += 1
            if low >= at:
                words += stems(document.text[at:low])
                words.append(entity_of(entity))
                at = high
        words += stems(document.text[at:end])
        span = Span(document=document.id, start=start, end=end, text=document.text[start:end])
        found.append((span, words))
    return found


def stems(text: str) -> list[str]:
    """Return the words of a text, cut to their stems, and its numbers."""
    return [w.lower().rstrip(".,")[:STEM] for w in _WORD.findall(text)]
