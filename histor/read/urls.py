"""Pages from addresses, politely: robots.txt, one request at a time per host, and limits.

Every address is resolved and checked before each hop of a redirect, and the connection is made to
the address that was checked, so that a name that changes its mind leads nowhere private.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from histor.errors import PageError
from histor.read.feeds import feed_links
from histor.read.pages import failure, page_from_bytes
from histor.read.settings import ReadSettings
from histor.read.sniff import kind_of
from histor.records import Failure, Given, Page

__all__ = ["Fetcher", "is_url"]

_MAX_HOPS = 5
_REDIRECTS = {301, 302, 303, 307, 308}


def is_url(source: str) -> bool:
    """Say whether a source names a web address."""
    return source.lower().startswith(("http://", "https://"))


class Fetcher:
    """Fetches pages; remembers each host's robots.txt and when it was last asked."""

    def __init__(self, settings: ReadSettings) -> None:
        self._settings = settings
        self._robots: dict[str, Protego | None] = {}
        self._asked: dict[str, float] = {}
        self._client = httpx.Client(
            timeout=settings.timeout,
            follow_redirects=False,
            trust_env=False,
            headers={"User-Agent": settings.user_agent},
        )

    def pages(self, url: str) -> Iterator[Page | Failure]:
        """Yield the page at an address, or the pages a feed there lists."""
        try:
            data, charset, final = self._fetch(url)
        except PageError as error:
            yield failure(error)
            return
        if kind_of(data) != "feed":
            yield self._page(data, url, charset, final)
            return
        try:
            links = feed_links(data)
        except PageError as error:
            yield failure(PageError(url, error.code, error.problem))
            return
        for link in links:
            try:
                body, charset, final = self._fetch(link)
            except PageError as error:
                yield failure(error)
            else:
                yield self._page(body, link, charset, final)

    def _page(self, data: bytes, url: str, charset: str | None, final: str) -> Page | Failure:
        return page_from_bytes(
            data, url, url, self._settings, charset=charset, given=Given(url=final)
        )

    def _fetch(self, url: str) -> tuple[bytes, str | None, str]:
        at = url
        for _ in range(_MAX_HOPS):
            if not is_url(at):
                raise PageError(url, "bad_address", f"it leads to {at}, which is no web address")
            if not self._allowed(at):
                raise PageError(url, "robots", "the site's robots.txt asks not to fetch this page")
            status, headers, data = self._get(at, url)
            if status in _REDIRECTS and headers.get("location"):
                at = urljoin(at, headers["location"])
                continue
            if status != 200:
                raise PageError(
                    url, "http_status", f"the site answered {status}; check the address or retry"
                )
            _, _, charset = headers.get("content-type", "").lower().partition("charset=")
            return data, charset.strip(" \"';") or None, at
        raise PageError(url, "redirect_loop", "the address redirects without end; check it")

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            try:
                status, _, data = self._get(f"{root}/robots.txt", url)
            except PageError as error:
                if error.code in {"private_address", "unreachable"}:
                    raise
                status, data = 0, b""
            text = data.decode("utf-8", "replace")
            self._robots[root] = Protego.parse(text) if status == 200 else None
        robots = self._robots[root]
        return robots is None or bool(robots.can_fetch(url, self._settings.user_agent))

    def _get(self, url: str, asked_for: str) -> tuple[int, httpx.Headers, bytes]:
        parts = urlsplit(url)
        host = parts.hostname or ""
        address = self._checked_address(host, parts.port, asked_for)
        self._wait(host)
        # connect to the checked address; the name stays in the Host header and in TLS
        target = httpx.URL(url).copy_with(host=address)
        try:
            with self._client.stream(
                "GET",
                target,
                headers={"Host": parts.netloc.rpartition("@")[2]},
                extensions={"sni_hostname": host},
            ) as response:
                data = bytearray()
                for chunk in response.iter_bytes():
                    data += chunk
                    if len(data) > self._settings.max_page_bytes:
                        raise PageError(asked_for, "too_large", "the page is over the size limit")
                return response.status_code, response.headers, bytes(data)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise PageError(
                asked_for,
                "unreachable",
                f"the address cannot be reached ({error or type(error).__name__}); "
                "check it and the connection",
            ) from error

    def _checked_address(self, host: str, port: int | None, asked_for: str) -> str:
        try:
            found = socket.getaddrinfo(host, port or 80, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise PageError(
                asked_for,
                "unreachable",
                f"the host {host!r} cannot be found; check the address and the connection",
            ) from error
        address = str(found[0][4][0])
        if not self._settings.allow_private and not ipaddress.ip_address(address).is_global:
            raise PageError(
                asked_for,
                "private_address",
                f"{host} is an address on a private network; pass --allow-private to allow it",
            )
        return address

    def _wait(self, host: str) -> None:
        since = time.monotonic() - self._asked.get(host, float("-inf"))
        if since < self._settings.delay:
            time.sleep(self._settings.delay - since)
        self._asked[host] = time.monotonic()
