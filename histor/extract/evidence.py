"""Spans of a document, always with the very words they cover."""

from __future__ import annotations

from histor.records import Document, Span

__all__ = ["QUOTES", "span_of", "trimmed", "without_stop"]

_EDGES = " \t\n\r\xa0,;:–—-"
QUOTES = "\"'“”„«»‘’‹›`"


def span_of(document: Document, start: int, end: int) -> Span:
    """Return the span ``[start, end)`` of a document's text, in code points.

    Raises:
        ValueError: the span is empty or lies outside the text.
    """
    if not 0 <= start < end <= len(document.text):
        raise ValueError(f"no words at {start} to {end} of {document.location}")
    return Span(document=document.id, start=start, end=end, text=document.text[start:end])


def trimmed(text: str, start: int, end: int, *, quotes: bool = False) -> tuple[int, int]:
    """Return the span without white space and commas at its edges, and without quotation marks.

    Where quotation marks go, so does the full stop inside them.
    """
    edges = _EDGES + (QUOTES if quotes else "")
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        end -= 1
    return without_stop(text, start, end) if quotes else (start, end)


def without_stop(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without stray closing marks before it and without a full stop after it."""
    while start < end and text[start] in "»”)]. ,":
        start += 1
    if end - start > 1 and text[end - 1] == "." and text[end - 3 : end - 2] != ".":
        end -= 1
    return start, end
