"""A page's dates counted anew from the day it was written, without reading the page again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from histor.extract.dates.times import resolved_all, stated
from histor.link.written import Written
from histor.records import Claim, Date, Event, PageRecord, TimeExpression

__all__ = ["redated"]


def redated(page: PageRecord, judged: Written) -> PageRecord:
    """Return the page with its ``written`` day, and its relative dates counted from it."""
    document = page.document
    first = judged.date.first
    last = judged.date.last
    times = _redated(page.times, first, last, judged.date.edtf)
    by_start = {t.span.start: t.date for t in times}
    by_id = {t.id: t.date for t in times}
    return msgspec.structs.replace(
        page,
        document=msgspec.structs.replace(document, written=judged.date),
        times=times,
        claims=tuple(_claim(c, by_start) for c in page.claims),
        events=tuple(_event(e, by_id) for e in page.events),
    )


def _redated(
    times: Sequence[TimeExpression], first: dt.date, last: dt.date, anchor: str
) -> tuple[TimeExpression, ...]:
    """Return a page's expressions, counted from both ends of the days it may be of."""
    words = [t.span for t in times]
    ends = (resolved_all(stated(times), words, day) for day in (first, last))
    return tuple(
        time
        if time.form is None or (time.date is not None and time.date.basis == "stated")
        else msgspec.structs.replace(time, date=_between(low, high, anchor))
        for time, low, high in zip(times, *ends, strict=True)
    )


def _between(low: Date | None, high: Date | None, anchor: str) -> Date | None:
    """Return one date for an expression counted from the ends of an interval."""
    if low is None or high is None:
        return None
    if (low.earliest, low.latest) == (high.earliest, high.latest):
        counted = anchor if len(low.evidence) == 1 else low.anchor
        return msgspec.structs.replace(low, anchor=counted)
    earliest, latest = min(low.earliest, high.earliest), max(low.latest, high.latest)
    return Date(
        edtf=f"{earliest}/{latest}",
        earliest=earliest,
        latest=latest,
        basis=low.basis,
        evidence=low.evidence,
        anchor=anchor,
    )


def _claim(claim: Claim, dates: Mapping[int, Date | None]) -> Claim:
    if claim.date is None or claim.date.basis != "resolved" or not claim.date.evidence:
        return claim
    start = claim.date.evidence[0].start
    return msgspec.structs.replace(claim, date=dates[start]) if start in dates else claim


def _event(event: Event, dates: Mapping[str, Date | None]) -> Event:
    mentions = tuple(
        msgspec.structs.replace(m, date=dates[m.time]) if m.time and m.time in dates else m
        for m in event.mentions
    )
    date = next((m.date for m in mentions if m.date is not None), None)
    return msgspec.structs.replace(event, mentions=mentions, date=date)
