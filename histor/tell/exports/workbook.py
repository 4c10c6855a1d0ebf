"""The tables as one XLSX workbook, a sheet each, with a first sheet that says what they hold."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from histor.errors import InputError
from histor.tell.exports.state import CaseState
from histor.tell.exports.table import Cell, Column, Kind, Table
from histor.tell.exports.tables import for_a_sheet, tables
from histor.tell.safe import shorten, visible

__all__ = ["workbook"]

#: rows of a sheet, less its heading
_MOST_ROWS = 1_048_575
#: characters of a cell: a quarter of what a cell may hold, more than anybody reads in one
_MOST_CHARACTERS = 8_000
#: a spreadsheet counts days from here; an earlier day is written as a text
_FIRST_DAY = dt.date(1900, 3, 1)
_WIDTHS = {Kind.integer: 9, Kind.number: 11, Kind.day: 12, Kind.boolean: 9}
_WIDE = frozenset(["words", "content", "summary", "notes", "credibility_why", "evidence"])


def workbook(state: CaseState) -> bytes:
    """Return the tables as an XLSX workbook (ISO/IEC 29500).

    Every text of a page is a text cell with the quote prefix: no spreadsheet runs it as a formula,
    not even when it is edited. Lists are joined by semicolons, days are dates, long texts are cut
    at 8,000 characters; the stories' texts are left out.

    Raises:
        InputError: a table has more rows than a sheet can hold.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "constant_memory": False})
    book.set_properties({"title": visible(state.name), "created": state.as_of.replace(tzinfo=None)})
    look = _Look(book)
    made = [for_a_sheet(table) for table in tables(state.record, state.before).values()]
    _contents(book.add_worksheet("contents"), state, made, look)
    for table in made:
        _sheet(book.add_worksheet(table.name), table, look)
    book.close()
    return out.getvalue()


class _Look:
    """The formats of the cells."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.heading: Format = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self.day: Format = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self.plain: Format = book.add_format({"valign": "top"})
        self.text: Format = book.add_format({"valign": "top", "quote_prefix": True})
        self.wrapped: Format = book.add_format(
            {"valign": "top", "quote_prefix": True, "text_wrap": True}
        )


def _contents(sheet: Worksheet, state: CaseState, made: Sequence[Table], look: _Look) -> None:
    """Say what the workbook is of, and what every column of every sheet holds."""
    failed = len(state.record.failures)
    lines = (
        ("case", visible(state.name)),
        ("as of", f"{state.as_of:%Y-%m-%d %H:%M} UTC"),
        ("pages read", f"{len(state.record.documents)}, not readable: {failed}"),
        ("findings withheld", str(state.record.withheld)),
    )
    row = 0
    for name, value in lines:
        sheet.write_string(row, 0, name, look.heading)
        sheet.write_string(row, 1, value, look.text)
        row += 1
    row += 1
    for at, heading in enumerate(("sheet", "column", "kind", "holds")):
        sheet.write_string(row, at, heading, look.heading)
    for table in made:
        row += 1
        cells = (table.name, f"{len(table)} rows", "", table.holds)
        for at, text in enumerate(cells):
            sheet.write_string(row, at, text, look.heading)
        for column in table.columns:
            row += 1
            for at, text in enumerate((table.name, column.name, column.kind, column.holds)):
                sheet.write_string(row, at, text, look.plain)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 22)
    sheet.set_column(2, 2, 12)
    sheet.set_column(3, 3, 80)


def _sheet(sheet: Worksheet, table: Table, look: _Look) -> None:
    if len(table) > _MOST_ROWS:
        raise InputError(
            f"the {table.name} are {len(table):,} rows, more than a sheet's {_MOST_ROWS:,}; "
            "export them with --format parquet."
        )
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.name, look.heading)
        sheet.set_column(at, at, _width(column))
    for number, row in enumerate(table.rows, 1):
        for at, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            _write(sheet, number, at, cell, column, look)
    sheet.freeze_panes(1, 1)
    if table.rows:
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)


def _width(column: Column) -> int:
    if column.name in _WIDE:
        return 60
    return 22 if column.name.endswith("id") else _WIDTHS.get(column.kind, 20)


def _write(sheet: Worksheet, row: int, at: int, cell: Cell, column: Column, look: _Look) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, at, cell, look.plain)
    elif isinstance(cell, int | float):
        sheet.write_number(row, at, cell, look.plain)
    elif isinstance(cell, dt.date) and cell >= _FIRST_DAY:
        sheet.write_datetime(row, at, cell, look.day)
    else:
        text = "; ".join(cell) if isinstance(cell, tuple) else str(cell)
        wrapped = look.wrapped if column.name in _WIDE else look.text
        sheet.write_string(row, at, shorten(text, _MOST_CHARACTERS), wrapped)
