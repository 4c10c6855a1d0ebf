"""When to look again: at sources, at pages that may still change, after failures."""

from __future__ import annotations

from datetime import datetime, timedelta

from histor.store import Watched
from histor.watch.plan import Source

__all__ = ["after_failure", "next_visit", "retry_page", "stamp", "time_of"]

#: the longest wait after failures, and the longest that ``Retry-After`` is obeyed
_LONGEST = timedelta(days=1)
_LONGEST_ASKED = timedelta(days=7)
#: failures after which a page is given up until its list says that it was changed
_GIVEN_UP = 6


def stamp(time: datetime) -> str:
    """Return a time of UTC as it is stored."""
    return time.isoformat(timespec="microseconds")


def time_of(stamped: str) -> datetime:
    """Return a stored time."""
    return datetime.fromisoformat(stamped)


def next_visit(watched: Watched, source: Source, now: datetime) -> str | None:
    """Return when a page that was had is to be looked at again; none if never.

    Each wait is as long as the page has been known, so that a page is asked for a handful of
    times while it is young and may be corrected, and not at all later.
    """
    age = now - time_of(watched.first_at)
    if age >= source.revisit_for:
        return None
    return stamp(now + max(source.every, age))


def after_failure(
    failures: int, source: Source, now: datetime, asked: datetime | None = None
) -> datetime:
    """Return when to try again what failed for the ``failures``-th time in a row.

    The wait doubles; a site that names a later time (``Retry-After``) is obeyed.
    """
    wait = min(source.every * (1 << min(failures - 1, 16)), max(_LONGEST, source.every))
    if asked is not None:
        wait = max(wait, min(asked - now, _LONGEST_ASKED))
    return now + wait


def retry_page(failures: int, source: Source, now: datetime) -> str | None:
    """Return when to try a page again; none once it is given up."""
    return None if failures >= _GIVEN_UP else stamp(after_failure(failures, source, now))
