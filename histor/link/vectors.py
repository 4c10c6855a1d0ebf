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
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from histor.link.background import share_of_texts
from histor.link.pages import Pages
from histor.link.rows import Floats, Holders, Ints, Numbering, Rows, summed
from histor.records import Document, Entity, PageRecord, Span

__all__ = ["OTHERS", "STEM", "News", "Texts", "Vector", "cosine", "stems"]

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
#: how often a page can have a word
_OFTEN = 2**16 - 1
_NOT_ASKED = -1


class Texts:
    """The words of a case's pages, sentence by sentence, as numbers.

    ``of(n)`` gives those of a page by its number. The words are numbered as they come.
    """

    def __init__(self, pages: Pages, entity_of: Callable[[str], str]) -> None:
        self._pages = pages
        self.numbers = pages.numbers
        self.numbering = Numbering()
        self.words = self.numbering.words
        self._flat = array("i")
        #: where each sentence's words end in ``_flat``, its bounds in the text; and each page's
        #: first sentence
        self._ends, self._bounds, self._first = array("q", [0]), array("i"), array("q", [0])
        number = self.numbering.of
        for document, entities in zip(pages.documents, pages.entities, strict=True):
            for start, end, words in _sentences(document, entities, entity_of):
                self._flat.extend([number(w) for w in words])
                self._ends.append(len(self._flat))
                self._bounds.extend((start, end))
            self._first.append(len(self._ends) - 1)

    def __len__(self) -> int:
        return len(self._first) - 1

    def flat(self, page: int) -> array[int]:
        """Return the numbers of all words of a page."""
        first, last = self._first[page], self._first[page + 1]
        return self._flat[self._ends[first] : self._ends[last]]

    def told(self, page: int) -> list[tuple[int, int, list[str]]]:
        """Return a page's sentences: their bounds in its text, and their words."""
        return [
            (self._bounds[2 * n], self._bounds[2 * n + 1], self._words(n))
            for n in range(self._first[page], self._first[page + 1])
        ]

    def of(self, page: int) -> list[tuple[Span, list[str]]]:
        """Return a page's sentences and their words."""
        document = self._pages.documents[page]
        return [
            (Span(document=document.id, start=a, end=b, text=document.text[a:b]), words)
            for a, b, words in self.told(page)
        ]

    def at(self, page: int, start: int) -> list[str]:
        """Return the words of the sentence that begins at or before a place in the text."""
        at = self._sentence(page, start)
        return self._words(at) if at is not None else []

    def numbers_at(self, page: int, start: int) -> array[int]:
        """Return what :meth:`at` does, as numbers."""
        at = self._sentence(page, start)
        return self._flat[self._ends[at] : self._ends[at + 1]] if at is not None else array("i")

    def place_of(self, page: int, start: int) -> int:
        """Return which of a page's sentences begins at or before a place in its text, from 0."""
        at = self._sentence(page, start)
        return at - self._first[page] if at is not None else 0

    def _sentence(self, page: int, start: int) -> int | None:
        first, last = self._first[page], self._first[page + 1]
        starts = self._bounds[2 * first : 2 * last : 2]
        at = bisect_right(starts, start) - 1
        return first + at if at >= 0 else None

    def _words(self, sentence: int) -> list[str]:
        words = self.words
        return [words[w] for w in self._flat[self._ends[sentence] : self._ends[sentence + 1]]]


class _BySentence(Mapping[str, list[tuple[Span, list[str]]]]):
    """A page's sentences with their words, by its id."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def __getitem__(self, document: str) -> list[tuple[Span, list[str]]]:
        return self._texts.of(self._texts.numbers[document])

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts.numbers)

    def __len__(self) -> int:
        return len(self._texts)


class News:
    """The pages of a case as vectors.

    ``sentences[id]`` holds a page's sentences with their words. ``others``: how many pages of other
    news the words are weighed with; ``like``: the same pages as they were read before.
    """

    def __init__(
        self,
        pages: Iterable[PageRecord],
        entity_of: Callable[[str], str],
        others: int = 0,
        like: News | None = None,
    ) -> None:
        self._kept = Pages.of(pages)
        self.texts: Texts = like.texts if like is not None else Texts(self._kept, entity_of)
        self.sentences: Mapping[str, list[tuple[Span, list[str]]]] = _BySentence(self.texts)
        self.ids = self._kept.ids
        words = self.texts.words
        self._words: Rows = like._words if like is not None else _words_of(self.texts)
        #: the pages of words that propose neighbours
        self._holders: Holders = (
            like._holders if like is not None else Holders(self._words, len(words), _COMMON)
        )
        self._rank: Ints = like._rank if like is not None else self.texts.numbering.ranks()
        having = self._words.counts(len(words)).tolist()
        total = 1 + len(self.ids) + others
        self._rarity: Floats = np.array(
            [
                math.log(total / (n + _elsewhere(w, others))) + _OFFSET
                for w, n in zip(words, having, strict=True)
            ]
        )
        #: how often each page has each of its words, beside ``_words``, and what that counts; a
        #: weight is made of it when it is asked for
        self._often: NDArray[np.uint16] = like._often if like is not None else _often_in(self.texts)
        most = int(self._often.max(initial=0))
        self._times = np.array([0.0, *(1 + math.log(k) for k in range(1, 1 + most))])
        self._named: NDArray[np.bool_] = like._named if like is not None else self.named_words()
        #: the length of each page's vector, before it is made one
        self._norms = np.ones(len(self.texts))
        for n in range(len(self.texts)):
            # summed one by one, as :meth:`vector` does
            length = math.sqrt(sum([x * x for x in self._row(n)[1].tolist()]))
            self._norms[n] = length or 1.0
        #: which row of ``_near`` and ``_cosines`` a page's neighbours are, once it was asked for
        self._asked = array("i", [_NOT_ASKED]) * len(self.texts)
        self._near, self._cosines = Rows(), array("d")
        self._own = np.zeros(len(words))

    def weighed(self, others: int) -> News:
        """Return the same pages weighed with so many pages of other news."""
        return News(self._kept, str, others, self)

    def vector(self, words: Iterable[str]) -> Vector:
        """Return the unit vector of words."""
        found = {
            w: (1 + math.log(n)) * self.rarity(w) * (_NAMED if w.startswith(_ENTITY) else 1.0)
            for w, n in Counter(words).items()
        }
        norm = math.sqrt(sum(x * x for x in found.values())) or 1.0
        return {w: x / norm for w, x in found.items()}

    def rarity(self, stem: str) -> float:
        """Return the weight of a word's stem."""
        known = self.texts.numbering.known(stem)
        return float(self._rarity[known]) if known is not None else _OFFSET

    def weights_of_words(self) -> Floats:
        """Return the weight of each word of the texts, standing once."""
        weights: Floats = self._rarity * np.where(self._named, _NAMED, 1.0)
        return weights

    @property
    def least(self) -> float:
        """The weight of a word that no page has."""
        return _OFFSET

    def named_words(self) -> NDArray[np.bool_]:
        """Return which words of the texts are names."""
        return np.array([w.startswith(_ENTITY) for w in self.texts.words], bool)

    def words_at(self, document: str, start: int) -> list[str]:
        """Return the words of a page's sentence that begins at or before a place in its text."""
        return self.texts.at(self.texts.numbers[document], start)

    def near(self, document: str, least: float, most: int) -> list[tuple[str, float]]:
        """Return the pages whose cosine with a page is at least so much, the nearest first.

        ``least`` is at least ``_LEAST``, ``most`` at most ``_MOST``.
        """
        page = self.texts.numbers[document]
        return [(self.ids[n], c) for n, c in self.near_numbers(page, least, most)]

    def near_numbers(self, page: int, least: float, most: int) -> list[tuple[int, float]]:
        """Return what :meth:`near` does for a page by its number, by number."""
        row = self._asked[page]
        if row == _NOT_ASKED:
            row = self._asked[page] = len(self._near)
            numbers, cosines = self._nearest(page)
            self._near.append(numbers)
            self._cosines.extend(cosines)
        low, high = self._near.starts[row : row + 2].tolist()
        near = zip(self._near[row], self._cosines[low:high], strict=True)
        return [(n, c) for n, c in near if c >= least][:most]

    def _nearest(self, page: int) -> tuple[list[int], list[float]]:
        words, weights = self._row(page)
        if not len(words):
            return [], []
        asking = np.lexsort((self._rank[words], -weights))[:_ASKING]
        having = [self._holders.of(w) for w in words[asking].tolist()]
        places = np.concatenate([self._holders.places[h] for h in having])
        if not len(places):
            return [], []
        numbers = np.concatenate([self._holders.rows[h] for h in having])
        own = np.repeat(weights[asking], [h.stop - h.start for h in having])
        products = own * self._weights(places, numbers)
        others, at = np.unique(numbers, return_inverse=True)
        shared = np.bincount(at, weights=products)
        best = others[np.lexsort((others, -shared))[: 2 * _MOST + 1]].astype(np.int64)
        likely = best[best != page][: 2 * _MOST]
        cosines = self.cosines(page, likely)
        kept = np.flatnonzero(cosines >= _LEAST)
        order = kept[np.lexsort((likely[kept], -cosines[kept]))]
        return likely[order].tolist(), cosines[order].tolist()

    def cosines(self, page: int, others: Ints) -> Floats:
        """Return the cosine of a page with each of some others, by their numbers."""
        words, weights = self._row(page)
        self._own[words] = weights
        entries, begins = self._words.places(others)
        rows = np.repeat(others, np.diff(begins))
        products = self._own[self._words.flat[entries]] * self._weights(entries, rows)
        found = summed(products, begins)
        self._own[words] = 0.0
        return found

    def _weights(self, places: NDArray[np.integer], rows: NDArray[np.integer]) -> Floats:
        """Return the weights of entries of ``_words``; ``rows`` are the pages of each."""
        words = self._words.flat[places]
        named = np.where(self._named[words], _NAMED, 1.0)
        weights: Floats = self._times[self._often[places]] * self._rarity[words] * named
        weights /= self._norms[rows]
        return weights

    def _row(self, page: int) -> tuple[NDArray[np.int32], Floats]:
        """Return a page's words and their weights."""
        places = np.arange(*self._words.starts[page : page + 2].tolist())
        return self._words.flat[places], self._weights(places, np.full(len(places), page))


def _words_of(texts: Texts) -> Rows:
    """Return the words of each page, each once."""
    rows = Rows()
    for n in range(len(texts)):
        rows.append(list(dict.fromkeys(texts.flat(n))))
    return rows


def _often_in(texts: Texts) -> NDArray[np.uint16]:
    """Return how often each page has each of its words."""
    often = array("H")
    for n in range(len(texts)):
        often.extend([min(k, _OFTEN) for k in Counter(texts.flat(n)).values()])
    return np.array(often, np.uint16)


def _elsewhere(word: str, others: int) -> float:
    """Return how many of so many pages of other news have a word."""
    return others * (_NAMING if word.startswith(_ENTITY) else share_of_texts(word))


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the cosine of two unit vectors, 0 to 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum([x * b[w] for w, x in a.items() if w in b])  # a list: half the time


def _sentences(
    document: Document, entities: Sequence[Entity], entity_of: Callable[[str], str]
) -> Iterator[tuple[int, int, list[str]]]:
    named = sorted((m.start, m.end, e.id) for e in entities for m in e.mentions)
    n = 0
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
        yield start, end, words


def stems(text: str) -> list[str]:
    """Return the words of a text, cut to their stems, and its numbers."""
    return [w.lower().rstrip(".,")[:STEM] for w in _WORD.findall(text)]
