"""Whatever the user names, read as pages."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from histor.read.files import pages_from_bytes, pages_from_path
from histor.read.pages import too_large
from histor.read.settings import ReadSettings
from histor.read.urls import Fetcher, is_url
from histor.records import Failure, Page

__all__ = ["read_sources"]

_STDIN = "-"
#: standard input may carry a whole archive or JSON lines
_STDIN_FACTOR = 50


def read_sources(
    sources: Sequence[str],
    settings: ReadSettings | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Page | Failure]:
    """Yield the pages of files, folders, addresses and ``-`` for standard input, in that order.

    Never raises for a page or source that cannot be read: it yields the :class:`Failure` instead.
    """
    settings = settings or ReadSettings()
    fetcher: Fetcher | None = None
    for source in sources:
        if source == _STDIN:
            limit = settings.max_page_bytes * _STDIN_FACTOR
            data = (stdin or sys.stdin.buffer).read(limit + 1)
            if len(data) > limit:
                yield too_large("standard input", settings)
            else:
                yield from pages_from_bytes(data, "standard input", "stdin", settings)
        elif is_url(source):
            fetcher = fetcher or Fetcher(settings)
            yield from fetcher.pages(source)
        else:
            yield from pages_from_path(Path(source), settings)
