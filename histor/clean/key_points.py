"""The points in which a page tells its story before it begins, below "Summary" or "Key points"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from histor.clean.date_lines import is_date_line
from histor.clean.live_entries import is_stamp
from histor.clean.metadata import find_byline, is_menu, is_paragraph
from histor.clean.printed_dates import find_printed_date
from histor.records import RemovedReason

__all__ = ["key_points"]

_HEADING = re.compile(
    r"(?:the )?(?:key|main) (?:points|takeaways|findings|messages|facts|developments)|summary|"
    r"highlights|at a glance|in (?:brief|short)|(?:what )?you need to know|"
    r"what we know(?: so far)?|(?:the )?(?:story|article) in (?:brief|short)|takeaways",
    re.I,
)
_MARKS = " \t:•▪●◦*–—-"
#: points at most, words of one, and characters beyond which it is a paragraph
_MOST, _LEAST = 8, 4


def key_points(
    texts: Sequence[str],
    reasons: Sequence[RemovedReason | None],
    story: Sequence[bool],
    headline: int | None,
) -> list[int]:
    """Return the lines of the points between a page's headline and its first paragraph.

    Args:
        texts: the page's lines.
        reasons: why the wording of each makes it furniture.
        story: which lines are story so far.
        headline: the index of the headline; above it stand the site's own points.
    """
    first = next((i for i, s in enumerate(story) if s and is_paragraph(texts[i])), 0)
    for i in range(len(texts) if headline is None else headline + 1, first):
        if not _HEADING.fullmatch(texts[i].strip(_MARKS)):
            continue
        found = []
        for k in range(i + 1, min(first, i + 1 + _MOST)):
            if reasons[k] is not None or not _is_point(texts[k]):
                break
            found.append(k)
        # one line may be anything; a list of points has several
        if len(found) > 1:
            return found
    return []


def _is_point(text: str) -> bool:
    if len(text.strip(_MARKS).split()) < _LEAST or is_menu(text) or is_stamp(text):
        return False
    date = find_printed_date(text)
    dated = date is not None and is_date_line(text, date.start, date.end)
    return not dated and find_byline([text]) is None
