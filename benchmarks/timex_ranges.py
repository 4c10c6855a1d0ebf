"""The two ends of a range, as TIMEX2 and TIMEX3 mark them: "from May to July" is two expressions.

histor reads a range as one, since what went on from May to July has one date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from histor.extract.dates import edtf
from histor.extract.dates.edtf import Extent
from histor.extract.dates.times import FoundTime
from histor.time_forms import TimeForm

__all__ = ["Read", "ends"]

#: an expression and what it means
Read = tuple[FoundTime, Extent | None]
_JOINT = re.compile(r"\s?[-–—/]\s?|\s(?:to|and|through|until|till)\s")


def ends(read: Iterable[Read], text: str) -> Iterator[Read]:
    """Yield the expressions of a text, ranges as their two ends."""
    for time, extent in read:
        joint = _JOINT.search(text, time.start, time.end) if _is_range(time.form) else None
        if joint is None:
            yield time, extent
            continue
        first, last = _halves(time.form)
        low, high = (None, None) if extent is None else (extent.earliest, extent.latest)
        yield replace(time, end=joint.start(), form=first), _point(first, low)
        yield replace(time, start=joint.end(), form=last), _point(last, high)


def _is_range(form: TimeForm) -> bool:
    return any(part is not None for part in (form.to_year, form.to_month, form.to_day))


def _halves(form: TimeForm) -> tuple[TimeForm, TimeForm]:
    """Return the forms of both ends, which tell how exact each is."""
    if form.kind == "weekday":
        return TimeForm(kind="weekday"), TimeForm(kind="weekday")
    last = TimeForm(
        kind="calendar",
        month=form.to_month if form.to_month is not None else form.to_day and form.month,
        day=form.to_day,
    )
    return TimeForm(kind="calendar", month=form.month, day=form.day), last


def _point(form: TimeForm, day: dt.date | None) -> Extent | None:
    if day is None:
        return None
    if form.kind == "weekday" or form.day is not None:
        return edtf.day(day)
    return edtf.year(day.year) if form.month is None else edtf.month(day.year, day.month)
