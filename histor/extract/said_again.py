"""Times that the next one gives more exactly: "earlier this month, on 16 May", "on 9 May, last week".

What is told then was on the day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from histor.records import TimeExpression

__all__ = ["said_again"]

#: what stands between a time and the same again
_BETWEEN = re.compile(r",\s(?:on\s|in\s|at\s)?\Z")
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
        if not _BETWEEN.match(one.sentence.text[start - at : end - at]):
            continue
        if _holds(one, other):
            found.add(one.id)
        elif _holds(other, one):
            found.add(other.id)
    return found


def _holds(one: TimeExpression, other: TimeExpression) -> bool:
    """Say whether a time is a day of the longer one."""
    if one.date is None or other.date is None or one.date.length <= other.date.length:
        return False
    if other.date.length:
        return False
    known = one.form is not None and not one.form.since
    return known and one.date.first <= other.date.first <= one.date.last
