"""What is known of each watched address, so that a watch goes on where it was stopped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert

from histor.store import tables
from histor.store.database import Database

__all__ = ["WatchLog", "Watched"]

#: addresses of one query; SQLite bounds them
_AT_ONCE = 500


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """One address or file that is watched. Times are ISO 8601 in UTC."""

    address: str
    #: the source that led to it; its own address for a source
    source: str
    first_at: str
    checked_at: str | None = None
    #: when it is to be looked at again; none if never
    due_at: str | None = None
    #: the headers that its last answer had
    etag: str | None = None
    modified: str | None = None
    #: what tells its state from another: when a list says it was changed, a file's time and size
    mark: str | None = None
    #: how often it could not be had since it last could
    failures: int = 0
    #: whether it was ever read
    read: bool = False


class WatchLog:
    """The table of watched addresses of one case. Every method may raise CaseError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, address: str) -> Watched | None:
        """Return what is known of an address; none if it was never met."""
        w = tables.watched
        with self._database.reading() as connection:
            row = connection.execute(select(w).where(w.c.address == address)).mappings().first()
        return _watched(dict(row)) if row is not None else None

    def known(self, addresses: Sequence[str]) -> dict[str, Watched]:
        """Return what is known of those addresses that were met."""
        w = tables.watched
        found: dict[str, Watched] = {}
        with self._database.reading() as connection:
            for start in range(0, len(addresses), _AT_ONCE):
                query = select(w).where(w.c.address.in_(addresses[start : start + _AT_ONCE]))
                for row in connection.execute(query).mappings():
                    found[row["address"]] = _watched(dict(row))
        return found

    def due(self, source: str, now: str, most: int) -> list[Watched]:
        """Return what a source led to and is to be looked at by now, the longest due first."""
        w = tables.watched
        query = (
            select(w)
            .where(w.c.source == source, w.c.address != source, w.c.due_at <= now)
            .order_by(w.c.due_at, w.c.number)
            .limit(most)
        )
        with self._database.reading() as connection:
            return [_watched(dict(row)) for row in connection.execute(query).mappings()]

    def waiting(self, source: str, now: str) -> int:
        """Return how many addresses that a source led to are to be looked at by now."""
        w = tables.watched
        query = select(func.count()).where(
            w.c.source == source, w.c.address != source, w.c.due_at <= now
        )
        with self._database.reading() as connection:
            return int(connection.execute(query).scalar_one())

    def keep(self, watched: Iterable[Watched]) -> None:
        """Store what is known of addresses now, all or none."""
        rows = [msgspec.structs.asdict(one) for one in watched]
        if not rows:
            return
        w = tables.watched
        with self._database.writing() as connection:
            for row in rows:
                fresh = {k: v for k, v in row.items() if k not in {"address", "first_at"}}
                connection.execute(
                    insert(w)
                    .values(row)
                    .on_conflict_do_update(index_elements=["address"], set_=fresh)
                )


def _watched(row: dict[str, Any]) -> Watched:
    values = {name: row[name] for name in Watched.__struct_fields__}
    return Watched(**{**values, "read": bool(row["read"])})
