"""Dates as pages print them around the story: in a line of their own, in many written forms."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

__all__ = [
    "MONTHS",
    "PartialDate",
    "PrintedDate",
    "find_month",
    "find_partial_date",
    "find_printed_date",
]

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
#: flattened pages may set the hour right behind the year: "May 7, 20254:38 PM"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:\b|(?=\d{1,2}:\d\d))"
#: "’21", of this century as pages are
_SHORT_YEAR = r"['’](?P<year>\d\d)\b"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b{_YEAR}[-/.]\s?(?P<month_number>\d{{1,2}})[-/.]\s?(?P<day>\d{{1,2}})(?=\D|$)",
        r"(?P<year>(?:19|20)\d\d)年\s?(?P<month_number>\d{1,2})月\s?(?P<day>\d{1,2})日",
        rf"\b{_MONTH}\s*{_DAY}\s*[,.\-–—]*\s*{_YEAR}",
        rf"\b{_DAY}\.?\s*(?:of\s+)?[-–—]?\s*{_MONTH}\s*[,.\-–—]*\s*{_YEAR}",
        rf"\b{_YEAR}\s*,?\s*{_MONTH}\s*{_DAY}",
        rf"\b{_MONTH}\s*{_DAY}\s*,?\s*{_SHORT_YEAR}",
        rf"\b{_DAY}\s*[-–]?\s*{_MONTH}\s*,?\s*{_SHORT_YEAR}",
    )
)
_PARTIAL = tuple(
    re.compile(rf"\b(?:(?P<weekday>(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}})\b\W*)?{form}", re.I)
    for form in (rf"{_MONTH}\s*{_DAY}", rf"{_DAY}\.?\s*(?:of\s+)?{_MONTH}")
)
#: a month that stands with its year alone: no day before it, none behind it
_WHOLE_MONTH = re.compile(rf"(?<![\d.] )(?<!\d)\b{_MONTH}\s+{_YEAR}", re.I)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
#: words before a date that say it is the page's own
_OWN = re.compile(
    r"(?<![a-z])(?:published|posted|written|updated|issued|released|filed|date|dated|"
    r"as (?:of|at))\b[^.\d]{0,40}$",
    re.I,
)
#: words before a date that say when somebody took a copy of the page
_FETCHED = re.compile(
    r"(?<![a-z])(?:retrieved|accessed|captured|crawled|downloaded|fetched|cached|scraped|snapshot|"
    r"saved|archived|viewed|visited)\b[^.\d]{0,40}$",
    re.I,
)
#: hours as they are written where the day comes first: "11h45"
_DAY_FIRST = re.compile(r"\b\d{1,2}h\d{2}\b")
_NUMERIC = re.compile(
    rf"\b(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep){_YEAR}|"
    r"(?<![\d/])(?P<a_short>\d{1,2})/(?P<b_short>\d{1,2})/(?P<year_short>\d\d)(?![\d/])"
)
_CENTURY = 2000
_LEAP_YEAR = 2000
#: years back in which a day is looked for
_REACH = 2
#: words that may stand beside a date in a date line
_COMPANY = re.compile(
    r"(?<![a-z])(?:published|posted|updated|modified|last|first|created|written|date|on|at|by|the|and|"
    r"mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|"
    r"(?<!\d)\d{1,2}[:.h]\d\d(?::\d\d)?(?:[.+Z\d:-]*)?|\b[ap]\.?m\.?\b|\b(?:[A-Z]{2,4}T|UTC|GMT|CET|hrs?)\b|\W|_",
    re.I,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A printed date, and where in the line it stands; earliest differs from latest if unsure."""

    edtf: str
    earliest: dt.date
    latest: dt.date
    start: int
    end: int
    #: characters of the line that neither belong to the date nor usually stand beside one
    strange: int
    #: whether words before it say that it is the page's: "Published:", "as of"
    own: bool = False
    #: whether words before it say that a copy was taken on it: "Retrieved", "archived on"
    fetched: bool = False


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day printed without its year, and where in the line it stands."""

    month: int
    day: int
    #: Monday is 0; none where the line does not name it
    weekday: int | None
    start: int
    end: int
    strange: int
    own: bool

    def in_year(self, year: int) -> dt.date | None:
        """Return its day in a year; none if that year lacks it or gives it another weekday."""
        found = _day(year, self.month, self.day)
        if found is None or self.weekday not in (None, found.weekday()):
            return None
        return found

    def last_before(self, day: dt.date) -> dt.date | None:
        """Return the last such day up to ``day``; none if that is long ago."""
        years = range(day.year, day.year - _REACH, -1)
        return next((d for y in years if (d := self.in_year(y)) is not None and d <= day), None)


def find_printed_date(line: str) -> PrintedDate | None:
    """Return the first full date in a line; none if it has none or the day does not exist."""
    for form in _FORMS:
        match = form.search(line)
        if match:
            part = match.groupdict()
            month = int(part.get("month_number") or MONTHS[part["month"].lower().rstrip(".")])
            day = _day(_year(part["year"]), month, int(part["day"]))
            if day:
                return PrintedDate(
                    day.isoformat(),
                    day,
                    day,
                    match.start(),
                    match.end(),
                    _strange(line, match),
                    _is_own(line, match),
                    _is_fetched(line, match),
                )
    match = _NUMERIC.search(line)
    return _numeric(line, match) if match else None


def find_partial_date(line: str) -> PartialDate | None:
    """Return the first day without a year in a line: "Sat 1 Nov", "Posted on January 27"."""
    found = [match for form in _PARTIAL if (match := form.search(line))]
    if not found:
        return None
    match = min(found, key=lambda m: (m.start(), -m.end()))
    month, day = MONTHS[match["month"].lower().rstrip(".")], int(match["day"])
    if _day(_LEAP_YEAR, month, day) is None:
        return None
    named = match["weekday"]
    weekday = _WEEKDAYS.index(named[:3].lower()) if named else None
    start, end = match.span()
    return PartialDate(month, day, weekday, start, end, _strange(line, match), _is_own(line, match))


def find_month(line: str) -> PrintedDate | None:
    """Return the first month with its year in a line that gives no day: "March 2021"."""
    match = _WHOLE_MONTH.search(line)
    if match is None or find_printed_date(line) is not None:
        return None
    first = _day(int(match["year"]), MONTHS[match["month"].lower().rstrip(".")], 1)
    if first is None:
        return None
    last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    start, end = match.span()
    own = _is_own(line, match)
    return PrintedDate(first.isoformat()[:7], first, last, start, end, _strange(line, match), own)


def _numeric(line: str, match: re.Match[str]) -> PrintedDate | None:
    year = _year(match["year"] or match["year_short"])
    a, b = int(match["a"] or match["a_short"]), int(match["b"] or match["b_short"])
    day_first, month_first = _day(year, b, a), _day(year, a, b)
    if match["sep"] == "." or _DAY_FIRST.search(line):
        month_first = None
    days = sorted({d for d in (day_first, month_first) if d})
    if not days:
        return None
    edtf = days[0].isoformat() if len(days) == 1 else f"{year}-XX-XX"
    return PrintedDate(
        edtf,
        days[0],
        days[-1],
        match.start(),
        match.end(),
        _strange(line, match),
        _is_own(line, match),
        _is_fetched(line, match),
    )


def _year(digits: str) -> int:
    return int(digits) if len(digits) > 2 else _CENTURY + int(digits)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _is_own(line: str, match: re.Match[str]) -> bool:
    """Say whether a line calls a date its page's; a sentence tells of something else's."""
    return bool(_OWN.search(line[: match.start()])) and not line.rstrip().endswith((".", "!", "?"))


def _is_fetched(line: str, match: re.Match[str]) -> bool:
    """Say whether a line calls a date that on which a copy of its page was taken."""
    return _FETCHED.search(line[: match.start()]) is not None


def _strange(line: str, match: re.Match[str]) -> int:
    rest = line[: match.start()] + " " + line[match.end() :]
    for form in _FORMS:  # the day of an update beside it
        rest = form.sub(" ", rest)
    return len(_COMPANY.sub("", rest))
