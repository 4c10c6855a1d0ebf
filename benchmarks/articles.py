"""Articles of the data sets as pages, and what histor reads from them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from histor import stages
from histor.records import Given, Page, PageRecord

__all__ = ["article", "read"]


def article(key: str, text: str, date: str | None) -> Page:
    """Return a page that is a story alone, as a feed or a JSON file gives it."""
    digest = hashlib.sha256(f"{key}\n{date}\n{text}".encode()).hexdigest()
    return Page(
        location=key,
        key=key,
        sha256=digest,
        media="article",
        text=text,
        encoding="utf-8",
        given=Given(date=date, language="en"),
    )


def read(pages: Sequence[Page]) -> list[PageRecord]:
    """Return what the pages say, those left out that hold no story."""
    return [r.record for r in stages.process(pages) if isinstance(r, stages.PageResult)]
