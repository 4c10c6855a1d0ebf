"""Entries of an RSS or Atom feed, each with whatever of its page the feed carries."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator

import feedparser

from histor.errors import PageError
from histor.read.pages import failure
from histor.read.settings import ReadSettings
from histor.read.sniff import looks_like_html
from histor.records import Failure, Given, Page

__all__ = ["feed_links", "pages_from_feed"]

#: characters under which an entry's summary is a teaser, not a story
_TEASER = 280
#: tags of a feed, those in its entries' texts among them
_MAX_TAGS = 150_000


def pages_from_feed(data: bytes, location: str, settings: ReadSettings) -> Iterator[Page | Failure]:
    """Yield a page for each entry that carries a story, and a failure for each that does not."""
    try:
        feed = _parsed(data)
    except PageError as error:
        yield failure(PageError(location, error.code, error.problem))
        return
    outlet = feed.feed.get("title")
    if not feed.entries:
        yield failure(PageError(location, "empty", "the feed has no entries; fetch it again"))
    for number, entry in enumerate(feed.entries, 1):
        place = f"{location}!{number}"
        body = max((c.get("value") or "" for c in entry.get("content", [])), key=len, default="")
        body = max(body, entry.get("summary") or "", key=len)
        if len(body) < _TEASER:
            yield failure(
                PageError(
                    place, "teaser", "the feed carries only a teaser; add the entry's own page"
                )
            )
            continue
        link = entry.get("link")
        yield Page(
            location=place,
            key=link or hashlib.sha256(body.encode("utf-8", "replace")).hexdigest(),
            sha256=hashlib.sha256(body.encode("utf-8", "replace")).hexdigest(),
            media="html" if looks_like_html(body) else "article",
            text=body.encode("utf-8", "replace").decode("utf-8"),
            encoding="utf-8",
            given=Given(
                title=entry.get("title"),
                outlet=outlet,
                byline=(entry["author"],) if entry.get("author") else (),
                date=entry.get("published") or entry.get("updated"),
                url=link,
            ),
        )


def feed_links(data: bytes) -> list[str]:
    """Return the addresses of a feed's entries, in order and without repeats."""
    feed = _parsed(data)
    return list(dict.fromkeys(e["link"] for e in feed.entries if e.get("link")))


def _parsed(data: bytes) -> feedparser.FeedParserDict:
    """Parse a feed.

    Raises:
        PageError: the parser fails on it (code ``broken_feed``), or would take minutes over it
            (``too_complex``): its time grows with the square of the depth.
    """
    if data.count(b"<") > _MAX_TAGS:
        raise PageError(
            "the feed", "too_complex", "the feed has more tags than it can have entries; split it"
        )
    try:
        # as a stream, for it takes bytes for a file's name first; content is only data here: it
        # is cleaned like any page and escaped where it is shown
        return feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:
        raise PageError(
            "the feed", "broken_feed", f"the feed is broken ({error}); fetch it again"
        ) from error
