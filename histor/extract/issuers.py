"""Whose statement a page is: "Statement of the Federation of Doctors on …" is the federation's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from histor.records import Document, Entity

__all__ = ["issuer_of"]

_STATEMENT = re.compile(
    r"\A(?:(?:joint|press|official|open|public|short)\s)?"
    r"(?:statement|communiqu[eé]|declaration|release|letter|appeal|message)\b"
    r"[^\n]{0,60}?\b(?:by|of|from)\s(?:the\s)?(?P<who>[^\n]+)",
    re.I,
)
_ISSUING = frozenset(["organization", "person", "place"])
#: words of an office before the one who issues it: "by the President of Peru, N. N."
_NEAR = 40


def issuer_of(document: Document, entities: Iterable[Entity]) -> Entity | None:
    """Return who a page's heading says its statement is of; none if it is no statement."""
    headings = (document.title or "", document.text.partition("\n")[0])
    found = next((m for h in headings if (m := _STATEMENT.match(h.strip())) is not None), None)
    if found is None:
        return None
    who = found["who"].casefold()
    named = [
        (at, -len(name.text), entity)
        for entity in entities
        if entity.kind in _ISSUING
        for name in entity.names
        if 0 <= (at := who.find(name.text.casefold().removeprefix("the "))) <= _NEAR
    ]
    return min(named, key=lambda n: n[:2])[2] if named else None
