"""The user's own list of sources: how far each may be relied on, and why.

A file named in ``HISTOR_SOURCES``: TOML with a ``[[source]]`` table each, or CSV with a header; the
fields are ``name``, ``reliability`` (A to F) and ``why``.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_args

from histor.errors import InputError
from histor.link.names import name_key
from histor.records import Reliability

__all__ = ["FILE", "Listed", "listed_sources", "source_list_digest"]

FILE = "HISTOR_SOURCES"
_GRADES: tuple[Reliability, ...] = get_args(Reliability)


class Listed(NamedTuple):
    """What the user says of a source."""

    reliability: Reliability
    why: str


def listed_sources() -> dict[str, Listed]:
    """Return the user's list by the key of each name; empty if no list is named.

    Raises:
        InputError: the file cannot be read, or an entry of it is not as it must be.
    """
    path = os.environ.get(FILE)
    if not path:
        return {}
    rows = _rows(Path(path))
    return dict(_listed(row, n, path) for n, row in enumerate(rows, 1))


def source_list_digest() -> str:
    """Return a digest of the user's list, so that what rests on another list is made anew.

    Raises:
        InputError: the file cannot be read.
    """
    path = os.environ.get(FILE)
    return hashlib.sha256(_text(Path(path)).encode()).hexdigest()[:16] if path else ""


def _rows(path: Path) -> Iterable[Mapping[str, Any]]:
    text = _text(path)
    if path.suffix.lower() == ".csv":
        return list(csv.DictReader(io.StringIO(text)))
    try:
        rows = tomllib.loads(text).get("source", [])
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path} ({FILE}) is no TOML: {error}; correct it.") from error
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
        raise InputError(f"{path} ({FILE}) holds no [[source]] tables; docs/sources.md shows one.")
    return rows


def _listed(row: Mapping[str, Any], number: int, path: str) -> tuple[str, Listed]:
    name, grade = str(row.get("name") or "").strip(), str(row.get("reliability") or "").strip()
    if not name:
        raise InputError(f"{path} ({FILE}): source {number} has no name; give it one.")
    for known in _GRADES:
        if grade.upper() == known:
            return name_key(name), Listed(known, str(row.get("why") or "").strip())
    raise InputError(
        f"{path} ({FILE}): the reliability of {name} is “{grade}”; it must be one of A to F."
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path}, which {FILE} names, cannot be read ({error}); correct or unset it."
        ) from error
