"""The parts of an account: the number, whom it counts, the day, the place, and the page's words.

Two accounts are of one matter when their parts allow it. What differs in one part and agrees in the
others is in dispute; what differs in several is another matter.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from histor.extract.events.found_events import VERBAL
from histor.extract.figures.numbers import amounts
from histor.link.vectors import News, Vector
from histor.part_counts import counts_a_part
from histor.records import (
    Claim,
    Date,
    Document,
    Entity,
    Event,
    Figure,
    Span,
    TimeExpression,
)

__all__ = ["Told", "apart", "days_between", "named_places", "numbers_in", "sentence_at", "told"]

_COUNTED = frozenset(["killed", "injured", "missing", "displaced", "detained"])
#: days that a date may span and still tell a day
_DAY = 1
_WORD = re.compile(r"[\w.,-]+")
#: a name after a preposition, with up to four words between: "in the market of Sornby"
_PLACED = re.compile(
    r"\b(?:in|at|near|off|on|outside|inside|below|above|around|round|from|of|between|along|to|into)"
    r" (?:[a-z’'-]+ ){0,4}?((?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)*)"
)
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December"
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
#: documents that accounts of several numbers share
_AT_HAND = 1000
#: where all is that a sentence tells, whoever says it: "In Peru, officials reported …"
_FRAME = re.compile(
    r"(?:Elsewhere )?(?:In|Across|At|On|Near|Around|Inside|Outside) [^,;.“”\"]{2,60},"
)
#: a bare number between a name and a comma is an age: "Kafoury, 63,"
_NAMED_BEFORE, _COMMA_AFTER = re.compile(r"[A-Z][\w’'-]+, \Z"), re.compile(r"\A\s?[,.;]|\A and\b")
#: "five more bodies" are counted with those before
_MORE = re.compile(r"(?:more|another|further)\b", re.I)
_WIDE = ("PCL", "ADM1", "RGN", "CON", "TERR")


@dataclass(frozen=True, slots=True)
class Told:
    """One number as a page tells it, and the parts around it."""

    figure: Figure
    event: Event
    sentence: Span
    #: the part of the sentence that the claim says, the whole of it where nobody says it
    said: str
    words: Vector
    document: Document
    #: all the figures of the sentence
    numbers: frozenset[tuple[str, float | None, float | None]]
    #: whom its numbers of the same quantity count, as they are worded
    beside: tuple[Figure, ...]
    #: the days that the sentence gives to what it tells
    days: tuple[Date, ...]
    #: weekdays that the account names, whatever day they are
    weekdays: frozenset[str]
    #: names after prepositions, in what is said and not in who says it
    places: frozenset[str]
    #: whether it counts some of those that another number counts: "including nine"
    part: bool
    #: countries of the places that the sentence names, and whether it names a town
    lands: frozenset[str]
    town: bool
    #: the claim that the number is part of
    claim: str | None

    @property
    def day(self) -> Date | None:
        """The day of what is told; none where the sentence gives none or several."""
        return self.days[0] if len(self.days) == 1 else None


def told(
    events: Sequence[Event],
    documents: Mapping[str, Document],
    claims: Mapping[str, Sequence[Claim]],
    times: Mapping[str, Sequence[TimeExpression]],
    entities: Mapping[str, Entity],
    placed: Iterable[Entity],
    news: News,
) -> Iterator[Told]:
    """Yield the numbers of people that the pages tell, by event.

    Args:
        events: by date and id.
        documents: by id.
        claims, times: of each document.
        entities: by id.
        placed: the entities with the places where they are named.
        news: the pages' words.
    """
    inside: dict[str, list[Figure]] = defaultdict(list)
    for event in events:
        for figure in event.figures:
            inside[figure.span.document].append(figure)
    days = _days(events, documents, inside.keys())
    slim = lru_cache(_AT_HAND)(lambda d: _slim(documents[d]))
    wide = {
        name.text
        for e in entities.values()
        if e.kind == "group" or (e.place is not None and e.place.feature.startswith(_WIDE))
        for name in e.names
    }
    where = _Places(placed, inside.keys())
    for event in events:
        for figure in event.figures:
            document = documents[figure.span.document]
            sentence = sentence_at(document, figure.span.start)
            if figure.quantity not in _COUNTED or sentence is None:
                continue
            if figure.who is None and _is_age(figure, document):
                continue
            claim = _claim_around(figure.span, claims.get(document.id, ()))
            own = _within(sentence, claim)
            frame = _frame(sentence, own)
            lands, town = where.within(own)
            framed = where.within(frame)
            lands, town = lands | framed[0], town or framed[1]
            yield Told(
                figure=figure,
                event=event,
                sentence=sentence,
                said=own.text,
                words=news.vector(news.words_at(document.id, sentence.start)),
                document=slim(document.id),
                numbers=frozenset(
                    (f.quantity, f.low, f.high)
                    for f in inside[document.id]
                    if sentence.start <= f.span.start < sentence.end
                    and not _MORE.match(f.who or "")
                    and not counts_a_part(f, sentence)
                ),
                beside=tuple(
                    f
                    for f in inside[document.id]
                    if sentence.start <= f.span.start < sentence.end
                    and f.quantity == figure.quantity
                    and not _MORE.match(f.who or "")
                    and not counts_a_part(f, sentence)
                ),
                days=days.get((document.id, sentence.start))
                or _exact(
                    t.date
                    for t in times.get(document.id, ())
                    if own.start <= t.span.start < own.end
                ),
                weekdays=frozenset(w.lower() for w in _WEEKDAY.findall(own.text)),
                places=frozenset(named_places(frame.text) | named_places(own.text)) - wide,
                part=counts_a_part(figure, sentence),
                lands=lands,
                town=town,
                claim=claim.id if claim is not None else figure.claim,
            )


def _slim(document: Document) -> Document:
    """Return a document without what no account is told by."""
    return msgspec.structs.replace(document, sentences=(), removed=())


class _Places:
    """The places that pages name, by where they stand."""

    def __init__(self, entities: Iterable[Entity], pages: Collection[str]) -> None:
        found: dict[str, list[tuple[int, str, bool]]] = defaultdict(list)
        for entity in entities:
            if entity.place is None or entity.place.country is None:
                continue
            town = entity.place.feature.startswith("PPL")
            for mention in entity.mentions:
                if mention.document in pages:
                    found[mention.document].append((mention.start, entity.place.country, town))
        self._places = {d: sorted(own) for d, own in found.items()}

    def within(self, span: Span) -> tuple[frozenset[str], bool]:
        """Return the countries of the places that a span names, and whether one is a town."""
        own = self._places.get(span.document, [])
        first, last = (bisect_left(own, (at,)) for at in (span.start, span.end))
        return frozenset(c for _, c, _ in own[first:last]), any(t for *_, t in own[first:last])


def _is_age(figure: Figure, document: Document) -> bool:
    before, after = document.text[: figure.span.start], document.text[figure.span.end :]
    return bool(_NAMED_BEFORE.search(before[-40:]) and _COMMA_AFTER.search(after[:5]))


def sentence_at(document: Document, place: int) -> Span | None:
    """Return the sentence that holds a place of a document's text."""
    n = bisect_right(document.sentences, (place, len(document.text) + 1)) - 1
    if n < 0 or document.sentences[n][1] <= place:
        return None
    start, end = document.sentences[n]
    return Span(document=document.id, start=start, end=end, text=document.text[start:end])


def _days(
    events: Iterable[Event], documents: Mapping[str, Document], pages: Collection[str]
) -> dict[tuple[str, int], tuple[Date, ...]]:
    """Return the days of the deeds that each sentence of some pages tells, by page and place."""
    found: dict[tuple[str, int], list[Date]] = defaultdict(list)
    for event in events:
        if event.quad in VERBAL:
            continue
        for mention in event.mentions:
            if mention.date is None or mention.span.document not in pages:
                continue
            sentence = sentence_at(documents[mention.span.document], mention.span.start)
            if sentence is not None:
                found[sentence.document, sentence.start].append(mention.date)
    return {key: days for key, dates in found.items() if (days := _exact(dates))}


def _exact(dates: Iterable[Date | None]) -> tuple[Date, ...]:
    exact = {d.earliest: d for d in dates if d is not None and d.length <= _DAY}
    return tuple(exact[day] for day in sorted(exact))


def _claim_around(span: Span, claims: Iterable[Claim]) -> Claim | None:
    """Return the narrowest claim whose content holds a span."""
    holding = [c for c in claims if c.content.start <= span.start and span.end <= c.content.end]
    return min(holding, key=lambda c: (len(c.content.text), c.id), default=None)


def _within(sentence: Span, claim: Claim | None) -> Span:
    """Return the part of a sentence that a claim says: who says it, and when, stands outside."""
    if claim is None:
        return sentence
    start, end = max(sentence.start, claim.content.start), min(sentence.end, claim.content.end)
    text = sentence.text[start - sentence.start : end - sentence.start]
    return Span(document=sentence.document, start=start, end=end, text=text)


def _frame(sentence: Span, own: Span) -> Span:
    """Return the words that begin a sentence with its place, before what is said; or none."""
    start = sentence.start
    found = _FRAME.match(sentence.text[: max(0, own.start - start)])
    end = found.end() if found else 0
    return Span(document=sentence.document, start=start, end=start + end, text=sentence.text[:end])


def named_places(text: str) -> set[str]:
    """Return the names after prepositions, days and months left out."""
    found = set()
    for match in _PLACED.finditer(text):
        name = re.sub(r"['’]s?\Z", "", match[1])
        if not _CALENDAR.match(name):
            found.add(name)
    return found


def apart(a: Told, b: Told) -> bool:
    """Say whether each account names a place of which the other's page knows nothing."""
    mine = {n for n in a.places if n not in b.document.text}
    theirs = {n for n in b.places if n not in a.document.text}
    return bool(mine and theirs)


def days_between(these: Sequence[Date], those: Sequence[Date]) -> int | None:
    """Return the fewest days from one date to another, 0 where two overlap; none if none is known.

    >>> days_between([], [])
    """
    return min((_between(a, b) for a in these for b in those), default=None)


def _between(a: Date, b: Date) -> int:
    if a.overlaps(b):
        return 0
    first, second = (a, b) if a.latest < b.earliest else (b, a)
    return (second.first - first.last).days


def numbers_in(text: str) -> set[float]:
    """Return the numbers of a text, in digits or words."""
    found = amounts(_WORD.findall(text))
    return {x for amount in found for x in (amount.low, amount.high) if x is not None}
