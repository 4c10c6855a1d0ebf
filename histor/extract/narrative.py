"""The expressions of a text resolved in its order, each against the day it is counted from.

"The next day", "two weeks later", "that year" are counted from the date told before them, not from
the day of writing (TimeML's anchor times, Pustejovsky et al. 2003; HeidelTime resolves narratives
against the mention before, Strötgen & Gertz 2013).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from histor.extract import edtf
from histor.extract.edtf import Extent
from histor.extract.time_values import resolve
from histor.time_forms import Tense, TimeForm

__all__ = ["Resolved", "Stated", "resolve_all"]

#: characters between an expression and the one it is counted from
_REACH = 600
#: characters between a time of day and the day it is of
_HOURS = 150
#: and to a day that stands behind it, with "on", "of" or the hour of another zone between
_ITS_DAY = 16
#: and between a figure of "a year ago" and the last quarter told (set on TimeBank's training part)
_BESIDE = 1200
#: figures of a quarter are news until those of the next three are out
_LATE = dt.timedelta(days=300)
#: months of figures that are compared with the year's before and not with a quarter's
_LONGER = frozenset([6, 9])
#: a firm's own quarter that ends on 31 July lies for the most part in the second
_HALF_A_QUARTER = dt.timedelta(days=45)
#: characters between "the quarter" and the day on which it "ended"
_ENDED = 10
#: days of a reference that a day, a week or a month can be counted from
_PRECISE: dict[str | None, int] = {"week": 10, "weekend": 10, "month": 31, "quarter": 92}
_DAYS = 3
#: days of a month, from which "ten days later" leads to as rough a stretch
_MONTH = 31
#: characters between an expression and the date that says the same again (", in ")
_APPOSED = 6
_ONE_DAY = dt.timedelta(days=1)
#: units that the day of writing counts for where the text gives no other: "a year earlier"
_LONG = frozenset(["quarter", "year", "decade", "century"])
#: kinds that give what follows a day to count from
_DATING = frozenset(
    ["calendar", "month_of_year", "season", "quarter", "holiday", "weekday", "unit", "weekend",
     "offset", "decade"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stated:
    """An expression's place in the text in code points, its normal form and clause's tense."""

    start: int
    end: int
    form: TimeForm | None
    tense: Tense | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means, and the expression it was counted from, by its number."""

    extent: Extent
    reference: int | None = None


def resolve_all(times: Sequence[Stated], anchor: dt.date | None) -> list[Resolved | None]:
    """Return what each expression of a text means; none where it has no date.

    Args:
        times: the text's expressions in its order.
        anchor: the day the text was written, where that is known.
    """
    found: list[Resolved | None] = []
    for n, time in enumerate(times):
        if time.form is None:
            found.append(None)
        elif time.form.kind == "clock":
            found.append(_same_day(n, times, found, anchor))
        elif (beside := _quarter_beside(n, times, found, anchor)) is not None:
            found.append(beside)
        elif time.form.narrative:
            found.append(_counted(n, times, found, anchor))
        else:
            extent = resolve(time.form, anchor, time.tense)
            found.append(None if extent is None else Resolved(extent))
    return found


def _counted(
    n: int, times: Sequence[Stated], found: Sequence[Resolved | None], anchor: dt.date | None
) -> Resolved | None:
    """Resolve an expression that hangs on another of the text."""
    form = times[n].form
    if form is None:
        return None
    if form.unit == "quarter" and form.kind == "unit":
        return _quarter(n, times, found, anchor)
    beside = _apposed(n, times, anchor)
    if beside is not None:
        return Resolved(beside)
    before = _before(n, times, found, _REACH)
    if before is not None:
        extent = _from(form, before[1])
        if extent is None or (times[n].tense == "past" and anchor and extent.earliest > anchor):
            return None
        return Resolved(extent, before[0])
    if form.unit in _LONG and anchor is not None and form.direction != "this":
        extent = resolve(_plain(form), anchor)
        return None if extent is None else Resolved(extent)
    return None


def _same_day(
    n: int, times: Sequence[Stated], found: Sequence[Resolved | None], anchor: dt.date | None
) -> Resolved | None:
    """Return for a time of day the day told right after or before it.

    "At 8.20am (0720 GMT) on Friday", else "on Friday … at about 8.20am".
    """
    for k in range(n + 1, len(times)):
        form = times[k].form
        if form is None or times[k].start - times[n].end > _ITS_DAY:
            break
        if form.kind == "clock":
            continue
        day = resolve(form, anchor, times[k].tense) if form.kind in _DATING else None
        if day is not None and day.earliest == day.latest:
            return Resolved(day)
        break
    before = _before(n, times, found, _HOURS)
    if before is None or before[1].earliest != before[1].latest:
        return None
    return Resolved(before[1], before[0])


def _apposed(n: int, times: Sequence[Stated], anchor: dt.date | None) -> Extent | None:
    """Return the date that says the same again: "30 years later, in the fall of 2020"."""
    if n + 1 >= len(times):
        return None
    form = times[n + 1].form
    near = 0 <= times[n + 1].start - times[n].end <= _APPOSED
    if form is None or form.narrative or form.year is None or not near:
        return None
    return resolve(form, anchor, times[n + 1].tense)


def _before(
    n: int, times: Sequence[Stated], found: Sequence[Resolved | None], reach: int
) -> tuple[int, Extent] | None:
    """Return the last date told within so many characters before an expression."""
    for k in range(n - 1, -1, -1):
        if times[n].start - times[k].end > reach:
            return None
        form, known = times[k].form, found[k]
        if form is None or known is None or form.kind not in _DATING or form.since:
            continue
        if _counts_years(form) and _counts_years(times[n].form):
            continue  # two accounts of "a year earlier" are set beside one quarter
        if k and _ends(times[k - 1], times[k]):
            continue  # "the quarter ended Sept. 30" dates by its quarter
        return k, known.extent
    return None


def _counts_years(form: TimeForm | None) -> bool:
    return form is not None and (form.kind, form.unit) == ("offset", "year")


def _ends(quarter: Stated, day: Stated) -> bool:
    """Say whether a quarter is told by the day it ended."""
    form = quarter.form
    return (
        form is not None
        and (form.kind == "quarter" or form.unit == "quarter")
        and 0 <= day.start - quarter.end <= _ENDED
    )


def _plain(form: TimeForm) -> TimeForm:
    return msgspec.structs.replace(form, narrative=False)


def _from(form: TimeForm, reference: Extent) -> Extent | None:
    """Return a narrative expression's extent, counted from another's."""
    length = (reference.latest - reference.earliest).days
    if form.kind == "weekday":
        return _weekday_from(form, reference) if length <= _DAYS else None
    if form.kind == "season" and form.season is not None:
        return edtf.season(reference.earliest.year, form.season)
    if form.kind == "month_of_year":
        one_year = reference.earliest.year == reference.latest.year
        return resolve(_plain(form), reference.earliest) if one_year else None
    if form.unit == "year" and form.count == 1 and _is_quarter(reference):
        return _shifted_quarter(reference, -1 if form.direction == "past" else 1)
    rough = length > _PRECISE.get(form.unit, _DAYS) and form.unit not in _LONG
    if rough and (form.unit not in {"day", "week"} or length > _MONTH or form.count is None):
        return None
    low = resolve(_plain(form), reference.earliest)
    high = resolve(_plain(form), reference.latest)
    if low is None or high is None or low == high:
        return low
    return edtf.days(low.earliest, high.latest, about=rough)


def _weekday_from(form: TimeForm, reference: Extent) -> Extent | None:
    if form.direction == "this":
        gap = (form.weekday or 0) - reference.earliest.weekday()
        return edtf.day(reference.earliest + dt.timedelta(gap))
    start = reference.earliest if form.direction == "past" else reference.latest
    return resolve(_plain(form), start)


# --- quarters of a year, as companies and statistics count them -----------------------------------


def _quarter_beside(
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
    extent = known.extent if k is None else _shifted_quarter(known.extent, -1)
    # where no quarter is reported on, the one told is the earlier already
    return None if extent is None else Resolved(extent, near if k is None else k)


def _states(form: TimeForm | None) -> bool:
    return form is not None and form.absolute


def _tells_quarter(k: int, times: Sequence[Stated], found: Sequence[Resolved | None]) -> bool:
    known = found[k]
    return known is not None and _is_quarter(known.extent) and not _counts_years(times[k].form)


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


def _quarter(
    n: int, times: Sequence[Stated], found: Sequence[Resolved | None], anchor: dt.date | None
) -> Resolved | None:
    """Return "the quarter" and "the latest quarter": ended on a day, reported on, or the last."""
    if n + 1 < len(times) and _ends(times[n], times[n + 1]):
        form = times[n + 1].form
        ends = resolve(form, anchor, times[n + 1].tense) if form is not None else None
        if ends is not None and ends.earliest == ends.latest:
            return Resolved(_quarter_of(ends.earliest - _HALF_A_QUARTER))
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


def _is_quarter(extent: Extent) -> bool:
    quarter = _quarter_of(extent.earliest)
    return (quarter.earliest, quarter.latest) == (extent.earliest, extent.latest)


def _shifted_quarter(extent: Extent, years: int) -> Extent | None:
    try:
        return _quarter_of(extent.earliest.replace(year=extent.earliest.year + years))
    except ValueError:  # a leap day, or a year that leaves the calendar
        return None
