"""The tables of a case: one for each kind of record, and one of what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from histor.records import CaseExport, Document, Event
from histor.tell.exports.columns import (
    ACCOUNTS,
    CLAIMS,
    DOCUMENTS,
    ENTITIES,
    FIGURES,
    FINDINGS,
    RELATIONS,
    WARNINGS,
    Account,
    Filled,
    Number,
)
from histor.tell.exports.event_rows import COLUMNS, DAYS, INTEGERS, NUMBERS, event_rows
from histor.tell.exports.lookup import Lookup
from histor.tell.exports.state import AnyRecord, gone, known_ids
from histor.tell.exports.table import Cell, Column, Kind, Table, TableName

__all__ = ["changes_table", "for_a_sheet", "table", "tables"]

Row = TypeVar("Row")

#: table and column of the stories' texts
_TEXTS = ("documents", "text")
_CHANGES = (
    Column("table", Kind.text, "kind of record"),
    Column("id", Kind.text, "its id"),
    Column("change", Kind.text, "added, changed or removed"),
    Column("replaced_by", Kind.text, "id that now tells what a removed one told"),
)


def table(record: CaseExport, name: TableName) -> Table:
    """Return one table of the record.

    Raises:
        KeyError: there is no table of that name.
    """
    return _TABLES[name](record)


def tables(record: CaseExport, before: CaseExport | None = None) -> dict[TableName, Table]:
    """Return all tables by name; that of the changes only where an earlier state is given."""
    made = {name: table(record, name) for name in _TABLES}
    if before is not None:
        made["changes"] = changes_table(before, record)
    return made


def for_a_sheet(table: Table) -> Table:
    """Return a table as a spreadsheet has it: without the stories' texts, which are the pages'."""
    kept = [at for at, c in enumerate(table.columns) if (table.name, c.name) != _TEXTS]
    return msgspec.structs.replace(
        table,
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in table.rows),
    )


def changes_table(before: CaseExport, after: CaseExport) -> Table:
    """Return which records were added, changed and removed between two states of a case."""
    old, new = known_ids(before), known_ids(after)
    rows: list[tuple[Cell, ...]] = []
    for key, value in new.items():
        if key not in old:
            rows.append((*key, "added", None))
        elif _own(value) != _own(old[key]):
            rows.append((*key, "changed", None))
    rows += [(g.kind, g.id, "removed", g.replaced_by) for g in gone(before, after)]
    holds = "a record that is not as it was in the earlier state"
    return Table(name="changes", holds=holds, columns=_CHANGES, rows=tuple(rows))


def _own(record: AnyRecord) -> AnyRecord:
    """Return a record without its story's id, which any page of the story changes."""
    if isinstance(record, Document | Event):
        return msgspec.structs.replace(record, story=None)
    return record


def _filled(
    name: TableName, holds: str, columns: Sequence[Filled[Row]], rows: Iterable[Row], x: Lookup
) -> Table:
    return Table(
        name=name,
        holds=holds,
        columns=tuple(c.column for c in columns),
        rows=tuple(tuple(c.cell(row, x) for c in columns) for row in rows),
    )


def _events(record: CaseExport) -> Table:
    columns = tuple(Column(name, _kind(name), holds) for name, holds in COLUMNS.items())
    rows = tuple(tuple(_typed(c.kind, row[c.name]) for c in columns) for row in event_rows(record))
    return Table(
        name="events", holds="an event, from all pages' accounts", columns=columns, rows=rows
    )


def _kind(name: str) -> Kind:
    if name in DAYS:
        return Kind.day
    return Kind.integer if name in INTEGERS else Kind.number if name in NUMBERS else Kind.text


def _typed(kind: Kind, cell: Cell) -> Cell:
    return dt.date.fromisoformat(cell) if kind is Kind.day and isinstance(cell, str) else cell


def _accounts(record: CaseExport) -> Iterator[Account]:
    for event in record.events:
        for mention in event.mentions:
            yield Account(event, mention)


def _numbers(record: CaseExport) -> Iterator[Number]:
    for event in record.events:
        for figure in event.figures:
            yield Number(event, figure)
    for figure in record.figures:
        yield Number(None, figure)


_TABLES: dict[TableName, Callable[[CaseExport], Table]] = {
    "events": _events,
    "accounts": lambda r: _filled(
        "accounts", "one page's account of an event", ACCOUNTS, _accounts(r), Lookup(r)
    ),
    "claims": lambda r: _filled("claims", "who says what", CLAIMS, r.claims, Lookup(r)),
    "figures": lambda r: _filled(
        "figures", "a number a page gives", FIGURES, _numbers(r), Lookup(r)
    ),
    "findings": lambda r: _filled(
        "findings", "what to know before relying on the record", FINDINGS, r.findings, Lookup(r)
    ),
    "warnings": lambda r: _filled(
        "warnings", "what was foretold, and what came of it", WARNINGS, r.warnings, Lookup(r)
    ),
    "relations": lambda r: _filled(
        "relations", "how two actors dealt with each other in a month", RELATIONS, r.relations,
        Lookup(r),
    ),
    "entities": lambda r: _filled(
        "entities", "a person, body, place or group", ENTITIES, r.entities, Lookup(r)
    ),
    "documents": lambda r: _filled(
        "documents", "a page's story", DOCUMENTS, r.documents, Lookup(r)
    ),
}  # fmt: skip
