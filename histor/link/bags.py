"""Many short texts as weighed words, of which thousands of pairs are compared in one step."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable

import numpy as np

from histor.link.rows import Floats, Ints, Numbering, Rows, Shared, shared, summed
from histor.link.vectors import News

__all__ = ["Bags"]

#: how often a text can have a word, and the weight of that
_OFTEN = 255
_TIMES = np.array([0.0, *(1 + math.log(n) for n in range(1, _OFTEN + 1))])
#: texts whose vectors are measured together, and pairs that are compared together
_MEASURED, _COMPARED = 20_000, 10_000


class Bags:
    """Sentences or parts of them, each word once with how often it stands there.

    The words are those of the case's pages, under the same numbers; others come after them.
    """

    def __init__(self, news: News) -> None:
        self._news = news
        self._known = len(news.texts.numbering)
        self._more = Numbering()
        #: the words of each text, rising
        self.rows = Rows()
        self._often = bytearray()
        self._weight: Floats = np.empty(0)
        self._length: Floats = np.empty(0)

    def __len__(self) -> int:
        return len(self.rows)

    def append(self, words: Iterable[str]) -> None:
        """Add a text by its words."""
        self.append_numbers(map(self._number, words))

    def append_numbers(self, words: Iterable[int]) -> array[int]:
        """Add a text by the numbers of its words; return them, each once and rising."""
        often = Counter(words)
        once = array("i", sorted(often))
        self.rows.append(once)
        self._often.extend([min(often[w], _OFTEN) for w in once])
        return once

    def _number(self, word: str) -> int:
        known = self._news.texts.numbering.known(word)
        return known if known is not None else self._known + self._more.of(word)

    def measure(self) -> None:
        """Weigh the words, once all texts are added."""
        of_no_page = np.full(len(self._more), self._news.least)
        self._weight = np.concatenate((self._news.weights_of_words(), of_no_page))
        self._length = np.empty(len(self))
        for at in range(0, len(self), _MEASURED):
            rows = np.arange(at, min(at + _MEASURED, len(self)))
            places, begins = self.rows.places(rows)
            self._length[rows] = lengths(self.weights(places) ** 2, begins)

    def weights(self, places: Ints) -> Floats:
        """Return the weights of entries of ``rows``, before they are made unit vectors."""
        if not len(places):
            return np.empty(0)
        often = _TIMES[np.frombuffer(self._often, np.uint8)[places]]
        weights: Floats = often * self._weight[self.rows.flat[places]]
        return weights

    def shared(self, first: Ints, second: Ints) -> tuple[Shared, Floats]:
        """Return the words that the texts of each pair share, and the products of their weights."""
        both = shared(self.rows, first, self.rows, second)
        return both, self.weights(both.one) * self.weights(both.other)

    def cosines(self, first: Ints, second: Ints) -> Floats:
        """Return the cosine of each pair of texts, 0 to 1."""
        found = np.empty(len(first))
        for at in range(0, len(first), _COMPARED):
            some = slice(at, at + _COMPARED)
            a, b = first[some], second[some]
            both, products = self.shared(a, b)
            found[some] = self.summed(both.pairs, products, a, b)
        return found

    def summed(self, pairs: Ints, products: Floats, a: Ints, b: Ints) -> Floats:
        """Return the cosines of texts from the products of the words that they share."""
        dots = np.bincount(pairs, weights=products, minlength=len(a))
        cosines: Floats = dots / (self._length[a] * self._length[b])
        return cosines


def lengths(squares: Floats, begins: Ints) -> Floats:
    """Return the length of each run of squared weights; 1 for a run of none."""
    found: Floats = np.sqrt(summed(squares, begins))
    found[found == 0] = 1.0
    return found
