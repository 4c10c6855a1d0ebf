"""The days of feasts, and of dates that other calendars tell.

Easter and Christmas of both churches, the Jewish feasts by the arithmetic of their calendar, the
Muslim ones by the tabular calendar (Reingold & Dershowitz, Calendrical Calculations). A month there
begins where the moon is seen, so that a Muslim date is told as the day before to the day after.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from dateutil.easter import EASTER_ORTHODOX, easter

from histor.extract.dates import edtf
from histor.extract.dates.edtf import Extent

__all__ = ["feasts_in", "hijri", "hijri_in"]

_FIXED = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "orthodox christmas": (1, 7),
    "orthodox christmas day": (1, 7),
    "orthodox christmas eve": (1, 6),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
}
_FROM_EASTER = {"easter": 0, "easter sunday": 0, "good friday": -2, "easter monday": 1}
#: month and day of the Muslim year
_MUSLIM: Mapping[str, tuple[tuple[int, int | None], ...]] = {
    "ashura": ((1, 10),),
    "arbaeen": ((2, 20),),
    "eid al-fitr": ((10, 1),),
    "eid al-adha": ((12, 10),),
    "eid": ((10, 1), (12, 10)),
    "ramadan": ((9, None),),
}
#: the Christian year of the year 1 of the Muslim and of the Jewish calendar
_HIJRA, _CREATION = 622, 3761
_ONE_DAY = dt.timedelta(days=1)


def feasts_in(name: str, year: int) -> list[Extent]:
    """Return the days of a feast, by its name in lower case, in a year; none for other names.

    A feast of the Muslim year may fall into a year twice, or not at all.
    """
    if name in _FIXED:
        return [edtf.day(dt.date(year, *_FIXED[name]))]
    if name.removeprefix("orthodox ") in _FROM_EASTER:
        sunday = easter(year, EASTER_ORTHODOX) if name.startswith("orthodox ") else easter(year)
        after = _FROM_EASTER[name.removeprefix("orthodox ")]
        return [edtf.day(sunday + dt.timedelta(after))]
    if name.startswith("thanksgiving"):  # the fourth Thursday of November
        first = dt.date(year, 11, 1)
        return [edtf.day(first + dt.timedelta((3 - first.weekday()) % 7 + 21))]
    if name == "nowruz":  # the equinox
        return [edtf.days(dt.date(year, 3, 20), dt.date(year, 3, 21))]
    if name in _JEWISH:
        return [edtf.day(_JEWISH[name](year + _CREATION))]
    return [found for month, day in _MUSLIM.get(name, ()) for found in hijri_in(year, month, day)]


def hijri_in(year: int, month: int, day: int | None) -> list[Extent]:
    """Return the days or months of the Muslim calendar that begin in a Christian year."""
    near = int((year - _HIJRA) * 33 / 32)
    found = [hijri(y, month, day) for y in range(max(1, near - 1), near + 3)]
    return [one for one in found if one.earliest.year == year]


def hijri(year: int, month: int, day: int | None) -> Extent:
    """Return a day or, where none is told, a month of the Muslim calendar, about.

    Raises:
        ValueError: it is beyond the calendar.
    """
    if day is None:
        rest = (year + month // 12, month % 12 + 1)
        last = _tabular(*rest, 1) - _ONE_DAY
        return edtf.days(_tabular(year, month, 1), last, about=True)
    middle = _tabular(year, month, day)
    return edtf.days(middle - _ONE_DAY, middle + _ONE_DAY, about=True)


def _tabular(year: int, month: int, day: int) -> dt.date:
    """Return a day of the tabular calendar, in which 11 years of 30 have a day more."""
    months = 29 * (month - 1) + month // 2
    return dt.date.fromordinal(227_014 + 354 * (year - 1) + (3 + 11 * year) // 30 + months + day)


def _new_year(year: int) -> dt.date:
    """Return the first day of a Jewish year."""
    before, this, after = (_moons(y) for y in (year - 1, year, year + 1))
    put_off = 2 if after - this == 356 else int(this - before == 382)
    return dt.date.fromordinal(this + put_off - 1_373_427)


def _moons(year: int) -> int:
    """Return the days from the calendar's beginning to the new moon of a year."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + (3 * (day + 1) % 7 < 3)


def _passover(year: int) -> dt.date:
    return _new_year(year) - dt.timedelta(163)


def _hanukkah(year: int) -> dt.date:
    first, following = _new_year(year), _new_year(year + 1)
    long = (following - first).days % 10 == 5
    return first + dt.timedelta(83 + long)


#: feasts by the Jewish year that begins in the autumn of the Christian one
_JEWISH: Mapping[str, Callable[[int], dt.date]] = {
    "rosh hashanah": _new_year,
    "yom kippur": lambda year: _new_year(year) + dt.timedelta(9),
    "sukkot": lambda year: _new_year(year) + dt.timedelta(14),
    "simchat torah": lambda year: _new_year(year) + dt.timedelta(21),
    "hanukkah": _hanukkah,
    "purim": lambda year: _passover(year) - dt.timedelta(30),
    "passover": _passover,
}
