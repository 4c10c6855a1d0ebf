"""Sources to one records file, a portion at a time.

Archives and tables are read by the engine's workers, one for each of its cores together; all else
is fetched here and handed to them a few hundred pages at a time. A portion that fails is read
again, file by file; the writer keeps each page once, so nothing is lost or doubled.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from histor.cluster.engine import Engine
from histor.cluster.records_file import RecordsWriter, holds_records, is_parquet, read_rows
from histor.cluster.rows import Row, reader_digest, result_of, row_of
from histor.cluster.worker import BATCH, read_pages
from histor.errors import EngineError
from histor.read import ReadSettings, read_sources
from histor.read.sniff import kind_of
from histor.records import Failure, Page
from histor.stages import PageResult

if TYPE_CHECKING:
    from daft import DataFrame

__all__ = ["ReadReport", "read_to_file"]

_log = logging.getLogger(__name__)

#: pages, and their characters, that are fetched here before the workers read them
_PAGES, _CHARACTERS = 2_048, 60_000_000
#: pages that are read here: workers take longer to start
_FEW = 64
#: how often a portion is tried
_TRIES = 3
_STORE = re.compile(r"(s3|s3a|gs|gcs|az|abfs|abfss|hf)://|https?://.*\.(warc|parquet)(\.gz)?$")


class ReadReport(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the sources."""

    #: pages read to the end
    read: int = 0
    #: pages that came twice
    known: int = 0
    failures: tuple[Failure, ...] = ()


Tell = Callable[[ReadReport], None]


def read_to_file(
    sources: Sequence[str],
    output: Path,
    engine: Engine,
    *,
    settings: ReadSettings | None = None,
    progress: Tell | None = None,
) -> ReadReport:
    """Read the pages of ``sources`` to the end and write the records file.

    Sources are what :meth:`histor.Case.add` reads, Parquet files of articles, records files of
    another histor, and addresses of WARC and Parquet files that Daft reads (``s3://``, ``https://``
    and others). Stopped by Ctrl-C, the file holds what was read.

    Raises:
        EngineError: the engine is lost, or its workers run another histor.
        OSError: the file cannot be written.
    """
    report = ReadReport()
    with RecordsWriter(output) as writer:
        for row in _rows(sources, engine, settings or ReadSettings()):
            if row.reader != reader_digest():
                raise EngineError(
                    engine.name,
                    f"its workers run another histor ({row.reader}; here it is {reader_digest()})",
                    "install the same version there",
                )
            report = _counted(report, row, new=writer.write(row))
            if progress is not None:
                progress(report)
    return report


def _counted(report: ReadReport, row: Row, *, new: bool) -> ReadReport:
    if row.failure is not None:
        failure = result_of(row)
        if not new or not isinstance(failure, Failure):
            return report
        return msgspec.structs.replace(report, failures=(*report.failures, failure))
    if new:
        return msgspec.structs.replace(report, read=report.read + 1)
    return msgspec.structs.replace(report, known=report.known + 1)


def _rows(sources: Sequence[str], engine: Engine, settings: ReadSettings) -> Iterator[Row]:
    archives, tables, records, others = _sorted(sources, engine)
    yield from _from_files(archives, engine.archives, engine, settings)
    yield from _from_files(tables, engine.tables, engine, settings)
    yield from _from_here(_pages(others, records, settings), engine)


def _sorted(
    sources: Sequence[str], engine: Engine
) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return archives, tables, records files, and all that is read here."""
    archives: list[str] = []
    tables: list[str] = []
    records: list[str] = []
    others: list[str] = []
    for source in sources:
        if _STORE.match(source):
            for path in engine.listed(source):
                (tables if ".parquet" in path else archives).append(path)
        elif is_parquet(source):
            (records if holds_records(source) else tables).append(source)
        elif _is_archive(source):
            archives.append(source)
        else:
            others.append(source)
    return archives, tables, records, others


def _is_archive(source: str) -> bool:
    try:
        with Path(source).open("rb") as stream:
            kind = kind_of(stream.read(4_096))
    except (OSError, ValueError):
        return False
    # gzipped, an archive is told by its name, as histor add does
    return kind == "warc" or (kind == "gzip" and ".warc" in Path(source).name.lower())


def _pages(
    others: Sequence[str], records: Sequence[str], settings: ReadSettings
) -> Iterator[Page | Failure]:
    if others:
        yield from read_sources(others, settings)
    for path in records:
        for row in read_rows(path):
            result = result_of(row)
            yield result.page if isinstance(result, PageResult) else result


def _portions(pages: Iterable[Page | Failure]) -> Iterator[list[Page | Failure]]:
    portion: list[Page | Failure] = []
    characters = 0
    for page in pages:
        portion.append(page)
        characters += len(page.text) if isinstance(page, Page) else 0
        if len(portion) >= _PAGES or characters >= _CHARACTERS:
            yield portion
            portion, characters = [], 0
    if portion:
        yield portion


def _from_here(pages: Iterable[Page | Failure], engine: Engine) -> Iterator[Row]:
    for portion in _portions(pages):
        if len(portion) > _FEW:
            yield from _tried(partial(engine.pages, portion), engine)
        else:
            for first in range(0, len(portion), BATCH):
                yield from filter(None, read_pages(portion[first : first + BATCH]))


def _from_files(
    paths: Sequence[str],
    frame: Callable[[Sequence[str]], DataFrame],
    engine: Engine,
    settings: ReadSettings,
) -> Iterator[Row]:
    for first in range(0, len(paths), engine.cores):
        together = paths[first : first + engine.cores]
        try:
            yield from engine.run(frame(together))
        except EngineError as error:
            _log.warning("%s; its files are read again, one by one", error)
            for path in together:
                yield from _from_file(path, frame, engine, settings)


def _from_file(
    path: str,
    frame: Callable[[Sequence[str]], DataFrame],
    engine: Engine,
    settings: ReadSettings,
) -> Iterator[Row]:
    """Read one file; one that the engine cannot read is read here, if it lies here, or told."""
    try:
        yield from _tried(partial(frame, [path]), engine)
    except EngineError as error:
        if Path(path).exists() and not is_parquet(path):
            yield from _from_here(read_sources([path], settings), engine)
        else:
            message = (
                f"{path}: the file cannot be read to its end ({error.problem}); fetch it again."
            )
            yield row_of(Failure(location=path, code="broken_archive", message=message))


def _tried(make: Callable[[], DataFrame], engine: Engine) -> Iterator[Row]:
    """Run a frame, again if it fails: what came twice is known by its id."""
    for attempt in range(1, _TRIES + 1):
        try:
            yield from engine.run(make())
        except EngineError as error:
            if attempt == _TRIES:
                raise
            _log.warning("%s; it is tried again", error)
        else:
            return
