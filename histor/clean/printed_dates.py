"""Dates as pages print them around the story: in a line of their own, in many written forms."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

__all__ = ["MONTHS", "PrintedDate", "find_printed_date"]

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
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b{_YEAR}[-/.](?P<month_number>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?=\D|$)",
        rf"\b{_MONTH}\s*{_DAY}\s*[,.\-–—]*\s*{_YEAR}",
        rf"\b{_DAY}\.?\s*(?:of\s+)?[-–—]?\s*{_MONTH}\s*[,.\-–—]*\s*{_YEAR}",
        rf"\b{_YEAR}\s*,?\s*{_MONTH}\s*{_DAY}",
    )
)
_NUMERIC = re.compile(rf"\b(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep){_YEAR}")
#: words that may stand beside a date in a date line
_COMPANY = re.compile(
    r"\b(?:published|posted|updated|modified|last|first|created|written|date|on|at|by|the|and|"
    r"mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|"
    r"\b\d{1,2}[:.h]\d\d(?::\d\d)?(?:[.+Z\d:-]*)?|\b[ap]\.?m\.?\b|\b(?:[A-Z]{2,4}T|UTC|GMT|CET|hrs?)\b|\W|_",
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


def find_printed_date(line: str) -> PrintedDate | None:
    """Return the first full date in a line; none if it has none or the day does not exist."""
    for form in _FORMS:
        match = form.search(line)
        if match:
            part = match.groupdict()
            month = int(part.get("month_number") or MONTHS[part["month"].lower().rstrip(".")])
            day = _day(int(part["year"]), month, int(part["day"]))
            if day:
                return PrintedDate(
                    day.isoformat(), day, day, match.start(), match.end(), _strange(line, match)
                )
    match = _NUMERIC.search(line)
    return _numeric(line, match) if match else None


def _numeric(line: str, match: re.Match[str]) -> PrintedDate | None:
    year, a, b = int(match["year"]), int(match["a"]), int(match["b"])
    day_first, month_first = _day(year, b, a), _day(year, a, b)
    if match["sep"] == ".":
        month_first = None
    days = sorted({d for d in (day_first, month_first) if d})
    if not days:
        return None
    edtf = days[0].isoformat() if len(days) == 1 else f"{year}-XX-XX"
    return PrintedDate(edtf, days[0], days[-1], match.start(), match.end(), _strange(line, match))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _strange(line: str, match: re.Match[str]) -> int:
    rest = line[: match.start()] + " " + line[match.end() :]
    return len(_COMPANY.sub("", rest))
