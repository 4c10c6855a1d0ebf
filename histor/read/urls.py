"""Pages from addresses, politely: robots.txt, one request at a time per host, and limits.

Every address is resolved and checked before each hop of a redirect, and the connection is made to
the address that was checked, so that a name that changes its mind leads nowhere private.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from threading import Thread
from typing import NamedTuple, TypeVar
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from histor.errors import PageError
from histor.read.feeds import feed_links
from histor.read.pages import failure, page_from_bytes
from histor.read.settings import ReadSettings
from histor.read.sniff import kind_of
from histor.records import Failure, Given, Page

__all__ = ["Answer", "Fetcher", "is_url"]

_T = TypeVar("_T")

_MAX_HOPS = 5
_REDIRECTS = {301, 302, 303, 307, 308}
#: seconds for which a robots.txt is taken to stand (RFC 9309, 2.4)
_ROBOTS_LAST = 86_400.0
#: the most seconds between two requests that a robots.txt is obeyed in
_LONGEST_DELAY = 60.0


def is_url(source: str) -> bool:
    """Say whether a source names a web address."""
    return source.lower().startswith(("http://", "https://"))


class Answer(NamedTuple):
    """What an address answered, after all redirects."""

    status: int
    headers: httpx.Headers
    data: bytes
    #: the address that answered
    final: str

    @property
    def charset(self) -> str | None:
        """The character set that the headers declare."""
        _, _, charset = self.headers.get("content-type", "").lower().partition("charset=")
        return charset.strip(" \"';") or None

    def retry_at(self, now: datetime) -> datetime | None:
        """Return when ``Retry-After`` asks to come again (RFC 9110, 10.2.3); none if it is not."""
        said = self.headers.get("retry-after", "").strip()
        try:
            if said.isdigit():
                return now + timedelta(seconds=int(said))
            at = parsedate_to_datetime(said)
        except (ValueError, OverflowError):
            return None
        return at if at.tzinfo else at.replace(tzinfo=UTC)


class _Robots(NamedTuple):
    """A site's rules, and when they were read."""

    rules: Protego | None
    #: seconds of the monotonic clock
    read_at: float


class Fetcher:
    """Fetches pages; remembers each host's robots.txt and when it was last asked."""

    def __init__(self, settings: ReadSettings) -> None:
        self._settings = settings
        self._robots: dict[str, _Robots] = {}
        self._delays: dict[str, float] = {}
        self._asked: dict[str, float] = {}
        self._client = _client(settings)

    def pages(self, url: str) -> Iterator[Page | Failure]:
        """Yield the page at an address, or the pages a feed there lists."""
        try:
            answer = self._fetched(url)
        except PageError as error:
            yield failure(error)
            return
        if kind_of(answer.data) != "feed":
            yield self.page(url, answer)
            return
        try:
            links = feed_links(answer.data)
        except PageError as error:
            yield failure(PageError(url, error.code, error.problem))
            return
        for link in links:
            try:
                answer = self._fetched(link)
            except PageError as error:
                yield failure(error)
            else:
                yield self.page(link, answer)

    def page(self, url: str, answer: Answer, at: datetime | None = None) -> Page | Failure:
        """Make a page of what an address answered ``at`` a time; now, if it is not given."""
        return page_from_bytes(
            answer.data,
            url,
            url,
            self._settings,
            charset=answer.charset,
            given=Given(url=answer.final),
            address=url,
            fetched=(at or datetime.now(UTC)).isoformat(),
        )

    def ask(
        self,
        url: str,
        *,
        conditions: Mapping[str, str] | None = None,
        allowed: Callable[[str], bool] | None = None,
    ) -> Answer:
        """Return what an address answers, whatever its status; redirects are followed.

        Args:
            conditions: headers that make the request conditional (RFC 9110, 13).
            allowed: says of an address whether it may be asked; redirects are held to it too.

        Raises:
            PageError: it cannot be reached, is too large or too slow, or may not be asked.
        """
        at = url
        for _ in range(_MAX_HOPS):
            if not is_url(at):
                raise PageError(url, "bad_address", f"it leads to {at}, which is no web address")
            if allowed is not None and not allowed(at):
                raise PageError(
                    url, "other_host", f"it leads to {at}, whose host is not among those named"
                )
            if not self._permitted(at):
                raise PageError(url, "robots", "the site's robots.txt asks not to fetch this page")
            status, headers, data = self._get(at, url, conditions)
            if status in _REDIRECTS and headers.get("location"):
                at = urljoin(at, headers["location"])
                continue
            return Answer(status, headers, data, at)
        raise PageError(url, "redirect_loop", "the address redirects without end; check it")

    def _fetched(self, url: str) -> Answer:
        answer = self.ask(url)
        if answer.status != 200:
            raise PageError(
                url, "http_status", f"the site answered {answer.status}; check the address or retry"
            )
        return answer

    def _permitted(self, url: str) -> bool:
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        known = self._robots.get(root)
        if known is None or time.monotonic() - known.read_at > _ROBOTS_LAST:
            known = self._robots[root] = _Robots(self._read_robots(root, url), time.monotonic())
            agent = self._settings.user_agent
            asked = known.rules.crawl_delay(agent) if known.rules else None
            self._delays[parts.hostname or ""] = min(float(asked or 0.0), _LONGEST_DELAY)
        rules = known.rules
        return rules is None or bool(rules.can_fetch(url, self._settings.user_agent))

    def _read_robots(self, root: str, asked_for: str) -> Protego | None:
        """Return a site's rules; none if it has none (RFC 9309, 2.3.1)."""
        at = f"{root}/robots.txt"
        for _ in range(_MAX_HOPS):
            try:
                status, headers, data = self._get(at, asked_for)
            except PageError as error:
                if error.code == "too_large":
                    return None
                raise
            if status in _REDIRECTS and is_url(urljoin(at, headers.get("location", ""))):
                at = urljoin(at, headers["location"])
                if urlsplit(at).hostname != urlsplit(root).hostname:
                    return None
                continue
            if status >= 500:
                raise PageError(
                    asked_for,
                    "robots",
                    f"the site's robots.txt cannot be had now (it answers {status}); try later",
                )
            return Protego.parse(data.decode("utf-8", "replace")) if status == 200 else None
        return None

    def _get(
        self, url: str, asked_for: str, conditions: Mapping[str, str] | None = None
    ) -> tuple[int, httpx.Headers, bytes]:
        parts = urlsplit(url)
        host = parts.hostname or ""
        address = self._checked_address(host, parts.port, asked_for)
        self._wait(host)
        # a thread that can be left behind: no timeout bounds headers that come byte by byte
        answer: Future[tuple[int, httpx.Headers, bytes]] = Future()
        Thread(
            target=_settle, args=(answer, self._received, url, address, conditions), daemon=True
        ).start()
        try:
            return answer.result(self._settings.longest + self._settings.timeout)
        except TimeoutError as error:
            self._client = _client(self._settings)
            raise _too_slow(asked_for) from error
        except PageError as error:
            raise PageError(asked_for, error.code, error.problem) from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise PageError(
                asked_for,
                "unreachable",
                f"the address cannot be reached ({error or type(error).__name__}); "
                "check it and the connection",
            ) from error

    def _received(
        self, url: str, address: str, conditions: Mapping[str, str] | None
    ) -> tuple[int, httpx.Headers, bytes]:
        parts = urlsplit(url)
        end = time.monotonic() + self._settings.longest
        # connect to the checked address; the name stays in the Host header and in TLS
        target = httpx.URL(url).copy_with(host=address)
        with self._client.stream(
            "GET",
            target,
            headers={**(conditions or {}), "Host": parts.netloc.rpartition("@")[2]},
            extensions={"sni_hostname": parts.hostname or ""},
        ) as response:
            data = bytearray()
            for chunk in response.iter_bytes():
                data += chunk
                if len(data) > self._settings.max_page_bytes:
                    raise PageError(url, "too_large", "the page is over the size limit")
                if time.monotonic() > end:
                    raise _too_slow(url)
            return response.status_code, response.headers, bytes(data)

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
        delay = max(self._settings.delay, self._delays.get(host, 0.0))
        if since < delay:
            time.sleep(delay - since)
        self._asked[host] = time.monotonic()


def _client(settings: ReadSettings) -> httpx.Client:
    return httpx.Client(
        timeout=settings.timeout,
        follow_redirects=False,
        trust_env=False,
        headers={"User-Agent": settings.user_agent},
    )


def _settle(answer: Future[_T], ask: Callable[..., _T], *arguments: object) -> None:
    """Give a waiting thread what a call returns, or what it raises."""
    try:
        answer.set_result(ask(*arguments))
    except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
        answer.set_exception(error)


def _too_slow(url: str) -> PageError:
    return PageError(url, "too_slow", "the page did not come in time; try later")
