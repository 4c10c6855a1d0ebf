"""Several who say something together and have no name: "opposition parties", "rights groups"."""

from __future__ import annotations

__all__ = ["several_unnamed"]

#: those who may speak for somebody whom another sentence names
_FOR_OTHERS = frozenset(
    "officials authorities sources police troops officers diplomats forces ministers "
    "spokesmen lawyers reports media they those aides leaders".split()
)


def several_unnamed(words: str) -> str | None:
    """Return the noun of several who speak for themselves; none of one, or of who may not."""
    noun = words.split()[-1].lower() if words else ""
    many = noun.endswith("s") and not noun.endswith("ss")
    return noun if many and noun not in _FOR_OTHERS else None
