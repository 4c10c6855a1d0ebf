"""Spans of a document, always with the very words they cover."""

from __future__ import annotations

from histor.records import Document, Span

__all__ = ["span_of", "trimmed"]

_EDGES = " \t\n\r,;:–—-"
_QUOTES = "\"'“”„«»‘’‹›`"


def span_of(document: Document, start: int, end: int) -> Span:
    """Return the span ``[start, end)`` of a document's text, in code points."""
    return Span(document=document.id, start=start, end=end, text=document.text[start:end])


def trimmed(text: str, start: int, end: int, *, quotes: bool = False) -> tuple[int, int]:
    """Return the span without white space and commas at its edges, and without quotation marks."""
    edges = _EDGES + (_QUOTES if quotes else "")
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        end -= 1
    return start, end
