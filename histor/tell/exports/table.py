"""A table of the record: typed columns that say what they hold, rows, and data frames of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec

from histor.errors import MissingExtraError

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

__all__ = ["Cell", "Column", "Kind", "Table", "TableName"]

Cell: TypeAlias = str | int | float | bool | dt.date | tuple[str, ...] | None
TableName = Literal[
    "events",
    "accounts",
    "claims",
    "figures",
    "findings",
    "warnings",
    "relations",
    "entities",
    "documents",
    "changes",
]


class Kind(StrEnum):
    """What the cells of a column are; any cell may be empty."""

    text = "text"
    integer = "integer"
    number = "number"
    day = "day"
    boolean = "boolean"
    texts = "list of texts"


_PANDAS = {
    Kind.text: "string",
    Kind.integer: "Int64",
    Kind.number: "float64",
    Kind.day: "datetime64[s]",
    Kind.boolean: "boolean",
    Kind.texts: "object",
}


class Column(msgspec.Struct, frozen=True):
    """A column of a table."""

    name: str
    kind: Kind
    #: what its cells hold, with the unit
    holds: str


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of the record, one kind of thing a row; ``len(table)`` is their number."""

    name: TableName
    #: what a row is
    holds: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.rows), len(self.columns)

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self.rows)} rows, {len(self.columns)} columns>"

    def column(self, name: str) -> tuple[Cell, ...]:
        """Return the cells of a column, one a row.

        Raises:
            KeyError: there is no such column.
        """
        for at, column in enumerate(self.columns):
            if column.name == name:
                return tuple(row[at] for row in self.rows)
        raise KeyError(name)

    def to_pandas(self) -> pandas.DataFrame:
        """Return the table as a pandas frame, shape ``(rows, columns)``, a fresh copy.

        Texts are ``string``, whole numbers ``Int64``, numbers ``float64``, days
        ``datetime64[s]`` at midnight, yes and no ``boolean``, lists tuples of ``str``. What is
        empty is missing. ``frame.attrs["columns"]`` says what each column holds.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise MissingExtraError("a pandas frame", "pandas") from error
        frame = pd.DataFrame(
            {
                column.name: pd.Series(cells, dtype=_PANDAS[column.kind])
                for column, cells in self._cells()
            }
        )
        frame.attrs = {"table": self.name, "columns": {c.name: c.holds for c in self.columns}}
        return frame

    def to_polars(self) -> polars.DataFrame:
        """Return the table as a Polars frame, shape ``(rows, columns)``.

        Types are ``String``, ``Int64``, ``Float64``, ``Date``, ``Boolean`` and ``List(String)``;
        what is empty is null.

        Raises:
            MissingExtraError: polars is not installed.
        """
        try:
            import polars as pl
        except ImportError as error:
            raise MissingExtraError("a Polars frame", "polars") from error
        types: dict[Kind, Any] = {
            Kind.text: pl.String,
            Kind.integer: pl.Int64,
            Kind.number: pl.Float64,
            Kind.day: pl.Date,
            Kind.boolean: pl.Boolean,
            Kind.texts: pl.List(pl.String),
        }
        return pl.DataFrame(
            {column.name: cells for column, cells in self._cells()},
            schema={column.name: types[column.kind] for column in self.columns},
        )

    def to_arrow(self) -> pyarrow.Table:
        """Return the table as an Arrow table; each field's metadata says what it ``holds``.

        Types are ``string``, ``int64``, ``float64``, ``date32``, ``bool`` and ``list<string>``.

        Raises:
            MissingExtraError: pyarrow is not installed.
        """
        try:
            import pyarrow as pa
        except ImportError as error:
            raise MissingExtraError("an Arrow table", "parquet") from error
        types = {
            Kind.text: pa.string(),
            Kind.integer: pa.int64(),
            Kind.number: pa.float64(),
            Kind.day: pa.date32(),
            Kind.boolean: pa.bool_(),
            Kind.texts: pa.list_(pa.string()),
        }
        schema = pa.schema(
            [
                pa.field(c.name, types[c.kind], metadata={"kind": c.kind, "holds": c.holds})
                for c in self.columns
            ],
            metadata={"table": self.name, "holds": self.holds},
        )
        return pa.table({column.name: cells for column, cells in self._cells()}, schema=schema)

    def _cells(self) -> Sequence[tuple[Column, list[Cell]]]:
        return [(c, [row[at] for row in self.rows]) for at, c in enumerate(self.columns)]
