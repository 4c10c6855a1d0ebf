"""What the lines around a story say of it: byline and printed date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from histor.clean.blocks import Block
from histor.clean.date_lines import has_own_piece, is_date_line
from histor.clean.patterns import Patterns
from histor.clean.printed_dates import (
    PartialDate,
    PrintedDate,
    find_month,
    find_partial_date,
    find_printed_date,
)

__all__ = [
    "TOP",
    "Surroundings",
    "dates_page",
    "find_byline",
    "find_date",
    "find_dated_month",
    "find_partial",
    "is_menu",
    "is_own",
    "is_paragraph",
    "is_row",
    "names_author",
    "names_day",
    "same_title",
    "tells_weather",
]

_WORD = re.compile(r"\w+")
#: characters of a first paragraph, and how a sentence ends
_PARAGRAPH, _STOP = 90, re.compile(r"[.!?…]")
_BYLINE = re.compile(
    r"^\W*(?:(?:written|posted|reported|published)\s+)?by[:\s]+(?P<names>[^\d|,•·]{3,80})", re.I
)
_OWN = re.compile(r"^\W*(?:first )?(?:published|posted|written|issued|released|filed)\b", re.I)
_AUTHOR = re.compile(r"^\W*(?:author|reporter|correspondent)s?\s*:\s*(?P<names>[^\d|]{3,80})", re.I)
_ROLE = re.compile(
    r"^(?P<names>[^\d|,]{5,40}),\s*(?:\w+ )?(?:staff writer|correspondent|reporter|editor)\b", re.I
)
#: who signs where nobody does, and what stands behind an author's name
_DESK = re.compile(
    r"\b(?:news|web|desk|newsdesk|staff|newsroom|team|admin|reporters?|correspondents?|editors?|"
    r"editorial|bureau|agency|agencies|service|wires?)\b",
    re.I,
)
_OFFICE = re.compile(
    r"\s+(?:(?:senior|chief|staff) )*(?:writer|reporter|correspondent|editor|columnist)s?$", re.I
)
_NAME = re.compile(r"^[A-ZÀ-Þ][\w.’'-]*(?:\s+(?:[a-z]{2,3}\s+)?[A-ZÀ-Þ][\w.’'-]*){1,4}$")
#: three short pieces or more between bars
_MENU = re.compile(r"^[^|•·/]{1,30}(?:\s*[|•·/]\s*[^|•·/]{1,30}){2,}$")
_AGO = re.compile(r"^\W*(?:\w+ )?\d{1,2} (?:minute|hour|day|week|month)s? ago\W*$", re.I)
_WEATHER = re.compile(r"-?\d{1,2}([.,]\d)?\s*°?\s*[CF]\b")
#: characters of a line that dates its page
_LONGEST_LINE = 140
#: characters beside a date in a line that is the page's date, and in one that says that it is
_STRANGE, _STRANGE_BESIDE = 14, 40
#: lines from the headline to one that names outlet, author or place with the day
_NEXT = 3
#: lines from the headline to a day without a year, and characters beside it
_AROUND, _LITTLE = 8, 6
#: the same beside a month that stands alone
_ALONE = 2
#: what follows an author's name in a byline: "on 3 May", "for the Post"
_BEYOND_NAMES = re.compile(r"\s+(?:on|at|for|in)\s.*$|\s*\(.*$", re.I)
#: lines before a story among which headline and masthead are looked for
TOP = 60


def is_paragraph(text: str) -> bool:
    """Say whether a line reads like a story's paragraph: it is long, and a sentence ends in it."""
    return len(text) >= _PARAGRAPH and _STOP.search(text) is not None


def is_menu(text: str) -> bool:
    """Say whether a line is three short pieces or more between bars, as "Main / Policy / World".

    A row with a number is one of a table.
    """
    return is_row(text) and not any(c.isdigit() for c in text)


def is_row(text: str) -> bool:
    """Say whether a line is three short pieces or more between bars, of a menu or a table."""
    return _MENU.match(text) is not None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The page's lines, which of them are story, and where the first paragraph stands."""

    blocks: Sequence[Block]
    story: Sequence[bool]
    patterns: Patterns

    @property
    def first(self) -> int:
        """Index of the first paragraph: the first story line that reads like prose."""
        for i, block in enumerate(self.blocks):
            if self.story[i] and is_paragraph(block.text):
                return i
        return next((i for i, s in enumerate(self.story) if s), len(self.blocks))


def same_title(a: str, b: str) -> bool:
    """Say whether two lines are one headline, outlet suffix, case and punctuation aside."""
    left, right = _WORD.findall(a.lower()), _WORD.findall(b.lower())
    if len(left) > len(right):
        left, right = right, left
    return len(left) >= 3 and right[: len(left)] == left and len(right) - len(left) <= 4


def find_byline(texts: Sequence[str]) -> tuple[tuple[str, ...], int] | None:
    """Return the authors' names and the index of the line that gives them."""
    for i, text in enumerate(texts):
        if len(text) > 120:
            continue
        match = _BYLINE.match(text) or _AUTHOR.match(text) or _ROLE.match(text)
        if match:
            names_alone = _BEYOND_NAMES.sub("", match["names"].strip())
            parts = re.split(r"\s+and\s+|\s*&\s*|\s*[,;/|•]\s*", names_alone)
            bare = (_OFFICE.sub("", p.strip(" .")) for p in parts if _NAME.match(p.strip(" .")))
            names = tuple(bare)
            if names:  # "By News Desk" names nobody
                return tuple(n for n in names if " " in n and not _DESK.search(n)), i
    return None


def find_date(texts: Sequence[str], near: int) -> tuple[PrintedDate, int] | None:
    """Return the printed date nearest to line ``near``, and its line.

    Only lines that hold little besides the date count, or names beside the headline: a date in a
    sentence tells of something else. A line that says it was published wins over one that says it
    was updated.
    """
    found: list[tuple[float, int, PrintedDate]] = []
    for i, text in enumerate(texts):
        if len(text) > _LONGEST_LINE:
            continue
        date = find_printed_date(text)
        if date is None or date.fetched:
            continue
        full = date.strange > (_STRANGE_BESIDE if date.own or is_own(text) else _STRANGE)
        if full and not (abs(i - near) <= _NEXT and is_date_line(text, date.start, date.end)):
            continue
        cost = (
            float(abs(i - near))
            + (_NEXT if full else 0)
            + (100 if re.match(r"\W*(?:©|copyright)", text, re.I) else 0)
        )
        cost += 10 if re.search(r"\b(?:updated|modified)\b", text, re.I) else 0
        found.append((cost, i, date))
    if not found:
        return None
    cost, i, date = min(found, key=lambda f: (f[0], f[1]))
    return (date, i) if cost < 100 else None


def find_dated_month(texts: Sequence[str], near: int) -> tuple[PrintedDate, int] | None:
    """Return the month in a line by line ``near`` that has hardly more, and its line."""
    for i in sorted(range(len(texts)), key=lambda i: abs(i - near)):
        if abs(i - near) > _NEXT:
            return None
        month = find_month(texts[i]) if len(texts[i]) <= _LONGEST_LINE else None
        if month is not None and (
            month.strange <= _ALONE or has_own_piece(texts[i], month.start, month.end)
        ):
            return month, i
    return None


def names_day(line: str) -> bool:
    """Say whether a line holds a full date and nothing but names and small words beside it."""
    date = find_printed_date(line) if len(line) <= _LONGEST_LINE else None
    return date is not None and is_date_line(line, date.start, date.end)


def is_own(line: str) -> bool:
    """Say whether a line says when or by whom its page was written."""
    return bool(_BYLINE.match(line) or _OWN.match(line))


def find_partial(texts: Sequence[str], near: int) -> tuple[PartialDate, int] | None:
    """Return the day without a year that stands nearest to line ``near``, and its line.

    A line that says it is the page's wins over one that holds it alone.
    """
    found: list[tuple[bool, int, int, PartialDate]] = []
    for i in range(max(0, near - _AROUND), min(len(texts), near + _AROUND)):
        text = texts[i]
        date = find_partial_date(text) if len(text) <= _LONGEST_LINE else None
        if date is None:
            continue
        own = date.own or is_own(text)
        if date.strange <= (_STRANGE_BESIDE if own else _LITTLE):
            found.append((not own, abs(i - near), i, date))
    if not found:
        return None
    *_, i, date = min(found, key=lambda f: f[:3])
    return date, i


def names_author(line: str) -> bool:
    """Say whether a line begins with "by" or the like, as a byline does."""
    return _BYLINE.match(line) is not None


def tells_weather(line: str) -> bool:
    """Say whether a line has a temperature, as the heads of sites have."""
    return _WEATHER.search(line) is not None


def dates_page(line: str) -> bool:
    """Say whether a line tells when or by whom a page was written, as lines under a headline do."""
    if len(line) > _LONGEST_LINE or tells_weather(line):
        return False
    date = find_printed_date(line) or find_partial_date(line)
    if names_author(line) or _AGO.match(line):
        return True
    return date is not None and (
        date.strange <= (_STRANGE_BESIDE if date.own else _STRANGE)
        or is_date_line(line, date.start, date.end)
    )
