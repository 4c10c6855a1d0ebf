"""The tables as Parquet files, one a table, with typed columns."""

from __future__ import annotations

import io

from histor.errors import MissingExtraError
from histor.tell.exports.state import CaseState
from histor.tell.exports.tables import tables

__all__ = ["parquet_files"]


def parquet_files(state: CaseState) -> dict[str, bytes]:
    """Return a Parquet file for each table, by file name; words are verbatim and whole.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError("Parquet", "parquet") from error
    files = {}
    for name, table in tables(state.record, state.before).items():
        out = io.BytesIO()
        pq.write_table(table.to_arrow(), out, compression="zstd")
        files[f"{name}.parquet"] = out.getvalue()
    return files
