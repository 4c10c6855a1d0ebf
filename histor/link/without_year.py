"""The year of a day that a page prints without one: "PORTOBEL, July 25 —", "Sat 1 Nov".

The weekday beside it leaves one year in five or six. Else it is the year in which the day is
nearest to the days on which the heap's other pages were printed, as the pages of a heap tell of
one crisis. A page that names a later day as past was not written in an earlier year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from histor.clean.printed_dates import PartialDate, find_partial_date
from histor.records import Document, PageWords

__all__ = ["day_of_year", "partial_dates"]

#: days from the heap's printed days within which a day without weekday is taken to belong to them
_NEAR = 183
#: years after the last one told in which a weekday alone may choose
_YEARS = 5


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
) -> dt.date | None:
    """Return the day with its year; none if nothing tells it.

    Args:
        day: the day without its year.
        beside: other such days around the page's story, whose weekdays bind the year too.
        heap: the printed days of the case's pages.
        after: the last day that the page tells as past, where it states one.
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
    best = min(options, key=lambda d: (_gap(d, heap), d), default=None)
    return best if best is not None and (bound or _gap(best, heap) <= _NEAR) else None


def _gap(day: dt.date, heap: Sequence[dt.date]) -> int:
    return min(abs((day - other).days) for other in heap)
