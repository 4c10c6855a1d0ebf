"""What a page tells first as its news is not what it looks back at further down.

"Fighting in the capital has killed 27 people. … In May last year fighting killed 32." The second is
dated, long before what else the page tells; the first, told before it without a day, is another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import islice

from histor.extract.events.found_events import Found

__all__ = ["apart_from_the_past"]

#: days from what a page tells last to what it only looks back at
_LONG_AGO = dt.timedelta(days=90)
#: sentences of a heading and the lead below it
_LEAD = 3


def apart_from_the_past(groups: Sequence[list[Found]]) -> Iterator[list[Found]]:
    """Yield the events, the undated tellings before one of long ago in an event of their own.

    Args:
        groups: the tellings of each event of a page.
    """
    days = (m.date.last for group in groups for m in group if m.date and m.date.length == 0)
    news = max(days, default=None)
    for group in groups:
        dated = [m for m in group if m.date is not None]
        past = news is not None and all(news - m.date.last > _LONG_AGO for m in dated if m.date)
        if not dated or not past:
            yield group
            continue
        first = min(dated, key=lambda m: m.token.i).token.sent
        if any(s.start == first.start for s in islice(first.doc.sents, _LEAD)):
            yield group  # what the lead looks back at is what its heading tells
            continue
        # what stands right before the day may be of it
        before = [m for m in group if m.date is None and m.token.sent.end < first.start]
        rest = [m for m in group if not any(m is one for one in before)]
        yield from (part for part in (before, rest) if part)
