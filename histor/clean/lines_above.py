"""Lines between a headline and its story that tell by whom and when: they are no story.

What reads markup keeps them where they are paragraphs like the others.
"""

from __future__ import annotations

from histor.clean.assemble import Found
from histor.clean.date_lines import is_date_line, is_when_line
from histor.clean.metadata import find_byline, is_paragraph
from histor.clean.printed_dates import find_partial_date, find_printed_date
from histor.records import Date, Removed, RemovedReason

__all__ = ["take_lines_above"]

#: lines above it that are looked at
_MOST = 6


def take_lines_above(found: Found) -> None:
    """Take lines of a day, an hour or an author out of the top of a story, and note the author."""
    first = next((n for n, b in enumerate(found.story) if is_paragraph(b.text)), 0)
    above, story = found.story[: min(first, _MOST)], found.story[min(first, _MOST) :]
    kept = []
    for block in above:
        byline, dates = find_byline([block.text]), _dates(block.text, found.date)
        if byline is None and not dates:
            kept.append(block)
            continue
        if byline is not None:
            found.byline = found.byline or byline[0]
        why: RemovedReason = "date" if dates else "byline"
        found.removed.append(Removed(text=block.text, reason=why, start=block.start, end=block.end))
    found.removed.sort(key=lambda r: r.start or 0)
    found.story = [*kept, *story]


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
