"""One spelling for TIMEX3 values that mean the same.

TIMEX3 (Pustejovsky et al. 2003) leaves annotators several spellings of one value: "1949-XX" and
"1949", "196X" and "196", "2000-W7" and "2000-W07", "P12M" and "P1Y", "P2L" and "P2000Y". What is
vaguer or more exact stays different: "1989-WXX" is some week, "1989-W43" one week; "PXY" and
"PAST_REF" are two answers.
``within`` asks less: whether a week or quarter is right as far as the annotators told it.
"""

from __future__ import annotations

import re
from fractions import Fraction

__all__ = ["canonical", "within"]

_DECADE = re.compile(r"^(\d{2,3})X+$")
_UNKNOWN_PARTS = re.compile(r"^(\d{4}(?:-\d\d)?)(?:-XX)+$")
#: a week or quarter of a year whose number the annotators left open
_OPEN = re.compile(r"^\d{4}-[WQ]X{1,2}(?:-WE)?$")
_WEEK = re.compile(r"^(\d{4}-W)(\d)(?=$|-)")
_LENGTH = re.compile(r"P((?:\d+(?:\.\d+)?[A-SU-Z]+)*)(?:T((?:\d+(?:\.\d+)?[HMS])+))?")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)([A-Z]+)")
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "E": 120, "C": 1200, "CE": 1200, "L": 12000}
_SECONDS = {"D": 86_400, "W": 604_800}
_CLOCK = {"H": 3600, "M": 60, "S": 1}


def canonical(value: str) -> str:
    """Return the one spelling of a value; what is no such value comes back as it is.

    >>> canonical("1949-XX"), canonical("2000-W7"), canonical("P1Y6M"), canonical("PT24H")
    ('1949', '2000-W07', 'P18M', 'PT86400S')
    >>> canonical("1989-WXX"), canonical("PXY"), canonical("1998-08-07TMO")
    ('1989-WXX', 'PXY', '1998-08-07TMO')
    >>> canonical("196X"), canonical("18XX"), canonical("XXXX")
    ('196', '18', 'XXXX')
    """
    whole = _UNKNOWN_PARTS.match(value) or _DECADE.match(value)
    if whole:
        return whole[1]
    length = _LENGTH.fullmatch(value)
    if length:
        return _length(length[1] or "", length[2] or "") or value
    return _WEEK.sub(r"\g<1>0\2", value)


def within(value: str, gold: str) -> bool:
    """Say whether a value is the gold one, or a week or quarter of the year that gold tells alone.

    >>> within("1989-W43", "1989-WXX"), within("1988-W43", "1989-WXX"), within("1989", "1989-QX")
    (True, False, False)
    """
    if _OPEN.match(gold):
        return re.fullmatch(re.sub("X+", r"\\d+", gold), value) is not None
    return canonical(value) == canonical(gold)


def _length(calendar: str, clock: str) -> str | None:
    """Return a length as months and seconds; none where a unit is unknown or nothing is told."""
    months, seconds = Fraction(0), Fraction(0)
    for count, unit in _AMOUNT.findall(calendar):
        if unit in _MONTHS:
            months += Fraction(count) * _MONTHS[unit]
        elif unit in _SECONDS:
            seconds += Fraction(count) * _SECONDS[unit]
        else:
            return None
    seconds += sum(Fraction(count) * _CLOCK[unit] for count, unit in _AMOUNT.findall(clock))
    parts = [f"{months}M"] * bool(months) + [f"T{seconds}S"] * bool(seconds)
    return "P" + "".join(parts) if parts else None
