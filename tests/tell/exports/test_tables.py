"""Tables and the data frames made of them."""

from __future__ import annotations

import builtins
import datetime as dt
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
import pytest

import histor
from histor.records import CaseExport
from histor.tell.exports import CaseState, Table, TableName, tables
from histor.tell.exports.table import Cell, Column, Kind
from histor.tell.exports.workbook import workbook

NOTHING = CaseExport(
    documents=(), origins=(), stories=(), entities=(), claims=(), events=(), findings=(),
    warnings=(), relations=(), times=(), failures=(),
)  # fmt: skip
KINDS: dict[Kind, type | tuple[type, ...]] = {
    Kind.text: str,
    Kind.integer: int,
    Kind.number: (int, float),
    Kind.day: dt.date,
    Kind.boolean: bool,
    Kind.texts: tuple,
}


def small(*rows: tuple[Cell, ...]) -> Table:
    kinds = (Column(kind.name, kind, f"a {kind}") for kind in Kind)
    return Table(name="events", holds="a row", columns=tuple(kinds), rows=rows)


FULL = small(
    ("a\x00=1", 3, 1.5, dt.date(1066, 10, 14), True, ("x", "y")),
    (None, None, None, None, None, None),
)


def test_every_cell_is_of_its_column_s_kind(state: CaseState) -> None:
    for made in tables(state.record).values():
        for column in made.columns:
            for cell in made.column(column.name):
                assert cell is None or isinstance(cell, KINDS[column.kind]), (made.name, column)


def test_ids_are_one_row_s(state: CaseState) -> None:
    names: tuple[TableName, ...] = (
        "events", "claims", "findings", "warnings", "relations", "entities", "documents",
    )  # fmt: skip
    for name in names:
        ids = [row[0] for row in tables(state.record)[name].rows]
        assert len(set(ids)) == len(ids)


def test_ids_lead_from_table_to_table(state: CaseState) -> None:
    made = tables(state.record)
    documents = set(made["documents"].column("document_id"))
    events = set(made["events"].column("event_id"))
    assert set(made["accounts"].column("event_id")) <= events
    assert set(made["figures"].column("event_id")) <= {*events, None}
    for name in ("accounts", "figures"):
        assert set(made[name].column("document_id")) <= documents
    assert set(made["claims"].column("document_id")) <= documents
    assert set(made["warnings"].column("claim_id")) <= set(made["claims"].column("claim_id"))


def test_pandas_frames_are_typed() -> None:
    frame = FULL.to_pandas()
    assert frame.shape == FULL.shape == (2, 6)
    assert [str(t) for t in frame.dtypes][1:] == [
        "Int64", "float64", "datetime64[s]", "boolean", "object",
    ]  # fmt: skip
    assert frame["text"][0] == "a\x00=1"
    assert frame["day"].dt.year[0] == 1066
    assert frame["texts"][0] == ("x", "y")
    assert np.isnan(frame["number"][1])
    assert frame.isna().sum().tolist() == [1] * 6
    assert frame.attrs["columns"]["day"] == "a day"


def test_polars_frames_are_typed() -> None:
    frame = FULL.to_polars()
    assert frame.shape == (2, 6)
    assert frame.dtypes == [
        pl.String, pl.Int64, pl.Float64, pl.Date, pl.Boolean, pl.List(pl.String),
    ]  # fmt: skip
    assert frame.row(0) == ("a\x00=1", 3, 1.5, dt.date(1066, 10, 14), True, ["x", "y"])
    assert frame.row(1) == (None,) * 6


def test_arrow_fields_say_what_they_hold() -> None:
    arrow = FULL.to_arrow()
    assert arrow.schema.field("day").type == pa.date32()
    assert arrow.schema.field("texts").metadata[b"holds"] == b"a list of texts"
    assert arrow.to_pylist()[0]["texts"] == ["x", "y"]


def test_an_empty_case_has_tables_with_types() -> None:
    for made in tables(NOTHING).values():
        assert len(made) == 0
        assert made.to_pandas().shape == made.to_polars().shape == (0, len(made.columns))


def test_a_table_says_what_it_is() -> None:
    assert repr(FULL) == "<Table events: 2 rows, 6 columns>"
    with pytest.raises(KeyError):
        FULL.column("none")


def test_a_case_gives_its_tables(case_file: str) -> None:
    with histor.open(case_file, create=False) as case:
        events = case.table("events").to_pandas()
        assert len(events) == len(case.events())
        assert set(case.tables()) >= {"events", "claims", "documents"}
        later = case.tables(since=dt.datetime(2100, 1, 1))
        assert len(later["changes"]) == 0
        with pytest.raises(histor.InputError, match="is no table of a case; name events"):
            case.table("people")  # type: ignore[arg-type]


@pytest.mark.parametrize("package", ["pandas", "polars", "pyarrow"])
def test_a_missing_package_is_one_sentence(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def absent(name: str, *rest: Any, **more: Any) -> Any:
        if name == package:
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", absent)
    make = {"pandas": FULL.to_pandas, "polars": FULL.to_polars, "pyarrow": FULL.to_arrow}[package]
    with pytest.raises(histor.HistorError, match=r"pip install 'histor\[\w+\]'\.$"):
        make()


def test_a_table_too_long_for_a_sheet_is_refused(
    state: CaseState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("histor.tell.exports.workbook._MOST_ROWS", 10)
    with pytest.raises(histor.InputError, match="--format parquet"):
        workbook(state)


def test_export_to_a_file_and_to_a_folder(case_file: str, tmp_path: Path) -> None:
    with histor.open(case_file, create=False) as case:
        assert case.export_to(tmp_path / "a.xlsx") == (tmp_path / "a.xlsx",)
        written = case.export_to(tmp_path / "tables", "parquet")
        assert {path.parent for path in written} == {tmp_path / "tables"}
        with pytest.raises(histor.InputError, match="is no format"):
            case.export_to(tmp_path / "a", "doc")
        with pytest.raises(histor.InputError, match="name a folder"):
            case.export_to(tmp_path / "a.xlsx", "parquet")
