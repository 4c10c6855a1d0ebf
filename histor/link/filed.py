"""The day a story says it was filed on: in its dateline, a line of its own, or its words.

"LOWMARK, 9 Nov (Agency) –", "Posted 9 Nov 2021 8:57", "today, 9 November".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from histor.clean.date_lines import is_date_line
from histor.clean.datelines import Dateline, only_dateline
from histor.clean.printed_dates import find_printed_date
from histor.records import Document, Span, TimeExpression

__all__ = ["filed_on_page", "hanging", "repeats_printed"]

_PARAGRAPH = re.compile(r"\n+")
#: paragraphs among which the day of filing stands, and characters of each
_BEGINNING, _LINE = 5, 160
#: the same of a line that says that it dates the page
_LABELLED = 15
_LABEL = re.compile(r"\W*(?:first\s)?(?:published|posted|updated|last\supdated)\b", re.I)
#: letters beside the date in a line that only dates the page
_STRANGE = 8
#: characters between "today" and the date that says which day that is
_APPOSED = 3
_OPENING, _CLOSING = "“«", "”»"
#: a leap year, for a day without its own
_ANY_YEAR = 2000
#: days ago that are counted to the day
_WEEK = 7


def filed_on_page(
    document: Document, times: Sequence[TimeExpression]
) -> tuple[Dateline, Span] | None:
    """Return the day that a page's text says it was filed on, and the words; the year may lack."""
    starts = [0, *(m.end() for m in _PARAGRAPH.finditer(document.text))][:_LABELLED]
    lines = [(start, document.text[start : start + _LINE].partition("\n")[0]) for start in starts]
    first = [*lines[:_BEGINNING], *(one for one in lines[_BEGINNING:] if _LABEL.match(one[1]))]
    found = (
        only_dateline(first)
        or next(
            ((start, line) for start, text in first if (line := _date_line(text)) is not None), None
        )
        or _called_today(document, times)
    )
    if found is None:
        return None
    start, line = found
    low, high = start + line.start, start + line.end
    words = Span(document=document.id, start=low, end=high, text=document.text[low:high])
    return line, words


def repeats_printed(document: Document, words: Span) -> bool:
    """Say whether a date stands in a line that only repeats the day that the page bears.

    Who prints a text again puts such a line over it: it is no word of the story's.
    """
    date = document.page_date
    if date is None or date.length:
        return False
    start = document.text.rfind("\n", 0, words.start) + 1
    if words.start - start >= _LINE:
        return False
    line = _date_line(document.text[start : start + _LINE].partition("\n")[0])
    return line is not None and line.in_year(line.year or date.first.year) == date.first


def hanging(time: TimeExpression) -> bool:
    """Say whether an expression tells the page's own day: a weekday, today, two days ago."""
    form = time.form
    if form is None or form.narrative:
        return False
    if form.kind == "offset":
        return form.unit == "day" and form.direction == "past" and (form.count or _WEEK) < _WEEK
    return form.kind == "weekday" or (form.kind == "unit" and form.unit in {None, "day"})


def spanning(time: TimeExpression) -> bool:
    """Say whether an expression tells the page's own week: "last week", "two weeks ago"."""
    form = time.form
    if form is None or form.narrative or time.tense == "future" or form.direction == "future":
        return False
    return form.kind in {"unit", "offset", "weekend"} and form.unit in {"day", "week", "weekend"}


def _date_line(paragraph: str) -> Dateline | None:
    """Return the day of a paragraph that is a date and little else: "Posted 9 Nov 2021 8:57"."""
    date = find_printed_date(paragraph)
    if date is None or date.earliest != date.latest:
        return None
    if date.strange > _STRANGE and not is_date_line(paragraph, date.start, date.end):
        return None
    day = date.earliest
    return Dateline(day.year, day.month, day.day, date.start, date.end)


def _called_today(
    document: Document, times: Sequence[TimeExpression]
) -> tuple[int, Dateline] | None:
    """Return the day that the text calls today, yesterday or tomorrow; none if it calls several."""
    found = list(_todays(document, times))
    days = {(line.month, line.day) for line in found}
    return (0, found[0]) if len(days) == 1 else None


def _todays(document: Document, times: Sequence[TimeExpression]) -> Iterator[Dateline]:
    """Yield the days that "today, 3 May" and "yesterday (2 May)" give, in nobody's quoted words."""
    for word, date in pairwise(sorted(times, key=lambda t: t.span.start)):
        near = 0 <= date.span.start - word.span.end <= _APPOSED
        if not near or not _is_day_word(word) or _is_quoted(document, word):
            continue
        form, shift = date.form, word.form.count if word.form is not None else None
        if form is None or form.kind != "calendar" or form.month is None or form.day is None:
            continue
        try:
            told = dt.date(form.year or _ANY_YEAR, form.month, form.day)
            day = told - dt.timedelta(days=shift or 0)
        except (ValueError, OverflowError):
            continue
        year = day.year if form.year is not None else None
        yield Dateline(year, day.month, day.day, word.span.start, date.span.end)


def _is_day_word(time: TimeExpression) -> bool:
    form = time.form
    return form is not None and form.kind == "unit" and form.unit is None and not form.narrative


def _is_quoted(document: Document, time: TimeExpression) -> bool:
    before = document.text[time.sentence.start : time.span.start]
    opened = sum(before.count(mark) for mark in _OPENING)
    closed = sum(before.count(mark) for mark in _CLOSING)
    return opened > closed or before.count('"') % 2 == 1
