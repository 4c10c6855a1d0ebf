"""What a page's own dates say of the day on which it was written, whatever day it bears.

A page that says "will be held on 12 March 2021" was written by then, one that tells as past what
was done on 5 March 2021 since then. News that begins "On Tuesday, 5 March" is of that week, and the
weekday leaves one year in five or six. A day named without its year is seldom a year old, and a
page that tells of 3 December as past and of 14 December as to come was written in between.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import msgspec

from histor.link.filed import repeats_printed
from histor.link.nearest_days import around, gap_to
from histor.records import Document, Span, TimeExpression
from histor.time_forms import TimeForm

__all__ = ["OwnDates", "own_dates"]

#: sentences whose weekday and day of the month are of the news, and days for which it is news
_LEAD, _FRESH = 3, 6
#: years back in which a weekday is looked for
_YEARS = 6
#: days back that a day without its year is named for
_RECENT = 150
#: days between a day told as past and one to come, both without their year, that bind a page
_BETWEEN = 60
#: the same for the days of a diary, and how many it tells in their order
_DIARY, _MANY = 200, 4
#: days of a date that is looked ahead to: "early 2021", not "2021"
_EXACT = 130
#: what is said of days to come, and what was said of them then
_AHEAD = re.compile(
    r"\b(?:will|(?:is|are)\s(?:\w+\s)?(?:due|set|scheduled|expected|planned|slated|to)|"
    r"(?:plans?|aims?|expects?|intends?|hopes?)\sto)\b"
)
_BACK = re.compile(
    r"\b(?:would|(?:was|were)(?!\s(?:earlier\s)?(?:reported|announced|stated|said|told)\b)|had|did|"
    r"said\sthen|at\sthe\stime)\b"
)
_WOULD = re.compile(r"\bwould\b")
#: the same where "would" is what fresh news reports of what will be
_LONG_AGO = re.compile(r"\b(?:was|were|had|did|then|later|at\sthe\stime)\b")
#: what stands before a deadline, and what begins to tell what comes after it
_TILL = re.compile(
    r"\b(?:gave|given?|set|has|have|had|deadline|ultimatum)\b.{0,120}\b(?:until|till|by|before) \Z",
    re.S,
)
_ELSE = re.compile(r"\W*(?:if|unless|otherwise|should|failing)\b.*\bwill\b", re.I | re.S)
#: days that a page names without a year, that tell when it was written where it bears a day, and
#: where it bears none, and days after the last
_NAMED_LEAST, _SEVERAL, _SOON = 2, 3, 30
#: printed days of a heap within three weeks after a day, which is then of its news
_OF_THEN = 2
#: days from the last of them to a printed day of the heap
_NEAR = 21
#: days of a heap of one year, in which a day without its year can only be once
_ONE_YEAR = 366
_OPENING, _CLOSING = "“«", "”»"


class OwnDates(msgspec.Struct, frozen=True):
    """What a page's own dates leave open."""

    #: the last day told as past, and the words; the first day told as still to come
    since: dt.date | None
    until: dt.date | None
    #: the words that say until when
    ahead: Span | None
    #: a weekday and day of the month among the first sentences: "Tuesday, 5 March"
    news: TimeExpression | None
    #: months and days named without a year, told as past, and the words of each
    recent: tuple[tuple[int, int, Span], ...]
    #: those told as still to come
    coming: tuple[tuple[int, int, Span], ...] = ()
    #: whether its news is of a weekday
    fresh: bool = False
    #: the words that call the month of writing that of what is told: "earlier this month"
    this_month: Span | None = None
    #: months named without a day and a year, told as past: of 51 such in dated articles none is
    #: the month of writing
    months: frozenset[int] = frozenset()

    def fits(self, day: dt.date, slack: int = 1) -> bool:
        """Say whether a page can have been written on a day.

        ``slack``: days before what it names as past on which it still can, where a printed day
        may be that of another zone; -1 for none, and not on the day itself either.
        """
        if (self.since is not None and day < self.since) or (
            self.until is not None and day > self.until
        ):
            return False
        if day.month in self.months:
            return False
        if slack < 0 and any((day.month, day.day) == (m, of) for m, of, _ in self.recent):
            return False
        return not any(
            max(0, slack) < _days_till(day, month, of) <= _RECENT for month, of, _ in self.recent
        ) and not any(0 < _days_since(day, month, of) <= _RECENT for month, of, _ in self.coming)

    def open_days(self, heap: Sequence[dt.date]) -> tuple[dt.date, dt.date, Span] | None:
        """Return the days between what a page without a date tells as past and as to come.

        Both are named without a year: it is the one in which the heap's pages were printed near
        them. None if they leave more days open than a page can look ahead. With them the words.
        ``heap`` is in order.
        """
        if not (self.recent and self.coming):
            return None
        best: tuple[int, dt.date, dt.date, Span] | None = None
        for year in sorted({day.year for day in heap}):
            past = [d for d, _ in self._past(year)]
            if not past:
                continue
            since = max(past)
            ahead = [
                (d, words)
                for month, of, words in self.coming
                for y in (year, year + 1)
                if (d := _day_of(y, month, of)) is not None and d >= since
            ]
            if not ahead:
                continue
            until, words = min(ahead, key=lambda a: a[0])
            away = gap_to(since, heap)
            if (until - since).days <= _BETWEEN and away <= _BETWEEN:
                found = away, since, until, words
                best = found if best is None or found[:3] < best[:3] else best
        return best[1:] if best is not None else None

    def soon_after(self, heap: Sequence[dt.date]) -> tuple[dt.date, dt.date, Span] | None:
        """Return the weeks after the last of the days that a page without a date tells as past.

        They are named without a year: it is the one in which the heap's pages were printed near
        them. None if it names fewer than three and is no news of a weekday, names them months
        apart, or the heap is of more than a year, of which not one alone has news of then. With
        them the words. ``heap`` is in order.
        """
        found: list[tuple[int, dt.date, Span]] = []
        if not heap:
            return None
        one_year = (heap[-1] - heap[0]).days <= _ONE_YEAR
        for year in sorted({day.year for day in heap}):
            told = self._past(year)
            days = {d for d, _ in told}
            reach = _DIARY if len(days) >= _MANY and _rises(told) else _BETWEEN
            if not days or (max(days) - min(days)).days > reach:
                continue
            last, words = max(told, key=lambda t: t[0])
            # one day is enough for news of this week, in a heap of news of then
            of_then = self.fresh and len(around(heap, last, 0, _NEAR)) >= _OF_THEN
            if not of_then and (len(days) < _SEVERAL or not one_year):
                continue
            away = gap_to(last, heap)
            if away <= _NEAR:
                found.append((away, last, words))
        if not found or (len(found) > 1 and not one_year):
            return None
        _, last, words = min(found, key=lambda f: f[:2])
        return last, last + dt.timedelta(days=_SOON), words

    def rest_of_month(self, heap: Sequence[dt.date]) -> tuple[dt.date, dt.date, Span] | None:
        """Return the days from the last that a page without a date tells to the end of its month.

        It tells of "earlier this month" and names days of one month as past, without a year: it
        is the one in which the heap's pages were printed near them. ``heap`` is in order.
        """
        months = {month for month, _, _ in self.recent}
        if self.this_month is None or len(months) != 1 or not heap:
            return None
        years = sorted({day.year for day in heap})
        lasts = [max(day for day, _ in told) for year in years if (told := self._past(year))]
        near = [last for last in lasts if gap_to(last, heap) <= _NEAR]
        if len(near) != 1:
            return None
        end = near[0].replace(day=monthrange(near[0].year, near[0].month)[1])
        return near[0], end, self.this_month

    def _past(self, year: int) -> list[tuple[dt.date, Span]]:
        """Return the days told as past, if they were of a year, and the words of each."""
        return [(d, words) for month, of, words in self.recent if (d := _day_of(year, month, of))]

    def named_last(self, printed: dt.date, slack: int) -> dt.date | None:
        """Return the last of the days that a page names without a year, if it is long past.

        None if it names fewer than two, one to come, or one less than ``slack`` days before the
        day that it bears.
        """
        days = {
            printed - dt.timedelta(days=_days_since(printed, month, of))
            for month, of, _ in self.recent
        }
        if len(days) < _NAMED_LEAST or self.coming or self.since is not None:
            return None
        last = max(days)
        together = (last - min(days)).days <= _BETWEEN
        return last if together and slack <= (printed - last).days <= _RECENT else None

    def between(self, printed: dt.date, slack: int) -> tuple[dt.date, dt.date, Span] | None:
        """Return the days between what a page tells as past and as to come, both without a year.

        None if the day that it bears, or one less than ``slack`` days before it, can be meant, or
        if it tells of a later day as past. With them the words that look ahead.
        """
        past = [days for month, of, _ in self.recent if (days := _days_since(printed, month, of))]
        ahead = [
            (days, words)
            for month, of, words in self.coming
            if (days := _days_since(printed, month, of))
            and _days_till(printed, month, of) > _RECENT
        ]
        if not past or not ahead or len(ahead) < len(self.coming):
            return None
        (until, words), since = max(ahead, key=lambda a: a[0]), min(past)
        if until < slack or not until <= since <= until + _BETWEEN:
            return None
        first, last = (printed - dt.timedelta(days=n) for n in (since, until))
        return first, last, words

    def refuted(self, printed: dt.date, slack: int) -> bool:
        """Say whether a page looks ahead to what is past, by days, on the day that it bears."""
        if self.between(printed, slack) is not None:
            return True
        if self.until is None or (printed - self.until).days < slack:
            return False
        return self.since is None or self.since <= self.until

    def news_days(
        self, printed: dt.date | None, years: Collection[int]
    ) -> tuple[dt.date, dt.date] | None:
        """Return the week of the news whose day the first sentences name with its weekday.

        Args:
            printed: the day that the page bears, if it does.
            years: those in which it can be, if the page bears none.
        """
        day = self._news_day(printed, years)
        days = range(_FRESH + 1)
        if self.news is not None and _is_ahead(self.news):
            days = range(-_FRESH, 1)
        week = [day + dt.timedelta(days=n) for n in days] if day is not None else []
        fitting = [d for d in week if self.fits(d)]
        return (fitting[0], fitting[-1]) if fitting else None

    def _news_day(self, printed: dt.date | None, years: Collection[int]) -> dt.date | None:
        form = self.news.form if self.news is not None else None
        if form is None:
            return None
        if form.year is not None:
            return _day_in(form, form.year)
        if printed is not None:
            years = range(printed.year, printed.year - _YEARS, -1)
        fitting = [
            day
            for year in sorted(years)
            if (day := _day_in(form, year)) is not None and (printed is None or day <= printed)
        ]
        if printed is None:
            return fitting[0] if len(fitting) == 1 else None
        return max(fitting, default=None)


def _rises(told: Sequence[tuple[dt.date, Span]]) -> bool:
    """Say whether days are told in their order, as a diary tells them."""
    return all(one[0] <= other[0] for one, other in pairwise(told))


def own_dates(document: Document, times: Sequence[TimeExpression]) -> OwnDates:
    """Return what a page's own dates leave open of the day on which it was written."""
    since: dt.date | None = None
    until: dt.date | None = None
    ahead: Span | None = None
    recent, coming = [], []
    starts = [start for start, _ in document.sentences[:_LEAD]]
    fresh = any(
        t.form is not None
        and t.form.kind == "weekday"
        and t.tense == "past"
        and t.sentence.start in starts
        for t in times
    )
    for time in times:
        form, date = time.form, time.date
        if form is None:
            continue
        if date is not None and date.basis == "stated":
            if repeats_printed(document, time.span):
                continue
            if time.tense != "future":
                since = max(since, date.first) if since is not None else date.first
            elif (
                date.length <= _EXACT
                and (until is None or date.last < until)
                and _looks_ahead(document, time)
            ):
                until, ahead = date.last, time.span
        elif _bare(form) and form.month and form.day:
            looked_back = time.tense is None and _BACK.search(time.sentence.text) is not None
            if time.tense == "past" or looked_back:
                recent.append((form.month, form.day, time.span))
                if form.to_day is not None:  # "from 8 March to 9 April"
                    recent.append((form.to_month or form.month, form.to_day, time.span))
            elif time.tense == "future" and (
                _looks_ahead(document, time)
                or (fresh and _would_be(time))
                or _is_deadline(document, time)
            ):
                coming.append((form.month, form.day, time.span))
    news = [
        t
        for t in times
        if t.sentence.start in starts
        and t.form is not None
        and t.form.kind == "calendar"
        and t.form.weekday is not None
        and t.form.day is not None
        and not t.form.since
    ]
    told = news[-1] if news else None
    months = (t for t in times if t.form is not None and _is_this_month(t.form))
    month = next((t.span for t in months if t.tense != "future"), None)
    named = frozenset(t.form.month for t in times if t.form is not None and _is_bare_month(t))
    return OwnDates(
        since,
        until,
        ahead,
        told,
        tuple(recent),
        tuple(coming),
        fresh,
        month,
        frozenset(m for m in named if m is not None),
    )


def _is_bare_month(time: TimeExpression) -> bool:
    """Say whether an expression is a month alone, of what was: "was seized in March"."""
    form = time.form
    if form is None or time.tense != "past" or form.direction or form.part or form.to_month:
        return False
    return _bare(form) and form.day is None and form.unit is None


def _is_this_month(form: TimeForm) -> bool:
    """Say whether an expression is "this month", or "earlier this month"."""
    whole = form.kind == "unit" and form.unit == "month" and form.direction == "this"
    return whole and not form.narrative and form.part in {None, "earlier", "early", "start"}


def _is_ahead(time: TimeExpression) -> bool:
    """Say whether a day of the news is one to come: "expires this Sunday, 6 August"."""
    toward = time.form.direction if time.form is not None else None
    return time.tense == "future" or toward == "future" or (toward == "this" and not time.tense)


def _bare(form: TimeForm) -> bool:
    return form.kind == "calendar" and form.year is None and not (form.since or form.narrative)


def _looks_ahead(document: Document, time: TimeExpression) -> bool:
    """Say whether a day is one still to come in the page's own words, not in words of old."""
    sentence = time.sentence.text
    if not _AHEAD.search(sentence) or _BACK.search(sentence):
        return False
    before = document.text[time.sentence.start : time.span.start]
    opened = sum(before.count(mark) for mark in _OPENING)
    closed = sum(before.count(mark) for mark in _CLOSING)
    return opened == closed and before.count('"') % 2 == 0


def _would_be(time: TimeExpression) -> bool:
    """Say whether somebody said of a day that something would be: "would meet on 4 August"."""
    sentence = time.sentence.text
    return bool(_WOULD.search(sentence)) and not _LONG_AGO.search(sentence)


def _is_deadline(document: Document, time: TimeExpression) -> bool:
    """Say whether a day is one till which somebody is given, and what will be else is told next.

    "The union gave the mine until 3 May. If it does not pay, the pits will close."
    """
    text, sentence = document.text, time.sentence
    if not _TILL.search(text[sentence.start : time.span.start]):
        return False
    at = bisect_right(document.sentences, (sentence.start, len(text)))
    if at >= len(document.sentences):
        return False
    start, end = document.sentences[at]
    return _ELSE.match(text[start:end]) is not None


def _day_of(year: int, month: int, of: int) -> dt.date | None:
    try:
        return dt.date(year, month, of)
    except ValueError:  # 29 February, or a year beyond what a date can hold
        return None


def _day_in(form: TimeForm, year: int) -> dt.date | None:
    """Return a day of the month in a year in which it has its weekday."""
    day = _day_of(year, form.month or 1, form.day or 1)
    return day if day is not None and day.weekday() == form.weekday else None


def _days_till(day: dt.date, month: int, of: int) -> int:
    """Return how many days pass till a day of the month comes next; 0 on that day."""
    return min((n for n in _days_to(day, month, of) if n >= 0), default=0)


def _days_since(day: dt.date, month: int, of: int) -> int:
    """Return how many days have passed since a day of the month was last; 0 on that day."""
    return min((-n for n in _days_to(day, month, of) if n <= 0), default=0)


def _days_to(day: dt.date, month: int, of: int) -> Iterator[int]:
    for year in (day.year - 1, day.year, day.year + 1):
        if (other := _day_of(year, month, of)) is not None:
            yield (other - day).days
