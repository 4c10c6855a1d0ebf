"""Uncertain dates in the Extended Date/Time Format, the part of level 1 that news needs.

ISO 8601-2:2019, https://www.loc.gov/standards/datetime/. A value here is the text and the two days
that bound it; an open interval is bounded by what is known.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

__all__ = [
    "Extent",
    "century",
    "day",
    "days",
    "decade",
    "is_edtf",
    "month",
    "part_of",
    "season",
    "since",
    "through",
    "year",
]

_YEAR = r"\d{4}"
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12]\d|3[01])"
_DATE = rf"(?:{_YEAR}(?:-(?:{_MONTH}(?:-(?:{_DAY}|XX))?|XX(?:-XX)?|2[1-4]))?|\d{{3}}X|\d\dXX)[~?%]?"
_EDTF = re.compile(rf"{_DATE}|{_DATE}/(?:{_DATE}|\.\.)|\.\./{_DATE}")
_FULL_DAY = re.compile(rf"{_YEAR}-{_MONTH}-{_DAY}")
#: EDTF's code for a season and its first month, in the northern hemisphere
_SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "winter": (24, 12)}


@dataclass(frozen=True, slots=True)
class Extent:
    """An EDTF text and its first and last day."""

    edtf: str
    earliest: dt.date
    latest: dt.date


def is_edtf(text: str) -> bool:
    """Say whether a text is of the subset of EDTF level 1 that histor writes, with real days.

    >>> is_edtf("2022-09~/.."), is_edtf("199X"), is_edtf("2023-02-30"), is_edtf("soon")
    (True, True, False, False)
    """
    if not _EDTF.fullmatch(text):
        return False
    return all(_exists(day) for day in _FULL_DAY.findall(text))


def _exists(iso: str) -> bool:
    try:
        dt.date.fromisoformat(iso)
    except ValueError:
        return False
    return True


def day(value: dt.date) -> Extent:
    """Return one day."""
    return Extent(value.isoformat(), value, value)


def days(first: dt.date, last: dt.date, *, about: bool = False) -> Extent:
    """Return a run of days, marked approximate at both ends if ``about``."""
    mark = "~" if about else ""
    if first == last:
        return Extent(f"{first.isoformat()}{mark}", first, last)
    return Extent(f"{first.isoformat()}{mark}/{last.isoformat()}{mark}", first, last)


def month(y: int, m: int) -> Extent:
    """Return a month.

    Raises:
        ValueError: there is no such month in the calendar.
    """
    first = dt.date(y, m, 1)
    return Extent(f"{y:04}-{m:02}", first, dt.date(y, m, calendar.monthrange(y, m)[1]))


def year(y: int) -> Extent:
    """Return a year.

    Raises:
        ValueError: the year is not between 1 and 9999.
    """
    return Extent(f"{y:04}", dt.date(y, 1, 1), dt.date(y, 12, 31))


def decade(y: int) -> Extent:
    """Return the decade that begins with year ``y``."""
    return Extent(f"{y // 10:03}X", dt.date(y, 1, 1), dt.date(y + 9, 12, 31))


def century(y: int) -> Extent:
    """Return the hundred years that begin with year ``y``, as EDTF counts them."""
    return Extent(f"{y // 100:02}XX", dt.date(max(1, y), 1, 1), dt.date(y + 99, 12, 31))


def season(y: int, name: str) -> Extent:
    """Return a season by its English name; winter runs into the next year."""
    code, first = _SEASONS[name]
    end_year, last = (y + 1, 2) if first == 12 else (y, first + 2)
    return Extent(f"{y:04}-{code}", dt.date(y, first, 1), month(end_year, last).latest)


def through(first: Extent, last: Extent) -> Extent:
    """Return the interval from the one to the other, both included.

    Raises:
        ValueError: it would end before it begins.
    """
    if last.latest < first.earliest:
        raise ValueError("an interval cannot end before it begins")
    if first == last:
        return first
    return Extent(
        f"{first.edtf.partition('/')[0]}/{last.edtf.rpartition('/')[2]}",
        first.earliest,
        last.latest,
    )


def since(start: Extent, known_until: dt.date | None) -> Extent:
    """Return the open interval from ``start`` on, bounded by the last day it is known for."""
    first = start.edtf.partition("/")[0]
    return Extent(f"{first}/..", start.earliest, max(start.latest, known_until or start.latest))


def part_of(whole: Extent, part: str) -> Extent:
    """Return the ``early``, ``mid`` or ``late`` third of a stretch, in the unit next below its own.

    ``start`` and ``end`` are its first and last sixth, a month of a year and five days of a month.

    ``first_half`` and ``second_half`` are that.

    Thirds of a year are counted in months, of a decade or century in years, of others in days.
    """
    length = (whole.latest - whole.earliest).days + 1
    if length < 3:
        return Extent(whole.edtf.rstrip("~") + "~", whole.earliest, whole.latest)
    if part in {"start", "end"}:
        return _edge_of(whole, part, length)
    if part in {"first_half", "second_half"}:
        return _half_of(whole, part == "second_half", length)
    thirds = {"early": (0, 1), "mid": (1, 2), "late": (2, 3)}[part]
    if re.fullmatch(_YEAR, whole.edtf):
        y = whole.earliest.year
        first, last = month(y, 4 * thirds[0] + 1), month(y, 4 * thirds[1])
    elif whole.edtf.endswith("X"):
        start, count = whole.earliest.year, whole.latest.year - whole.earliest.year + 1
        first = year(start + -(-count * thirds[0] // 3))
        last = year(start + -(-count * thirds[1] // 3) - 1)
    else:
        low = whole.earliest + dt.timedelta(length * thirds[0] // 3)
        high = whole.earliest + dt.timedelta(length * thirds[1] // 3 - 1)
        return days(low, high, about=True)
    return Extent(f"{first.edtf}~/{last.edtf}~", first.earliest, last.latest)


def _half_of(whole: Extent, second: bool, length: int) -> Extent:
    if re.fullmatch(_YEAR, whole.edtf):
        y = whole.earliest.year
        return through(month(y, 6 * second + 1), month(y, 6 * second + 6))
    if whole.edtf.endswith("X"):
        years = (whole.latest.year - whole.earliest.year + 1) // 2
        start = whole.earliest.year + second * years
        return through(year(start), year(start + years - 1))
    middle = whole.earliest + dt.timedelta(length // 2)
    if second:
        return days(middle, whole.latest, about=True)
    return days(whole.earliest, middle - dt.timedelta(1), about=True)


def _edge_of(whole: Extent, part: str, length: int) -> Extent:
    if re.fullmatch(_YEAR, whole.edtf):
        found = month(whole.earliest.year, 1 if part == "start" else 12)
        return Extent(f"{found.edtf}~", found.earliest, found.latest)
    if whole.edtf.endswith("X"):
        count = max(1, (whole.latest.year - whole.earliest.year + 1) // 6)
        first = whole.earliest.year if part == "start" else whole.latest.year - count
        return Extent(
            f"{first:04}~/{first + count:04}~", year(first).earliest, year(first + count).latest
        )
    reach = dt.timedelta(max(1, length // 6 - (length % 6 == 0)))
    if part == "start":
        return days(whole.earliest, whole.earliest + reach, about=True)
    return days(whole.latest - reach, whole.latest, about=True)
