"""Wording of furniture, from the data file: which reason a line's words give for taking it out."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import cast, get_args

from histor.records import RemovedReason

__all__ = ["Patterns", "furniture_reason", "load_patterns"]

_DEFAULT = Path(__file__).parent / "data" / "furniture.toml"
#: longer lines are prose or junk; their wording is not looked at
_MAX_LINE = 400


@dataclass(frozen=True, slots=True)
class Patterns:
    """Compiled patterns, by reason."""

    whole: tuple[tuple[RemovedReason, re.Pattern[str]], ...]
    start: tuple[tuple[RemovedReason, re.Pattern[str]], ...]

    def reason(self, line: str) -> RemovedReason | None:
        """Return why a line is furniture, judged by its words alone; none if they do not say."""
        if len(line) > _MAX_LINE:
            return None
        for reason, pattern in self.whole:
            if pattern.fullmatch(line):
                return reason
        for reason, pattern in self.start:
            if pattern.match(line):
                return reason
        return None


@lru_cache(maxsize=20_000)  # the pages of a site have most of their furniture in common
def furniture_reason(line: str) -> RemovedReason | None:
    """Return why a line is furniture by the wording that ships; none if its words do not say."""
    return load_patterns().reason(line)


@cache
def load_patterns(path: Path = _DEFAULT) -> Patterns:
    """Read a pattern file in the form of ``data/furniture.toml``."""
    known = get_args(RemovedReason)
    tables = tomllib.loads(path.read_text(encoding="utf-8"))

    def compiled(section: str) -> tuple[tuple[RemovedReason, re.Pattern[str]], ...]:
        return tuple(
            (cast(RemovedReason, reason), re.compile("|".join(f"(?:{e})" for e in entries), re.I))
            for reason, entries in tables.get(section, {}).items()
            if reason in known
        )

    return Patterns(compiled("whole"), compiled("start"))
