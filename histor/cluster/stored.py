"""What a records file adds to a case."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from histor.cluster.records_file import read_rows
from histor.cluster.rows import reader_digest, result_of
from histor.errors import PageError, SourceError
from histor.read.pages import failure
from histor.records import Failure
from histor.stages import PageResult

__all__ = ["stored_results"]

#: pages stored together
_TOGETHER = 64


def stored_results(path: str) -> Iterator[list[PageResult | Failure]]:
    """Yield what a records file holds, some pages at a time.

    A file that is damaged, none of histor's, or read by another histor ends in a failure that says
    so; rows before the damage are kept.

    Raises:
        MissingExtraError: PyArrow is not installed.
    """
    batch: list[PageResult | Failure] = []
    try:
        for row in read_rows(path):
            if row.reader != reader_digest():
                raise SourceError(
                    path,
                    f"its pages were read by another histor ({row.reader}; this is "
                    f"{reader_digest()})",
                    f"read them again: histor read {path} -o again.parquet",
                )
            batch.append(result_of(row))
            if len(batch) == _TOGETHER:
                yield batch
                batch = []
    except SourceError as error:
        batch.append(Failure(location=path, code="bad_records", message=str(error)))
    except msgspec.MsgspecError as error:
        problem = f"a row of the file is damaged ({error}); copy or read it again"
        batch.append(failure(PageError(path, "bad_records", problem)))
    if batch:
        yield batch
