"""The days that mattered, and what happened on each.

A day matters as sentences of many pages are dated to it: by the calendar, looking back, or by a
weekday or "yesterday", at the time (dates by counts of mentions: Alonso et al. 2010; Tran et al.
2015). Both counts are damped, so that neither outweighs the other.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from histor.records import Event, KeyDay, Span, TimeExpression
from histor.tell.filing import is_filing, is_filing_day

__all__ = ["attestation", "day_scores", "key_days"]

#: events and sentences shown of a day
_SHOWN = 3


def day_scores(dated: Iterable[tuple[dt.date, bool]]) -> dict[dt.date, float]:
    """Return how much each day matters.

    Args:
        dated: the day of each dated sentence, and whether it is given by the calendar.
    """
    counts: dict[dt.date, Counter[bool]] = defaultdict(Counter)
    for day, by_calendar in dated:
        counts[day][by_calendar] += 1
    return {d: math.log1p(n[True]) + math.log1p(n[False]) for d, n in counts.items()}


def key_days(
    times: Sequence[TimeExpression],
    events: Sequence[Event],
    most: int,
    documents: Collection[str] | None = None,
    entity: str | None = None,
) -> tuple[KeyDay, ...]:
    """Return the days that mattered most, in the order of the calendar.

    Args:
        times: the case's expressions; those of single days count, once a sentence.
        events: the case's events.
        most: how many days at most.
        documents: pages to look at; none for all.
        entity: an entity whose events alone count.
    """
    about = [
        e for e in events if entity is None or entity in {*e.actors, *e.recipients, e.place or ""}
    ]
    told = {(m.span.document, m.span.start) for e in about for m in e.mentions}
    sentences: dict[tuple[dt.date, str, int], tuple[Span, bool]] = {}
    for time in times:
        if time.date is None or time.date.length or time.form is None:
            continue
        if is_filing_day(time) and not is_filing(time.sentence.text):
            continue
        place = (time.document, time.sentence.start)
        if documents is not None and time.document not in documents:
            continue
        if entity is not None and place not in told:
            continue
        key = (time.date.first, *place)
        calendar = time.form.kind == "calendar"
        known = sentences.get(key)
        sentences[key] = (time.sentence, calendar or (known is not None and known[1]))
    happened = {e.date.first for e in about if e.date is not None and not e.date.length and e.real}
    told_of = {key[0] for key, (span, _) in sentences.items() if not is_filing(span.text)}
    # a day on which stories were filed, and of which none tells anything, did not matter
    scores = day_scores(
        (key[0], calendar)
        for key, (_, calendar) in sentences.items()
        if key[0] in told_of | happened
    )
    chosen = sorted(scores, key=lambda d: (-scores[d], d))[:most]
    return tuple(_day(day, scores[day], sentences, about, documents) for day in sorted(chosen))


def attestation(event: Event) -> tuple[int, int, int, str]:
    """Return a key that puts first the events that most origins, pages and sentences tell."""
    return -event.origins, -event.documents, -len(event.mentions), event.id


def _day(
    day: dt.date,
    score: float,
    sentences: dict[tuple[dt.date, str, int], tuple[Span, bool]],
    events: Sequence[Event],
    documents: Collection[str] | None,
) -> KeyDay:
    own = [
        e
        for e in events
        if e.date is not None
        and (e.date.first, e.date.last) == (day, day)
        and e.real
        and (documents is None or any(m.span.document in documents for m in e.mentions))
    ]
    own.sort(key=attestation)
    spans = [span for key, (span, _) in sorted(sentences.items()) if key[0] == day]
    spans.sort(key=lambda s: is_filing(s.text))  # shown where nothing else is dated to the day
    return KeyDay(
        day=day.isoformat(),
        score=round(score, 3),
        pages=len({s.document for s in spans}),
        events=tuple(e.id for e in own[:_SHOWN]),
        sentences=tuple(spans[:_SHOWN]),
    )
