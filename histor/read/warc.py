"""Pages of a web archive (WARC, ISO 28500), one record at a time."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from histor.errors import PageError
from histor.read.pages import failure, page_from_bytes, too_large
from histor.read.settings import ReadSettings
from histor.records import Failure, Given, Page

__all__ = ["pages_from_warc"]

#: bytes of the headers of one record
_MAX_HEADERS = 1_000_000
#: what warcio trips over where an archive's headers are broken
_UNSAID = (AttributeError, TypeError, IndexError, KeyError, zlib.error)
_PAGES = ("text/html", "application/xhtml", "text/plain")


class _BoundedLines:
    """Reads header lines, and fails where those of one record are more than any server sends."""

    def __init__(self, readline: Callable[[int], bytes]) -> None:
        self._readline = readline
        self.read = 0

    def __call__(self, length: int = 0) -> bytes:
        line = self._readline(min(length or _MAX_HEADERS, _MAX_HEADERS))
        self.read += len(line)
        if self.read > _MAX_HEADERS:
            raise ArchiveLoadFailed("a record's headers do not end")
        return line


def pages_from_warc(
    stream: BinaryIO, location: str, settings: ReadSettings
) -> Iterator[Page | Failure]:
    """Yield a page for each HTML or text response; a broken end keeps what came before it."""
    archive = ArchiveIterator(stream)
    lines = archive.reader.readline = _BoundedLines(archive.reader.readline)
    try:
        for record in archive:
            lines.read = 0
            if record.rec_type not in {"response", "resource"}:
                continue
            headers = record.http_headers
            kind = (headers.get_header("Content-Type") if headers else record.content_type) or ""
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            status = headers.get_statuscode() if headers else "200"
            if not kind.lower().startswith(_PAGES) or status != "200":
                continue
            place = f"{location}!{url}"
            data = record.content_stream().read(settings.max_page_bytes + 1)
            if len(data) > settings.max_page_bytes:
                yield too_large(place, settings)
                continue
            _, _, charset = kind.lower().partition("charset=")
            yield page_from_bytes(
                data,
                place,
                url,
                settings,
                charset=charset.strip(" \"';") or None,
                given=Given(url=url),
                address=url or None,
                fetched=record.rec_headers.get_header("WARC-Date"),
            )
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, *_UNSAID) as error:
        yield failure(
            PageError(
                location,
                "broken_archive",
                f"the archive is broken after this point ({error}); fetch it again",
            )
        )
