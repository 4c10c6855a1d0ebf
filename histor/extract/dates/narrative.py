"""The expressions of a text resolved in its order, each against the day it is counted from.

"The next day", "two weeks later", "that year" are counted from the date told before them, not from
the day of writing (TimeML's anchor times, Pustejovsky et al. 2003; HeidelTime resolves narratives
against the mention before, Strötgen & Gertz 2013).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from histor.extract.dates import edtf
from histor.extract.dates.chronicles import (
    entries,
    goes_on,
    in_its_year,
    in_their_order,
    is_live,
    is_timeline,
    opens,
    stamps,
    tells_history,
)
from histor.extract.dates.edtf import Extent
from histor.extract.dates.past_midnight import in_the_night
from histor.extract.dates.quarters import (
    counts_years,
    ends,
    is_quarter,
    quarter_beside,
    shifted_quarter,
    the_quarter,
)
from histor.extract.dates.stated import Resolved, Stated
from histor.extract.dates.time_values import resolve
from histor.time_forms import TimeForm

__all__ = ["Resolved", "Stated", "resolve_all"]

#: characters between an expression and the one it is counted from
_REACH = 600
#: characters between a time of day and the day it is of
_HOURS = 150
#: and to a day that stands behind it, with "on", "of" or the hour of another zone between
_ITS_DAY = 16
#: days of a reference that a day, a week or a month can be counted from
_PRECISE: dict[str | None, int] = {"week": 10, "weekend": 10, "month": 31, "quarter": 92}
_DAYS = 3
#: days of a month, from which "ten days later" leads to as rough a stretch
_MONTH = 31
#: characters between an expression and the date that says the same again (", in ")
_APPOSED = 6
#: characters between two expressions that are joined: " and ", ", "
_JOINED = 5
#: units that the day of writing counts for where the text gives no other: "a year earlier"
_LONG = frozenset(["quarter", "year", "decade", "century"])
#: kinds that give what follows a day to count from
_DATING = frozenset(
    ["calendar", "month_of_year", "day_of_month", "hijri", "season", "quarter", "holiday",
     "weekday", "unit", "weekend", "offset", "decade"]
)  # fmt: skip


def resolve_all(times: Sequence[Stated], anchor: dt.date | None) -> list[Resolved | None]:
    """Return what each expression of a text means; none where it has no date.

    Args:
        times: the text's expressions in its order.
        anchor: the day the text was written, where that is known.
    """
    found: list[Resolved | None] = []
    ordered = anchor is None and in_their_order(time.form for time in times)
    history = ordered or tells_history(time.form for time in times)
    listed = is_timeline(times)
    live = is_live(times)
    days = entries(times)
    for n, time in enumerate(times):
        if time.form is None:
            found.append(None)
        elif live and stamps(time.form, time.start, time.sentence):
            found.append(None if anchor is None else Resolved(edtf.day(anchor)))
        elif (
            (told := _year_behind(n, times)) is not None
            or (told := _in_its_sentence(n, times, found)) is not None
            or (history and (told := _in_story(n, times, found, anchor, ordered)) is not None)
            or (listed and (told := _in_list(n, times, found)) is not None)
        ):
            found.append(told)
        elif time.form.kind == "clock":
            found.append(_same_day(n, times, found, anchor))
        elif (beside := quarter_beside(n, times, found, anchor)) is not None:
            found.append(beside)
        elif time.form.ahead:
            found.append(_from_behind(n, times, found, anchor, history))
        elif time.form.narrative:
            found.append(_counted(n, times, found, anchor))
        elif (of_entry := _in_entry(n, times, found, days)) is not None:
            found.append(of_entry)
        else:
            extent = resolve(time.form, anchor, time.tense)
            found.append(None if extent is None else Resolved(extent))
    return found


def _in_entry(
    n: int, times: Sequence[Stated], found: Sequence[Resolved | None], days: Sequence[int]
) -> Resolved | None:
    """Resolve "today" and "on Friday" against the day that opens their entry of a live page."""
    form = times[n].form
    at = bisect_left(days, n)
    if form is None or form.kind == "calendar" or at == 0:
        return None
    day = found[days[at - 1]]
    if day is None or day.extent.earliest != day.extent.latest:
        return None
    extent = resolve(form, day.extent.earliest, times[n].tense)
    return None if extent is None else Resolved(extent, days[at - 1])


def _in_story(
    n: int,
    times: Sequence[Stated],
    found: Sequence[Resolved | None],
    anchor: dt.date | None,
    onward: bool = False,
) -> Resolved | None:
    """Resolve a day or month of a history in the year last told; in order, the next such day."""
    form = times[n].form
    if form is None or not goes_on(form):
        return None
    if anchor is not None and times[n].tense == "future":
        return None  # what is to come is counted from the day of writing
    for k in range(n - 1, -1, -1):
        other, known = times[k].form, found[k]
        if other is None or known is None or other.kind not in _DATING or other.since:
            continue
        if not other.absolute and known.reference is None:
            continue  # counted from the day of writing
        extent = in_its_year(form, known.extent, onward=onward)
        return None if extent is None else Resolved(extent, k)
    return None


def _in_list(n: int, times: Sequence[Stated], found: Sequence[Resolved | None]) -> Resolved | None:
    """Resolve a day that opens its line in the year of the line before: "June 5: …"."""
    form = times[n].form
    if form is None or not goes_on(form) or not opens(times[n]):
        return None
    before = [(k, r) for k in range(n) if (r := found[k]) is not None and opens(times[k])]
    if not before:
        return None
    k, last = before[-1]
    told = times[k].form
    if told is None or (not told.absolute and last.reference is None):
        return None  # counted from the day of writing
    onward = len(before) > 1 and before[-2][1].extent.earliest <= last.extent.earliest
    extent = in_its_year(form, last.extent, onward=onward)
    return None if extent is None else Resolved(extent, k)


def _year_behind(n: int, times: Sequence[Stated]) -> Resolved | None:
    """Resolve what is joined to the next in the year that this tells: "of May and June 2011"."""
    form = times[n].form
    if form is None or not goes_on(form) or form.month is None or n + 1 >= len(times):
        return None
    behind = times[n + 1].form
    near = 0 <= times[n + 1].start - times[n].end <= _JOINED
    if behind is None or not near or times[n + 1].sentence != times[n].sentence:
        return None
    if behind.kind != "calendar" or behind.year is None or behind.month is None:
        return None
    year = behind.year - (form.month > behind.month)  # "of December and January 2012"
    extent = resolve(msgspec.structs.replace(form, year=year), None)
    return None if extent is None else Resolved(extent, n + 1)


def _in_its_sentence(
    n: int, times: Sequence[Stated], found: Sequence[Resolved | None]
) -> Resolved | None:
    """Resolve a day or month in the year that its sentence told: "on 3 May 2019 and on 2 June"."""
    form = times[n].form
    sentence = times[n].sentence
    if form is None or sentence is None or not goes_on(form) or times[n].tense == "future":
        return None
    for k in range(n - 1, -1, -1):
        other, known = times[k].form, found[k]
        if times[k].sentence != sentence:
            return None
        whole = other is not None and other.kind == "calendar" and other.absolute
        if whole and known is not None and other is not None and other.month is not None:
            extent = in_its_year(form, known.extent)
            return None if extent is None else Resolved(extent, k)
    return None


def _counted(
    n: int, times: Sequence[Stated], found: Sequence[Resolved | None], anchor: dt.date | None
) -> Resolved | None:
    """Resolve an expression that hangs on another of the text."""
    form = times[n].form
    if form is None:
        return None
    if form.unit == "quarter" and form.kind == "unit":
        return the_quarter(n, times, found, anchor)
    if form.nth is not None:
        return _day_of_news(n, times, found, anchor)
    beside = _apposed(n, times, anchor)
    if beside is None and _is_of_day(form):  # "before dawn on Friday"
        beside = _day_behind(n, times, anchor)
    if beside is not None:
        return Resolved(beside)
    if _is_of_day(form) and (night := in_the_night(n, times, found, anchor)) is not None:
        return night
    before = _before(n, times, found, _REACH, anchor)
    if before is not None:
        extent = _from(form, before[1])
        if extent is None or (times[n].tense == "past" and anchor and extent.earliest > anchor):
            return None
        return Resolved(_day_said_again(n, times, extent) or extent, before[0])
    counts = form.unit in _LONG or form.kind == "calendar"
    if counts and anchor is not None and form.direction != "this":
        extent = resolve(_plain(form), anchor)
        return None if extent is None else Resolved(extent)
    return None


def _day_of_news(
    n: int, times: Sequence[Stated], found: Sequence[Resolved | None], anchor: dt.date | None
) -> Resolved | None:
    """Resolve "for a third day" as the day that its sentence names, else that of the news.

    That is the day last told, if it is one of the last before the day of writing. What began long
    ago had its third day then: "on the third day of the siege", in an account of the war, has none.
    """
    for k in range(n + 1, len(times)):
        form = times[k].form
        if times[k].sentence != times[n].sentence or form is None:
            break
        day = resolve(form, anchor, times[k].tense) if form.kind in _DATING else None
        if day is not None and day.earliest == day.latest:
            return Resolved(day)
    for k in range(n - 1, -1, -1):
        known, form = found[k], times[k].form
        if times[k].sentence != times[n].sentence or form is None:
            break
        if known is not None and form.kind in _DATING and not form.narrative:
            return Resolved(known.extent, k)
    news = _of_the_news(n, times, found, anchor)
    if news is not None:
        return Resolved(news[1], news[0])
    told = _before(n, times, found, _REACH, anchor) is not None
    if told or anchor is None or times[n].tense is not None:
        return None
    return Resolved(edtf.day(anchor))  # "today is the third day of the strike"


def _from_behind(
    n: int,
    times: Sequence[Stated],
    found: Sequence[Resolved | None],
    anchor: dt.date | None,
    history: bool,
) -> Resolved | None:
    """Resolve what the words behind it tell the beginning of: "a week before Friday's vote"."""
    form = times[n].form
    k = n if form is None or form.counted is None else n + form.counted
    if form is None or k == n or not 0 <= k < len(times):
        return None
    other = times[k].form
    if k < n:
        known = found[k]
        reference = None if known is None else known.extent
    else:
        reference = None if other is None else resolve(other, anchor, times[k].tense)
        if history:
            told = _in_story(k, times, [*found, *[None] * (k - n)], anchor)
            reference = reference if told is None else told.extent
    extent = None if reference is None else _from(form, reference)
    return None if extent is None else Resolved(extent, k)


def _same_day(
    n: int, times: Sequence[Stated], found: Sequence[Resolved | None], anchor: dt.date | None
) -> Resolved | None:
    """Return for a time of day the day told right after or before it.

    "At 8.20am (0720 GMT) on Friday", else "on Friday … at about 8.20am".
    """
    if (day := _day_behind(n, times, anchor)) is not None:
        return Resolved(day)
    if (night := in_the_night(n, times, found, anchor)) is not None:
        return night
    before = _before(n, times, found, _HOURS, anchor) or _of_the_news(n, times, found, anchor)
    if (before is None or times[before[0]].sentence != times[n].sentence) and (
        day := _day_of_sentence(n, times, anchor)
    ) is not None:
        return Resolved(day)
    if before is not None:
        return Resolved(before[1], before[0]) if before[1].earliest == before[1].latest else None
    # a page that has told no day yet tells of its own
    told = any(known is not None for known in found)
    return (
        None if told or anchor is None or times[n].tense != "past" else Resolved(edtf.day(anchor))
    )


def _day_behind(n: int, times: Sequence[Stated], anchor: dt.date | None) -> Extent | None:
    """Return the day told right behind a time of day: "at 8.20am (0720 GMT) on Friday"."""
    for k in range(n + 1, len(times)):
        form = times[k].form
        if form is None or times[k].start - times[n].end > _ITS_DAY:
            return None
        if form.kind == "clock":
            continue
        if times[k].start == times[k].sentence:
            return None
        day = resolve(form, anchor, times[k].tense) if form.kind in _DATING else None
        return day if day is not None and day.earliest == day.latest else None
    return None


def _day_of_sentence(n: int, times: Sequence[Stated], anchor: dt.date | None) -> Extent | None:
    """Return the one day that the rest of a sentence tells: "from 7 pm to 6 am … from Friday"."""
    days = []
    for time in times[n + 1 :]:
        if time.sentence is None or time.sentence != times[n].sentence:
            break
        if time.form is not None and time.form.kind in _DATING and not time.form.until:
            days.append(resolve(time.form, anchor, time.tense))
    day = days[0] if len(days) == 1 else None
    return day if day is not None and day.earliest == day.latest else None


def _of_the_news(
    n: int, times: Sequence[Stated], found: Sequence[Resolved | None], anchor: dt.date | None
) -> tuple[int, Extent] | None:
    """Return the day last told, if it is one of the last before the day of writing."""
    before = _before(n, times, found, _REACH, anchor)
    if before is None or anchor is None:
        return None
    return before if abs((anchor - before[1].earliest).days) <= _DAYS else None


def _apposed(n: int, times: Sequence[Stated], anchor: dt.date | None) -> Extent | None:
    """Return the date that says the same again: "30 years later, in the fall of 2020"."""
    form = _behind(n, times)
    if form is None or form.year is None:
        return None
    return resolve(form, anchor, times[n + 1].tense)


def _day_said_again(n: int, times: Sequence[Stated], about: Extent) -> Extent | None:
    """Return the day without its year that says again what was counted: "a week earlier, on 3 May".

    It is of the year in which it lies next to ``about``.
    """
    own, form = times[n].form, _behind(n, times)
    if own is None or form is None or own.kind != "offset" or form.year is not None:
        return None
    if form.kind != "calendar" or form.day is None:
        return None
    year = about.earliest.year
    dated = (msgspec.structs.replace(form, year=y) for y in (year - 1, year, year + 1))
    days = [day for one in dated if (day := resolve(one, None)) is not None]
    return min(days, key=lambda d: abs((d.earliest - about.earliest).days), default=None)


def _behind(n: int, times: Sequence[Stated]) -> TimeForm | None:
    """Return the expression right behind another, in apposition to it."""
    if n + 1 >= len(times):
        return None
    form = times[n + 1].form
    near = 0 <= times[n + 1].start - times[n].end <= _APPOSED
    near = near and times[n + 1].sentence == times[n].sentence
    return form if form is not None and near and not form.narrative else None


def _before(
    n: int,
    times: Sequence[Stated],
    found: Sequence[Resolved | None],
    reach: int,
    anchor: dt.date | None,
) -> tuple[int, Extent] | None:
    """Return the date that an expression is counted from, told within so many characters before.

    A time of day is of the day that a clause's own verb has, if one is told: not of "the truce
    agreed on Friday", nor of the day before that the sentence before looks back to.
    """
    aside: tuple[int, Extent] | None = None
    hours = _is_of_day(times[n].form)
    for k in range(n - 1, -1, -1):
        if times[n].start - times[k].end > reach:
            break
        form, known = times[k].form, found[k]
        if form is None or known is None or form.kind not in _DATING:
            continue
        if form.since:  # "since 7 July 2019, when the dam broke" tells of that day
            if form.day is not None and form.year is not None:
                return k, edtf.day(known.extent.earliest)
            continue
        if counts_years(form) and counts_years(times[n].form):
            continue  # two accounts of "a year earlier" are set beside one quarter
        if k and ends(times[k - 1], times[k]):
            continue  # "the quarter ended Sept. 30" dates by its quarter
        if times[n].tense == "past" and anchor is not None and known.extent.earliest > anchor:
            continue  # what was is not counted from what is to come
        counts = times[k - 1].form if k else None
        if counts is not None and counts.counted == 1 and _has_day(times[k], times[:k], found):
            continue  # "on Friday, a week before the 9 May vote"
        if _looks_back(times[n], times[k]) and _has_day(times[k], times[:k], found):
            continue  # "On Friday he fled; he was found the next day. Two days before, …"
        back = form.narrative and form.direction == "past"
        if form.ahead and back and _has_day(times[k], times[:k], found):
            continue  # "on Friday, a day after rebels seized it" tells of Friday
        today = anchor is not None and known.extent.earliest == known.extent.latest == anchor
        aside_of = form.aside and form.nth is None and not today
        if form.until:
            continue
        if hours and (aside_of or (back and times[k].sentence != times[n].sentence)):
            aside = aside or (k, known.extent)
            continue
        return k, known.extent
    return aside


def _looks_back(time: Stated, before: Stated) -> bool:
    """Say whether one sentence looks back, and the one before it goes on to the next day."""
    form, other = time.form, before.form
    return (
        form is not None
        and other is not None
        and form.direction == "past"
        and other.narrative
        and other.direction == "future"
        and time.sentence != before.sentence
    )


def _is_of_day(form: TimeForm | None) -> bool:
    """Say whether an expression is a time of a day told: "in the evening", "at 6.10am"."""
    if form is None:
        return False
    told = form.kind == "unit" and form.narrative and form.direction == "this"
    return form.kind == "clock" or (told and not form.ahead and form.unit == "day")


def _has_day(time: Stated, before: Sequence[Stated], found: Sequence[Resolved | None]) -> bool:
    """Say whether the sentence of an expression has told a day of its own before it."""
    return any(
        other.sentence == time.sentence
        and other.form is not None
        and not other.form.aside
        and other.form.kind in _DATING
        and known is not None
        and known.extent.earliest == known.extent.latest
        for other, known in zip(before, found, strict=False)
    )


def _plain(form: TimeForm) -> TimeForm:
    return msgspec.structs.replace(form, narrative=False, ahead=False)


def _from(form: TimeForm, reference: Extent) -> Extent | None:
    """Return a narrative expression's extent, counted from another's."""
    length = (reference.latest - reference.earliest).days
    if form.kind == "weekday":
        return _weekday_from(form, reference) if length <= _DAYS else None
    if form.kind == "calendar":  # "the following January"
        start = reference.earliest if form.direction == "past" else reference.latest
        return resolve(_plain(form), start)
    if form.kind == "season" and form.season is not None:
        return edtf.season(reference.earliest.year, form.season)
    if form.kind == "day_of_month":
        same = reference.earliest.replace(day=1) == reference.latest.replace(day=1)
        return resolve(_plain(form), reference.earliest) if same else None
    if form.kind == "month_of_year":
        one_year = reference.earliest.year == reference.latest.year
        return resolve(_plain(form), reference.earliest) if one_year else None
    if form.unit == "year" and form.count == 1 and is_quarter(reference):
        return shifted_quarter(reference, -1 if form.direction == "past" else 1)
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
