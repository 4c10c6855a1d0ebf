"""Pages of news in brief: items that each begin with where they are from, "PERU - …"."""

from __future__ import annotations

import re
from bisect import bisect_right

from histor.records import Document

__all__ = ["item_of", "items_of"]

#: capitals and a dash at the start of a paragraph, as a dateline without its day
_LABEL = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ'’./, ]{2,40}\s?[-–—:]\s", re.M)
#: from which on a page is one of items: a story has one dateline
_SEVERAL = 3


def items_of(document: Document) -> list[int]:
    """Return where the items of a page begin; none where it tells one story."""
    starts = [m.start() for m in _LABEL.finditer(document.text)]
    return starts if len(starts) >= _SEVERAL else []


def item_of(starts: list[int], at: int) -> int | None:
    """Return the number of the item in which a place is; none on a page of one story."""
    return bisect_right(starts, at) if starts else None
