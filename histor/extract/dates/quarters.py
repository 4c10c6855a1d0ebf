"""Quarters of a year, as companies and statistics count them.

Figures are of the first quarter that a text tells and that has begun; "a year ago" beside them is
that quarter of the year before (rules made on TimeBank's training part).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from histor.extract.dates import edtf
from histor.extract.dates.edtf import Extent
from histor.extract.dates.stated import Resolved, Stated
from histor.extract.dates.time_values import resolve
from histor.time_forms import TimeForm

__all__ = ["counts_years", "ends", "is_quarter", "quarter_beside", "shifted_quarter", "the_quarter"]

#: characters between a figure of "a year ago" and the last quarter told
_BESIDE = 1200
#: figures of a quarter are news until those of the next three are out
_LATE = dt.timedelta(days=300)
#: months of figures that are compared with the year's before and not with a quarter's
_LONGER = frozenset([6, 9])
#: a firm's own quarter that ends on 31 July lies for the most part in the second
_HALF_A_QUARTER = dt.timedelta(days=45)
#: characters between "the quarter" and the day on which it "ended"
_ENDED = 10
_ONE_DAY = dt.timedelta(days=1)


def quarter_beside(
    n: int, times: Sequence[Stated], found: Sequence[Resolved | None], anchor: dt.date | None
) -> Resolved | None:
    """Read "a year ago" beside a quarter's figures as the same quarter of the year before."""
    form = times[n].form
    if form is None or (form.kind, form.unit, form.count) != ("offset", "year", 1):
        return None
    if anchor is None or form.direction != "past":
        return None
    near = next((k for k in range(n - 1, -1, -1) if _tells_quarter(k, times, found)), None)
    if near is None or times[n].start - times[near].end > _BESIDE:
        return None
    if any(_is_longer(time.form) for time in times[near:n]):
        return None  # what is set beside nine months' figures is the year's
    k = _reported(n, times, found, anchor)
    if form.narrative and _states(times[near if k is None else k].form):
        return None  # "the third quarter of 2020 … a year earlier" is counted as any date is
    known = found[near if k is None else k]
    if known is None or known.extent.latest.year < anchor.year - 1:
        return None
    extent = known.extent if k is None else shifted_quarter(known.extent, -1)
    # where no quarter is reported on, the one told is the earlier already
    return None if extent is None else Resolved(extent, near if k is None else k)


def _states(form: TimeForm | None) -> bool:
    return form is not None and form.absolute


def _tells_quarter(k: int, times: Sequence[Stated], found: Sequence[Resolved | None]) -> bool:
    known = found[k]
    return known is not None and is_quarter(known.extent) and not counts_years(times[k].form)


def _is_longer(form: TimeForm | None) -> bool:
    """Say whether figures are of half a year or of nine months."""
    return (
        form is not None
        and (form.kind, form.unit) == ("duration", "month")
        and form.count in _LONGER
    )


def _reported(
    n: int, times: Sequence[Stated], found: Sequence[Resolved | None], anchor: dt.date | None
) -> int | None:
    """Return the quarter whose figures the text is about: the first it tells that has begun."""
    for k in range(n):
        known = found[k]
        if known is None or not _tells_quarter(k, times, found) or times[k].tense == "future":
            continue
        if anchor is None or known.extent.earliest <= anchor <= known.extent.latest + _LATE:
            return k
    return None


def the_quarter(
    n: int, times: Sequence[Stated], found: Sequence[Resolved | None], anchor: dt.date | None
) -> Resolved | None:
    """Return "the quarter" and "the latest quarter": ended on a day, reported on, or the last."""
    if n + 1 < len(times) and ends(times[n], times[n + 1]):
        form = times[n + 1].form
        last = resolve(form, anchor, times[n + 1].tense) if form is not None else None
        if last is not None and last.earliest == last.latest:
            return Resolved(_quarter_of(last.earliest - _HALF_A_QUARTER))
    k = _reported(n, times, found, anchor)
    known = None if k is None else found[k]
    if known is not None:
        return Resolved(known.extent, k)
    return (
        None if anchor is None else Resolved(_quarter_of(_quarter_of(anchor).earliest - _ONE_DAY))
    )


def _quarter_of(day: dt.date) -> Extent:
    first = (day.month - 1) // 3 * 3 + 1
    return edtf.through(edtf.month(day.year, first), edtf.month(day.year, first + 2))


def is_quarter(extent: Extent) -> bool:
    """Say whether a stretch is one of the calendar's quarters."""
    quarter = _quarter_of(extent.earliest)
    return (quarter.earliest, quarter.latest) == (extent.earliest, extent.latest)


def shifted_quarter(extent: Extent, years: int) -> Extent | None:
    """Return the same quarter of another year; none beyond the calendar."""
    try:
        return _quarter_of(extent.earliest.replace(year=extent.earliest.year + years))
    except ValueError:  # a leap day, or a year that leaves the calendar
        return None


def counts_years(form: TimeForm | None) -> bool:
    """Say whether an expression is so many years away: "a year earlier"."""
    return form is not None and (form.kind, form.unit) == ("offset", "year")


def ends(quarter: Stated, day: Stated) -> bool:
    """Say whether a quarter is told by the day it ended."""
    form = quarter.form
    return (
        form is not None
        and (form.kind == "quarter" or form.unit == "quarter")
        and 0 <= day.start - quarter.end <= _ENDED
    )
