"""The word lists of this room, and a user's own beside them.

Every list is a file in ``data/``. A folder named in ``HISTOR_LEXICONS`` may hold files of the same
names and forms; what they say is added to histor's own.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from histor.errors import InputError

__all__ = ["FOLDER", "coded_names", "lexicon_lines", "lexicon_tables"]

FOLDER = "HISTOR_LEXICONS"
_OWN = Path(__file__).parent / "data"


def lexicon_lines(name: str) -> Iterator[tuple[Path, str]]:
    """Yield the lines of a list, histor's first, each with its file; notes (``#``) are left out.

    Raises:
        InputError: the user's folder or file cannot be read.
    """
    for path in _paths(name):
        for line in _text(path).splitlines():
            if line.strip() and not line.startswith("#"):
                yield path, line


def coded_names(name: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the code and the names, of one word each, on every line of a lexicon of names."""
    for _, line in lexicon_lines(name):
        code, *names = line.split()
        yield code, names


def lexicon_tables(name: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the tables of a list in TOML, histor's first, each with its file.

    Raises:
        InputError: the user's folder or file cannot be read, or is no TOML.
    """
    for path in _paths(name):
        try:
            yield path, tomllib.loads(_text(path))
        except tomllib.TOMLDecodeError as error:
            raise InputError(f"{path} is no TOML: {error}; correct it.") from error


def _paths(name: str) -> list[Path]:
    paths = [_OWN / name]
    folder = os.environ.get(FOLDER)
    if folder:
        if not Path(folder).is_dir():
            raise InputError(f"{FOLDER} names {folder}, which is no folder; correct or unset it.")
        paths += [p for p in (Path(folder) / name,) if p.exists()]
    return paths


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read ({error}); it must be text in UTF-8.") from error
