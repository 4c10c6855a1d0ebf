"""The attack of a page's heading and that of its first sentences, where both give one toll.

"At least 40 dead as gunmen storm hall": "gunmen opened fire in it, killing at least 40".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from histor.extract.events.found_events import Found
from histor.records import Figure
from histor.sentence_ends import is_closed

__all__ = ["with_headed"]

_REAL = frozenset(["happened", "ongoing"])
#: sentences below the heading in which a page tells its news
_LEAD = 2

#: the mentions of an event, and what it counts
Counted = tuple[Sequence[Found], tuple[Figure, ...]]


def with_headed(events: Sequence[Counted]) -> list[Counted]:
    """Return a page's events, the heading's attack as one with the lead's of the same toll."""
    struck = [
        (n, {f.low for f in figures if f.quantity == "killed"})
        for n, (group, figures) in enumerate(events)
        if group[0].type == "ASSAULT" and all(m.mention.status in _REAL for m in group)
    ]
    struck = [(n, dead) for n, dead in struck if dead]
    if len(struck) < 2:
        return [*events]
    doc = events[struck[0][0]][0][0].token.doc
    sentences = [*islice(doc.sents, _LEAD + 1)]
    starts = [sentence.start for sentence in sentences]
    if is_closed(sentences[0].text):
        return [*events]  # a page without a heading
    told = [(n, dead, {m.token.sent.start for m in events[n][0]}) for n, dead in struck]
    for heading, dead, at in told:
        for lead, others, below in told:
            first = at == {starts[0]} and starts[0] not in below
            if first and not below.isdisjoint(starts) and dead & others:
                (group, figures), (below_it, more) = events[heading], events[lead]
                joined = ([*group, *below_it], (*figures, *more))
                return [joined if n == lead else e for n, e in enumerate(events) if n != heading]
    return [*events]
