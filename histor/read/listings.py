"""What a feed or a sitemap lists: addresses, and when each was last changed."""

from __future__ import annotations

import gzip
import io
import zlib
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple
from urllib.parse import urljoin

import feedparser
from lxml import etree

from histor.errors import PageError
from histor.read.pages import utc

__all__ = ["Listed", "Listing", "feed_listing", "sitemap_listing"]

#: as sitemaps.org has it for the pages of one sitemap
_MOST = 50_000


class Listed(NamedTuple):
    """One address that is listed."""

    address: str
    #: ISO 8601, UTC; none if the list does not say
    changed: str | None


class Listing(NamedTuple):
    """What is listed, in the list's order, each address once."""

    pages: tuple[Listed, ...] = ()
    #: the sitemaps that a sitemap index names
    sitemaps: tuple[Listed, ...] = ()


def feed_listing(data: bytes, address: str) -> Listing:
    """Return the entries of an RSS or Atom feed; links are taken as relative to ``address``.

    Raises:
        PageError: the bytes are no feed (code ``not_a_feed``).
    """
    try:
        # as a stream, for it takes bytes for a file's name first; content is only data here
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # what it raises on broken markup is not bounded
        raise PageError(
            address, "not_a_feed", f"the feed is broken ({error}); look at it"
        ) from error
    if not feed.get("version"):
        raise PageError(address, "not_a_feed", "there is no RSS or Atom feed; check the address")
    return Listing(_distinct(address, _entries(feed)))


def _entries(feed: Any) -> Iterator[tuple[str, str | None]]:
    for entry in feed.entries:
        when = entry.get("updated_parsed") or entry.get("published_parsed")
        try:
            changed = datetime.fromtimestamp(timegm(when), UTC).isoformat() if when else None
        except (ValueError, OverflowError):
            changed = None
        yield entry.get("link") or "", changed


def sitemap_listing(data: bytes, address: str, most_bytes: int) -> Listing:
    """Return what a sitemap or a sitemap index lists (sitemaps.org), gzipped or not.

    Raises:
        PageError: the bytes are no sitemap (``not_a_sitemap``), or over ``most_bytes`` unpacked.
    """
    if data.startswith(b"\x1f\x8b"):
        data = _unzipped(data, address, most_bytes)
    # entities stay unresolved and no file or address is opened, whatever the document asks for
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    kind = _name(root) if root is not None else None
    if kind not in {"urlset", "sitemapindex"}:
        raise PageError(address, "not_a_sitemap", "there is no XML sitemap; check the address")
    listed = _distinct(address, (_location(entry) for entry in root))
    return Listing(pages=listed) if kind == "urlset" else Listing(sitemaps=listed)


def _unzipped(data: bytes, address: str, most_bytes: int) -> bytes:
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            unpacked = stream.read(most_bytes + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise PageError(
            address, "broken_gzip", f"the compressed sitemap is damaged ({error})"
        ) from error
    if len(unpacked) > most_bytes:
        raise PageError(address, "too_large", "the sitemap is over the size limit")
    return unpacked


def _location(entry: Any) -> tuple[str, str | None]:
    """Return an entry's address and the latest time it gives, the news extension's too."""
    address, times = "", []
    for element in entry.iter(etree.Element):
        name, text = _name(element), _text(element)
        if name == "loc" and not address:
            address = text
        elif name in {"lastmod", "publication_date"} and (time := utc(text)):
            times.append(time)
    return address, max(times, default=None)


def _name(element: Any) -> str:
    """Return a tag without its namespace; of a broken file it may be any string."""
    return str(element.tag).rpartition("}")[2]


def _text(element: Any) -> str:
    """Return an element's text; what holds half a character names no address and no time."""
    try:
        return (element.text or "").strip()
    except UnicodeDecodeError:
        return ""


def _distinct(base: str, entries: Iterator[tuple[str, str | None]]) -> tuple[Listed, ...]:
    found: dict[str, str | None] = {}
    for link, changed in entries:
        try:
            address = urljoin(base, link.strip()) if link.strip() else ""
        except ValueError:
            continue
        if address and len(found) < _MOST:
            found.setdefault(address.partition("#")[0], utc(changed))
    return tuple(Listed(address, changed) for address, changed in found.items())
