"""The dateline before a story's first words: "PORTOBEL, 9 Nov (Agency) – …".

It tells where and on what day the story was filed (Associated Press Stylebook, "datelines"), and
stays with the text wherever that is printed again.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from histor.clean.printed_dates import MONTHS

__all__ = ["Dateline", "find_dateline", "only_dateline"]

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?\b"
_YEAR = r"(?:,?\s*(?P<year>(?:19|20)\d\d|\d\d(?=\s*[(/–—-]))\b)?"
_DATE = (
    r"(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
    rf"(?P<date>(?:(?P<month>{_MONTH})\s*(?P<day>{_NUMBER})|"
    rf"(?P<day_first>{_NUMBER})\s*(?P<month_last>{_MONTH})){_YEAR})"
)
_NO_PLACE = (
    r"(?:on|in|by|since|after|before|until|till|from|at|as|of|for|the|a|an|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_LARGE = r"[A-ZÀ-Þ][\w.'’-]*"
_SMALL = r"(?:(?:of|de|del|la|el|al|the|and|on|da|do|du|des)[ -])?"
#: case counts in it, as nowhere else: a place is written large
_PLACE = (
    rf"(?!{_NO_PLACE})(?-i:{_LARGE}(?:[ /-]{_SMALL}{_LARGE}){{0,4}}"
    rf"(?:,\s{_LARGE}(?:\s{_LARGE}){{0,2}})?)"
)
_AGENCY = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,25}/)"
_DASH = r"(?:[-–—_]{1,3}|:)"
_FORMS = tuple(
    re.compile(rf"\W{{0,3}}(?:{_AGENCY}\s*{_DASH}?\s*)?{form}", re.I)
    for form in (
        rf"{_PLACE},?\s+{_DATE}\s*(?:{_AGENCY}\s*{_DASH}?|{_DASH}\s)",
        rf"{_PLACE},?\s*{_AGENCY}\s*(?:{_DASH}|,)?\s*{_DATE}\s*{_DASH}",
        rf"{_PLACE}\s*{_DASH}\s*{_DATE}\s*(?:{_AGENCY}\s*{_DASH}?|{_DASH}\s)",
        rf"{_DATE}\s*{_AGENCY}\s*{_DASH}",
    )
)
#: characters that a dateline takes at most
_LONGEST = 120
_CENTURY = 1950


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day a story was filed; the year is none where it is not written."""

    year: int | None
    month: int
    day: int
    #: where the date stands in the paragraph
    start: int
    end: int

    def in_year(self, year: int) -> dt.date | None:
        """Return its day in a year; none if that year lacks it."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None


def find_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that a paragraph begins with; none if it has none or no such day is."""
    head = paragraph[:_LONGEST]
    match = next((m for form in _FORMS if (m := form.match(head))), None)
    if match is None:
        return None
    year = int(match["year"]) if match["year"] else None
    if year is not None and year < 100:
        year += 1900 if year + 1900 >= _CENTURY else 2000
    line = Dateline(
        year,
        MONTHS[(match["month"] or match["month_last"]).lower().rstrip(".")],
        int(re.sub(r"\D", "", match["day"] or match["day_first"])),
        match.start("date"),
        match.end("date"),
    )
    # every day but the 29th of February is in each year
    return line if line.in_year(year or 2000) else None


def only_dateline(paragraphs: Iterable[tuple[int, str]]) -> tuple[int, Dateline] | None:
    """Return the dateline of the paragraphs that a story begins with, and its paragraph's number.

    None if they hold several days: a digest, or a chronicle.

    Args:
        paragraphs: number and text of each.
    """
    found = [(n, line) for n, text in paragraphs if (line := find_dateline(text)) is not None]
    days = {(line.month, line.day) for _, line in found}
    return found[0] if len(days) == 1 else None
