"""Lines between a headline and its story that tell by whom and when: they are no story.

What reads markup keeps them where they are paragraphs like the others.
"""

from __future__ import annotations

import re

from histor.clean.assemble import Found
from histor.clean.date_lines import is_date_line, is_when_line
from histor.clean.metadata import find_byline
from histor.clean.printed_dates import find_partial_date, find_printed_date
from histor.records import Date, Removed, RemovedReason

__all__ = ["take_lines_above"]

#: characters of a first paragraph, which ends somewhere in a sentence
_PARAGRAPH = 90
_STOP = re.compile(r"[.!?…]")
#: lines above it that are looked at
_MOST = 6


def take_lines_above(found: Found) -> None:
    """Take lines of a day, an hour or an author out of the top of a story, and note the author."""
    first = next(
        (
            n
            for n, b in enumerate(found.story)
            if len(b.text) >= _PARAGRAPH and _STOP.search(b.text)
        ),
        0,
    )
    taken: dict[int, RemovedReason] = {}
    for n, block in enumerate(found.story[: min(first, _MOST)]):
        byline = find_byline([block.text])
        if _dates(block.text, found.date):
            taken[n] = "date"
        elif byline is not None:
            taken[n] = "byline"
        if byline is not None and n in taken:
            found.byline = found.byline or byline[0]
    found.removed = sorted(
        (
            *found.removed,
            *(
                Removed(text=b.text, reason=why, start=b.start, end=b.end)
                for n, why in taken.items()
                if (b := found.story[n])
            ),
        ),
        key=lambda r: r.start or 0,
    )
    found.story = [b for n, b in enumerate(found.story) if n not in taken]


def _dates(line: str, given: Date | None) -> bool:
    """Say whether a line tells when; one of another day than the page gives is kept, to be judged.

    An old text that is printed again has its own day above it.
    """
    if is_when_line(line):
        return True
    date = find_printed_date(line)
    if date is not None:
        same = given is None or date.edtf == given.edtf
        return same and is_date_line(line, date.start, date.end)
    partial = find_partial_date(line)
    return partial is not None and is_date_line(line, partial.start, partial.end)
