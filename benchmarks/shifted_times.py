"""Time expressions moved by weeks or years: their words, their forms, and what they mean."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import NamedTuple

import msgspec

from histor.records import TimeExpression
from histor.time_forms import TimeForm

__all__ = ["Moved", "moved"]

_DAY = re.compile(r"(?<!\d)(\d{1,2})(st|nd|rd|th)?(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NAMES = {
    name.lower(): (number, short)
    for short, names in ((False, calendar.month_name), (True, calendar.month_abbr))
    for number, name in enumerate(names)
    if name
}
_NAMES["sept"] = (9, True)
_MONTH = re.compile(rf"\b({'|'.join(sorted(_NAMES, key=len, reverse=True))})\b", re.I)
_MONTH_DAYS, _YEAR_DAYS = 30.4375, 365.25


class Moved(NamedTuple):
    """What becomes of an expression: pieces of its text (start, end, words), and its form."""

    edits: tuple[tuple[int, int, str], ...]
    form: TimeForm


def moved(time: TimeExpression, days: int) -> Moved | None:
    """Return an expression of the calendar moved by days; none if it stays as it is.

    A day moves by the days, a month by the months nearest to them, a year by the years. What is
    written in figures alone, and what is a range, stays.
    """
    form = time.form
    if form is None or form.kind != "calendar" or form.narrative or not days:
        return None
    if (form.to_year, form.to_month, form.to_day) != (None, None, None):
        return None
    new = _moved_form(time, form, days)
    return None if new is None else _worded(time, form, new)


def _moved_form(time: TimeExpression, form: TimeForm, days: int) -> TimeForm | None:
    if form.month is None:
        if form.year is None or form.day is not None:
            return None
        return msgspec.structs.replace(form, year=form.year + round(days / _YEAR_DAYS))
    year = form.year or (time.date.first.year if time.date is not None else 2000)
    if form.day is None:
        month = year * 12 + form.month - 1 + round(days / _MONTH_DAYS)
        year, number = divmod(month, 12)
        kept = year if form.year is not None else None
        return msgspec.structs.replace(form, year=kept, month=number + 1)
    try:
        day = dt.date(year, form.month, form.day) + dt.timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    kept = day.year if form.year is not None else None
    return msgspec.structs.replace(form, year=kept, month=day.month, day=day.day)


def _worded(time: TimeExpression, form: TimeForm, new: TimeForm) -> Moved | None:
    """Return the words of a moved form in the place of the old ones; none if they are not found."""
    text, start = time.span.text, time.span.start
    edits: list[tuple[int, int, str]] = []

    def put(match: re.Match[str], words: str) -> None:
        if match[0] != words:
            edits.append((start + match.start(), start + match.end(), words))

    if form.year is not None:
        match = _YEAR.search(text)
        if match is None or int(match[0]) != form.year:
            return None
        put(match, str(new.year))
    if form.month is not None and new.month is not None:
        match = _MONTH.search(text)
        if match is None or _NAMES[match[0].lower()][0] != form.month:
            return None
        short = _NAMES[match[0].lower()][1] and form.month != 5
        name = (calendar.month_abbr if short else calendar.month_name)[new.month]
        put(match, name.upper() if match[0].isupper() else name)
    if form.day is not None and new.day is not None:
        match = _DAY.search(text)
        if match is None or int(match[1]) != form.day:
            return None
        put(match, f"{new.day}{_ordinal(new.day) if match[2] else ''}")
    return Moved(tuple(edits), new)


def _ordinal(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
