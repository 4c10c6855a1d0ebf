"""Tables of tolls among a story's lines: a row that names what is counted, and rows of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Cell", "TollRow", "toll_rows"]

Counted = Literal["killed", "injured", "missing", "displaced", "detained"]
#: what stands between two cells of a line
_BETWEEN = re.compile(r"\s*\|\s*|\s*\t\s*|\s{3,}")
_WORDS: tuple[tuple[Counted, str], ...] = (
    ("killed", "killed|dead|deaths?|died|fatalities|bodies(?: found)?"),
    ("injured", "injured|wounded|hurt|injuries"),
    ("missing", "missing|unaccounted for"),
    ("displaced", "displaced|evacuated|homeless"),
    ("detained", "detained|arrested|arrests"),
)
_BEFORE = r"(?:(?:number|no\.?|total|people|persons|confirmed|of)\s+)*"
_AFTER = r"(?:\s+(?:people|persons|so far|in all|total|toll|\(.{1,20}\)))*"
_HEADS = tuple(
    (quantity, re.compile(f"{_BEFORE}(?:{words}){_AFTER}", re.I)) for quantity, words in _WORDS
)
_NUMBER = re.compile(r"(?:at least|over|more than|about|around|~|>)?\s*\d[\d, ]*\+?", re.I)
#: the line of dashes under a heading row
_RULE = re.compile(r"[\s|:+=-]+")
#: a cell holds a name or a number, not a sentence
_LONGEST = 60
_LEAST_CELLS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a line, from ``start`` to ``end`` in it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class TollRow:
    """A row of a table: the number of its line, and its numbers with what they count."""

    line: int
    tolls: tuple[tuple[Counted, Cell], ...]


def toll_rows(lines: Sequence[str]) -> Iterator[TollRow]:
    """Yield the rows of the tables of tolls among lines; a heading row has no tolls.

    A table is a row of short cells one of which names a toll and none of which has a number, and
    the rows of as many cells right below that have a number there. Empty lines count for nothing.
    """
    columns: dict[int, Counted] = {}
    heading: TollRow | None = None
    width = 0
    for n, line in enumerate(lines):
        if not line.strip():
            continue
        cells = _cells(line)
        named = {i: q for i, c in enumerate(cells) if (q := _counted(c.text)) is not None}
        if len(cells) >= _LEAST_CELLS and named and not any(_NUMBER.search(c.text) for c in cells):
            columns, width, heading = named, len(cells), TollRow(n, ())
            continue
        if columns and _RULE.fullmatch(line):
            continue
        tolls = tuple(
            (quantity, cells[i])
            for i, quantity in columns.items()
            if len(cells) == width and _NUMBER.fullmatch(cells[i].text)
        )
        if not tolls:
            columns, heading = {}, None
            continue
        if heading is not None:
            yield heading
            heading = None
        yield TollRow(n, tolls)


def _cells(line: str) -> list[Cell]:
    found, at = [], 0
    for mark in (*_BETWEEN.finditer(line), None):
        end = mark.start() if mark is not None else len(line)
        text = line[at:end].strip()
        if text or 0 < at < end:
            start = line.index(text, at) if text else at
            found.append(Cell(start, start + len(text), text))
        at = mark.end() if mark is not None else end
    return found if all(len(c.text) <= _LONGEST for c in found) else []


def _counted(text: str) -> Counted | None:
    return next((q for q, words in _HEADS if words.fullmatch(text)), None)
