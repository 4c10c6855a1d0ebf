"""Digests of what is stored of a page: whatever changes it afterwards shows."""

from __future__ import annotations

import hashlib

from histor.store.rows import PageRows

__all__ = ["digests_of", "sha256"]


def sha256(value: bytes | str | None) -> str | None:
    """Return the SHA-256 of a stored value as hex digits; of a text, that of its UTF-8."""
    if value is None:
        return None
    data = value.encode() if isinstance(value, str) else value
    return hashlib.sha256(data).hexdigest()


def digests_of(page: PageRows) -> dict[str, str | None]:
    """Return the row of ``digests`` for a page that is about to be stored."""
    rows = {table.name: rows[0] for table, rows in page.rows if table.name in _DIGESTED}
    return {
        "page": page.id,
        "body": sha256(rows["pages"]["body"]),
        "record": sha256(rows["documents"]["record"]),
    }


_DIGESTED = frozenset(["pages", "documents"])
