"""Which line of a flattened page is its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from histor.clean.date_lines import is_date_line, is_when_line
from histor.clean.live_entries import is_stamp, opens_with_hour
from histor.clean.mastheads import full_name, is_listed, split_title
from histor.clean.metadata import (
    TOP,
    Surroundings,
    dates_page,
    is_row,
    names_author,
    same_title,
    tells_weather,
)
from histor.clean.printed_dates import find_printed_date

__all__ = ["find_headline"]

_WORD = re.compile(r"\w+")
#: a place and an agency that stand in a line of their own: "LIMA, Peru (AP) _"
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][A-ZÀ-Þ .'’-]+(?:, [A-ZÀ-Þ][\w .]+)? \([A-Z][\w ./]{1,24}\)\s*[-–—_:]*$"
)
#: lines below a headline among which the page's date stands
_BELOW = 3
#: how headlines of live pages begin
_LIVE = re.compile(r"\W*live\b.*\w", re.I)
#: steps of a path: "News > Coast > Lowmark"
_PATH = re.compile(r"\S\s*[>›»]\s*\S.*\S\s*[>›»]\s*\S")
#: a line that opens with a day and its hour
_WHEN = re.compile(r"\W*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\W{1,3}\d{1,2}[:.]\d\d\b")
_NUMBER = re.compile(r"\s*\d{1,2}[.)]?\s")
#: the score from which a line is a headline, and words of the longest one that opens a story
_LEAST_SCORE, _MOST_WORDS = 2.0, 22
#: letters of the words that a headline and its story may share, and how sentences end
_LETTERS, _STOPS = 3, (".", "!", "?", "…", ":", '."', ".”")
#: letters beside a date in a line that is a date
_STRANGE = 12
#: lines from a headline to its story on most pages, and what a line more or less costs
_USUAL, _UP, _DOWN = 12, 0.05, 0.03
#: the last of the lines above a story that has hardly any
_FEW = 4
#: what an outlet's name behind a headline is worth, words of the shortest headline before it, and
#: of a name that may be the outlet's own
_SUFFIXED, _FEWEST, _NAME_WORDS = 2.0, 3, 4


def find_headline(around: Surroundings, live: int | None = None) -> int | None:
    """Return the index of the headline among the lines down to the first paragraph.

    Args:
        around: the page's lines.
        live: where the first entry of a live page begins.
    """
    best = _best_headline(around, live, dated=False)
    return best if best is not None else _best_headline(around, live, dated=True)


def _best_headline(around: Surroundings, live: int | None, *, dated: bool) -> int | None:
    """Return the line most like a headline, lines of names and a day among them if ``dated``."""
    first = around.first if live is None else min(live, around.first)
    texts = [b.text for b in around.blocks]
    lead, after = _words_of(texts[first : first + 4]), _words_of(texts[first + 1 : first + 5])
    best, best_score = None, _LEAST_SCORE
    for i in range(max(0, first - TOP), min(first + 1, len(texts))):
        text = texts[i]
        words = _WORD.findall(text)
        if not 3 <= len(words) <= 32 or len(text) > 240 or around.patterns.reason(text):
            continue
        if _is_other(text, dated=dated) or _is_listed(texts, i):
            continue
        if i == first and len(words) > _MOST_WORDS:
            continue
        content = [w.lower() for w in words if len(w) > _LETTERS]
        unlike = i == first and text.endswith(_STOPS)  # its first paragraph
        shared = sum(w in (lead if i < first else after) for w in content) / max(1, len(content))
        shared = 0.0 if unlike else shared
        repeats = sum(same_title(text, t) for t in texts[: first + 4]) - 1
        score = 3 * shared + 2.5 * min(repeats, 2) + (1.0 if 5 <= len(words) <= 22 else 0.0)
        score += _of_outlet(text, words) if repeats <= 0 else 0.0
        # right above the story or its first line, and little else above it
        score += 1.0 if first <= _FEW and i >= first - 1 and not unlike else 0.0
        below = texts[i + 1 : i + 1 + _BELOW]
        score += 1.0 if any(dates_page(t) and not is_stamp(t) for t in below) else 0.0
        score += 1.0 if live is not None and _LIVE.match(text) else 0.0
        score -= 1.5 if text.endswith(".") else 0.0
        # an earlier line of the same worth is the headline, a later one its standfirst
        score += 0.5 - _DOWN * max(0, i - first + _USUAL) - _UP * max(0, first - _USUAL - i)
        if score > best_score:
            best, best_score = i, score
    return best


def _words_of(lines: Sequence[str]) -> set[str]:
    return {w.lower() for line in lines for w in _WORD.findall(line) if len(w) > _LETTERS}


def _is_other(text: str, *, dated: bool) -> bool:
    """Say whether a line is a dateline, a byline, a day, a menu, a path or a caption."""
    date = find_printed_date(text)
    return bool(
        _DATELINE.match(text)
        or names_author(text)
        or (date and (date.own or date.strange < _STRANGE))
        or (date and not dated and is_date_line(text, date.start, date.end))
        or tells_weather(text)
        or is_stamp(text)
        or opens_with_hour(text)
        or is_row(text)
        or _WHEN.match(text)
        or is_when_line(text)
        or full_name(text)
        or _PATH.search(text)
        or split_title(text)[0].endswith(".") != text.endswith(".")  # "A ship in port. - Agency"
    )


def _is_listed(texts: Sequence[str], at: int) -> bool:
    """Say whether a line is one of a list: it begins with a mark, or is numbered beside others."""
    if is_listed(texts[at]) or any(_is_entry(t, texts[at]) for t in texts[max(0, at - TOP) : at]):
        return True
    number = _NUMBER.match(texts[at])
    beside = (*texts[max(0, at - 1) : at], *texts[at + 1 : at + 2])
    return number is not None and any(_NUMBER.match(t) for t in beside)


def _is_entry(line: str, heading: str) -> bool:
    """Say whether a line is a heading's entry in a table of contents: "2. The bridge"."""
    number = _NUMBER.match(line)
    return number is not None and line[number.end() :].strip() == heading


def _of_outlet(text: str, words: Sequence[str]) -> float:
    """Return what an outlet's name in a line adds: a name with what it says of itself is none."""
    story, outlet = split_title(text)
    if outlet is not None:
        named = len(_WORD.findall(story)) < _FEWEST or text.count("|") > 1
        return -_SUFFIXED if named else _SUFFIXED
    titled = len(words) <= _NAME_WORDS and all(w[0].isupper() for w in words)
    return -1.0 if titled else 0.0
