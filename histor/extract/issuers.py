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
#: a heading of a statement that does not say whose, and where its text does
_HEADED = re.compile(
    r"(?:(?P<who>[^\n:]{3,80}):\s)?(?:(?:joint|press|official|open|public|short)\s)?"
    r"(?:statement|communiqu[eé]|declaration|release)\b",
    re.I,
)
_WISHES = re.compile(
    r"\bThe\s(?:attention\sof\sthe\s)?(?P<who>[A-Z][^,.;\n]{3,60}?)\s(?:has\sbeen\sdrawn|"
    r"(?:wishes|would\slike|desires)\sto\s(?:state|inform|clarify|announce|assure|make|bring))"
)
#: characters of a statement in which its issuer is named
_OPENING = 1_500
_ISSUING = frozenset(["organization", "person", "place"])
#: words of an office before the one who issues it: "by the President of Peru, N. N."
_NEAR = 40


def issuer_of(document: Document, entities: Iterable[Entity]) -> Entity | None:
    """Return who a page's heading says its statement is of; none if it is no statement."""
    headings = (document.title or "", document.text.partition("\n")[0])
    found = next((m for h in headings if (m := _STATEMENT.match(h.strip())) is not None), None)
    named_in = found["who"] if found is not None else _told_below(headings, document.text)
    if named_in is None:
        return None
    who = named_in.casefold()
    named = [
        (at, -len(name.text), entity)
        for entity in entities
        if entity.kind in _ISSUING
        for name in entity.names
        if 0 <= (at := who.find(name.text.casefold().removeprefix("the "))) <= _NEAR
    ]
    return min(named, key=lambda n: n[:2])[2] if named else None


def _told_below(headings: Iterable[str], text: str) -> str | None:
    """Return the words that name whose statement it is in front of its heading or in its text."""
    headed = next((m for h in headings if (m := _HEADED.match(h.strip())) is not None), None)
    if headed is None or headed["who"] is not None:
        return headed["who"] if headed is not None else None
    wishes = _WISHES.search(text, 0, _OPENING)
    return wishes["who"] if wishes is not None else None
