"""What other pages tell of a page's news: dated sentences, and pages, in like words.

Candidates share rare words, so that the cost grows with the pages and not with their square.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain

import msgspec
import numpy as np

from histor.link.background import share_of_texts
from histor.link.pages import Pages
from histor.link.rows import Floats, Holders, Ints, Numbering, Rows, summed
from histor.link.vectors import STEM, Texts
from histor.records import Document, Event, Span, TimeExpression
from histor.shelf import Shelf

__all__ = [
    "LEAD",
    "DatedSentence",
    "DatedSentences",
    "Told",
    "can_date",
    "dates_telling",
    "times_within",
]

#: sentences of a page that tell its news
LEAD = 12
#: sentences in whose words other pages' accounts of it are looked for
_NEWS = 20
#: share of a dated sentence's words, weighed by rarity, from which a page can tell the same
_ALIKE = 0.2
#: weight of words that a sentence must have to be told by its words
_LEAST = 12.0
#: words that it must share, a name among them
_FEWEST = 5
#: share of its names, weighed by rarity, from which it may tell the same event, not one like it
_NAMED = 0.4
_ENTITY = "ent_"
#: what stands before the day on which somebody told it, not that of what he told
_TELLING = re.compile(
    r"\b(?:said|says|told|announced|reported|stated|added|wrote|declared|confirmed|claimed|denied|"
    r"assured|insisted|warned|explained|admitted|revealed|promised|condemned|rejected|dismissed)"
    r"(?:\s(?:reporters|journalists|lawmakers|parliament|state|television|tv|radio|in|a|an|the|at|"
    r"statement|interview|news|press|conference|briefing|late|early|on|by|via|telephone|phone|"
    r"[A-Z]\w+))*\s*\Z"
)
#: what stands before the day of a dateline: "LIMA, Peru, March 9 (Agency) –"
_DATELINE = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ .'’-]+(?:,\s[A-Z][\w .]+)?,\s*\Z")
#: and what stands behind the day of one without a place: "March 9 (Agency) –"
_AGENCY = re.compile(r"\s*\([A-Z][^()]{1,40}\)\s*[-–—:]")
#: what is told in the sentence of a day, or so many before or after it, counts so much for that day
_BESIDE = (1.0, 0.7, 0.5, 0.3)
#: sentences of other news that are taken to come with the case: what the heap has once may be no
#: rare word; the share of them that names one of its entities, or tells a deed of one type
_OTHERS, _NAMING, _DOING = 100, 0.002, 0.01
#: words of dates, which every page of a day shares
_CALENDAR_WORDS = frozenset(
    w[:STEM]
    for w in "january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday "
    "friday saturday sunday today yesterday morning afternoon evening night dawn noon midday "
    "midnight weekend".split()
)
#: sentences or pages with a word beyond which the word proposes none, and proposals looked at
_COMMON, _PROPOSED = 200, 3000
#: sentences that a sentence is compared with
_COMPARED = 60
#: cosine of two pages' news from which they may tell one day's
_LIKE = 0.15


class DatedSentence(msgspec.Struct, frozen=True):
    """A sentence that dates what it tells."""

    document: str
    span: Span
    #: expressions in it that can date what it tells
    times: tuple[TimeExpression, ...]
    #: whether each dates the telling alone: "said on Wednesday"
    telling: tuple[bool, ...]


class DatedSentences:
    """Finds dated sentences like a page's news by the rare words they share.

    Words are stems, the entities that a sentence names, and what is done in it by whom.
    """

    def __init__(self, pages: Pages, texts: Texts, entity_of: Callable[[str], str]) -> None:
        self._ids = pages.ids
        self._texts, self._entity_of = texts, entity_of
        self._numbering = Numbering()
        #: the words of the dated sentences, and of each page's news
        self._told, self._news = Rows(), Rows()
        self._sentences: Shelf[DatedSentence] = Shelf(DatedSentence)
        self._pages = array("i")
        counts = array("i")
        total = 0
        for n in range(len(pages)):
            times, events = pages.times[n], pages.events[n]
            own = list(self._read(pages.documents[n], times, events, texts.told(n), entity_of))
            counts.extend([0] * (len(self._numbering) - len(counts)))
            for w in chain.from_iterable(words for words, _ in own):
                counts[w] += 1
            total += len(own)
            for words, sentence in own:
                if sentence is not None:
                    self._told.append(words)
                    self._sentences.append(sentence)
                    self._pages.append(n)
            self._news.append(sorted({w for words, _ in own[:_NEWS] for w in words}))
        size = len(self._numbering)
        others = np.array([_share_elsewhere(word) for word in self._numbering.words])
        told_in = np.array(counts, np.float64)
        self._rarity = np.log((2 + total + _OTHERS) / (1 + told_in + _OTHERS * others))
        self._rank = self._numbering.ranks()
        self._named = np.array([w.startswith(_ENTITY) for w in self._numbering.words], np.float64)
        self._whole = np.maximum(_LEAST, _each(self._told, self._rarity))
        squares = self._rarity**2
        self._size = np.sqrt(_each(self._news, squares))
        self._size[self._size == 0] = 1.0
        self._telling = Holders(self._told, size, _COMMON)
        self._printing = Holders(self._news, size, _COMMON)
        self._own = np.zeros(size)

    def page(self, number: int) -> str:
        """Return the id of a page by its number."""
        return self._ids[number]

    def sentence(self, number: int) -> DatedSentence:
        """Return a dated sentence by its number."""
        return self._sentences[number]

    def _read(
        self,
        document: Document,
        times: Sequence[TimeExpression],
        events: Sequence[Event],
        told: Sequence[tuple[int, int, list[str]]],
        entity_of: Callable[[str], str],
    ) -> Iterator[tuple[list[int], DatedSentence | None]]:
        """Yield a page's sentences: their words, and the dated among them."""
        deeds: dict[int, set[str]] = defaultdict(set)
        for event in events:
            parties = [*event.actors, *event.recipients, *([event.place] if event.place else [])]
            for mention in event.mentions:
                deeds[mention.span.start] |= {
                    event.type,
                    *(f"{event.type} {entity_of(p)}" for p in parties),
                }
        number = self._numbering.of
        for (start, end, words), inside in zip(told, times_within(told, times), strict=True):
            kept = {w for w in self._named_so(words) if not w[0].isdigit()} - _CALENDAR_WORDS
            kept |= deeds.get(start, set())
            sentence = None
            if any(can_date(t) for t in inside):
                text = document.text[start:end]
                span = Span(document=document.id, start=start, end=end, text=text)
                telling = tuple(map(dates_telling, inside))
                sentence = DatedSentence(document.id, span, tuple(inside), telling)
            yield [number(w) for w in kept], sentence

    def _named_so(self, words: Iterable[str]) -> Iterator[str]:
        """Yield words with the entity that each name stands for here."""
        return (self._entity_of(w) if w.startswith(_ENTITY) else w for w in words)

    def told_alike(self, page: int, beside: Sequence[int] = ()) -> Told:
        """Return what other pages tell of a page's news.

        Args:
            page: its number.
            beside: numbers of sentences of it; how much of what is told stands in each of them,
                or in the one before or after it, is given too.
        """
        return Told(list(self._told_by(page, beside)), list(self._alike(page)))

    def hangs_on(self, told: Told, pages: Collection[int]) -> bool:
        """Say whether any of some pages is among those that tell what is told."""
        own = self._pages
        return any(n in pages for n, _ in told.pages) or any(
            own[n] in pages for n, _, _ in told.sentences
        )

    def _alike(self, page: int) -> Iterator[tuple[int, float]]:
        """Yield the pages whose news is told in like words, and their cosine."""
        own = np.array(self._news[page], np.int64)
        weights = self._rarity**2
        others, shared = self._sharing(own, self._printing, weights)
        shared, others = shared[others != page], others[others != page]
        near = others[np.lexsort((others, -shared / self._size[others]))[:_COMPARED]]
        self._own[own] = weights[own]
        places, begins = self._news.places(near)
        both = summed(self._own[self._news.flat[places]], begins)
        self._own[own] = 0.0
        cosines = both / (self._size[page] * self._size[near])
        for other, cosine in zip(near.tolist(), cosines.tolist(), strict=True):
            if cosine >= _LIKE:
                yield other, cosine

    def _told_by(
        self, page: int, beside: Sequence[int]
    ) -> Iterator[tuple[int, float, list[float]]]:
        """Yield the dated sentences of other pages whose words a page's news has, and the shares.

        The share that its news has, and the most that one sentence has of those around each of
        the sentences asked for.
        """
        own = np.array(self._news[page], np.int64)
        numbers, shared = self._sharing(own, self._telling, self._rarity)
        near = numbers[np.lexsort((numbers, -shared / self._whole[numbers]))[:_COMPARED]]
        places, begins = self._told.places(near)
        words = self._told.flat[places]
        self._own[own] = 1.0
        both = self._own[words]
        self._own[own] = 0.0
        shares = summed(both * self._rarity[words], begins) / self._whole[near]
        names = self._named[words] * self._rarity[words]
        named, naming = summed(both * names, begins), summed(names, begins)
        count = summed(both, begins)
        kept = (shares >= _ALIKE) & (named > 0) & (named >= _NAMED * naming) & (count >= _FEWEST)
        kept &= np.frombuffer(self._pages, np.int32)[near] != page
        nearness = self._nearness(page, beside) if kept.any() else []
        for n in np.flatnonzero(kept).tolist():
            told = words[begins[n] : begins[n + 1]].tolist()
            around = [
                float(sum(self._rarity[w] * near_to.get(w, 0.0) for w in told))
                / float(self._whole[near[n]])
                for near_to in nearness
            ]
            yield int(near[n]), float(shares[n]), around

    def _nearness(self, page: int, beside: Sequence[int]) -> list[dict[int, float]]:
        """Return how near each word of a page stands to some of its sentences, at most 1."""
        known = self._numbering.known
        sentences = [
            [w for word in self._named_so(words) if (w := known(word)) is not None]
            for _, _, words in self._texts.told(page)[: max(beside, default=0) + len(_BESIDE)]
        ]
        found = []
        for at in beside:
            near: dict[int, float] = {}
            for away, weight in enumerate(_BESIDE):
                for n in {at - away, at + away}:
                    for word in sentences[n] if 0 <= n < len(sentences) else ():
                        near.setdefault(word, weight)
            found.append(near)
        return found

    def _sharing(self, words: Ints, having: Holders, weights: Floats) -> tuple[Ints, Floats]:
        """Return who shares the rarest of the words, and the weight of what is shared.

        The rarest: as long as few enough pages or sentences have them.
        """
        counts = having.counts[words]
        words, counts = words[counts > 0], counts[counts > 0]
        order = np.lexsort((self._rank[words], counts))
        words, counts = words[order], counts[order]
        many = np.flatnonzero((counts > _COMMON) | (np.cumsum(counts) > _PROPOSED))
        words = words[: many[0]] if len(many) else words
        if not len(words):
            return np.empty(0, np.int64), np.empty(0)
        holders = [having.rows[having.of(w)] for w in words.tolist()]
        products = np.repeat(weights[words], [len(h) for h in holders])
        others, at = np.unique(np.concatenate(holders), return_inverse=True)
        shared: Floats = np.bincount(at, weights=products).astype(np.float64)
        return others.astype(np.int64), shared


def times_within(
    told: Sequence[tuple[int, int, list[str]]], times: Sequence[TimeExpression]
) -> Iterator[list[TimeExpression]]:
    """Yield the expressions that begin in each of a page's sentences."""
    times = sorted(times, key=lambda t: t.span.start)
    k = 0
    for start, end, _ in told:
        inside = []
        while k < len(times) and times[k].span.start < end:
            if times[k].form is not None and times[k].span.start >= start:
                inside.append(times[k])
            k += 1
        yield inside


def dates_telling(time: TimeExpression) -> bool:
    """Say whether an expression dates the telling of something: "said on Wednesday"."""
    sentence, at = time.sentence.text, max(0, time.span.start - time.sentence.start)
    before, after = sentence[:at], sentence[time.span.end - time.sentence.start :]
    return bool(
        _TELLING.search(before)
        or _DATELINE.match(before)
        or (not before.strip() and _AGENCY.match(after))
    )


def can_date(time: TimeExpression) -> bool:
    """Say whether an expression can date an event to a month or less."""
    form = time.form
    if form is None or form.narrative:
        return False
    return (
        (form.kind == "calendar" and form.month is not None)
        or form.kind in {"weekday", "offset"}
        or (form.kind == "unit" and form.unit in {None, "day", "month", "week"})
    )


class Told(msgspec.Struct, frozen=True, array_like=True):
    """What other pages tell of a page's news: dated sentences and pages, with their likeness."""

    #: by number; then the share beside each of the page's sentences that were asked for
    sentences: list[tuple[int, float, list[float]]]
    #: by number
    pages: list[tuple[int, float]]


def _share_elsewhere(word: str) -> float:
    """Return the share of other news that has a word, or names one of the case's entities."""
    if word.startswith(_ENTITY):
        return _NAMING
    return share_of_texts(word) if word.islower() else _DOING


def _each(rows: Rows, weights: Floats) -> Floats:
    """Return the weight of each row."""
    return summed(weights[rows.flat], rows.starts)
