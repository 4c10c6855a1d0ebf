"""Hours that lie behind the midnight of the evening told before them.

"On the evening of 3 May rain set in. At 2 a.m. the dam broke": it broke on 4 May. An evening that
only tells when somebody spoke begins no such night.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from histor.extract.dates import edtf
from histor.extract.dates.stated import Resolved, Stated
from histor.time_forms import TimeForm

__all__ = ["in_the_night"]

#: hours of the parts of a day, and what is taken for an evening and for the small hours
_HOURS = {
    "morning": 8,
    "afternoon": 15,
    "evening": 20,
    "night": 22,
    "dawn": 5,
    "daybreak": 5,
    "sunrise": 6,
}
_EVENING, _SMALL_HOURS, _MIDNIGHT = 18, 6, 24
#: characters between two hours of one night
_REACH = 300


def in_the_night(
    n: int,
    times: Sequence[Stated],
    found: Sequence[Resolved | None],
    anchor: dt.date | None,
) -> Resolved | None:
    """Return the day of an hour that goes on with the night told before it; none if it does not.

    Args:
        n: which of the expressions is the hour.
        times: the text's expressions in its order.
        found: what those before it mean.
        anchor: the day the text was written, where that is known.
    """
    hour = _hour(times[n].form)
    if hour is None:
        return None
    for m in range(n - 1, -1, -1):
        known = found[m]
        if times[n].start - times[m].end > _REACH:
            return None
        if known is None:
            continue
        before, form = _hour(times[m].form), times[m].form
        if before is None or form is None or form.aside or form.said:
            return None
        day = known.extent.earliest
        if day != known.extent.latest:
            return None
        rolled = hour <= _SMALL_HOURS and before >= _EVENING
        if not rolled and (known.reference is None or not _is_night(m, times, known, found)):
            return None
        day += dt.timedelta(days=rolled)
        return None if anchor is not None and day > anchor else Resolved(edtf.day(day), m)
    return None


def _is_night(
    m: int, times: Sequence[Stated], known: Resolved, found: Sequence[Resolved | None]
) -> bool:
    """Say whether an hour lies behind midnight itself, counted from the evening before it."""
    evening = None if known.reference is None else found[known.reference]
    return evening is not None and evening.extent.latest < known.extent.earliest


def _hour(form: TimeForm | None) -> int | None:
    """Return the hour of a time of day; midnight ends its day, unless it was after it."""
    if form is None or form.ahead:
        return None
    if form.clock is not None:
        hour = int(form.clock.partition(":")[0])
        return hour if hour or form.part == "later" or form.clock != "00:00" else _MIDNIGHT
    return _HOURS.get(form.daytime or "")
