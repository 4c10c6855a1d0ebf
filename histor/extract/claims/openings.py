"""The first words of a quoted sentence that were not read: "“[Nobody knows] where they are”"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from histor.extract.claims.quotes import QuotedText

__all__ = ["with_its_opening"]

#: words that a sentence's opening has at most
_LONGEST = 12


def with_its_opening(part: Span, fences: Sequence[Span], quotes: QuotedText) -> Span:
    """Return what stands inside a quotation with its sentence's words before it, if all are in it.

    Args:
        part: what was read as said.
        fences: words of saying and speakers, which none of it may hold.
        quotes: where the page's quotations stand.
    """
    run = quotes.run_at(part[0].idx)
    start = part[0].sent.start
    if run is None or not 0 < part.start - start <= _LONGEST:
        return part
    doc = part.doc
    if doc[start].idx < run[0] or part[0].is_quote:
        return part
    if any(f.start < part.start and start < f.end for f in fences):
        return part
    return doc[start : part.end]
