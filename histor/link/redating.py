"""A page's dates counted anew from the day it was written, without reading the page again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec

from histor.extract.times import resolved
from histor.link.written import Written
from histor.records import Claim, Date, Event, PageRecord, TimeExpression

__all__ = ["redated"]


def redated(page: PageRecord, judged: Written | None) -> PageRecord:
    """Return the page with its ``written`` day, and its relative dates counted from it.

    A page that nothing contradicts was written on the day it gives.
    """
    document = page.document
    if judged is None:
        return msgspec.structs.replace(
            page, document=msgspec.structs.replace(document, written=document.page_date)
        )
    first = judged.date.first
    last = judged.date.last
    times = tuple(_time(t, first, last, judged.date.edtf) for t in page.times)
    by_start = {t.span.start: t.date for t in times}
    by_id = {t.id: t.date for t in times}
    return msgspec.structs.replace(
        page,
        document=msgspec.structs.replace(document, written=judged.date),
        times=times,
        claims=tuple(_claim(c, by_start) for c in page.claims),
        events=tuple(_event(e, by_id) for e in page.events),
    )


def _time(time: TimeExpression, first: dt.date, last: dt.date, anchor: str) -> TimeExpression:
    if time.form is None or (time.date is not None and time.date.basis == "stated"):
        return time
    low = resolved(time.form, time.tense, first, time.span)
    high = resolved(time.form, time.tense, last, time.span)
    return msgspec.structs.replace(time, date=_between(low, high, anchor))


def _between(low: Date | None, high: Date | None, anchor: str) -> Date | None:
    """Return one date for an expression counted from the ends of an interval."""
    if low is None or high is None:
        return None
    if (low.earliest, low.latest) == (high.earliest, high.latest):
        return msgspec.structs.replace(low, anchor=anchor)
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
