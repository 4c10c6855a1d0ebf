"""What a worker does: rows of a source to pages, pages to rows of the records file.

This is all that runs on other machines. The language model is opened once a worker, at its first
page; :data:`BATCH` pages are in hand at once.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from histor.cluster.rows import Row, row_of
from histor.read import ReadSettings
from histor.read.articles import page_from_article
from histor.read.warc import pages_from_warc
from histor.records import Failure, Page
from histor.stages import process

__all__ = ["BATCH", "article_pages", "read_pages", "warc_pages"]

#: pages read together
BATCH = 16
#: characters read together, so that a batch of huge pages is taken apart
_CHARACTERS = 2_000_000


def read_pages(pages: Sequence[Page | Failure | None]) -> list[Row | None]:
    """Read pages to the end; as many rows as pages, in no order, none for what is no page."""
    rows: list[Row | None] = [row_of(p) for p in pages if isinstance(p, Failure)]
    for together in _bounded([p for p in pages if isinstance(p, Page)]):
        rows += [row_of(result) for result in process(together)]
    return rows + [None] * (len(pages) - len(rows))


def _bounded(pages: Sequence[Page]) -> Iterator[list[Page]]:
    batch: list[Page] = []
    characters = 0
    for page in pages:
        if batch and characters + len(page.text) > _CHARACTERS:
            yield batch
            batch, characters = [], 0
        batch.append(page)
        characters += len(page.text)
    if batch:
        yield batch


def warc_pages(
    paths: Sequence[str],
    kinds: Sequence[str | None],
    urls: Sequence[str | None],
    contents: Sequence[bytes | None],
    headers: Sequence[str | None],
) -> list[Page | Failure | None]:
    """Return the page in each record of an archive, as ``histor add`` reads it; none if it is none.

    Args:
        paths: the archive of each record.
        kinds: its ``WARC-Type``.
        urls: its ``WARC-Target-URI``.
        contents: its block, HTTP head and all.
        headers: its other headers, a JSON object.
    """
    pages: list[Page | Failure | None] = []
    for path, kind, url, content, other in zip(paths, kinds, urls, contents, headers, strict=True):
        stream = io.BytesIO(_record(kind, url, content, other))
        pages.append(next(pages_from_warc(stream, path, ReadSettings()), None))
    return pages


def _record(kind: str | None, url: str | None, content: bytes | None, headers: str | None) -> bytes:
    """Return the record as it stood in the archive, for the one reader of archives histor has."""
    block = content or b""
    other: dict[str, Any] = msgspec.json.decode(headers or "{}")
    head = {
        "WARC-Type": kind or "",
        "WARC-Target-URI": url or "",
        "Content-Type": str(other.get("Content-Type", "")),
        "Content-Length": str(len(block)),
    }
    lines = [f"{name}: {' '.join(value.split())}\r\n" for name, value in head.items()]
    return f"WARC/1.0\r\n{''.join(lines)}\r\n".encode() + block + b"\r\n\r\n"


def article_pages(paths: Sequence[str], rows: Sequence[dict[str, Any]]) -> list[Page | Failure]:
    """Return the page in each row of a table, named as the fields of JSON articles are."""
    pages: list[Page | Failure] = []
    for path, row in zip(paths, rows, strict=True):
        article = {name: value for name, value in row.items() if value is not None}
        plain = msgspec.json.decode(msgspec.json.encode(article, enc_hook=str))
        url = plain.get("url")
        page = page_from_article(plain, path, ReadSettings())
        if isinstance(page, Page):
            mark = url if isinstance(url, str) and url else page.sha256[:16]
            page = msgspec.structs.replace(page, location=f"{path}!{mark}")
        pages.append(page)
    return pages
