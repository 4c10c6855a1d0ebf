"""The normal form of a time expression, and its date once the day it was written is known.

The form is kept apart from its resolution, so that a page's expressions can be resolved again
against another day without reading the page again (as HeidelTime does, Strötgen & Gertz 2013).
"""

from __future__ import annotations

import datetime as dt
import math

import msgspec
from dateutil.relativedelta import relativedelta

from histor.extract.dates import edtf
from histor.extract.dates.edtf import Extent
from histor.extract.dates.feasts import feasts_in, hijri, hijri_in
from histor.time_forms import Direction, Tense, TimeForm

__all__ = ["DATELESS", "resolve"]

#: kinds with no date of their own: lengths, rates, hours
DATELESS = frozenset(["narrative", "duration", "frequency", "clock", "reference", "era", "unclear"])
#: an expression that says no number ("recent weeks") is taken to reach this many units
_VAGUE_REACH = 6
_DAY_HOURS = 24
#: how many times further a date counts that lies on the side the tense does not speak of; news
#: without tense speaks of the past sooner than of the future (set on TimeBank's training part)
_HALF_A_YEAR = 183
_AHEAD: dict[Tense | None, int] = {"past": 4, None: 2, "future": 1}
_BEHIND: dict[Tense | None, int] = {"past": 1, None: 1, "future": 12}


def resolve(form: TimeForm, anchor: dt.date | None, tense: Tense | None = None) -> Extent | None:
    """Return the extent of a form against the day the text was written.

    Args:
        form: the expression's normal form.
        anchor: the day the text was written; none resolves absolute forms only. What is counted
            from another expression (``narrative``) has no extent here: see ``narrative``.
        tense: whether the clause speaks of what was or of what is to come, where it says; it
            settles weekdays, and days and months without a year.
    """
    if form.kind in DATELESS or form.narrative or (anchor is None and not form.absolute):
        return None
    try:
        found = _whole(form, anchor or dt.date(form.year or 1, 1, 1), tense)
        if found is None:
            return None
        if form.part in {"earlier", "later"}:
            found = _side(found, form.part, anchor)
        elif form.part:
            found = edtf.part_of(found, form.part)
        return edtf.since(found, anchor) if form.since else found
    except (ValueError, OverflowError):
        # the thirtieth of February, a range that runs backwards, a count that leaves the calendar
        return None


def _side(whole: Extent, part: str, anchor: dt.date | None) -> Extent:
    """Return what lies before or after the anchor: "earlier this month", "later this year"."""
    if anchor is None or not whole.earliest <= anchor <= whole.latest:
        return whole
    if part == "earlier":
        return edtf.days(whole.earliest, anchor, about=True)
    return edtf.days(anchor, whole.latest, about=True)


def _whole(form: TimeForm, anchor: dt.date, tense: Tense | None) -> Extent | None:
    match form.kind:
        case "calendar":
            return _calendar(form, anchor, tense)
        case "month_of_year":
            return _dated(form, anchor.year + _step(form.direction))
        case "day_of_month":
            at = anchor + relativedelta(months=_step(form.direction))
            return _point(at.year, at.month, form.day)
        case "hijri":
            return _hijri(form, anchor, tense)
        case "decade":
            return edtf.decade(form.year) if form.year is not None else None
        case "century":
            return edtf.century(form.year) if form.year is not None else None
        case "season":
            return _season(form, anchor, tense)
        case "quarter":
            return _quarter(form, anchor, tense)
        case "holiday":
            return _holiday(form, anchor, tense)
        case "weekday":
            first = _weekday(form, anchor, tense)
            if form.to_day is not None:  # "from Friday to Sunday"
                length = (form.to_day - first.weekday()) % 7
                if tense == "past" and first <= anchor < first + dt.timedelta(length):
                    first -= dt.timedelta(7)  # who was hurt on Friday and Saturday was so last week
                return edtf.days(first, first + dt.timedelta(length))
            # "the night from Sunday to Monday"
            longer = 0 if form.unit == "week" else int(form.count or 0)
            return edtf.days(first, first + dt.timedelta(longer))
        case "unit" | "weekend" if form.unit == "weekend":
            return _weekend(form.direction, anchor, tense)
        case "unit":
            return _unit(form, anchor)
        case "offset":
            return _offset(form, anchor)
        case "stretch" | "vague":
            return _stretch(form, anchor)
    return None


def _step(direction: Direction | None) -> int:
    return {"past": -1, "future": 1}.get(direction or "this", 0)


# --- calendar -----------------------------------------------------------------------------------


def _calendar(form: TimeForm, anchor: dt.date, tense: Tense | None) -> Extent | None:
    if form.unit in {"week", "weekend"}:
        return _week_of(form, anchor, tense)
    year = form.year if form.year is not None else _ending_year(form)
    if year is None:
        return _yearless(form, anchor, tense)
    return _dated(form, year)


def _week_of(form: TimeForm, anchor: dt.date, tense: Tense | None) -> Extent | None:
    """Return "the week of March 6", or "the last week of January", which is about seven days."""
    plain = msgspec.structs.replace(form, unit=None, count=None)
    whole = _calendar(plain, anchor, tense)
    if whole is None:
        return None
    if form.day is not None:
        monday = whole.earliest - dt.timedelta(whole.earliest.weekday())
        return edtf.days(monday, monday + dt.timedelta(6))
    if form.unit == "weekend":
        saturday = whole.earliest + dt.timedelta((5 - whole.earliest.weekday()) % 7)
        last = whole.latest - dt.timedelta((whole.latest.weekday() - 5) % 7)
        first = (
            last if form.count == -1 else saturday + dt.timedelta(7 * (int(form.count or 1) - 1))
        )
        return edtf.days(first, first + dt.timedelta(1))
    if form.count == -1:
        return edtf.days(whole.latest - dt.timedelta(6), whole.latest, about=True)
    first = whole.earliest + dt.timedelta(7 * (int(form.count or 1) - 1))
    return edtf.days(first, first + dt.timedelta(6), about=True)


def _ending_year(form: TimeForm) -> int | None:
    """Return the year of "30 December – 2 January 2021"'s beginning from that of its end."""
    if form.to_year is None or form.to_month is None or form.month is None:
        return None
    return form.to_year - (form.month > form.to_month)


def _dated(form: TimeForm, year: int) -> Extent:
    first = _point(year, form.month, form.day)
    if form.to_year is None and form.to_month is None and form.to_day is None:
        return first
    to_month = form.to_month if form.to_month is not None else form.month
    to_year = form.to_year
    if to_year is None:
        to_year = year + (form.month is not None and (to_month or 12) < form.month)
    elif to_year < 100:
        to_year += year // 100 * 100
    if form.month is None and to_year <= year:
        raise ValueError("a range of years must go forward")
    return edtf.through(first, _point(to_year, to_month, form.to_day))


def _point(year: int, month: int | None, day: int | None) -> Extent:
    if month is None:
        return edtf.year(year)
    if day is None:
        return edtf.month(year, month)
    return edtf.day(dt.date(year, month, day))


def _yearless(form: TimeForm, anchor: dt.date, tense: Tense | None) -> Extent | None:
    """Choose the year that a day or month is written without."""
    if form.month is None:
        return None
    options = []
    for year in range(anchor.year - 4, anchor.year + 5):
        try:
            options.append(_dated(form, year))
        except ValueError:
            # 29 February is only in some years
            continue
    if form.weekday is not None and form.day is not None:
        # a date with its weekday and no year can be of one year in five or six
        options = [o for o in options if o.earliest.weekday() == form.weekday] or options
    if form.since or form.over:
        options = [o for o in options if o.earliest <= anchor]
    # "this Sunday, 3 January" may be next year's
    near = form.direction == "this" and form.weekday is not None
    return _nearest(options, anchor, None if near else form.direction, tense)


def _nearest(
    options: list[Extent], anchor: dt.date, direction: Direction | None, tense: Tense | None
) -> Extent | None:
    """Return the option that the words, the tense and the distance point to.

    "Last July" is over by now, "next July" has not begun. Without such a word the nearest is meant,
    and one that the tense speaks against counts as so many times further.
    """
    if direction == "past":
        over = [o for o in options if o.latest < anchor]
        return over[-1] if over else None
    if direction == "future":
        return next((o for o in options if o.earliest > anchor), None)
    if direction == "this":
        return next((o for o in options if o.earliest.year == anchor.year), None)
    return min(options, key=lambda o: _distance(o, anchor, tense), default=None)


def _distance(option: Extent, anchor: dt.date, tense: Tense | None) -> int:
    if option.earliest > anchor:
        return (option.earliest - anchor).days * _AHEAD[tense]
    return max(0, (anchor - option.latest).days) * _BEHIND[tense]


def _season(form: TimeForm, anchor: dt.date, tense: Tense | None) -> Extent | None:
    name = form.season
    if name is None:
        return None
    if form.year is not None:
        return edtf.season(form.year, name)
    if form.unit == "year":  # "the spring of next year"
        return edtf.season(anchor.year + _step(form.direction), name)
    options = [edtf.season(y, name) for y in range(anchor.year - 2, anchor.year + 3)]
    if form.direction == "this":  # in March the coming summer, whatever the tense
        near = [o for o in options if abs((o.earliest - anchor).days) <= _HALF_A_YEAR]
        return _nearest(near or options, anchor, None, tense)
    return _nearest(options, anchor, form.direction, tense)


def _quarter(form: TimeForm, anchor: dt.date, tense: Tense | None) -> Extent | None:
    """Return a calendar quarter; level 1 of EDTF has no code for it, so three months."""
    if form.quarter is None:
        return None
    first = 3 * form.quarter - 2
    if form.unit == "year":  # "last year's third quarter"
        return _quarter(_of_year(form, anchor), anchor, tense)
    years = [form.year] if form.year else range(anchor.year - 2, anchor.year + 3)
    options = [edtf.through(edtf.month(y, first), edtf.month(y, first + 2)) for y in years]
    if form.year:
        return options[0]
    # a quarter's figures are foretold after its end as well as before
    return _nearest(options, anchor, form.direction, None if tense == "future" else tense)


def _of_year(form: TimeForm, anchor: dt.date) -> TimeForm:
    year = anchor.year + _step(form.direction)
    return msgspec.structs.replace(form, year=year, unit=None, direction=None)


def _holiday(form: TimeForm, anchor: dt.date, tense: Tense | None) -> Extent | None:
    name = form.holiday or ""
    if form.unit == "week":
        day = _holiday(msgspec.structs.replace(form, unit=None), anchor, tense)
        if day is None:
            return None
        monday = day.earliest - dt.timedelta(day.earliest.weekday())
        return edtf.days(monday, monday + dt.timedelta(6))
    if form.year is not None:
        return next(iter(feasts_in(name, form.year)), None)
    years = range(max(1, anchor.year - 2), anchor.year + 3)
    options = [feast for year in years for feast in feasts_in(name, year)]
    return _nearest(options, anchor, form.direction, tense)


def _hijri(form: TimeForm, anchor: dt.date, tense: Tense | None) -> Extent | None:
    """Return a day or month of the Muslim calendar, of the nearest year where none is told."""
    if form.month is None:
        return None
    if form.year is not None:
        return hijri(form.year, form.month, form.day)
    years = range(max(1, anchor.year - 2), anchor.year + 3)
    options = [day for year in years for day in hijri_in(year, form.month, form.day)]
    return _nearest(options, anchor, form.direction, tense)


# --- counted from the anchor ----------------------------------------------------------------------


def _weekday(form: TimeForm, anchor: dt.date, tense: Tense | None) -> dt.date:
    if form.unit == "week":  # "the Friday before last", "Monday week"
        plain = msgspec.structs.replace(form, unit=None, count=None)
        return _weekday(plain, anchor, tense) + dt.timedelta(7 * _step(form.direction))
    gap = (form.weekday or 0) - anchor.weekday()
    if form.week is not None:
        return anchor + dt.timedelta(gap + 7 * _step(form.week))
    if form.direction == "past":
        return anchor - dt.timedelta(-gap % 7 or 7)
    if form.direction == "future":
        return anchor + dt.timedelta(gap % 7 or 7)
    if form.direction == "this":
        return anchor + dt.timedelta(gap)
    return anchor + dt.timedelta(gap % 7 if tense == "future" else -(-gap % 7))


def _unit(form: TimeForm, anchor: dt.date) -> Extent | None:
    """Return a whole unit: "last week", "this year", "yesterday"."""
    step = _step(form.direction) if form.count is None else int(form.count)
    match form.unit:
        case None | "day" | "night":
            return edtf.day(anchor + dt.timedelta(step))
        case "week":
            monday = anchor - dt.timedelta(anchor.weekday()) + dt.timedelta(7 * step)
            return edtf.days(monday, monday + dt.timedelta(6))
        case "month":
            at = anchor + relativedelta(months=step)
            return edtf.month(at.year, at.month)
        case "quarter":
            at = anchor + relativedelta(months=3 * step)
            first = (at.month - 1) // 3 * 3 + 1
            return edtf.through(edtf.month(at.year, first), edtf.month(at.year, first + 2))
        case "year":
            return edtf.year(anchor.year + step)
        case "decade":
            return edtf.decade((anchor.year // 10 + step) * 10)
        case "century":
            return edtf.century((anchor.year // 100 + step) * 100)
    return None


def _weekend(direction: Direction | None, anchor: dt.date, tense: Tense | None) -> Extent | None:
    """Return the weekend meant; "this weekend" may be the one before the day of writing."""
    saturday = anchor + dt.timedelta(5 - anchor.weekday())
    near = [saturday + dt.timedelta(7 * n) for n in (-2, -1, 0, 1, 2)]
    options = [edtf.days(d, d + dt.timedelta(1)) for d in near]
    return _nearest(options, anchor, None if direction == "this" else direction, tense)


def _offset(form: TimeForm, anchor: dt.date) -> Extent | None:
    """Return a point so far away: "three weeks ago".

    A distance is as exact as its unit: days give a day, weeks a week, months a month, years a year;
    anything longer than days is marked approximate.
    """
    if form.unit is None:
        return None
    if form.count is None:
        return edtf.day(anchor) if form.unit in {"hour", "minute"} else _stretch(form, anchor)
    sign = 1 if form.direction == "future" else -1
    if form.unit in {"hour", "minute"}:
        hours = form.count if form.unit == "hour" else form.count / 60
        reach = anchor + sign * dt.timedelta(int(hours / 24) + (hours >= 6))
        return edtf.days(min(anchor, reach), max(anchor, reach), about=reach != anchor)
    at = _moved(anchor, form.unit, sign * form.count)
    if form.exact or form.unit in {"day", "night"}:
        return edtf.day(at)
    if form.unit in {"week", "weekend", "fortnight"}:
        return edtf.days(at - dt.timedelta(3), at + dt.timedelta(3), about=True)
    if form.unit in {"month", "quarter"}:
        return _about(edtf.month(at.year, at.month))
    if form.unit == "century":
        return _about(edtf.century(at.year // 100 * 100))
    if form.unit == "decade" and form.count >= 2:
        return _about(edtf.decade(at.year // 10 * 10))
    if form.unit == "year" and form.count == 1:
        return _about(edtf.month(at.year, at.month))
    return _about(edtf.year(at.year))


def _about(extent: Extent) -> Extent:
    return Extent(extent.edtf + "~", extent.earliest, extent.latest)


def _stretch(form: TimeForm, anchor: dt.date) -> Extent | None:
    """Return the stretch up to or from the anchor: "in recent weeks", "the next two months"."""
    if form.unit is None or form.unit == "minute":
        return None
    if form.unit == "hour":
        return _hours(form, anchor)
    count = _VAGUE_REACH if form.count is None else form.count
    if form.direction == "future":
        return edtf.days(anchor, _moved(anchor, form.unit, count), about=True)
    return edtf.days(_moved(anchor, form.unit, -count), anchor, about=True)


def _hours(form: TimeForm, anchor: dt.date) -> Extent | None:
    """Return the days that a stretch in hours touches: "the past 48 hours" begins two days ago."""
    reach = dt.timedelta(math.ceil((form.count or 0) / _DAY_HOURS))
    if form.direction == "future":
        return edtf.days(anchor, anchor + reach, about=True)
    return edtf.days(anchor - reach, anchor, about=True)


def _moved(anchor: dt.date, unit: str, count: float) -> dt.date:
    """Return the day ``count`` units from the anchor; halves of months and years are kept."""
    unit, count = {
        "quarter": ("month", 3 * count),
        "decade": ("year", 10 * count),
        "century": ("year", 100 * count),
        "weekend": ("week", count),
        "fortnight": ("week", 2 * count),
        "night": ("day", count),
        "season": ("month", 3 * count),
    }.get(unit, (unit, count))
    if unit == "year":
        return anchor + relativedelta(months=round(12 * count))
    if unit == "month":
        return anchor + relativedelta(months=int(count), days=round(count % 1 * 30))
    return anchor + dt.timedelta(round(count * (7 if unit == "week" else 1)))
