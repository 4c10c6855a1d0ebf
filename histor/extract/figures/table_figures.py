"""Figures of tables of tolls, whose heading row says what the numbers below it count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from histor.clean.toll_tables import toll_rows
from histor.extract.evidence import span_of
from histor.extract.figures.numbers import amounts
from histor.records import Document, Figure

__all__ = ["TableRow", "table_figures"]

_TOKEN = re.compile(r"\d[\d, ]*\d|\w+")
#: "at least" as signs
_ABOVE = re.compile(r"[>+]")
_ABOUT = re.compile(r"~\s*")


@dataclass(frozen=True, slots=True)
class TableRow:
    """Where a row stands in the text, and its figures; a heading row has none."""

    start: int
    end: int
    figures: tuple[Figure, ...]


def table_figures(document: Document) -> list[TableRow]:
    """Return the rows of a page's tables of tolls, their heading rows among them, in order."""
    text = document.text
    if "|" not in text and "\t" not in text and "   " not in text:
        return []
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    rows: list[TableRow] = []
    for row in toll_rows(lines):
        at = starts[row.line]
        found: list[Figure] = []
        for quantity, cell in row.tolls:
            read = amounts(_TOKEN.findall(_ABOUT.sub("about ", cell.text)))
            if len(read) == 1:
                above = _ABOVE.search(cell.text) is not None
                figure = Figure(
                    quantity=quantity,
                    low=read[0].low,
                    high=None if above else read[0].high,
                    unit=None,
                    who=None,
                    span=span_of(document, at + cell.start, at + cell.end),
                )
                found.append(figure)
        rows.append(TableRow(at, starts[row.line + 1], tuple(found)))
    return rows
