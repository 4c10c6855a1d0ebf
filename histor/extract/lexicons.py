"""Word lists of this room, read from its data files."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import cast, get_args

from histor.records import ClaimAct

__all__ = ["acts", "titles"]

_DATA = Path(__file__).parent / "data"


@cache
def titles() -> frozenset[str]:
    """Return the head nouns of titles and offices, in lower case."""
    lines = (_DATA / "titles.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def acts() -> dict[str, ClaimAct]:
    """Return what each cue lemma or two-word phrase does."""
    table = tomllib.loads((_DATA / "acts.toml").read_text(encoding="utf-8"))["acts"]
    known = get_args(ClaimAct)
    return {
        phrase: cast(ClaimAct, act)
        for act, phrases in table.items()
        if act in known
        for phrase in phrases
    }
