"""Files and folders: what each file is, by its bytes, and the pages in it."""

from __future__ import annotations

import gzip
import io
import logging
import os
import zlib
from collections.abc import Iterator
from pathlib import Path

from histor.errors import PageError
from histor.read.articles import pages_from_json, pages_from_lines
from histor.read.feeds import pages_from_feed
from histor.read.pages import failure, page_from_bytes, too_large
from histor.read.settings import ReadSettings
from histor.read.sniff import kind_of
from histor.read.warc import pages_from_warc
from histor.records import Failure, Page

__all__ = ["files_under", "pages_from_bytes", "pages_from_path"]

_log = logging.getLogger(__name__)

#: a container of many pages may be larger than one page
_CONTAINER_FACTOR = 50


def pages_from_path(path: Path, settings: ReadSettings) -> Iterator[Page | Failure]:
    """Yield the pages of a file, or of all files under a folder in the order of their names."""
    if not path.exists():
        yield _failed(path, "not_found", "there is no such file or folder; check the spelling")
    elif path.is_dir():
        found = False
        for file in files_under(path):
            found = True
            if isinstance(file, Failure):
                yield file
            else:
                yield from _pages_from_file(file, settings)
        if not found:
            yield _failed(path, "nothing_readable", "the folder holds no files; name another")
    else:
        yield from _pages_from_file(path, settings)


def files_under(folder: Path) -> Iterator[Path | Failure]:
    """Yield all files under a folder but hidden ones, and a failure for a link out of it."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            file = Path(root) / name
            if name.startswith("."):
                continue
            if file.is_symlink() and not file.resolve().is_relative_to(folder.resolve()):
                yield _failed(file, "outside", "the link leads out of the folder; name its target")
            else:
                yield file


def _pages_from_file(path: Path, settings: ReadSettings) -> Iterator[Page | Failure]:
    try:
        if not path.is_file():
            yield _failed(path, "not_a_file", "this is not a regular file; name a file or folder")
            return
        with path.open("rb") as stream:
            head = stream.read(200_000)
            kind = kind_of(head)
            if kind == "gzip" and ".warc" in path.name.lower():
                kind = "warc"
            stream.seek(0)
            if kind == "warc":
                yield from pages_from_warc(stream, str(path), settings)
            elif kind == "jsonl":
                yield from pages_from_lines(stream, str(path), settings)
            else:
                limit = settings.max_page_bytes * (_CONTAINER_FACTOR if kind == "json" else 1)
                data = stream.read(limit + 1)
                if len(data) > limit:
                    yield too_large(str(path), settings)
                else:
                    yield from pages_from_bytes(data, str(path), path.name, settings)
    except OSError as error:
        yield _failed(path, "unreadable", f"the file cannot be read ({error.strerror or error})")
    except Exception:  # noqa: BLE001 - a file is input from anybody, and may cost no file beside it
        _log.debug("reading %s failed", path, exc_info=True)
        yield _failed(
            path,
            "internal",
            "histor itself failed on this file and went on without the rest of it; please report "
            "this with the file",
        )


def pages_from_bytes(
    data: bytes, location: str, key: str, settings: ReadSettings
) -> Iterator[Page | Failure]:
    """Yield the pages in some bytes, whatever kind of file they are."""
    kind = kind_of(data)
    if kind == "gzip":
        yield from _unzipped(data, location, key.removesuffix(".gz"), settings)
    elif kind == "case":
        yield failure(
            PageError(
                location, "case", "this is a case, not a page; name it as CASE, not as a source"
            )
        )
    elif kind == "parquet":
        yield failure(
            PageError(
                location,
                "parquet",
                "this is a Parquet file; name it itself if histor read wrote it, else read its "
                "articles with histor read first",
            )
        )
    elif kind == "warc":
        yield from pages_from_warc(io.BytesIO(data), location, settings)
    elif kind == "json":
        yield from pages_from_json(data, location, settings)
    elif kind == "jsonl":
        yield from pages_from_lines(io.BytesIO(data), location, settings)
    elif kind == "feed":
        yield from pages_from_feed(data, location, settings)
    else:
        # a file alone can be found again where it lies; standard input cannot
        found = location if Path(location).name.startswith(key) else None
        yield page_from_bytes(data, location, key, settings, address=found)


def _unzipped(
    data: bytes, location: str, key: str, settings: ReadSettings
) -> Iterator[Page | Failure]:
    limit = settings.max_page_bytes
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            inner = stream.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        yield failure(
            PageError(
                location,
                "broken_gzip",
                f"the compressed file is cut off or damaged ({error}); fetch it again",
            )
        )
        return
    if len(inner) > limit:
        yield too_large(location, settings)
    elif kind_of(inner) == "gzip":
        yield failure(
            PageError(location, "nested_gzip", "the file is compressed twice; unpack it once")
        )
    else:
        yield from pages_from_bytes(inner, location, key, settings)


def _failed(path: Path, code: str, problem: str) -> Failure:
    return failure(PageError(str(path), code, problem))
