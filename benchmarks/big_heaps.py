"""Heaps of any size with known copies and known events, made from pages that were read once.

A pool of articles is read by the program itself. Every further page is one of their records in
another world (``worlds.py``): other names, other words, other numbers, other days, with every span
moved to where its words then stand. So a hundred thousand pages cost no reading, and are stored,
linked and told like any others. After every ninth page a copy of it follows, cut and with a line
above; after every eleventh a second telling: the same names, days and deeds in other words.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from benchmarks.shifted_times import moved
from benchmarks.worlds import WORD, Vocabulary, World, kept, number_from
from histor.extract.dates.narrative import Stated
from histor.extract.dates.times import resolved_all
from histor.link import judge
from histor.records import (
    Claim,
    ClaimSource,
    CleanPage,
    Date,
    Document,
    Entity,
    Event,
    EventMention,
    Figure,
    Given,
    Name,
    Page,
    PageRecord,
    Place,
    Role,
    Span,
    TimeExpression,
    make_id,
)
from histor.spans import OffsetMap, Segment
from histor.stages import PageResult
from histor.store import Store
from histor.store.evidence import words_in

__all__ = ["Known", "Made", "add", "heap"]

_SEED = 11
#: every so many pages one is printed again, and one is told again
_COPIED, _RETOLD = 9, 11
_LINE = "Printed again, said the desk of this paper."
#: the pool's days are brought within a year from this Monday; each world is some weeks later
_FROM, _SPAN, _LATER = dt.date(2019, 1, 7), 364, 7
_NUMBER = re.compile(r"\d+")
_SMALL, _LARGE = 2, 1000
_BATCH = 64
_T = TypeVar("_T", bound=msgspec.Struct)


class Known(NamedTuple):
    """What is known of a made page: the document that it copies, or tells again."""

    copy_of: str | None = None
    told_again: str | None = None


class Made(NamedTuple):
    """A made page and what is known of it."""

    result: PageResult
    known: Known


def heap(pool: Sequence[PageRecord], seed: int = _SEED) -> Iterator[Made]:
    """Yield pages without end, world after world; copies and second tellings are planted."""
    vocabulary = Vocabulary(pool)
    world, count = 0, 0
    while True:
        own, other = World(vocabulary, world), World(vocabulary, world, telling=1)
        order = list(pool)
        random.Random(seed + world).shuffle(order)
        for record in order:
            count += 1
            page = in_world(record, own)
            yield Made(page, Known())
            if count % _COPIED == 0:
                yield Made(copied(page), Known(copy_of=page.page.document_id))
            if count % _RETOLD == 0:
                yield Made(in_world(record, other, 1), Known(told_again=page.page.document_id))
        world += 1


def add(path: Path, pages: Iterable[Made]) -> list[tuple[str, Known]]:
    """Store made pages in a case as pages that were read are; return what is known of each."""
    known: list[tuple[str, Known]] = []
    batch: list[PageResult] = []
    with Store(str(path)) as store:

        def put() -> None:
            store.put(batch, [j for r in batch for j in judge(r.record)])
            batch.clear()

        for made in pages:
            batch.append(made.result)
            known.append((made.result.page.document_id, made.known))
            if len(batch) == _BATCH:
                put()
        put()
    return known


# --- one page -------------------------------------------------------------------------------------


def in_world(record: PageRecord, world: World, telling: int = 0) -> PageResult:
    """Return a page's record in another world: everything that it says, in that world's words."""
    document = record.document
    first = document.page_date.first if document.page_date is not None else None
    days = _shift(first, world.number)
    times = {t.id: m for t in record.times if (m := moved(t, days)) is not None}
    bounds = {at for words in words_in(record) if isinstance(words, Span) for at in _ends(words)}
    bounds |= {at for sentence in document.sentences for at in sentence}
    edits = [edit for m in times.values() for edit in m.edits]
    figures = list(_numbers(record, world))
    edits += [edit for edit, _ in figures]
    taken = _apart([*kept(record), *((start, end) for start, end, _ in edits)])
    for match in WORD.finditer(document.text):
        new = world.word(match[0])
        if new != match[0] and not _overlaps(match.span(), taken):
            edits.append((*match.span(), new))
    edits = [e for e in edits if not any(e[0] < at < e[1] for at in _inside(bounds, e))]
    page_date = None
    if document.page_date is not None and first is not None:
        page_date = (first + dt.timedelta(days=days)).isoformat()
    key = f"{document.location}/{world.number}" + (f"/{telling}" if telling else "")
    text = _edited(document.text, edits)
    page = _page(key, text, page_date)
    moving = _Moving(document.id, page.document_id, text, _places(edits), world)
    forms = {n: m.form for n, m in times.items()}
    return _result(page, moving.record(record, forms, page_date))


def copied(result: PageResult) -> PageResult:
    """Return a copy of a page: a line of its own above, and its last paragraphs cut."""
    record = result.record
    paragraphs = [m.end() for m in re.finditer(r"\n\n|\Z", record.document.text)]
    cut = paragraphs[max(0, len(paragraphs) * 4 // 5 - 1)]
    body = record.document.text[:cut].rstrip()
    text = f"{_LINE}\n\n{body}"
    date = record.document.page_date
    page = _page(f"{result.page.key}/copy", text, date.edtf if date is not None else None)
    by = len(_LINE) + 2
    kept = _cut(record, len(body))
    moving = _Moving(record.document.id, page.document_id, text, lambda at: at + by, None)
    new = moving.record(kept, {}, date.edtf if date is not None else None)
    sentences = ((0, len(_LINE)), *new.document.sentences)
    document = msgspec.structs.replace(new.document, sentences=sentences)
    return _result(page, msgspec.structs.replace(new, document=document))


def _shift(first: dt.date | None, world: int) -> int:
    """Return the days by which a page is moved: whole weeks, so that a Tuesday stays one."""
    later = world * _LATER
    if first is None:
        return later
    return (_FROM - first).days // _SPAN * _SPAN + later


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _inside(bounds: set[int], edit: tuple[int, int, str]) -> list[int]:
    return [at for at in range(edit[0] + 1, edit[1]) if at in bounds]


def _apart(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return places in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _overlaps(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(taken, (span[0], 1 << 60))
    return any(a < span[1] and span[0] < b for a, b in taken[max(0, at - 1) : at + 1])


def _numbers(
    record: PageRecord, world: World
) -> Iterator[tuple[tuple[int, int, str], tuple[float, float]]]:
    """Yield what becomes of the numbers that events give in digits."""
    seen: set[int] = set()
    for figure in (f for e in record.events for f in e.figures):
        for match in _NUMBER.finditer(figure.span.text):
            value = int(match[0])
            if _is_counted(figure) and value == figure.low:
                start = figure.span.start + match.start()
                if start not in seen:
                    seen.add(start)
                    new = _number(value, world)
                    yield (start, start + len(match[0]), str(new)), (value, new)


def _is_counted(figure: Figure) -> bool:
    whole = figure.low is not None and figure.low == figure.high and figure.low == int(figure.low)
    return (
        whole
        and _SMALL <= (figure.low or 0) < _LARGE
        and str(int(figure.low or 0)) in (_NUMBER.findall(figure.span.text))
    )


def _number(value: int, world: World) -> int:
    return value + number_from(world.number, value) % max(2, value // 3)


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    edits.sort()
    parts, at = [], 0
    for start, end, words in edits:
        parts += [text[at:start], words]
        at = end
    return "".join([*parts, text[at:]])


def _places(edits: Sequence[tuple[int, int, str]]) -> Any:
    """Return what maps a place of the old text to that of the new; ``edits`` are in order."""
    ends = [end for _, end, _ in edits]
    moves = [0]
    for start, end, words in edits:
        moves.append(moves[-1] + len(words) - (end - start))
    return lambda at: at + moves[bisect_right(ends, at)]


def _page(key: str, text: str, date: str | None) -> Page:
    digest = hashlib.sha256(f"{key}\n{date}\n{text}".encode()).hexdigest()
    return Page(
        location=key,
        key=key,
        sha256=digest,
        media="article",
        text=text,
        encoding="utf-8",
        given=Given(date=date, language="en"),
    )


def _result(page: Page, record: PageRecord) -> PageResult:
    size = len(page.text)
    offsets = OffsetMap.of([Segment(0, 0, size, size)])
    return PageResult(page, CleanPage(document=record.document, offsets=offsets), record)


@dataclass(slots=True)
class _Moving:
    """Takes a record from one text to another."""

    old: str
    new: str
    text: str
    #: a place of the old text to that of the new
    place: Any
    #: none where the words stay
    world: World | None

    def record(
        self, record: PageRecord, forms: Mapping[str, Any], page_date: str | None
    ) -> PageRecord:
        document = self.document(record.document, page_date)
        times = self.times(record.times, forms, page_date)
        by_start = {t.span.start: t.date for t in times}
        by_id = {t.id: t.date for t in times}
        return PageRecord(
            document=document,
            entities=tuple(self.of(e) for e in record.entities),
            claims=tuple(_dated(self.of(c), by_start) for c in record.claims),
            times=times,
            events=tuple(_happened(self.of(e), by_id) for e in record.events),
        )

    def document(self, document: Document, page_date: str | None) -> Document:
        date = None
        if page_date is not None:
            date = Date(edtf=page_date, earliest=page_date, latest=page_date, basis="page")
        return Document(
            id=self.new,
            location=document.location,
            sha256=document.sha256,
            title=self.words(document.title) if document.title else None,
            outlet=document.outlet,
            byline=(),
            language=document.language,
            text=self.text,
            removed=(),
            page_date=date,
            sentences=tuple((self.place(a), self.place(b)) for a, b in document.sentences),
        )

    def times(
        self, times: Sequence[TimeExpression], forms: Mapping[str, Any], page_date: str | None
    ) -> tuple[TimeExpression, ...]:
        """Return the expressions in their new forms, counted from the new day."""
        own = [
            msgspec.structs.replace(self.of(t), form=forms.get(t.id, t.form), date=None)
            for t in times
        ]
        stated = [Stated(t.span.start, t.span.end, t.form, t.tense) for t in own]
        anchor = dt.date.fromisoformat(page_date) if page_date is not None else None
        dates = resolved_all(stated, [t.span for t in own], anchor)
        return tuple(
            msgspec.structs.replace(t, date=date) for t, date in zip(own, dates, strict=True)
        )

    def words(self, text: str) -> str:
        return self.world.words(text) if self.world is not None else text

    def id(self, name: str) -> str:
        prefix = name.partition("_")[0]
        return self.new if name == self.old else make_id(prefix, self.new, name)

    def span(self, span: Span) -> Span:
        start, end = self.place(span.start), self.place(span.end)
        return Span(document=self.new, start=start, end=end, text=self.text[start:end])

    def of(self, item: _T) -> _T:
        """Return a part of a record with its spans, ids and words moved."""
        changed = {}
        for name in item.__struct_fields__:
            value = getattr(item, name)
            new = self._value(type(item), name, value)
            if new is not value:
                changed[name] = new
        return msgspec.structs.replace(item, **changed) if changed else item

    def _value(self, kind: type[Any], name: str, value: Any) -> Any:
        if isinstance(value, Span):
            return self.span(value)
        if isinstance(value, tuple):
            return tuple(self._value(kind, name, v) for v in value) if value else value
        if isinstance(value, Place) or value is None:
            return value
        if isinstance(value, msgspec.Struct):
            return self.of(value)
        if (kind, name) in _IDS:
            return self.id(value)
        if (kind, name) in _WORDS:
            return self.words(value)
        return value


#: fields that hold ids, and words of the page
_IDS = frozenset(
    [(Entity, "id"), (Claim, "id"), (Claim, "document"), (Claim, "events"), (Event, "id"),
     (ClaimSource, "entity"), (Event, "actors"), (Event, "recipients"), (Event, "place"),
     (EventMention, "claim"), (EventMention, "time"), (Figure, "claim"), (TimeExpression, "id"),
     (TimeExpression, "document")]
)  # fmt: skip
_WORDS = frozenset(
    [(Entity, "name"), (Name, "text"), (Role, "title"), (Role, "of"), (ClaimSource, "text"),
     (Event, "title"), (Figure, "who")]
)  # fmt: skip


def _dated(claim: Claim, dates: Mapping[int, Date | None]) -> Claim:
    if claim.date is None or not claim.date.evidence:
        return claim
    return msgspec.structs.replace(claim, date=dates.get(claim.date.evidence[0].start))


def _happened(event: Event, dates: Mapping[str, Date | None]) -> Event:
    """Return an event with the days of its expressions, and the numbers that its words now give."""
    mentions = tuple(
        msgspec.structs.replace(m, date=dates.get(m.time) if m.time else None)
        for m in event.mentions
    )
    figures = tuple(_counted(f) for f in event.figures)
    date = next((m.date for m in mentions if m.date is not None), None)
    return msgspec.structs.replace(event, mentions=mentions, figures=figures, date=date)


def _counted(figure: Figure) -> Figure:
    found = _NUMBER.findall(figure.span.text)
    exact = figure.low is not None and figure.low == figure.high
    if not exact or len(found) != 1 or not _SMALL <= (figure.low or 0) < _LARGE:
        return figure
    return msgspec.structs.replace(figure, low=float(found[0]), high=float(found[0]))


# --- a copy's part of a page ----------------------------------------------------------------------


def _cut(record: PageRecord, end: int) -> PageRecord:
    """Return what of a record the text up to a place carries."""

    def stands(item: object) -> bool:
        return all(words.end <= end for words in words_in(item))

    entities = []
    for entity in record.entities:
        mentions = tuple(m for m in entity.mentions if m.end <= end)
        if mentions:
            roles = tuple(r for r in entity.roles if stands(r))
            entities.append(msgspec.structs.replace(entity, mentions=mentions, roles=roles))
    claims = [c for c in record.claims if stands(c)]
    times = [t for t in record.times if stands(t)]
    events = [e for e in record.events if stands(e)]
    ids = {x.id for own in (entities, claims, times, events) for x in own}

    def known(name: str | None) -> str | None:
        return name if name in ids else None

    def source(said: ClaimSource) -> ClaimSource:
        return msgspec.structs.replace(said, entity=known(said.entity))

    return PageRecord(
        document=msgspec.structs.replace(
            record.document,
            sentences=tuple((a, b) for a, b in record.document.sentences if b <= end),
        ),
        entities=tuple(entities),
        claims=tuple(
            msgspec.structs.replace(
                c,
                source=source(c.source) if c.source else None,
                chain=tuple(source(s) for s in c.chain),
                events=tuple(e for e in c.events if e in ids),
            )
            for c in claims
        ),
        times=tuple(times),
        events=tuple(
            msgspec.structs.replace(
                e,
                actors=tuple(a for a in e.actors if a in ids),
                recipients=tuple(r for r in e.recipients if r in ids),
                place=known(e.place),
                figures=tuple(msgspec.structs.replace(f, claim=known(f.claim)) for f in e.figures),
                mentions=tuple(
                    msgspec.structs.replace(m, claim=known(m.claim), time=known(m.time))
                    for m in e.mentions
                ),
            )
            for e in events
        ),
    )
