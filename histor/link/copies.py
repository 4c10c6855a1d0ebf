"""Pages that carry the same text: copies, cut copies and excerpts, with the passages they share.

Shingles of five words outside quotation marks, and an index of who has which (Broder 1997): two
independent reports quote the same words but are not written in them. A shingle that many pages
have is a phrase of the trade and proposes nothing, so that the cost grows with the pages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from histor.records import Document, Span

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
    #: passages of the dependent page and of its source, in pairs
    passages: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class _Text:
    document: Document
    words: list[str]
    places: list[tuple[int, int]]
    #: words outside quotation marks
    plain: list[bool]
    shingles: frozenset[int]


def find_copies(documents: Sequence[Document]) -> list[Copy]:
    """Return the pairs of pages of which one carries the other's text; in no order of arrival."""
    texts = {d.id: _read(d) for d in sorted(documents, key=lambda d: d.id)}
    holders: dict[int, list[str]] = defaultdict(list)
    for name, text in texts.items():
        for shingle in text.shingles:
            holders[shingle].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if 1 < len(names) <= _COMMON:
            for n, first in enumerate(names):
                for second in names[n + 1 :]:
                    shared[first, second] += 1
    found = []
    for (first, second), count in sorted(shared.items()):
        copy = _judged(texts[first], texts[second], count)
        if copy is not None:
            found.append(copy)
    return found


def _read(document: Document) -> _Text:
    text = document.text
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    words, places, plain = [], [], []
    at = 0
    for match in _WORD.finditer(text):
        while at < len(quoted) and quoted[at][1] <= match.start():
            at += 1
        words.append(match[0].lower())
        places.append(match.span())
        plain.append(not (at < len(quoted) and quoted[at][0] <= match.start()))
    shingles = frozenset(
        hash(tuple(words[i : i + _SIZE]))
        for i in range(len(words) - _SIZE + 1)
        if all(plain[i : i + _SIZE])
    )
    return _Text(document, words, places, plain, shingles)


def _judged(a: _Text, b: _Text, shared: int) -> Copy | None:
    least = min(len(a.shingles), len(b.shingles))
    if least < _LEAST or shared / least < _EXCERPT:
        return None
    score = shared / least
    dependent, source = _directed(a, b)
    passages = list(_passages(dependent, source))
    if not passages:
        return None
    # who takes a passage into a report of his own adds to it; who adds a line to a copy does not
    kind: Literal["copy", "excerpt"] = (
        "copy" if shared / len(dependent.shingles) >= _COPIED else "excerpt"
    )
    return Copy(
        dependent.document.id, source.document.id, kind, round(score, 3), tuple(passages[:_SHOWN])
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
    start, end = text.places[at][0], text.places[at + size - 1][1]
    return Span(document=text.document.id, start=start, end=end, text=text.document.text[start:end])
