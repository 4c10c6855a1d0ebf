"""What each address held, from when to when: rows that are only ever added or made longer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, Row, func, select, update
from sqlalchemy.dialects.sqlite import insert

from histor.records import Page, Sighting
from histor.store import tables

__all__ = ["Seen", "newest", "see", "seen", "shared_addresses"]


class Seen(NamedTuple):
    """That a document stood at an address at a time."""

    address: str
    document: str
    #: ISO 8601, UTC, with microseconds
    at: str
    #: whether the page was fetched then, and did not only come into the case
    dated: bool


def seen(page: Page, started: str) -> Seen | None:
    """Return where and when a page was found; none if it has no address.

    ``started`` stands in for a time of fetching that is not known.
    """
    if page.address is None:
        return None
    return Seen(page.address, page.document_id, page.fetched or started, page.fetched is not None)


def newest(connection: Connection, address: str) -> Row[tuple[str, str, str]] | None:
    """Return the document last seen at an address, the first and the last time; none if none."""
    v = tables.versions
    query = (
        select(v.c.document, v.c.first, v.c.last)
        .where(v.c.address == address)
        .order_by(v.c.last.desc(), v.c.number.desc())
        .limit(1)
    )
    return connection.execute(query).first()


def see(connection: Connection, one: Seen, now: str) -> None:
    """Record what was seen; what stood there already only stands there longer."""
    v = tables.versions
    last = newest(connection, one.address)
    if last is not None and last.document == one.document and one.at >= last.first:
        if one.dated and one.at > last.last:
            same = (v.c.address == one.address, v.c.document == one.document)
            connection.execute(update(v).where(*same, v.c.first == last.first).values(last=one.at))
        return
    connection.execute(
        insert(v)
        .values(
            address=one.address,
            document=one.document,
            first=one.at,
            last=one.at,
            dated=int(one.dated),
            added_at=now,
        )
        .on_conflict_do_nothing()
    )


def shared_addresses(connection: Connection, before: str | None = None) -> Iterable[Sighting]:
    """Yield what was seen at every address that held several documents, oldest first.

    ``before``: as the case knew it then.
    """
    v = tables.versions
    known = () if before is None else (v.c.added_at < before,)
    several = (
        select(v.c.address)
        .where(*known)
        .group_by(v.c.address)
        .having(func.count(v.c.document.distinct()) > 1)
    )
    query = (
        select(v.c.address, v.c.document, v.c.first, v.c.last, v.c.dated)
        .where(v.c.address.in_(several), *known)
        .order_by(v.c.address, v.c.last, v.c.number)
    )
    for row in connection.execute(query):
        yield Sighting(
            address=row.address,
            document=row.document,
            first=row.first,
            last=row.last,
            dated=bool(row.dated),
        )
