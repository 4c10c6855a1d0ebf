"""Whose statement a page is: "Statement of the Federation of Doctors on …" is the federation's."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from histor.records import Claim, ClaimSource, Document, Entity, Span

__all__ = ["issuer_of", "issuing"]

_STATEMENT = re.compile(
    r"\A(?:(?:joint|press|official|open|public|short)\s)?"
    r"(?:statement|communiqu[eé]|declaration|release|letter|appeal|message)\b"
    r"[^\n]{0,60}?\b(?:by|of|from)\s(?:the\s)?(?P<who>[^\n]+)",
    re.I,
)
#: a heading of a statement that does not say whose, and where its text does
_HEADED = re.compile(
    r"(?:(?P<who>[^\n:]{3,80}):\s)?(?:(?:joint|press|official|open|public|short)\s)?"
    r"(?:statement|communiqu[eé]|declaration|release|full\stext|text\sin\sfull)\b",
    re.I,
)
_WISHES = re.compile(
    r"\b[Tt]he\s(?:attention\sof\sthe\s)?(?P<who>[A-Z][^,.;\n]{3,60}?)\s(?:has\sbeen\sdrawn|"
    r"(?:wishes|would\slike|desires)\sto\s(?:state|inform|clarify|announce|assure|make|bring)|"
    r"(?:hereby\s)?informs\b|hereby\s|issued\s(?:the\sfollowing|this)\s)"
)
_BY_NOBODY = re.compile(r"\b(?:is|are|was|were|be|been)\b", re.I)
#: characters of a statement in which its issuer is named
_OPENING = 1_500
_ISSUING = frozenset(["organization", "person", "place"])
#: acts that a statement does itself, where it says by nobody: "the claim is rejected"
_OWN_ACTS = frozenset(["deny", "condemn", "demand", "accuse", "warn", "promise"])
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


def issuing(claim: Claim, issuer: Entity | None) -> Claim:
    """Return a claim that nobody is said to make as that of whose statement its page is."""
    if issuer is None or claim.source is not None or claim.act not in _OWN_ACTS:
        return claim
    if claim.cue is None or not _BY_NOBODY.search(claim.cue.text):
        return claim
    first = min(issuer.mentions, key=lambda m: m.start, default=None)
    if first is None:
        return claim
    words = Span(document=claim.document, start=first.start, end=first.end, text=first.text)
    return msgspec.structs.replace(
        claim, source=ClaimSource(text=words.text, span=words, entity=issuer.id)
    )
