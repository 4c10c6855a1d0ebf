"""What other pages tell of a page's news: dated sentences, and pages, in like words.

Candidates share rare words, so that the cost grows with the pages and not with their square.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from histor.link.vectors import STEM
from histor.records import PageRecord, Span, TimeExpression

__all__ = [
    "LEAD",
    "DatedSentence",
    "DatedSentences",
    "Told",
    "can_date",
    "dated_sentences",
    "told_alike",
]

#: sentences of a page that tell its news
LEAD = 12
#: share of a dated sentence's words, weighed by rarity, from which a page can tell the same
_ALIKE = 0.2
#: weight of words that a sentence must have to be told by its words
_LEAST = 12.0
#: words that it must share, a name among them
_FEWEST = 5
_ENTITY = "ent_"
#: words of dates, which every page of a day shares
_CALENDAR_WORDS = frozenset(
    w[:STEM]
    for w in "january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday "
    "friday saturday sunday today yesterday morning evening night".split()
)
#: sentences or pages with a word beyond which the word proposes none, and proposals looked at
_COMMON, _PROPOSED = 200, 3000
#: sentences that a sentence is compared with
_COMPARED = 60
#: cosine of two pages' news from which they may tell one day's
_LIKE = 0.18


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A sentence as it is compared: stems of its words and the entities it names."""

    document: str
    words: frozenset[str]
    span: Span
    #: expressions in it that can date what it tells
    times: tuple[TimeExpression, ...]


def dated_sentences(
    page: PageRecord, told: Sequence[tuple[Span, list[str]]], entity_of: Callable[[str], str]
) -> list[DatedSentence]:
    """Return a page's sentences in order, with what is done in them and when."""
    deeds: dict[int, set[str]] = defaultdict(set)
    for event in page.events:
        parties = [*event.actors, *event.recipients, *([event.place] if event.place else [])]
        for mention in event.mentions:
            deeds[mention.span.start] |= {
                event.type,
                *(f"{event.type} {entity_of(p)}" for p in parties),
            }
    times = sorted(page.times, key=lambda t: t.span.start)
    found, k = [], 0
    for span, words in told:
        kept = {w for w in words if not w[0].isdigit()} - _CALENDAR_WORDS
        kept |= deeds.get(span.start, set())
        inside = []
        while k < len(times) and times[k].span.start < span.end:
            if times[k].form is not None and times[k].span.start >= span.start:
                inside.append(times[k])
            k += 1
        found.append(DatedSentence(page.document.id, frozenset(kept), span, tuple(inside)))
    return found


class DatedSentences:
    """Finds dated sentences like a sentence by the rare words they share."""

    def __init__(self, pages: Mapping[str, Sequence[DatedSentence]]) -> None:
        sentences = [s for d in sorted(pages) for s in pages[d]]
        count = Counter(w for s in sentences for w in s.words)
        self._rarity = {w: math.log((2 + len(sentences)) / (1 + n)) for w, n in count.items()}
        self._dated = [s for s in sentences if any(can_date(t) for t in s.times)]
        self._whole = [max(_LEAST, sum(self._rarity[w] for w in s.words)) for s in self._dated]
        self._having: dict[str, list[int]] = defaultdict(list)
        for n, sentence in enumerate(self._dated):
            for word in sentence.words:
                self._having[word].append(n)
        self.news = {d: frozenset(w for s in pages[d][:LEAD] for w in s.words) for d in pages}
        self._pages: dict[str, list[str]] = defaultdict(list)
        for document in sorted(pages):
            for word in self.news[document]:
                self._pages[word].append(document)
        self._size = {
            d: math.sqrt(sum(self._rarity[w] ** 2 for w in words)) or 1.0
            for d, words in self.news.items()
        }

    def alike(self, document: str) -> Iterator[tuple[str, float]]:
        """Yield the pages whose news is told in like words, and their cosine."""
        own = self.news[document]
        shared: dict[str, float] = defaultdict(float)
        for word in self._rarest(own, self._pages):
            for other in self._pages[word]:
                shared[other] += self._rarity[word] ** 2
        shared.pop(document, None)
        near = sorted(shared, key=lambda d: (-shared[d] / self._size[d], d))
        for other in near[:_COMPARED]:
            weight = sum(self._rarity[w] ** 2 for w in own & self.news[other])
            cosine = weight / (self._size[document] * self._size[other])
            if cosine >= _LIKE:
                yield other, cosine

    def _rarest(self, words: Iterable[str], having: Mapping[str, Sequence[object]]) -> list[str]:
        """Return the rarest of the words, as long as few enough pages or sentences have them."""
        known = sorted((len(having[w]), w) for w in words if w in having)
        found, total = [], 0
        for count, word in known:
            total += count
            if count > _COMMON or total > _PROPOSED:
                break
            found.append(word)
        return found

    def told(self, document: str, words: Iterable[str]) -> Iterator[tuple[DatedSentence, float]]:
        """Yield dated sentences of other pages whose words a page's news has, and the share."""
        news = frozenset(words)
        shared: dict[int, float] = defaultdict(float)
        for word in self._rarest(news, self._having):
            for n in self._having[word]:
                shared[n] += self._rarity[word]
        near = sorted(shared, key=lambda n: (-shared[n] / self._whole[n], n))
        for n in near[:_COMPARED]:
            sentence = self._dated[n]
            if sentence.document == document:
                continue
            both = sentence.words & news
            share = sum(self._rarity[w] for w in both) / self._whole[n]
            named = any(w.startswith(_ENTITY) for w in both)
            if share >= _ALIKE and named and len(both) >= _FEWEST:
                yield sentence, share


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


@dataclass(frozen=True, slots=True)
class Told:
    """What other pages tell of a page's news: dated sentences and pages, with their likeness."""

    sentences: list[tuple[DatedSentence, float]]
    pages: list[tuple[str, float]]


def told_alike(sentences: Sequence[DatedSentence], index: DatedSentences) -> Told:
    """Return what other pages tell of one page's news."""
    if not sentences:
        return Told([], [])
    document = sentences[0].document
    return Told(list(index.told(document, index.news[document])), list(index.alike(document)))
