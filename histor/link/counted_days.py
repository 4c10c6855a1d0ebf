"""Days counted from what others date: "on Saturday, twelve days after the quake".

Where another page says when the quake was, the Saturday is known, and so when the page was written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from histor.extract.dates.time_values import resolve
from histor.link.filed import hanging
from histor.records import TimeExpression
from histor.time_forms import Tense, TimeForm

__all__ = ["Counted", "counted_days", "counted_fitting"]

#: units of which a few are counted, and days that are looked through at most
_UNITS = frozenset(["day", "week", "fortnight", "month"])
_FARTHEST = 400


class Counted(msgspec.Struct, frozen=True):
    """A distance from a deed to a day of the page's own, which the page's text gives."""

    time: TimeExpression
    #: the day that it is counted back from; none for that of writing
    base: TimeExpression | None


def counted_days(times: Sequence[TimeExpression]) -> dict[str, Counted]:
    """Return the distances from a deed to the page's own days, by the expression's id.

    "On Saturday, twelve days after the quake", and "two months after the quake thousands live in
    tents", which is counted from the day of writing.
    """
    found = {}
    for n, time in enumerate(times):
        form = time.form
        if form is None or form.kind != "offset" or not form.ahead or form.unit not in _UNITS:
            continue
        if form.count is None:
            continue
        k = n if form.counted is None else n + form.counted
        if form.direction == "past" and 0 <= k < n and hanging(times[k]):
            found[time.id] = Counted(time, times[k])
        elif form.direction == "future" and k == n:  # of a deed that no word for one names
            own = _own_day(n, times)
            if own is not None or time.tense is None:
                found[time.id] = Counted(time, own)
    return found


def _own_day(n: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the day that its sentence tells before an expression, if it tells one alone."""
    before = [t for t in times[:n] if t.sentence == times[n].sentence]
    return before[0] if len(before) == 1 and hanging(before[0]) else None


@lru_cache(maxsize=50_000)
def counted_fitting(
    form: TimeForm, base: TimeForm | None, tense: Tense | None, first: dt.date, last: dt.date
) -> tuple[dt.date, ...]:
    """Return the days on which a page can have been written that counts back to an interval.

    Args:
        form: the distance.
        base, tense: the page's day that it is counted from; none for the day of writing.
        first, last: when that was which it is counted to.
    """
    back = msgspec.structs.replace(
        form, narrative=False, ahead=False, counted=None, direction="past"
    )
    found = []
    for n in range(_FARTHEST):
        day = last + dt.timedelta(days=n)
        told = resolve(base, day, tense) if base is not None else None
        if base is not None and (told is None or told.earliest != told.latest):
            continue
        meant = resolve(back, told.earliest if told is not None else day)
        if meant is not None and meant.earliest <= last and first <= meant.latest:
            found.append(day)
        elif found and meant is not None and meant.earliest > last:
            break
    return tuple(found)
