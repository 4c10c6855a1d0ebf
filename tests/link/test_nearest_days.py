"""Days near another among days in order, against looking at each of them."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from histor.link.nearest_days import around, gap_to

DAYS = st.dates(dt.date(1, 1, 1), dt.date(1, 3, 1)) | st.dates(dt.date(9999, 10, 1))


@given(st.lists(DAYS, min_size=1).map(sorted), DAYS)
def test_the_nearest_day_is_found(days: list[dt.date], day: dt.date) -> None:
    assert gap_to(day, days) == min(abs((day - other).days) for other in days)


@given(st.lists(DAYS).map(sorted), DAYS, st.integers(0, 60), st.integers(0, 60))
def test_days_around_one_are_found(
    days: list[dt.date], day: dt.date, before: int, after: int
) -> None:
    assert list(around(days, day, before, after)) == [
        other for other in days if -before <= (other - day).days <= after
    ]
