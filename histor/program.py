"""Which program made something: its version and a digest of its own files."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

__all__ = ["program_digest"]

_FILES = ("*.py", "*.toml", "*.txt", "*.json")


@cache
def program_digest() -> str:
    """Return a digest of histor's code and word lists, so that what another made is not reused."""
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted({p for pattern in _FILES for p in folder.rglob(pattern)}):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
