"""Lines by a headline that tell by whom, when or under which heading: they are no story.

What reads markup keeps them where they are paragraphs like the others.
"""

from __future__ import annotations

from histor.clean.assemble import Found
from histor.clean.date_lines import is_date_line, is_when_line
from histor.clean.metadata import find_byline, is_menu, is_paragraph
from histor.clean.printed_dates import find_partial_date, find_printed_date
from histor.clean.toll_tables import toll_rows
from histor.records import Date, Removed, RemovedReason

__all__ = ["take_lines_above"]

#: lines above it that are looked at
_MOST = 6


def take_lines_above(found: Found) -> None:
    """Take lines of a day, an author or a menu out of the top of a story, and note the author."""
    first = next((n for n, b in enumerate(found.story) if is_paragraph(b.text)), 0)
    above, story = found.story[: min(first, _MOST)], found.story[min(first, _MOST) :]
    kept = []
    tables = {row.line for row in toll_rows([b.text for b in found.story[: _MOST + 1]])}
    for n, block in enumerate(above):
        byline, dates = find_byline([block.text]), _dates(block.text, found.date)
        path = is_menu(block.text) and n not in tables
        if byline is None and not dates and not path:
            kept.append(block)
            continue
        if byline is not None:
            found.byline = found.byline or byline[0]
        why: RemovedReason = "date" if dates else "menu" if path else "byline"
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
