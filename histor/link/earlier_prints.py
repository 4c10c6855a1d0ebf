"""Pages whose text another page printed before: it was written by then, whatever day they bear."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from histor.link.copies import Copy

__all__ = ["EarlierPrint", "earlier_prints"]

#: share of a page's text that the earlier page must have: an update of a report has less
_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class EarlierPrint:
    """The first page that printed another's text."""

    page: int
    day: dt.date


def earlier_prints(
    copies: Iterable[Copy], numbers: Mapping[str, int], printed: Sequence[dt.date | None]
) -> dict[int, EarlierPrint]:
    """Return the pages that give a date and whose text others have, and the first print of each.

    Args:
        copies: pairs of pages of which one carries the other's text.
        numbers: of pages, by id.
        printed: by number, the day that each page gives.
    """
    beside: dict[str, set[str]] = defaultdict(set)
    for copy in copies:
        of_dependent, of_source = copy.shares
        if of_dependent >= _SHARE:
            beside[copy.dependent].add(copy.source)
        if of_source >= _SHARE:
            beside[copy.source].add(copy.dependent)
    found = {}
    for page in sorted(beside):
        own = printed[numbers[page]]
        dated = [(day, numbers[p]) for p in beside[page] if (day := printed[numbers[p]])]
        if own is not None and dated:
            day, first = min(dated)
            found[numbers[page]] = EarlierPrint(first, day)
    return found
