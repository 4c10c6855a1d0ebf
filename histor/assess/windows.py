"""When what is foretold is to come about: by its own words, by a deadline, or in half a year."""

from __future__ import annotations

import datetime as dt
import math
import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterable, Sequence

import msgspec

from histor.extract.figures.numbers import amounts
from histor.records import Claim, Date, Document, Span, TimeExpression

__all__ = ["day_ahead", "days_given", "days_in", "deadline_of", "open_window", "window_of"]

#: how long what is foretold may take, in its own words
_WITHIN = re.compile(
    r"\b(?:with)?in (?:the )?(?:(?:next|coming|following|space of|course of) )?"
    r"(?:\w+ (?:to|or) )?(?P<count>\w+ )??(?P<unit>hour|day|week|fortnight|month|year)s?\b"
    r"|\b(?:over|during) the (?:next|coming) (?P<more>\w+ )??(?P<units>day|week|month|year)s?\b",
    re.I,
)
#: until the week, month or year is over in which it is said
_TILL_OUT = re.compile(
    r"\bbefore the (?P<unit>week|month|year) (?:is|was|were) (?:out|over)\b"
    r"|\b(?:by|before|at) (?:the )?(?P<own>week|month|year)['’]s end\b",
    re.I,
)
_UNITS = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 31, "year": 366}
#: what "within days" and "in the coming weeks" mean at most, in units
_SOME = 4
_DEADLINE = re.compile(
    r"\b(?:by|before|until|till|ahead of|(?:no|not) later than|(?:by|before) the end of)"
    r"(?: (?:the|early|late|mid))?\s*\Z",
    re.I,
)
#: characters before a date that say that it is a deadline
_BEFORE = 24
#: words between a claim and the deadline behind it: "warned of famine | by the end of May"
_BEHIND = 4
#: what is at hand comes within so many days
_AT_HAND, _SOON = re.compile(r"\b(?:imminent|about to|on the (?:brink|verge) of)\b", re.I), 31
#: days that a warning without a day of its own is good for
_OPEN_DAYS = 180
#: a warning that was given in the year before, and one given before at all
_EARLIER = re.compile(r"\blast year\b|\byears? (?:ago|before)\b|\bhad (?:\w+ )?warned\b", re.I)
_HAD = re.compile(r"\bhad (?!(?:\w+ )?warned\b)", re.I)
_LONG_AGO = re.compile(r"\byears?\b|\blong\b|\bmonths\b|\brepeatedly\b", re.I)
#: how long ago it was given, before its cue
_AGO = re.compile(
    r"\b(?P<said>(?P<count>an?|[a-z]+|\d{1,3}) (?P<unit>day|week|month|year)s?) (?:after|since)\b"
    r"[^.;:]*\Z",
    re.I,
)
_AGO_REACH = 120
#: days of a date that is no day or week
_LONG = 27
#: days of a year, and characters beside a cue that say when it was
_YEAR, _BESIDE = 366, 40


def window_of(date: Date | None, document: Document, claim: Claim) -> Date | None:
    """Return when it is to come about: as said, else from the day of writing on."""
    written = document.dated
    out = _out(claim.content.text, written) if written is not None else None
    if date is not None and out is not None and date.length > _LONG:
        date = None  # "in 2023, before the month is out"
    if date is not None and (written is None or date.latest >= written.earliest):
        return _from_now(date, document, written)
    if written is None:
        return None
    given = claim.date or _given_ago(claim, document.text, written)
    cue = claim.cue.text if claim.cue is not None else ""
    if date is not None and given is None and _HAD.search(cue):
        return date  # "had announced that talks would open on 3 May", told in June
    if date is not None and given is not None and given.earliest <= date.latest:
        return _until(date, given.earliest, written)
    if date is not None and given is None and _EARLIER.search(cue):
        first = dt.date.fromisoformat(date.latest) - dt.timedelta(days=_OPEN_DAYS)
        return _until(date, first.isoformat(), written)
    if given is None and _EARLIER.search(cue):
        return _given_before(written, claim, document.text)
    if given is not None and given.latest < written.earliest:
        written = given
    days = _out(claim.content.text, written)
    days = days_given(claim.content.text) if days is None else days
    last = written.last + dt.timedelta(days=_OPEN_DAYS if days is None else days)
    return Date(
        edtf=f"{written.earliest}/{'..' if days is None else last.isoformat()}",
        earliest=written.earliest,
        latest=last.isoformat(),
        basis="linked" if days is None else "resolved",
        evidence=(claim.content,),
        anchor=written.edtf,
    )


def open_window(documents: Iterable[Document]) -> Date | None:
    """Return the time of a case in which what an undated page foretells may come; if it has days.

    It begins with the first page and ends as long after the last as a warning is good for.
    """
    days = [written for d in documents if (written := d.dated) is not None]
    if not days:
        return None
    last = max(d.last for d in days) + dt.timedelta(days=_OPEN_DAYS)
    return Date(
        edtf="../..",
        earliest=min(d.earliest for d in days),
        latest=last.isoformat(),
        basis="linked",
    )


def _given_ago(claim: Claim, text: str, written: Date) -> Date | None:
    """Return the day of a promise of which a page says how long ago it was given.

    "The road is closed, seven weeks after the minister promised that it would reopen."
    """
    if claim.cue is None:
        return None
    match = _AGO.search(text, max(0, claim.cue.start - _AGO_REACH), claim.cue.start)
    if match is None:
        return None
    count = [a.high for a in amounts([match["count"].lower()]) if a.high is not None]
    days = _UNITS[match["unit"].lower()] * (count[0] if count else 1)
    day = (written.first - dt.timedelta(days=round(days))).isoformat()
    words = match["said"]
    start = match.start("said")
    evidence = Span(document=claim.content.document, start=start, end=match.end("said"), text=words)
    return Date(edtf=f"{day}~", earliest=day, latest=day, basis="resolved", evidence=(evidence,))


def _until(date: Date, first: str, written: Date) -> Date:
    """Return the window of a deadline that had passed when the page told of it."""
    return msgspec.structs.replace(
        date,
        edtf=f"{first}/{date.latest}",
        earliest=first,
        basis="resolved",
        anchor=written.edtf,
    )


def deadline_of(claim: Claim, document: Document, times: Sequence[TimeExpression]) -> Date | None:
    """Return the day by which a claim says that something will come: "run dry by 20 June".

    ``times`` are those of the claim's page, in the order of their words.
    """
    content = claim.content
    first = bisect_left(times, content.start, key=lambda time: time.span.start)
    for time in times[first:]:
        date, span = time.date, time.span
        if len(document.text[content.end : span.start].split()) > _BEHIND:
            break
        if date is None:
            continue
        if _DEADLINE.search(document.text[max(content.start, span.start - _BEFORE) : span.start]):
            return msgspec.structs.replace(date, evidence=date.evidence or (span,))
    return None


def days_in(times: Iterable[TimeExpression], span: Span) -> list[Date]:
    """Return the dates that a sentence gives, of the ``times`` of its page."""
    own = (t for t in times if span.start <= t.span.start < span.end)
    return [t.date for t in own if t.date is not None]


def _out(text: str, written: Date) -> int | None:
    """Return the days until the week, month or year of writing is out, where words name that."""
    match = _TILL_OUT.search(text)
    if match is None:
        return None
    day, unit = written.last, (match["unit"] or match["own"]).lower()
    if unit == "week":
        return 6 - day.weekday()
    month = 12 if unit == "year" else day.month
    return (dt.date(day.year, month, monthrange(day.year, month)[1]) - day).days


def day_ahead(claim: Claim, times: Sequence[TimeExpression]) -> Date | None:
    """Return the day on which a claim says that something will come: "will peak in mid-May"."""
    content = claim.content
    first = bisect_left(times, content.start, key=lambda time: time.span.start)
    for time in times[first:]:
        if time.span.start >= content.end:
            break
        if time.date is not None and time.tense != "past":
            return msgspec.structs.replace(time.date, evidence=time.date.evidence or (time.span,))
    return None


def _given_before(written: Date, claim: Claim, text: str) -> Date:
    """Return the window of a warning of which a page says that it was given before."""
    start, end = (claim.cue.start, claim.cue.end) if claim.cue is not None else (0, 0)
    long = _LONG_AGO.search(text, max(0, start - _BESIDE), end + _BESIDE)
    first = written.first - dt.timedelta(days=_YEAR if long else _OPEN_DAYS)
    last = written.last + dt.timedelta(days=_OPEN_DAYS)
    return Date(
        edtf=f"{first.isoformat()}/..",
        earliest=first.isoformat(),
        latest=last.isoformat(),
        basis="linked",
        evidence=tuple(s for s in (claim.cue, claim.content) if s is not None),
        anchor=written.edtf,
    )


def _from_now(date: Date, document: Document, written: Date | None) -> Date:
    """Return the window of a deadline: "by 20 March" begins on the day of writing."""
    words = next((s for s in date.evidence if s.document == document.id), None)
    if words is None or written is None or written.earliest >= date.earliest:
        return date
    if not _DEADLINE.search(document.text[max(0, words.start - _BEFORE) : words.start]):
        return date
    return msgspec.structs.replace(
        date,
        edtf=f"{written.earliest}/{date.latest}",
        earliest=written.earliest,
        basis="resolved",
        anchor=written.edtf,
    )


def days_given(text: str) -> int | None:
    """Return the days that a statement gives itself: "within two weeks" are 14.

    >>> days_given("they would attack within two weeks"), days_given("a clash within days")
    (14, 4)
    """
    match = _WITHIN.search(text)
    if match is None:
        return _SOON if _AT_HAND.search(text) else None
    unit = _UNITS[(match["unit"] or match["units"]).lower()]
    word = (match["count"] or match["more"] or "").strip().lower()
    if word in {"a", "an", "one", ""} and not match[0].lower().endswith("s"):
        return math.ceil(unit)
    given = [a.high for a in amounts([word]) if a.high is not None] if word else []
    return math.ceil(unit * (given[0] if given else _SOME))
