"""The entries of live pages, each below the line that tells its hour: "22:14", "3 Mar 18:05".

They are short, stand among boxes and advertisements, and the last of them lie far below; so a
classifier that looks for one stretch of prose loses them. The hours stay in the text: they date
what the entries tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from histor.clean.printed_dates import MONTHS
from histor.records import RemovedReason

__all__ = ["entry_lines", "is_stamp", "opens_with_hour"]

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_CLOCK = (
    r"\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s(?:GMT|UTC|[A-Z]{2,4}T|ET)(?:[+-]\d+)?)?"
)
_DAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
    rf"(?:\d{{1,2}}\.?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})(?:,?\s+(?:19|20)\d\d)?|"
    r"\d{1,2}[./]\d{1,2}[./](?:(?:19|20)\d\d)?"
)
_STAMP = re.compile(
    rf"(?:{_CLOCK}|(?:{_DAY})(?:\s*[,|–—•-]\s*|\s+(?:at\s+)?){_CLOCK}|"
    rf"{_CLOCK}(?:\s*[,|–—•-]\s*|\s+(?:on\s+)?)(?:{_DAY}))",
    re.I,
)
_OPENS = re.compile(rf"(?:{_STAMP.pattern})(?:\s*[|–—:-]\s*|\s+)(?-i:(?=[\"“‘'A-ZÀ-Þ]))", re.I)
#: entries that make a page live, and the share of its stamps that a paragraph follows
_LEAST, _SHARE = 3, 0.6
#: share of them that the classifier takes for story, and paragraphs of story above the first
_SEEN, _ABOVE = 0.25, 3
#: characters of a paragraph
_PARAGRAPH = 60
_STOP = re.compile(r"[.!?…][\"'”’»)]*(?:\s|\Z)")
_ENDS = re.compile(r"[.!?…:][\"'”’»)]*\Z")
#: words of a heading within an entry, and lines of one entry
_HEADING, _LONGEST = 10, 40


def is_stamp(line: str) -> bool:
    """Say whether a line is an hour, or a day and an hour, and nothing else.

    >>> is_stamp("3 Mar 18:05"), is_stamp("22:14"), is_stamp("At 22:14")
    (True, True, False)
    """
    return len(line) <= 40 and _STAMP.fullmatch(line.strip()) is not None


def entry_lines(
    texts: Sequence[str], reasons: Sequence[RemovedReason | None], story: Sequence[bool]
) -> tuple[set[int], set[int]]:
    """Return the lines of a live page's entries and of the boxes between; none of other pages.

    What readers write and what else a site tells have their hours too, but stand below a story.

    Args:
        texts: the page's lines.
        reasons: why the wording of each makes it furniture.
        story: which lines are story so far.
    """
    foot = next((i for i, r in enumerate(reasons) if r == "comments" and any(story[:i])), None)
    texts = texts[:foot]
    stamps = [i for i, text in enumerate(texts) if is_stamp(text) or _opens_entry(texts, i)]
    if len(stamps) < _LEAST:
        return set(), set()
    if sum(story[i] and _is_paragraph(texts[i]) for i in range(stamps[0])) > _ABOVE:
        return set(), set()
    found: set[int] = set()
    boxes: set[int] = set()
    told = seen = 0
    for at, end in pairwise([*stamps, len(texts)]):
        last = end == len(texts)
        lines, box = _entry(texts, reasons, at, min(end, at + 1 + _LONGEST), last=last)
        boxes.update(box)
        lines += [] if is_stamp(texts[at]) else [at]
        paragraphs = [i for i in lines if _is_paragraph(texts[i])]
        told += bool(paragraphs)
        seen += any(story[i] for i in paragraphs)
        if lines:
            found |= {at, *lines}
    live = told >= max(_LEAST, _SHARE * len(stamps)) and seen >= _SEEN * told
    return (found, boxes) if live else (set(), set())


def _opens_entry(texts: Sequence[str], at: int) -> bool:
    """Say whether an hour opens a line of prose, or the heading above one: "22:14 – Shots fall"."""
    told = any(map(_is_paragraph, texts[at : at + 2]))
    return told and opens_with_hour(texts[at])


def opens_with_hour(line: str) -> bool:
    """Say whether an hour, or a day and an hour, stand before a line's words."""
    return _OPENS.match(line) is not None and not is_stamp(line)


def _entry(
    texts: Sequence[str],
    reasons: Sequence[RemovedReason | None],
    at: int,
    end: int,
    *,
    last: bool,
) -> tuple[list[int], list[int]]:
    """Return the lines of the entry below a stamp, and those that only a box's place betrays.

    Below a heading such as "Most read", or a notice, only paragraphs are the entry's; below the
    last entry nothing is.
    """
    kept: list[int] = []
    box: list[int] = []
    boxed = False
    for i in range(at + 1, end):
        text = texts[i]
        if reasons[i] is not None:
            if last and kept:
                break
            boxed = True
        elif _is_paragraph(text):
            kept.append(i)
            boxed = False
        elif not boxed and (_ENDS.search(text) or _heads(texts, reasons, i, end)):
            kept.append(i)
        elif boxed:
            box.append(i)
        elif last and kept:
            break
    return kept, box


def _heads(
    texts: Sequence[str], reasons: Sequence[RemovedReason | None], at: int, end: int
) -> bool:
    """Say whether a short line stands right above a paragraph of its entry."""
    below = at + 1
    near = below < end and reasons[below] is None and _is_paragraph(texts[below])
    return near and len(texts[at].split()) <= _HEADING


def _is_paragraph(text: str) -> bool:
    return len(text) >= _PARAGRAPH and _STOP.search(text) is not None
