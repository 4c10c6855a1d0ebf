"""How near a day is to others that are in order, found by halving."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

__all__ = ["around", "gap_to"]


def gap_to(day: dt.date, days: Sequence[dt.date]) -> int:
    """Return how many days lie between a day and the nearest of others, of which there is one.

    >>> gap_to(dt.date(2021, 6, 5), [dt.date(2021, 5, 1), dt.date(2021, 6, 7)])
    2
    """
    at = bisect_left(days, day)
    return min(abs((day - other).days) for other in days[max(0, at - 1) : at + 1])


def around(days: Sequence[dt.date], day: dt.date, before: int, after: int) -> Sequence[dt.date]:
    """Return those of the days that lie up to so many days before or after one, itself included.

    >>> [d.day for d in around([dt.date(1, 1, 1), dt.date(1, 1, 9)], dt.date(1, 1, 2), 3, 3)]
    [1]
    """
    middle = day.toordinal()
    first = bisect_left(days, middle - before, key=dt.date.toordinal)
    return days[first : bisect_right(days, middle + after, key=dt.date.toordinal)]
