"""Times that the next one gives more exactly: "last month, on 16 May", "on 9 May, last month".

What is told then was on the day. So it was with "hours earlier on Monday", whatever the hours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from histor.records import TimeExpression

__all__ = ["said_again"]

#: what stands between a time and the same again
_BETWEEN = re.compile(r",\s(?:on\s|in\s|at\s)?\Z")
#: and between hours counted from another deed and their day: "hours earlier on Monday"
_ON, _HOURS = re.compile(r",?\son\s\Z"), frozenset(["hour", "minute"])
#: characters of it
_NEAR = 6


def said_again(times: Sequence[TimeExpression]) -> set[str]:
    """Return the ids of the times beside which a more exact one says the same."""
    found = set()
    for one, other in pairwise(times):
        start, end = one.span.end, other.span.start
        if one.sentence.start != other.sentence.start or not 0 < end - start <= _NEAR:
            continue
        at = one.sentence.start
        between = one.sentence.text[start - at : end - at]
        if _is_hours(one) and _is_day(other) and _ON.match(between):
            found.add(one.id)
        if not _BETWEEN.match(between):
            continue
        if _holds(one, other):
            found.add(one.id)
        elif _holds(other, one):
            found.add(other.id)
    return found


def _is_hours(time: TimeExpression) -> bool:
    return time.form is not None and time.form.unit in _HOURS


def _is_day(time: TimeExpression) -> bool:
    return time.date is not None and not time.date.length


def _holds(one: TimeExpression, other: TimeExpression) -> bool:
    """Say whether a time is a day of the longer one."""
    if one.date is None or other.date is None or one.date.length <= other.date.length:
        return False
    if not _is_day(other):
        return False
    known = one.form is not None and not one.form.since
    return known and one.date.first <= other.date.first <= one.date.last
