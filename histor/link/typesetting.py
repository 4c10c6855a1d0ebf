"""Marks of another language's typesetting in English text: what a translation leaves standing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from histor.records import Document, Span

__all__ = ["foreign_marks"]

#: what English does not set: guillemets, low opening quotes, a space inside the quotation mark
_MARKS = (
    ("quotation marks of another language", re.compile(r"«[^»\n]{0,300}»?|„[^“”\n]{0,300}[“”]?")),
    (
        "quotation marks that do not pair",
        re.compile(r"[“„][^“”«»\n]{1,300}»|«[^“”«»\n]{1,300}[”“]"),
    ),
    ("spaces inside quotation marks", re.compile(r"«\s[^»\n]{1,300}\s»")),
    ("an editor’s note of the original", re.compile(r"\b(?:editor|translator)['’]s note\b", re.I)),
)


def foreign_marks(document: Document) -> Iterator[tuple[str, list[Span]]]:
    """Yield the kinds of marks that a text shows, each with its places."""
    for kind, pattern in _MARKS:
        spans = [
            Span(document=document.id, start=m.start(), end=m.end(), text=m[0])
            for m in pattern.finditer(document.text)
        ]
        if spans:
            yield kind, spans
