"""One page out of bytes or out of an article some other program has already taken apart."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from histor.errors import PageError
from histor.read.decode import decode
from histor.read.settings import ReadSettings
from histor.read.sniff import looks_like_html
from histor.records import Failure, Given, Page

__all__ = ["failure", "page_from_bytes", "too_large", "utc"]


def page_from_bytes(
    data: bytes,
    location: str,
    key: str,
    settings: ReadSettings,
    *,
    charset: str | None = None,
    given: Given | None = None,
    address: str | None = None,
    fetched: str | None = None,
) -> Page | Failure:
    """Make a page of fetched bytes, or the failure that says why they are none.

    ``fetched`` is when, in ISO 8601; a time that cannot be read is left out.
    """
    if len(data) > settings.max_page_bytes:
        return too_large(location, settings)
    try:
        text, encoding = decode(data, location, charset)
    except PageError as error:
        return failure(error)
    return Page(
        location=location,
        key=key,
        sha256=hashlib.sha256(data).hexdigest(),
        media="html" if looks_like_html(text) else "text",
        text=text,
        encoding=encoding,
        given=given or Given(),
        address=address,
        fetched=utc(fetched),
    )


def utc(time: str | None) -> str | None:
    """Return an ISO 8601 time in UTC with microseconds; none if it is none.

    One without a zone is taken as UTC.
    """
    try:
        read = datetime.fromisoformat((time or "").strip())
        read = read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return read.isoformat(timespec="microseconds")


def failure(error: PageError) -> Failure:
    """Turn a page's error into the record the case keeps."""
    return Failure(location=error.location, code=error.code, message=f"{error}")


def too_large(location: str, settings: ReadSettings) -> Failure:
    """Say that a page is over the limit."""
    return failure(
        PageError(
            location,
            "too_large",
            f"the page is larger than {settings.max_page_bytes:,} bytes; save the article alone",
        )
    )
