"""What feeds and sitemaps list, as addresses to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from urllib.parse import urlsplit

import msgspec

from histor.errors import PageError
from histor.read import ReadSettings
from histor.read.listings import Listed, Listing, feed_listing, sitemap_listing
from histor.read.urls import Answer, is_url
from histor.store import Watched, WatchLog
from histor.watch.asking import Asker
from histor.watch.plan import Source
from histor.watch.report import Look
from histor.watch.timing import stamp

__all__ = ["ListReader"]

#: sitemaps of one index that are asked for in one look, the newest first
_MOST_SITEMAPS = 50


class ListReader:
    """Reads a source's list, and keeps what it leads to."""

    def __init__(
        self,
        asker: Asker,
        log: WatchLog,
        settings: ReadSettings,
        names: frozenset[str],
        clock: Callable[[], datetime],
    ) -> None:
        self._asker = asker
        self._log = log
        self._settings = settings
        self._names = names
        self._clock = clock

    def read(self, source: Source, own: Watched, look: Look) -> Watched:
        """Ask for a source's list; return what is known of the source now.

        What the list leads to is kept together with it: stopped between the two, the list would
        be taken as read next time, and its new pages would never be asked for.

        Raises:
            PageError: the list cannot be had.
        """
        answer = self._asker.ask(own, source)
        listing, own = self._heard(source, own, answer)
        lists = [own]
        pages = list(listing.pages)
        for child in self._children(source, listing.sitemaps, look):
            try:
                inner, child = self._heard(source, child, self._asker.ask(child, source))
            except PageError as error:
                look.problem = look.problem or str(error)
                continue
            lists.append(child)
            pages += inner.pages
        self._log.keep([*lists, *self._pages(source, pages, look)])
        return own

    def _heard(self, source: Source, watched: Watched, answer: Answer) -> tuple[Listing, Watched]:
        now = stamp(self._clock())
        if answer.status == 304:
            return Listing(), msgspec.structs.replace(watched, checked_at=now, failures=0)
        if answer.status != 200:
            raise PageError(
                watched.address,
                "http_status",
                f"the site answered {answer.status}; check the address or wait",
            )
        if source.kind == "feed":
            listing = feed_listing(answer.data, answer.final)
        else:
            listing = sitemap_listing(answer.data, answer.final, self._settings.max_page_bytes)
        return listing, msgspec.structs.replace(
            watched,
            checked_at=now,
            failures=0,
            read=True,
            # a list of lists is asked for in full: a sitemap it names may have changed
            etag=None if listing.sitemaps else answer.headers.get("etag"),
            modified=None if listing.sitemaps else answer.headers.get("last-modified"),
        )

    def _children(self, source: Source, sitemaps: Sequence[Listed], look: Look) -> list[Watched]:
        found: list[Watched] = []
        allowed = [one for one in sitemaps if self._named(source, one.address, look)]
        newest_first = sorted(allowed, key=lambda one: one.changed or "9999", reverse=True)
        known = self._log.known([one.address for one in newest_first])
        for one in newest_first:
            row = known.get(one.address) or Watched(
                # not the source's own name, under which its pages go
                address=one.address,
                source=f"sitemap:{source.name}",
                first_at=stamp(self._clock()),
            )
            as_it_was = row.read and one.changed is not None and row.mark == one.changed
            if not as_it_was and not self._is_old(source, one):
                found.append(msgspec.structs.replace(row, mark=one.changed))
        return found[:_MOST_SITEMAPS]

    def _pages(self, source: Source, listed: Sequence[Listed], look: Look) -> list[Watched]:
        now = stamp(self._clock())
        wanted = [
            one
            for one in listed
            if not self._is_old(source, one) and self._named(source, one.address, look)
        ]
        known = self._log.known([one.address for one in wanted])
        found: list[Watched] = []
        for one in wanted:
            row = known.get(one.address)
            if row is None:
                fresh = Watched(address=one.address, source=source.name, first_at=now)
                found.append(msgspec.structs.replace(fresh, due_at=now, mark=one.changed))
            elif not row.read and row.source not in self._names:
                # the source that led to it is watched no longer
                found.append(msgspec.structs.replace(row, source=source.name, due_at=now))
            elif one.changed is not None and one.changed > (row.mark or one.changed):
                found.append(msgspec.structs.replace(row, due_at=now, mark=one.changed, failures=0))
        return found

    def _is_old(self, source: Source, one: Listed) -> bool:
        if source.max_age is None or one.changed is None:
            return False
        return one.changed < stamp(self._clock() - source.max_age)

    def _named(self, source: Source, address: str, look: Look) -> bool:
        if source.allows(address):
            return True
        host = _host(address)
        look.left_out[host] = look.left_out.get(host, 0) + 1
        return False


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "no host"
    return (parts.hostname or "no host") if is_url(address) else f"{parts.scheme}:"
