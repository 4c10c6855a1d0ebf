"""The records file: Parquet, a row a page, written whole or not at all, read a few rows at a time.

Rows are kept zstd-compressed in groups of at most a few hundred, so that neither writing nor
reading holds more than one group.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import msgspec

from histor.cluster.rows import COLUMNS, Row
from histor.errors import MissingExtraError, SourceError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["RecordsWriter", "is_parquet", "read_rows"]

_MAGIC = b"PAR1"
_GROUP_ROWS, _GROUP_CHARACTERS = 500, 20_000_000
_READ_ROWS = 16


class RecordsWriter:
    """Writes rows, each page once; the file is there when the writer is closed."""

    def __init__(self, path: Path) -> None:
        """Begin a file.

        Raises:
            MissingExtraError: PyArrow is not installed.
            OSError: the file cannot be written.
        """
        parquet = _parquet()
        self._target = path
        self._half = path.with_name(f".{path.name}.{os.getpid()}.part")
        self._writer = parquet.ParquetWriter(str(self._half), _schema(), compression="zstd")
        self._waiting: list[Row] = []
        self._characters = 0
        self._seen: set[str] = set()

    def write(self, row: Row) -> bool:
        """Write a row; say whether it is new: a page or a failure is kept once."""
        mark = row.id or f"! {row.failure}"
        if mark in self._seen:
            return False
        self._seen.add(mark)
        self._waiting.append(row)
        self._characters += len(row.page or "") + len(row.record or "")
        if len(self._waiting) >= _GROUP_ROWS or self._characters >= _GROUP_CHARACTERS:
            self._flush()
        return True

    def close(self) -> None:
        """Put the file in its place."""
        self._flush()
        self._writer.close()
        self._half.replace(self._target)

    def discard(self) -> None:
        """Leave nothing behind; what was there before stays."""
        self._writer.close()
        self._half.unlink(missing_ok=True)

    def __enter__(self) -> RecordsWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # stopped by hand, what was read is kept
        if (error is None or isinstance(error, KeyboardInterrupt)) and self._seen:
            self.close()
        else:
            self.discard()

    def _flush(self) -> None:
        import pyarrow as pa

        if self._waiting:
            rows = [msgspec.structs.asdict(row) for row in self._waiting]
            self._writer.write_table(pa.Table.from_pylist(rows, schema=_schema()))
            self._waiting, self._characters = [], 0


def is_parquet(path: str) -> bool:
    """Say whether a path is a Parquet file; never raises."""
    try:
        with Path(path).open("rb") as stream:
            return stream.read(len(_MAGIC)) == _MAGIC
    except (OSError, ValueError):
        return False


def holds_records(path: str) -> bool:
    """Say whether a Parquet file is one that ``histor read`` wrote.

    Raises:
        MissingExtraError: PyArrow is not installed.
        SourceError: the file is damaged.
    """
    return tuple(_opened(path).schema_arrow.names) == COLUMNS


def read_rows(path: str) -> Iterator[Row]:
    """Yield the rows of a records file.

    Raises:
        MissingExtraError: PyArrow is not installed.
        SourceError: the file is damaged, or no records file.
    """
    file = _opened(path)
    if tuple(file.schema_arrow.names) != COLUMNS:
        raise SourceError(
            path,
            "this Parquet file does not hold histor's records",
            f"read its articles first: histor read {path} -o records.parquet",
        )
    try:
        for batch in file.iter_batches(batch_size=_READ_ROWS):
            for row in batch.to_pylist():
                yield msgspec.convert(row, Row)
    except (_arrow().ArrowException, OSError, msgspec.MsgspecError) as error:
        raise _damaged(path, error) from error


def _opened(path: str) -> Any:
    try:
        return _parquet().ParquetFile(path, memory_map=True)
    except (_arrow().ArrowException, OSError) as error:
        raise _damaged(path, error) from error


def _damaged(path: str, error: Exception) -> SourceError:
    detail = str(error).partition("\n")[0]
    return SourceError(path, f"the file is damaged ({detail})", "copy or read it again")


def _schema() -> pa.Schema:
    import pyarrow as pa

    return pa.schema([(name, pa.large_string()) for name in COLUMNS])


def _arrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError("reading and writing records files", "cluster") from error
    return pyarrow


def _parquet() -> Any:
    _arrow()
    import pyarrow.parquet

    return pyarrow.parquet
