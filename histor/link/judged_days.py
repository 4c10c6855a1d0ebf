"""The day on which most speaks for a page to have been written, if enough does."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from histor.extract.dates.time_values import resolve
from histor.extract.dates.times import resolved
from histor.link.day_votes import DAY_OFF, MONTH, names_day
from histor.link.earlier_prints import EarlierPrint
from histor.link.filed import hanging
from histor.link.fronts import DATING, Front
from histor.link.own_dates import OwnDates
from histor.link.votes import OVERRULING, Votes, page_of
from histor.records import Date, DateBasis, Document, Span, TimeExpression

__all__ = ["COPY_STALE", "STALE", "Written", "interval", "judged_day"]

#: days that the printed date must be later than the one judged, else the printed one stands
STALE = 42
#: and where an earlier page printed the same text
COPY_STALE = 21
#: days that it must be earlier: nothing is told as past before it was
_TOO_SOON = 21
#: votes of one page's words that a printed date is not overruled without: many pages that share a
#: little each tell of like things
_IN_WORDS = 0.5
#: votes of one page's like news that must say that a page was printed before its news: most pages
#: of an older day tell of an older event
_VERY_LIKE = 0.75
_LETTERS, _WORDS = re.compile(r"[^\W\d_]{2,}"), 6


@dataclass(frozen=True, slots=True)
class Written:
    """When a page was written, as judged, and the words that say so."""

    date: Date
    #: the page's own expression, and other pages' words that date the same event
    evidence: tuple[Span, ...]
    #: pages whose accounts support it
    supporters: tuple[str, ...]
    #: days from which the printed date is too late for it
    least: int = STALE


def judged_day(
    document: Document,
    times: Sequence[TimeExpression],
    votes: Votes,
    printed: dt.date | None,
    copied: EarlierPrint | None,
    front: Front | None,
    calendar: OwnDates,
    doubted: bool,
    alone: bool,
    unsupported: Collection[str],
) -> Written | None:
    """Return the day with the most votes, if they are enough to believe it.

    Args:
        doubted: nobody writes about the printed day, long after the days that the page names.
        alone: nobody writes about the printed day.
        unsupported: pages of the same text whose own day no third page supports.
    """
    latest = calendar.since
    day_of = document.page_date
    if day_of is not None and printed is None:
        return None
    others = {page_of(v) for voters in votes.days.values() for v in voters} - {document.id}
    if not others:
        return None
    refuted = printed is not None and calendar.refuted(printed, STALE)
    after = votes.not_before() if printed is None else None
    slack = -1 if printed is None else 1
    fitting = [d for d in votes.days if calendar.fits(d, slack) and (after is None or after <= d)]
    if front is not None:
        fitting = [d for d in fitting if front.in_order(d)]
    best = max(map(votes.of, fitting), default=0.0)
    days = votes.most(fitting)
    if not days or votes.outdone(days[0]):
        return None
    doubted = doubted or (alone and any(map(votes.of_landmarks, days)))
    if best < (DATING if printed is None or refuted or doubted else OVERRULING):
        return None
    if printed is None and front is not None and _looks_ahead(front.own, days, votes.told):
        days = front.told_ahead(fitting, votes)
    by_week = printed is None and front is not None and front.spans()
    sure = {d for d in days if votes.any_sure(d) or (by_week and votes.by_several(d))}
    if front is not None:
        days = front.fresh(days)
        unsure = printed is None or doubted or copied is not None
        if unsure and (newer := front.nearly_best(days, fitting, votes)):
            days, sure = newer, sure and set(newer)
    days = [d for d in days if d in sure and not _named_twice(times, front, d)]
    if not days:
        return None
    if front is not None:
        days = front.soonest(days)
    first, last = days[0], days[-1]
    if (last - first).days > MONTH or (latest is not None and latest > last):
        return None
    least = STALE if copied is None else COPY_STALE
    if printed is not None:
        soon = (first - printed).days >= _TOO_SOON
        if soon:
            least = _TOO_SOON
        if not soon and (printed - last).days < least:
            return None
        # what was printed then was written by then, whatever else is told about the later day
        if (copied is None or soon) and votes.near(printed):
            return None
        if soon and not any(votes.besides(unsupported, d) >= OVERRULING for d in days):
            return None
        liked = max(map(votes.best_news, days)) >= _VERY_LIKE
        if soon and not liked and not any(map(votes.counted, days)):
            return None
        if max(map(votes.best_words, days)) < _IN_WORDS:
            return None
        if copied is None and not soon and _names(times, first, last):
            return None
    if latest is not None:
        first = max(first, latest)
    voters = sorted({v for d in days for v in votes.days[d]})
    supporters = sorted({page_of(v) for v in voters})
    evidence: dict[tuple[str, int], Span] = {}
    for voter in voters:
        for span in votes.words.get(voter, ()):
            evidence.setdefault((span.document, span.start), span)
    return Written(
        interval(first, last, tuple(evidence.values())),
        tuple(evidence.values()),
        tuple(supporters),
        least,
    )


def _looks_ahead(
    own: Iterable[TimeExpression], days: Sequence[dt.date], told: dt.date | None
) -> bool:
    """Say whether a past weekday of a page, if written then, lies before the day that it tells of.

    "On Saturday" behind "last Tuesday" is most often the Saturday after.
    """
    for time in own:
        if told is None or time.form is None or time.form.kind != "weekday":
            continue
        meant = resolve(time.form, days[-1], time.tense) if time.tense == "past" else None
        if meant is not None and meant.latest < told:
            return True
    return False


def _names(times: Sequence[TimeExpression], first: dt.date, last: dt.date) -> bool:
    """Say whether a page names the judged days by the calendar, as news of them does not.

    News of the week has weekdays: "the Aug. 7 bombing" is looked back at.
    """
    for time in _by_calendar(times):
        if time.form is None:
            continue
        day = resolved(time.form, "past", last + dt.timedelta(days=STALE), time.span)
        if day is not None and first - DAY_OFF <= day.first <= last + DAY_OFF:
            return True
    return False


def _by_calendar(times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Yield the days that a page names by the calendar, in sentences that do not tell its own."""
    stands = {t.sentence.start for t in times if hanging(t)}
    for time in times:
        if not names_day(time) or time.sentence.start in stands:
            continue
        if len(_LETTERS.findall(time.sentence.text)) >= _WORDS:  # no line of the page's own date
            yield time


def _named_twice(times: Sequence[TimeExpression], front: Front | None, written: dt.date) -> bool:
    """Say whether a page, if written then, calls a day of its news by weekday and by the calendar.

    "On Friday" beside "the Aug. 7 bombing" is another Friday.
    """
    weekdays = {
        meant.earliest
        for t in (front.news() if front is not None else ())
        if t.form is not None and (meant := resolve(t.form, written, t.tense)) is not None
    }
    named = {
        day.earliest
        for t in _by_calendar(times)
        if t.form is not None and (day := resolve(t.form, written, "past")) is not None
    }
    return not weekdays.isdisjoint(named)


def interval(
    first: dt.date, last: dt.date, evidence: tuple[Span, ...], basis: DateBasis = "linked"
) -> Date:
    """Return the date of some days; of one day its own."""
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Date(
        edtf=edtf,
        earliest=first.isoformat(),
        latest=last.isoformat(),
        basis=basis,
        evidence=evidence,
    )
