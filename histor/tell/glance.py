"""What a reader with one minute needs: what pages tell, how many fell, what is in dispute, when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from histor.counts import counted, number_words
from histor.part_counts import counts_a_part
from histor.records import (
    CaseExport,
    Dispute,
    DisputeMatter,
    DisputeReason,
    Entity,
    Event,
    Figure,
    Span,
)
from histor.tell.date_words import date_words
from histor.tell.evidence import Evidence, evidence_of
from histor.tell.key_days import attestation, key_days
from histor.tell.safe import shorten, visible
from histor.tell.wording import event_words

__all__ = ["Glance", "GlanceDay", "GlanceEvent", "InDispute", "KeyFigure", "glance_of"]

_EVENTS, _DAYS, _DISPUTES = 8, 8, 6
#: what accounts differ in that a reader must know first, and why
_GRAVITY: tuple[DisputeMatter, ...] = ("doer", "figure", "victim", "existence")
_AT_ODDS: tuple[DisputeReason, ...] = ("conflict", "denial")
#: PLOVER's quad classes of words, not deeds
_TALK = frozenset([1, 3])
#: what has no toll of its own, whatever is counted beside it
_NO_TOLL = "election"
#: characters of a sentence that need not be cut
_QUOTED = 240
#: dated days from which a choice of them helps
_MANY_DAYS = 4
#: words that say no more than that somebody was counted
_ANYBODY = frozenset(["", "people", "persons", "lives", "others", "victims", "dead"])
_COUNTED = ("killed", "injured", "missing", "displaced", "detained")


@dataclass(frozen=True, slots=True)
class GlanceEvent:
    """An event that several pages tell."""

    title: str
    status: str
    date: str
    told: str
    figures: tuple[str, ...]
    sentence: Evidence
    #: the sentence, or its beginning
    quoted: str


@dataclass(frozen=True, slots=True)
class GlanceDay:
    """A day that mattered, what was on it, and a sentence dated to it."""

    words: str
    what: tuple[str, ...]
    pages: int
    sentence: Evidence
    #: the sentence, or its beginning
    quoted: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """The toll of an event: ranges with the origins that give one, and a sentence that does."""

    ranges: tuple[str, ...]
    title: str
    date: str
    sentence: Evidence


@dataclass(frozen=True, slots=True)
class InDispute:
    """What two accounts cannot both be right in, and where each stands."""

    summary: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """The first sections of a report."""

    events: tuple[GlanceEvent, ...]
    days: tuple[GlanceDay, ...]
    figures: tuple[KeyFigure, ...] = ()
    disputed: tuple[InDispute, ...] = ()


def glance_of(export: CaseExport, numbers: Mapping[str, int]) -> Glance:
    """Return what several pages tell, the best attested first, and the days that mattered."""
    shared = [e for e in export.events if e.documents > 1]
    # deeds before what was said of them, what was before what may be
    shared.sort(key=lambda e: (not e.real or e.quad in _TALK, attestation(e)))
    origin_of = {d: o.id for o in export.origins for d in o.documents}
    days = key_days(export.times, export.events, _DAYS)
    entities = {e.id: e for e in export.entities}
    titles = {e.id: event_words(e, entities) for e in export.events}
    return Glance(
        tuple(_event(e, titles[e.id], numbers, origin_of, entities) for e in shared[:_EVENTS]),
        tuple(
            GlanceDay(
                words=day.day,
                what=tuple(visible(titles[e]) for e in day.events),
                pages=day.pages,
                sentence=evidence_of(day.sentences[0], numbers),
                quoted=shorten(day.sentences[0].text, _QUOTED),
            )
            for day in days
        )
        if len(days) >= _MANY_DAYS
        else (),
        _figures(export, titles, numbers, origin_of),
        _disputed(export, numbers),
    )


def _disputed(export: CaseExport, numbers: Mapping[str, int]) -> tuple[InDispute, ...]:
    """Return what pages or sources are at odds in: who did it, how many, whether it was."""
    known = {e.id: e for e in export.events}

    def weight(dispute: Dispute) -> tuple[int, int, str]:
        told = max((known[e].origins for e in dispute.events if e in known), default=0)
        origins = told + sum(a.origins for a in dispute.accounts)
        return _GRAVITY.index(dispute.about), -origins, dispute.id

    open_ = [
        d
        for d in export.disputes
        if d.findings and len(d.accounts) > 1 and d.about in _GRAVITY and d.why in _AT_ODDS
    ]
    return tuple(
        InDispute(
            shorten(d.summary, 2 * _QUOTED),
            tuple(evidence_of(a.evidence[0], numbers) for a in d.accounts if a.evidence),
        )
        for d in sorted(open_, key=weight)[:_DISPUTES]
    )


def _figures(
    export: CaseExport,
    titles: Mapping[str, str],
    numbers: Mapping[str, int],
    origin_of: Mapping[str, str],
) -> tuple[KeyFigure, ...]:
    """Return the tolls that most origins tell; those of one origin alone come last."""
    found = []
    harmful = (e for e in export.events if e.figures and e.real and e.mode != _NO_TOLL)
    for event in sorted(harmful, key=attestation):
        ranges = _ranges(event, origin_of)
        if ranges:
            first = next(f for f in event.figures if f.quantity in _COUNTED)
            sentence = next(
                (m.span for m in event.mentions if _holds(m.span, first.span)), first.span
            )
            date = date_words(event.date) if event.date else "undated"
            found.append(
                KeyFigure(ranges, visible(titles[event.id]), date, evidence_of(sentence, numbers))
            )
    return tuple(found[:_EVENTS])


def _holds(sentence: Span, words: Span) -> bool:
    return (
        sentence.document == words.document
        and sentence.start <= words.start
        and words.end <= sentence.end
    )


def _event(
    event: Event,
    title: str,
    numbers: Mapping[str, int],
    origin_of: Mapping[str, str],
    entities: Mapping[str, Entity],
) -> GlanceEvent:
    sentence = _plainest(event, entities)
    return GlanceEvent(
        title=visible(title),
        status=event.status,
        date=date_words(event.date) if event.date else "undated",
        told=f"{counted(event.origins, 'origin')} on {counted(event.documents, 'page')}",
        figures=_ranges(event, origin_of),
        sentence=evidence_of(sentence, numbers),
        quoted=shorten(sentence.text, _QUOTED),
    )


def _plainest(event: Event, entities: Mapping[str, Entity]) -> Span:
    """Return the sentence that tells an event best: of its day, with most of its parties.

    Of such the longest that need not be cut: no heading where one is not.
    """
    day = event.date.edtf if event.date else None
    of_its_day = [m for m in event.mentions if m.date and m.date.edtf == day]
    parties = [
        {n.text for n in entities[p].names}
        for p in (*event.actors, *event.recipients)
        if p in entities
    ]
    told = [m for m in of_its_day or event.mentions if m.status == event.status]
    spans = [m.span for m in told or of_its_day or event.mentions]
    named = {s.place: sum(any(n in s.text for n in names) for names in parties) for s in spans}
    most = max(named.values())
    spans = [s for s in spans if named[s.place] == most]
    short = [s for s in spans if len(s.text) <= _QUOTED] or spans
    return max(short, key=lambda s: len(s.text))  # the first of the longest


def _ranges(event: Event, origin_of: Mapping[str, str]) -> tuple[str, ...]:
    """Return the tolls as ranges over the pages, with how many origins give one."""
    by_quantity: dict[str, list[Figure]] = defaultdict(list)
    for figure in event.figures:
        if figure.quantity not in _COUNTED or figure.low is None:
            continue
        told = (m.span for m in event.mentions if _holds(m.span, figure.span))
        if not any(counts_a_part(figure, sentence) for sentence in told):
            by_quantity[figure.quantity].append(figure)
    found = []
    for quantity in _COUNTED:
        figures = by_quantity[quantity]
        whose = {(f.who or "").casefold() for f in figures if f.low} - _ANYBODY
        if len(whose) > 1:  # soldiers and civilians are not one toll
            figures = [f for f in figures if (f.who or "").casefold() in _ANYBODY]
        if not figures:
            continue
        low = min(f.low for f in figures if f.low is not None)
        high = max(max(f.low or 0, f.high or 0) for f in figures)
        more = any(f.high is None for f in figures)
        words = number_words(low)
        if high != low:
            words += f" to {number_words(high)}"
        origins = len({origin_of[f.span.document] for f in figures})
        found.append(f"{quantity}: {words}{' or more' * more} ({counted(origins, 'origin')})")
    return tuple(found)
