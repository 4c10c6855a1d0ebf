"""Pages that tell another page's text in other words: rewrites, and translations back.

A rewrite says the same things in the same order; an independent report of the same event shares
its names and words, but not sentence after sentence (NEWS-COPY, Silcock et al. 2023, finds such
pairs by a trained encoder; here the sentences themselves are aligned, and shown).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import numpy as np

from histor.link.in_order import in_order
from histor.link.neighbourhood import neighbourly
from histor.link.skeletons import Skeleton, skeleton, told_in_order
from histor.link.typesetting import foreign_marks
from histor.link.vectors import News, Vector, cosine
from histor.records import Document, Span

__all__ = ["Rewrite", "find_rewrites", "later_first", "least_in_order"]

#: cosine of two pages from which their sentences are aligned, and pages aligned with one
_NEAR, _NEIGHBOURS = 0.3, 6
#: cosine of two sentences from which one can be the other in other words
_SAME = 0.3
#: mean cosine of the shorter page's words with their sentence in the other: enough where the two
#: are each other's nearest by a margin, and enough by itself (set on ECB+META's dev part)
_TOLD, _SURELY = 0.4, 0.6
#: how much nearer to one another than to any third page
_MARGIN, _FLOOR = 1.15, 0.12
#: cosine from which the names and numbers of two pages are looked at
_LOOKED_AT = 0.05
#: a margin by which no third page is near, and the mean cosine that is then enough
_CLEAR, _CLEARLY_TOLD = 1.8, 0.32
#: share of the aligned sentences that stand in the same order
_ORDERED = 0.7
#: share of the shorter page's names and numbers that the other tells in their order: without it no
#: rewrite, where they have as many sentences with such; and enough by itself, in how many sentences
#: and how much nearer than any third page
_SPARE, _BONES, _BARE, _NEARER = 5, 0.45, 7, 1.6
#: the same of pages with fewer sentences
_SHORT = 0.7, 2.0
#: share from which a third page is one more that retells the same, and speaks against nothing
_ONE_MORE = 0.6
#: a short page: its sentences, those that are aligned, and how many it has with names or numbers
_FEW, _ALIGNED, _WITH_NAMES = 12, 4, 3
#: what of it the other must tell in order: of its names and numbers, of its words, and both
#: together; the least of the last two where one alone shows another language's typesetting
_OF_NAMES, _OF_WORDS, _OF_BOTH, _TRANSLATED = 0.5, 0.2, 1.0, (0.15, 0.85)
#: how many times what any third page tells of either, that does not retell it
_BEYOND = 1.3
#: aligned sentences at least, and words of a sentence that is aligned
_FEWEST, _WORDS = 3, 6
_SHOWN = 3
#: pages that are kept at hand while they are compared
_AT_HAND, _BARE_AT_HAND = 500, 5_000


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Two pages that tell the same in the same order: the later or shorter first."""

    dependent: str
    source: str
    kind: Literal["rewrite", "translation"]
    #: how far the other tells the shorter page, 0 to 1
    score: float
    passages: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class _Page:
    id: str
    #: what tells which of two pages is the earlier: its day, length and id
    order: tuple[str, int, str]
    #: how many sentences it has, and whether it shows another language's typesetting
    count: int
    foreign: bool
    sentences: list[tuple[Span, Vector, int]]
    bones: Skeleton
    size: float


def find_rewrites(
    documents: Mapping[str, Document], news: News, known: frozenset[tuple[str, str]]
) -> list[Rewrite]:
    """Return the pairs of pages of which one retells the other; in no order of arrival.

    ``known`` are pairs, ids ascending, that are joined already.
    """
    near = {d: news.near(d, _LOOKED_AT, _NEIGHBOURS) for d in sorted(documents)}
    pairs = {
        (min(d, other), max(d, other)): score
        for d, others in near.items()
        for other, score in others
    }
    copies: dict[str, set[str]] = defaultdict(set)
    for a, b in known:
        copies[a].add(b)
        copies[b].add(a)
    page = lru_cache(_AT_HAND)(lambda d: _page(documents[d], news))
    # names and numbers alone are asked of many more pages
    bare = lru_cache(_BARE_AT_HAND)(lambda d: _page(documents[d], news, whole=False))
    found = {}
    for pair in _together(sorted(pairs.keys() - known), sorted(documents)):
        # copies of either are no third page
        apart = {*pair, *copies[pair[0]], *copies[pair[1]]}
        others = [c for d in pair for other, c in near[d] if other not in apart]
        margin = pairs[pair] / max([*others, _FLOOR])
        rewrite = None
        if pairs[pair] >= _NEAR:
            rewrite = _judged(page(pair[0]), page(pair[1]), margin, news)
        if rewrite is None:
            third = (other for d in pair for other, _ in near[d] if other not in apart)
            rewrite = _respun(bare(pair[0]), bare(pair[1]), map(bare, third), news)
        if rewrite is None and _names_told(bare(pair[0]), bare(pair[1]), news) >= _OF_NAMES:
            third = (other for d in pair for other, _ in near[d] if other not in apart)
            rewrite = _retold(page(pair[0]), page(pair[1]), map(page, third), news)
        if rewrite is not None:
            found[pair] = rewrite
    return [found[pair] for pair in sorted(found)]


def _together(pairs: list[tuple[str, str]], documents: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs so that pages near the same others come together, and are at hand."""
    number = {d: n for n, d in enumerate(documents)}
    ends = np.array([(number[a], number[b]) for a, b in pairs], np.int64).reshape(-1, 2)
    places = neighbourly(len(documents), ends[:, 0], ends[:, 1])
    places = np.sort(places[ends], axis=1)
    return [pairs[n] for n in np.lexsort((places[:, 1], places[:, 0])).tolist()]


def _page(document: Document, news: News, *, whole: bool = True) -> _Page:
    """Return a page's names and numbers, and if ``whole`` its sentences as vectors."""
    told = news.texts.told(news.texts.numbers[document.id])
    sentences = [
        (_span(document, start, end), news.vector(words), len(words))
        for start, end, words in told
        if whole and len(words) >= _WORDS
    ]
    bones = skeleton(words for *_, words in told)
    size = sum(news.rarity(w) for own in bones for w in own)
    # not the page itself: thousands are kept at hand
    return _Page(
        id=document.id,
        order=_order(document),
        count=len(document.sentences),
        foreign=whole and any(foreign_marks(document)),
        sentences=sentences,
        bones=bones,
        size=size,
    )


def _span(document: Document, start: int, end: int) -> Span:
    return Span(document=document.id, start=start, end=end, text=document.text[start:end])


def _order(document: Document) -> tuple[str, int, str]:
    date = document.dated
    return date.earliest if date else "", -len(document.text), document.id


def _told_again(a: _Page, b: _Page, news: News) -> float:
    """Return the share of the lesser page's names and numbers that the other tells in order."""
    less, more = sorted((a, b), key=lambda p: (p.size, p.id))
    return told_in_order(less.bones, more.bones, news.rarity)


def _respun(a: _Page, b: _Page, third: Iterable[_Page], news: News) -> Rewrite | None:
    """Return a rewrite of which the names and numbers alone are the original's."""
    enough, nearer = _enough(a, b)
    told = _told_again(a, b, news)
    if told < enough:
        return None
    for other in third:
        near = [_told_again(own, other, news) for own in (a, b)]
        again = [
            n >= max(_ONE_MORE, _enough(own, other)[0]) for n, own in zip(near, (a, b), strict=True)
        ]
        if max(near) * nearer > told and not any(again):
            return None
    dependent, source = _directed(a, b)
    passages = _by_bones(dependent, source, news)
    return Rewrite(dependent.id, source.id, "rewrite", round(told, 3), passages)


def _enough(a: _Page, b: _Page) -> tuple[float, float]:
    """Return how far names and numbers of two pages are told for a rewrite, and what margin."""
    fewest = min(len(a.bones), len(b.bones))
    if fewest < _SPARE:
        return math.inf, math.inf
    return (_BONES, _NEARER) if fewest >= _BARE else _SHORT


def _names_told(a: _Page, b: _Page, news: News) -> float:
    """Return how far two pages, one of them short, tell the same names in order; else 0."""
    short = min(a.count, b.count) <= _FEW
    if not short or min(len(a.bones), len(b.bones)) < _WITH_NAMES:
        return 0.0
    return _told_again(a, b, news)


def _retold(a: _Page, b: _Page, third: Iterable[_Page], news: News) -> Rewrite | None:
    """Return a rewrite of a short page, known by its words and its names in order together."""
    short, long = sorted((a, b), key=_length)
    if min(len(a.sentences), len(b.sentences)) < _ALIGNED:
        return None
    told = in_order(_vectors(short), _vectors(long))
    marked = a.foreign != b.foreign
    words, both = _TRANSLATED if marked else (_OF_WORDS, _OF_BOTH)
    told_in_all = told.share + _names_told(a, b, news)
    if told.share < words or told_in_all < both:
        return None
    for other in third:
        for own in (a, b):
            near = _names_told(own, other, news)
            if near >= _OF_NAMES:
                near += in_order(*map(_vectors, sorted((own, other), key=_length))).share
            if near < _OF_BOTH and near * _BEYOND > told_in_all:
                return None
    dependent, source = _directed(short, long)
    best = sorted(told.pairs, key=lambda p: (-p[2], p[0]))[:_SHOWN]
    passages = [(short.sentences[i][0], long.sentences[j][0]) for i, j, _ in best]
    if dependent is long:
        passages = [(y, x) for x, y in passages]
    score = round(min(1.0, told_in_all / 2), 3)
    return Rewrite(dependent.id, source.id, "rewrite", score, tuple(passages))


def _length(page: _Page) -> tuple[int, str]:
    return sum(n for *_, n in page.sentences), page.id


def _vectors(page: _Page) -> list[tuple[Vector, int]]:
    return [(vector, words) for _, vector, words in page.sentences]


def _by_bones(a: _Page, b: _Page, news: News) -> tuple[tuple[Span, Span], ...]:
    """Return the sentences of two pages that share the rarest names and numbers."""
    mine, theirs = (
        [(span, own) for span, words in news.sentences[p.id] if (own := skeleton([words]))]
        for p in (a, b)
    )
    scored = [
        (sum(news.rarity(w) for w in own[0] & other[0]), span, there)
        for span, own in mine
        for there, other in theirs
    ]
    scored.sort(key=lambda x: (-x[0], x[1].place, x[2].place))
    return tuple((span, there) for _, span, there in scored[:_SHOWN])


def least_in_order(*, translated: bool) -> float:
    """Return how many of its names and numbers a rewrite has in the order of the other at least.

    A translation back loses some: marks of another language on one of the two pages tell it.
    """
    return _BONES * (_TRANSLATED[1] if translated else 1.0)


def _judged(a: _Page, b: _Page, margin: float, news: News) -> Rewrite | None:
    short, long = sorted((a, b), key=_length)
    pairs = _aligned(short, long)
    if not pairs or len(pairs) < min(_FEWEST, len(short.sentences)):
        return None
    told = sum(short.sentences[i][2] * alike for i, _, alike in pairs)
    share = told / sum(n for *_, n in short.sentences)
    needed = _CLEARLY_TOLD if margin >= _CLEAR else _TOLD if margin >= _MARGIN else _SURELY
    if share < needed:
        return None
    if _rising([j for _, j, _ in pairs]) < _ORDERED * len(pairs):
        return None
    bones = least_in_order(translated=a.foreign != b.foreign)
    if min(len(a.bones), len(b.bones)) >= _SPARE and _told_again(a, b, news) < bones:
        return None
    dependent, source = _directed(short, long)
    best = sorted(pairs, key=lambda p: (-p[2], p[0]))[:_SHOWN]
    passages = [(short.sentences[i][0], long.sentences[j][0]) for i, j, _ in best]
    if dependent is long:
        passages = [(y, x) for x, y in passages]
    return Rewrite(dependent.id, source.id, "rewrite", round(share, 3), tuple(passages))


def _aligned(short: _Page, long: _Page) -> list[tuple[int, int, float]]:
    """Return each sentence of the shorter page with the most similar one of the other."""
    found = []
    for i, (_, mine, _) in enumerate(short.sentences):
        scored = [(cosine(mine, theirs), -j) for j, (_, theirs, _) in enumerate(long.sentences)]
        if scored and (best := max(scored))[0] >= _SAME:
            found.append((i, -best[1], best[0]))
    return found


def _rising(values: Sequence[int]) -> int:
    """Return the length of the longest run of values that never falls, others left out."""
    tails: list[int] = []
    for value in values:
        at = bisect_left(tails, value + 1)
        tails[at : at + 1] = [value]
    return len(tails)


def later_first(rewrite: Rewrite, documents: Mapping[str, Document]) -> Rewrite:
    """Return a rewrite with the page first that was written later, as is known by now."""
    pair = (rewrite.dependent, rewrite.source)
    source, dependent = sorted(pair, key=lambda d: _order(documents[d]))
    if (dependent, source) == pair:
        return rewrite
    passages = tuple((there, here) for here, there in rewrite.passages)
    return replace(rewrite, dependent=dependent, source=source, passages=passages)


def _directed(a: _Page, b: _Page) -> tuple[_Page, _Page]:
    """Return the dependent page first: the one written later, else the shorter, else by id."""

    early, late = sorted((a, b), key=lambda p: p.order)
    return late, early
