"""Pages that carry the same text: copies, cut copies and excerpts, with the passages they share.

Shingles of five words outside quotation marks, and an index of who has which (Broder 1997): two
independent reports quote the same words but are not written in them. A shingle that many pages
have is a phrase of the trade and proposes nothing, so that the cost grows with the pages.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from operator import itemgetter
from sys import intern
from typing import Literal

import numpy as np

from histor.link.connected import connected
from histor.link.rows import Ints
from histor.link.shingles import Shingles
from histor.records import Document, Span
from histor.shelf import Shelf

__all__ = ["Copy", "find_copies"]

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[“«„][^”»“]{0,600}[”»]|\"[^\"\n]{0,600}\"")
_SIZE = 5
#: pages beyond which a shingle proposes no pair
_COMMON = 40
#: share of the dependent page's shingles that makes it a copy
_COPIED = 0.4
#: share of the shorter page's shingles below which two pages share phrases, not text
_EXCERPT = 0.25
#: words of a passage that nobody writes twice by chance, outside quotation marks
_LONG = 14
_SHOWN = 3
#: pages that are kept at hand while they are compared
_AT_HAND = 500
#: an odd number by which words are mixed (the golden ratio in 63 bits)
_MIXING = np.int64(0x1E3779B97F4A7C15)
_NO_RUNS = np.empty(0, np.int64)
#: shingles a text must have to be compared
_LEAST = 12


@dataclass(frozen=True, slots=True)
class Copy:
    """Two pages that share text: the later or shorter first, the share, and shared passages."""

    dependent: str
    source: str
    kind: Literal["copy", "excerpt"]
    #: share of the shorter page's shingles that the other has, 0 to 1
    score: float
    #: share of the dependent page's, and of its source's, that the other has
    shares: tuple[float, float]
    #: passages of the dependent page and of its source, in pairs
    passages: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class _Text:
    document: Document
    words: list[str]
    #: where each begins and ends
    places: array[int]
    #: words outside quotation marks
    plain: bytearray
    #: how many shingles it has
    shingles: int
    #: its runs of as many words as a passage has, as numbers
    runs: Ints


def find_copies(documents: Iterable[Document]) -> list[Copy]:
    """Return the pairs of pages of which one carries the other's text; in no order of arrival.

    ``documents`` is gone through once, and where it is a sequence in order of id asked again for
    the pages that share text.
    """
    if not isinstance(documents, Shelf):
        documents = sorted(documents, key=lambda d: d.id)
    shingles = Shingles(_shingles(*_words(d)[::2]) for d in documents)
    text = lru_cache(_AT_HAND)(lambda n: _read(documents[n], shingles.size(n)))
    pairs = list(shingles.sharing(_COMMON, _LEAST, _EXCERPT))
    ends = np.array(pairs, np.int64).reshape(-1, 3)
    # pages that share text with the same others come together, so that their texts are at hand
    part = connected(len(documents), ends[:, 0], ends[:, 1])
    found = []
    for first, second, count in sorted(pairs, key=lambda p: (part[p[0]], p)):
        copy = _judged(text(first), text(second), count)
        if copy is not None:
            found.append(((first, second), copy))
    return [copy for _, copy in sorted(found, key=itemgetter(0))]


def _read(document: Document, shingles: int) -> _Text:
    words, places, plain = _words(document)
    return _Text(document, words, places, plain, shingles, _runs(words, _LONG))


def _words(document: Document) -> tuple[list[str], array[int], bytearray]:
    """Return a text's words, where they stand, and whether that is outside quotation marks."""
    text = document.text
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    words, places, plain = [], array("i"), bytearray()
    at = 0
    for match in _WORD.finditer(text):
        while at < len(quoted) and quoted[at][1] <= match.start():
            at += 1
        words.append(intern(match[0].lower()))  # five hundred pages of words are at hand
        places.extend(match.span())
        plain.append(not (at < len(quoted) and quoted[at][0] <= match.start()))
    return words, places, plain


def _shingles(words: Sequence[str], plain: bytearray) -> Ints:
    """Return the numbers of the runs of words outside quotation marks, each once."""
    if len(words) < _SIZE:
        return _NO_RUNS
    whole = np.lib.stride_tricks.sliding_window_view(np.array(plain, np.bool_), _SIZE).all(axis=1)
    return np.unique(_runs(words, _SIZE)[whole])


def _runs(words: Sequence[str], size: int) -> Ints:
    """Return the runs of so many words as numbers, in their order."""
    if len(words) < size:
        return _NO_RUNS
    numbers = np.array([hash(w) for w in words], np.int64)
    mixed = np.zeros(len(words) - size + 1, np.int64)
    for at in range(size):
        mixed = (mixed ^ numbers[at : at + len(mixed)]) * _MIXING
        mixed ^= mixed >> 29
    return mixed


def _judged(a: _Text, b: _Text, shared: int) -> Copy | None:
    least = min(a.shingles, b.shingles)
    if least < _LEAST or shared / least < _EXCERPT:
        return None
    if not np.isin(a.runs, b.runs).any():  # no passage is long enough: told without looking for it
        return None
    score = shared / least
    dependent, source = _directed(a, b)
    passages = list(_passages(dependent, source))
    if not passages:
        return None
    # who takes a passage into a report of his own adds to it; who adds a line to a copy does not
    shares = (shared / dependent.shingles, shared / source.shingles)
    return Copy(
        dependent.document.id,
        source.document.id,
        "copy" if shares[0] >= _COPIED else "excerpt",
        round(score, 3),
        shares,
        tuple(passages[:_SHOWN]),
    )


def _directed(a: _Text, b: _Text) -> tuple[_Text, _Text]:
    """Return the dependent page first: the one dated later, else the shorter, else by id."""

    def order(text: _Text) -> tuple[str, int, str]:
        date = text.document.page_date
        return date.earliest if date else "", -len(text.words), text.document.id

    if (a.document.page_date is None) != (b.document.page_date is None):
        early, late = sorted((a, b), key=lambda t: (-len(t.words), t.document.id))
    else:
        early, late = sorted((a, b), key=order)
    return late, early


def _passages(dependent: _Text, source: _Text) -> Iterator[tuple[Span, Span]]:
    """Yield the passages that both have word for word, the longest first."""
    matcher = SequenceMatcher(None, dependent.words, source.words, autojunk=False)
    blocks = [
        (sum(dependent.plain[m.a : m.a + m.size]), m.a, m.b, m.size)
        for m in matcher.get_matching_blocks()
    ]
    for plain, a, b, size in sorted(blocks, key=lambda x: (-x[0], x[1])):
        if plain >= _LONG:
            yield _span(dependent, a, size), _span(source, b, size)


def _span(text: _Text, at: int, size: int) -> Span:
    start, end = text.places[2 * at], text.places[2 * (at + size) - 1]
    return Span(document=text.document.id, start=start, end=end, text=text.document.text[start:end])
