"""The days of events that a page tells without one, by those beside which it tells them.

"Planes bombed a school on Friday, killing nine" dates the bombing, and so the dead; a headline is
of the day of the attack that the first sentences date. Linking alone asks for such days: what an
event is exported with stands in the page's own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from histor.link.accounts import PRECISE
from histor.link.former_and_total import is_counted_from
from histor.records import Date, Document, Event

__all__ = ["told_days"]

#: types of deeds that one sentence tells of one day
_DEEDS = frozenset(["ASSAULT"])
#: what a deed did to people, where a page counts it for itself
_HARM = frozenset(["killed", "injured", "missing"])
_PARAGRAPH = "\n"
#: what says that somebody is one of those whom the deed told last has struck
_AMONG = re.compile(
    r"\bamong (?:those|the) (?:killed|dead|injured|wounded|hurt|victims|casualties)\b", re.I
)
#: words of other days, or of many
_BACK = re.compile(
    r"\b(?:ha(?:s|ve|d)|since|ago|earlier|previous\w*|last|past|recent\w*|former\w*|ever|never"
    r"|so far|total\w*|overall|war|another|other|separate\w*|elsewhere|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day|years?|months?|weeks?|days?)\b",
    re.I,
)


def told_days(document: Document, events: Sequence[Event], news: Event | None) -> dict[str, Date]:
    """Return the days of events without a date, by their ids.

    Args:
        document: the page.
        events: what it tells.
        news: the attack or disaster of its first sentences, with its date.
    """
    beside: dict[int, set[str]] = {}
    dates: dict[str, Date] = {}
    for event in events:
        if _deed(event) and event.date is not None and event.date.length <= PRECISE:
            beside.setdefault(event.mentions[0].span.start, set()).add(event.date.edtf)
            dates[event.date.edtf] = event.date
    # where the sentence before each begins and ends
    before = {later[0]: earlier for earlier, later in pairwise(document.sentences)}
    heading = document.sentences[0][1] if document.sentences else 0
    found: dict[str, Date] = {}
    for event in events:
        if event.date is not None or not _deed(event):
            continue
        start = event.mentions[0].span.start
        own = beside.get(start, set())
        if _is_of_another(event):
            continue
        if len(own) == 1:
            found[event.id] = dates[next(iter(own))]
        elif not own and start < heading and news is not None and news.date is not None:
            found[event.id] = news.date
        elif not own and start in before and _tells_on(document, event, before[start][1]):
            told = beside.get(before[start][0], set())
            if len(told) == 1:
                found[event.id] = dates[next(iter(told))]
        elif not own and _AMONG.search(event.mentions[0].span.text):
            last = max((n for n in beside if n < start), default=None)
            if last is not None and len(beside[last]) == 1:
                found[event.id] = dates[next(iter(beside[last]))]
    return found


def _tells_on(document: Document, event: Event, before: int) -> bool:
    """Say whether a sentence counts whom the deed of the one before it struck; where that ends."""
    span = event.mentions[0].span
    if _PARAGRAPH in document.text[before : span.start]:
        return False
    counts = any(f.quantity in _HARM for f in event.figures)
    return counts and not _BACK.search(span.text)


def _is_of_another(event: Event) -> bool:
    """Say whether it is what its sentence counts from: "weeks after the quake that killed 90"."""
    told = event.mentions[0]
    near = event.figures[0].span.start - told.span.start if event.figures else 0
    return is_counted_from(told.span.text, told.trigger, near)


def _deed(event: Event) -> bool:
    counts = any(f.quantity in _HARM for f in event.figures)
    return event.real and (event.type in _DEEDS or (event.type == "OTHER" and counts))
