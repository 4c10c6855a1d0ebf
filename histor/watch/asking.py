"""Asking for addresses with conditions, and leaving alone the hosts that are in trouble."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

import msgspec

from histor.errors import PageError
from histor.read.urls import Answer, Fetcher
from histor.store import Watched, WatchLog
from histor.watch.plan import Source
from histor.watch.timing import after_failure, stamp, time_of

__all__ = ["HELD", "Asker"]

#: code of the error that says that a host is left alone for now
HELD = "held"
_TOO_MANY = {429, 503}
_TROUBLE = {"unreachable", "too_slow"}


class Asker:
    """Asks for watched addresses; what it knows of hosts is kept in the case."""

    def __init__(self, fetcher: Fetcher, log: WatchLog, clock: Callable[[], datetime]) -> None:
        self._fetcher = fetcher
        self._log = log
        self._clock = clock

    def ask(self, watched: Watched, source: Source) -> Answer:
        """Return what an address answers; 304 if it is as it was.

        Raises:
            PageError: it cannot be had; code ``held`` if it was not asked, because its host is to
                be left alone.
        """
        host = urlsplit(watched.address).hostname or ""
        if (until := self.held_until(watched.address)) is not None:
            raise PageError(
                watched.address, HELD, f"{host} is left alone until {stamp(until)[:16]} UTC"
            )
        held = self._log.find(_key(host))
        try:
            answer = self._fetcher.ask(
                watched.address, conditions=_conditions(watched), allowed=source.allows
            )
        except PageError as error:
            if error.code in _TROUBLE:
                self._hold(host, held, source)
            raise
        if answer.status in _TOO_MANY:
            until = self._hold(host, held, source, answer.retry_at(self._clock()))
            raise PageError(
                watched.address,
                "http_status",
                f"the site answered {answer.status}; {host} is left alone until "
                f"{stamp(until)[:16]} UTC",
            )
        if held is not None and held.failures:
            self._log.keep([msgspec.structs.replace(held, failures=0, due_at=None)])
        return answer

    def held_until(self, address: str) -> datetime | None:
        """Return until when an address's host is left alone; none if it may be asked."""
        held = self._log.find(_key(urlsplit(address).hostname or ""))
        until = time_of(held.due_at) if held is not None and held.due_at is not None else None
        return until if until is not None and until > self._clock() else None

    def _hold(
        self, host: str, held: Watched | None, source: Source, asked: datetime | None = None
    ) -> datetime:
        """Leave a host alone, the longer the oftener it failed; return until when."""
        now = self._clock()
        held = held or Watched(address=_key(host), source=_key(host), first_at=stamp(now))
        failures = held.failures + 1
        until = after_failure(failures, source, now, asked)
        self._log.keep(
            [
                msgspec.structs.replace(
                    held, failures=failures, checked_at=stamp(now), due_at=stamp(until)
                )
            ]
        )
        return until


def _key(host: str) -> str:
    return f"host:{host}"


def _conditions(watched: Watched) -> dict[str, str]:
    """Return the headers that ask for an answer only if it is another (RFC 9110, 13.1)."""
    headers: dict[str, str] = {}
    if watched.etag:
        headers["If-None-Match"] = watched.etag
    if watched.modified:
        headers["If-Modified-Since"] = watched.modified
    return headers
