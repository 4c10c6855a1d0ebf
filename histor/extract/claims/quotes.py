"""Where quotation marks open and close on a page, however badly it prints them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Span

__all__ = ["QuotedText", "quoted_runs"]

_OPENING = "“«„‹"
_CLOSING = "”»›"
_STRAIGHT = '"'
#: marks that open a paragraph which goes on with the quotation of the one before
_GOING_ON = frozenset(_OPENING + _STRAIGHT)
_MARKS = _OPENING + _CLOSING + _STRAIGHT + "‘’"
#: characters of a longest heading
_HEADING = 120
_BETWEEN = re.compile(r"(?<![\w'])'(?=\w)([^']{3,}?(?:(?<=\w)'(?=\w)[^']*?)*)'(?![\w'])")
#: marks as typewriters and old wires make them of two signs: ``…''
_TYPED = re.compile(r"``|(?<!')''(?!')")
_DOUBLE = frozenset(["``", "''"])
_MATTER = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"])


def quoted_runs(text: str) -> list[tuple[int, int]]:
    """Return the runs ``[start, end)`` between quotation marks, the marks left out, in order.

    Marks of one kind may be closed by another ("“…»"). A mark that is never closed quotes to the
    end of its paragraph if it opens the paragraph, or a mark opens the next, as quotations of
    several paragraphs do, and nothing otherwise. Single marks count where they cannot be
    apostrophes.
    """
    runs: list[tuple[int, int]] = []
    start = 0
    text = _TYPED.sub(_curly, text)
    for paragraph, following in pairwise([*text.split("\n\n"), ""]):
        runs += _runs_of(paragraph, start, goes_on=following.lstrip()[:1] in _GOING_ON)
        start += len(paragraph) + 2
    return runs


def _curly(typed: re.Match[str]) -> str:
    """Return a mark of two signs as one and a blank outside the quotation, to keep the offsets."""
    text, start, end = typed.string, typed.start(), typed.end()
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    opens = typed[0] == "``" or (bool(after.strip()) and (not before.strip() or before in "(["))
    return " “" if opens else "” "


def _runs_of(paragraph: str, offset: int, *, goes_on: bool) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    if (single := _single(paragraph)) is not None:
        return [(offset + single[0], offset + single[1])]
    opened: list[int] = []
    for i, char in enumerate(paragraph):
        if char not in _MARKS:
            continue
        role = _role(paragraph, i, paragraph[opened[-1] - 1] if opened else "")
        if role == "open":
            opened.append(i + 1)
        elif role == "close" and opened:
            runs.append((offset + opened.pop(), offset + i))
    if opened and (goes_on or not paragraph[: opened[0] - 1].strip()):
        runs.append((offset + opened[0], offset + len(paragraph)))
    return _outermost(runs)


def _single(paragraph: str) -> tuple[int, int] | None:
    """Return what a heading puts between straight single marks; they are apostrophes elsewhere."""
    if len(paragraph) > _HEADING or _STRAIGHT in paragraph or "'" not in paragraph:
        return None
    found = list(_BETWEEN.finditer(paragraph))
    return found[0].span(1) if len(found) == 1 else None


def _outermost(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for run in sorted(runs, key=lambda r: (r[0], -r[1])):
        if not kept or run[0] >= kept[-1][1]:
            kept.append(run)
    return kept


def _role(text: str, i: int, opener: str) -> str:
    """Say whether a mark opens, closes or is something else; ``opener`` is the last still open."""
    char = text[i]
    before, after = text[i - 1 : i] if i else "", text[i + 1 : i + 2]
    if char == "‘":
        return "apostrophe" if before.isalnum() else "open"
    if char == "’":
        return "close" if opener == "‘" and not after.isalnum() else "apostrophe"
    if char in _CLOSING:
        return "close"
    if char == "“":
        # German and many broken pages close with the mark that opens in English
        return "close" if opener and not after.isalnum() and after not in {"(", "["} else "open"
    if char in _OPENING:
        return "open"
    if opener == _STRAIGHT:
        return "close"
    return "open" if after.strip() else "stray"


class QuotedText:
    """The quoted runs of one page, asked about spans."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs = quoted_runs(text)
        self._starts = [start for start, _ in self._runs]

    @property
    def runs(self) -> Sequence[tuple[int, int]]:
        """The quoted runs in order, as ``quoted_runs`` gives them."""
        return self._runs

    def within(self, low: int, high: int) -> Sequence[tuple[int, int]]:
        """Return the quoted runs that begin in ``[low, high)``."""
        return self._runs[bisect_left(self._starts, low) : bisect_left(self._starts, high)]

    def holds(self, at: int) -> bool:
        """Say whether the character at ``at`` is quoted."""
        return self.run_at(at) is not None

    def run_at(self, at: int) -> tuple[int, int] | None:
        """Return the quoted run around a character; none if it is not quoted."""
        i = bisect_right(self._starts, at) - 1
        if i >= 0 and at < self._runs[i][1]:
            return self._runs[i]
        return None

    def is_quotation(self, span: Span) -> bool:
        """Say whether all words of a span that matter stand inside quotation marks."""
        words = [t for t in span if t.pos_ in _MATTER and any(c.isalnum() for c in t.text)]
        return bool(words) and all(self.holds(t.idx) for t in words)

    def balanced(self, start: int, end: int) -> tuple[int, int]:
        """Return a span with both marks of each quotation that begins or ends at its edge."""
        if start and self._text[start - 1 : start + 1] in _DOUBLE:
            start -= 1  # between the two signs of one mark
        run = self.run_at(start) if start < end else None
        if run is not None and start == run[0] and run[1] < end:
            start = run[0] - (2 if self._text[max(0, run[0] - 2) : run[0]] in _DOUBLE else 1)
        run = self.run_at(end - 1) if start < end else None
        if run is not None and run[0] > start and end == run[1] and run[1] < len(self._text):
            end = run[1] + (2 if self._text[run[1] : run[1] + 2] in _DOUBLE else 1)
        return start, end
