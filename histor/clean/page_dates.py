"""The day a page gives for itself: in its markup, in a line by its story, in its dateline."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from histor.clean.assemble import Found
from histor.clean.blocks import Block
from histor.clean.datelines import only_dateline
from histor.clean.metadata import find_date, names_day
from histor.clean.printed_dates import MONTHS, PrintedDate, find_printed_date
from histor.records import Date, PageWords

__all__ = [
    "beside_story",
    "filed",
    "given_date",
    "line_of_story",
    "markup_date",
    "only_in_prose",
    "printed_on",
]

#: paragraphs of a story among which its dateline stands
_BEGINNING = 4
#: what stands before a day that a sentence tells, and before one that is the page's
_IN_SENTENCE = re.compile(
    r"\b(?:on|of|in|since|until|till|by|from|to|after|before|between|and)\s(?:the\s|\w+day,?\s)*\Z",
    re.I,
)
_PUT_UP = re.compile(
    r"\b(?:published|posted|updated|modified|written|filed|released|issued|dated?|created)\b.{0,40}\Z",
    re.I,
)
#: pieces of markup between a headline and a line that dates it
_BESIDE = 6


def given_date(text: str) -> Date | None:
    """Return the day that a container gives with a page."""
    day = find_printed_date(text)
    if day is None:
        return None
    return Date(
        edtf=day.edtf,
        earliest=day.earliest.isoformat(),
        latest=day.latest.isoformat(),
        basis="page",
    )


def markup_date(source: str, day: str, url: str | None) -> Date | None:
    """Return the day that trafilatura reads in a page's markup; none if it is made up."""
    if _made_up(day, source, url):
        return None
    # the markup gives the day in ISO form where trafilatura read it there
    at = re.search(re.escape(day), source)
    evidence = (PageWords(start=at.start(), end=at.end(), text=day),) if at else ()
    return Date(edtf=day, earliest=day, latest=day, basis="page", page_evidence=evidence)


def only_in_prose(date: Date, lines: Iterable[str]) -> bool:
    """Say whether a day of no markup stands on a page only in a sentence: "On 3 May 2011 it fell".

    Readers of markup take the first date of the text where a page has no other.

    Args:
        date: the day that was read.
        lines: the page's lines, of its story and around it.
    """
    if date.page_evidence:
        return False
    told = False
    for line in lines:
        at = 0
        while (found := find_printed_date(line[at:])) is not None:
            start, end = at + found.start, at + found.end
            if date.edtf in (found.earliest.isoformat(), found.latest.isoformat()):
                before = line[:start]
                if not (found.fetched or _IN_SENTENCE.search(before)) or _PUT_UP.search(before):
                    return False
                told = True
            at = end
    return told


def filed(story: Sequence[Block]) -> Date | None:
    """Return the day of the story's dateline, if it is written with its year."""
    found = only_dateline(enumerate(block.text for block in story[:_BEGINNING]))
    if found is None:
        return None
    number, line = found
    if line.year is None:
        return None
    day = line.in_year(line.year)
    if day is None:
        return None
    return printed_on(day.isoformat(), day, day, story[number], line.start, line.end)


def line_of_story(story: Sequence[Block]) -> Date | None:
    """Return the day of a line of its own among the story's first: "Harbour Post · 3 May 2011"."""
    found = _find([block.text for block in story[:_BEGINNING]], 0)
    if found is None:
        return None
    day, line = found
    return printed_on(day.edtf, day.earliest, day.latest, story[line], day.start, day.end)


def beside_story(source: str, found: Found) -> Date | None:
    """Return the day of a line that stands by the headline, outside the story."""
    top = next((b.start for b in (found.headline, *found.story[:1]) if b is not None), 0)
    lines = [r for r in found.removed if r.start is not None and r.end is not None]
    near = sum(r.start is not None and r.start < top for r in lines)
    dated = _find([r.text for r in lines], near)
    if dated is None or abs(dated[1] - near) > _BESIDE:
        return None
    day, at = dated
    start, end = lines[at].start or 0, lines[at].end or 0
    return Date(
        edtf=day.edtf,
        earliest=day.earliest.isoformat(),
        latest=day.latest.isoformat(),
        basis="page",
        page_evidence=(PageWords(start=start, end=end, text=source[start:end]),),
    )


def _find(lines: Sequence[str], near: int) -> tuple[PrintedDate, int] | None:
    return find_date([line if names_day(line) else "" for line in lines], near)


def printed_on(
    edtf: str, earliest: dt.date, latest: dt.date, block: Block, start: int, end: int
) -> Date:
    """Return the date that a part of a block prints."""
    words = block.cut(start, end)
    return Date(
        edtf=edtf,
        earliest=earliest.isoformat(),
        latest=latest.isoformat(),
        basis="page",
        page_evidence=(PageWords(start=words.start, end=words.end, text=words.text),),
    )


def _made_up(day: str, source: str, url: str | None) -> bool:
    """Say whether the first of a month is nowhere on a page, and stands for "2019" or "May 2019".

    Readers of markup fill in what a copyright notice leaves out.
    """
    if not day.endswith("-01"):
        return False
    year, month, _ = day.split("-")
    names = "|".join(name for name, number in MONTHS.items() if number == int(month))
    number = f"0?{int(month)}"
    first = r"(?<!\d)0?1(?:st)?"
    forms = (
        rf"{year}\W?{number}\W?0?1(?!\d)",
        rf"{year}\W{{0,3}}(?:{names})\W{{1,3}}{first}\b",
        rf"\b(?:{names})\W{{1,3}}{first}\W{{1,4}}{year}",
        rf"{first}\W{{1,3}}(?:of\s)?(?:{names})\W{{1,4}}(?:{year}|['’]{year[2:]})",
        rf"{first}[./-]{number}[./-](?:{year}|{year[2:]}\b)",
        rf"(?<!\d){number}[./-]0?1[./-](?:{year}|{year[2:]}\b)",
    )
    return re.search("|".join(forms), f"{url or ''}\n{source}", re.I) is None
