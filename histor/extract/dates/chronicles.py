"""Texts that tell history: their days and months without a year belong to the year told before.

News dates from its own day; an account of a war or a life writes its years out, and "on 2 June"
goes on in the year last told (as HeidelTime's narrative mode, Strötgen & Gertz 2013). A text is one
where whole dates abound and next to nothing is told from the day of writing ("yesterday").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from histor.extract.dates.edtf import Extent
from histor.extract.dates.stated import Stated
from histor.extract.dates.time_values import resolve
from histor.time_forms import TimeForm

__all__ = [
    "entries",
    "goes_on",
    "in_its_year",
    "in_their_order",
    "is_live",
    "is_timeline",
    "opens",
    "stamps",
    "tells_history",
]

#: whole dates that a history has, and how many times those told from the day of writing; all 14 of
#: WikiWars' accounts that have days without a year have them, and no article of TimeBank's has
_WHOLE, _TIMES = 5, 8
#: days and months without a year to one with its year, where most of these are bare years
_ONWARD = 3
#: lines that open with their day in a timeline, or with their hour on a live page
_LINES = 3
#: characters between a day and its hour: "3 Mar, 18:05"
_BESIDE = 4
_OF_NEWS = frozenset(["weekday", "weekend", "unit", "month_of_year", "offset"])


def tells_history(forms: Iterable[TimeForm | None]) -> bool:
    """Say whether a text with these expressions tells history and no news."""
    whole = months = onward = news = 0
    for form in forms:
        if form is None or form.narrative:
            continue
        onward += goes_on(form)
        if form.kind == "calendar" and form.absolute:
            whole += 1
            months += form.month is not None
        elif form.kind in _OF_NEWS:
            news += 1
    bare = months < _WHOLE and 2 * months <= whole
    if bare and onward < _ONWARD * whole:
        return False  # bare years are as often the background of what is new
    return whole >= _WHOLE and whole >= _TIMES * news


def in_their_order(forms: Iterable[TimeForm | None]) -> bool:
    """Say whether a text tells dates with their years in the order in which they were.

    One that bears no day of its own, and whose days cannot else be told, is read as a chronicle.
    """
    years = [f.year for f in forms if f is not None and f.kind == "calendar" and f.year is not None]
    return len(years) >= _LINES and years == sorted(years) and years[0] < years[-1]


def is_timeline(times: Sequence[Stated]) -> bool:
    """Say whether a text has lines that open with their day, one of them with its year."""
    days = [t.form for t in times if opens(t) and t.form is not None and t.form.month is not None]
    return len(days) >= _LINES and any(form.absolute for form in days)


def is_live(times: Sequence[Stated]) -> bool:
    """Say whether a text is the live page of one day: its lines open with hours in their order.

    Where the hours run on past midnight, another day begins, and none is told.
    """
    hours = [
        t.form.clock or ""
        for t in times
        if t.form is not None and stamps(t.form, t.start, t.sentence)
    ]
    return len(hours) >= _LINES and sorted(hours) in (hours, hours[::-1])


def stamps(form: TimeForm | None, start: int, sentence: int | None) -> bool:
    """Say whether an expression is an hour that opens its sentence: "15:20 Shots are heard"."""
    return form is not None and form.kind == "clock" and start == sentence


def entries(times: Sequence[Stated]) -> list[int]:
    """Return the numbers of the days that open a live page's entries: "3 Mar 18:05 Shots"."""
    found = [n for n, time in enumerate(times) if opens(time) and _has_hour(n, times)]
    return found if len(found) >= _LINES else []


def _has_hour(n: int, times: Sequence[Stated]) -> bool:
    """Say whether a day is told with its hour, within it or right behind it."""
    form = times[n].form
    if form is None or form.day is None:
        return False
    if form.clock is not None or n + 1 == len(times):
        return form.clock is not None
    after = times[n + 1]
    hour = after.form is not None and after.form.kind == "clock"
    return hour and times[n].sentence == after.sentence and after.start - times[n].end <= _BESIDE


def opens(time: Stated) -> bool:
    """Say whether an expression is the first word of its sentence: "June 5: …"."""
    return time.start == time.sentence and time.form is not None and time.form.kind == "calendar"


def goes_on(form: TimeForm) -> bool:
    """Say whether an expression is a day or month without its year and without "last" or "next"."""
    yearless = form.kind == "calendar" and form.month is not None and not form.absolute
    return yearless and form.direction is None and not form.narrative


def in_its_year(form: TimeForm, before: Extent, *, onward: bool = False) -> Extent | None:
    """Return a day or month in the year that brings it nearest to the date told before.

    ``onward``: what is told goes forward, and the next such day is meant.
    """
    years = range(before.earliest.year - 1, before.latest.year + 2)
    options = [
        found
        for year in years
        if dt.MINYEAR <= year <= dt.MAXYEAR
        and (found := resolve(msgspec.structs.replace(form, year=year), None)) is not None
    ]
    if onward:
        options = [o for o in options if o.latest >= before.earliest] or options
    return min(options, key=lambda o: (_gap(o, before), o.earliest), default=None)


def _gap(one: Extent, other: Extent) -> int:
    """Return the days between two stretches, 0 where they share one."""
    return max(0, (one.earliest - other.latest).days, (other.earliest - one.latest).days)
