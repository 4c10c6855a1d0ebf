"""Days that a page prints in part or in two readings: "Sat 1 Nov", "10/05/2025".

The weekday beside it leaves one year in five or six. Else it is the year in which the day is
near the days on which the heap's other pages were printed, as the pages of a heap tell of one
crisis; in a heap of many years it stays open. A page that names a later day as past was not
written in an earlier year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from histor.clean.printed_dates import PartialDate, find_partial_date
from histor.link.nearest_days import gap_to
from histor.records import Date, Document, PageWords, TimeExpression

__all__ = ["day_of_two", "day_of_year", "partial_dates"]

#: days from the heap's printed days within which a day is taken to belong to them
_NEAR = 45
#: years after the last one told in which a weekday alone may choose
_YEARS = 5
#: days from the heap's printed days within which one of two readings is meant
_CLOSE = 21


def partial_dates(document: Document) -> list[tuple[PartialDate, PageWords]]:
    """Return the days without a year among the date lines around a page's story."""
    found = []
    for piece in document.removed:
        day = find_partial_date(piece.text) if piece.reason == "date" else None
        if day is None or piece.start is None:
            continue
        low, high = piece.start + day.start, piece.start + day.end
        words = PageWords(start=low, end=high, text=piece.text[day.start : day.end])
        found.append((day, words))
    return found


def day_of_year(
    day: PartialDate,
    beside: Sequence[PartialDate],
    heap: Sequence[dt.date],
    after: dt.date | None,
    told: Collection[int] = (),
) -> dt.date | None:
    """Return the day with its year; none if nothing tells it.

    Args:
        day: the day without its year.
        beside: other such days around the page's story, whose weekdays bind the year too.
        heap: the printed days of the case's pages, in order.
        after: the last day that the page tells as past, where it states one.
        told: weekdays of the page's news, Monday 0: a dateline is most often of such a day.
    """
    years = {y for d in heap for y in (d.year - 1, d.year, d.year + 1)}
    if not years and after is not None:
        years = set(range(after.year, after.year + _YEARS + 1))
    options = [
        found
        for year in sorted(years)
        if (found := day.in_year(year)) is not None
        and (after is None or found >= after)
        and all(other.in_year(year) is not None for other in beside)
    ]
    bound = any(d.weekday is not None for d in (day, *beside))
    if not heap:
        return options[0] if bound and len(options) == 1 else None
    near = [day for day in options if gap_to(day, heap) <= _NEAR]
    if len(near) > 1 and told:
        near = [day for day in near if day.weekday() in told]
    if near or not bound:  # in a heap of many years it could be of each
        return near[0] if len(near) == 1 else None
    return min(options, key=lambda d: (gap_to(d, heap), d), default=None)


def day_of_two(
    printed: Date, heap: Sequence[dt.date], times: Sequence[TimeExpression]
) -> dt.date | None:
    """Return which day a date such as 10/05/2025 means; none if nothing tells.

    The day the text calls "this Saturday", or "today, Saturday", is one of the two, or one of them
    is near the heap's other pages and the other is not.

    Args:
        printed: the date in its two readings, the earlier first.
        heap: the printed days of the case's other pages.
        times: the page's expressions.
    """
    if not printed.edtf.endswith("-XX-XX"):
        return None
    options = (printed.first, printed.last)
    named = {
        t.form.weekday
        for t in times
        if t.form is not None and t.form.kind == "weekday" and t.form.direction == "this"
    }
    called = [day for day in options if day.weekday() in named]
    if len(called) == 1:
        return called[0]
    if not heap:
        return None
    near = [day for day in options if gap_to(day, heap) <= _CLOSE]
    return near[0] if len(near) == 1 else None
