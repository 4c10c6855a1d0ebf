"""Pages that give no date, named, with the words that would need one."""

from __future__ import annotations

from collections.abc import Iterable

from histor.link.pages import Pages
from histor.records import Document, Finding, PageRecord, Span, make_id

__all__ = ["undated_pages"]

#: expressions left without a day that are shown
_SHOWN = 5


def undated_pages(pages: Iterable[PageRecord]) -> tuple[Finding, ...]:
    """Return a finding for each page on which no date is printed or marked up, by id."""
    pages = Pages.of(pages)
    found = []
    for n, document in enumerate(pages.documents):
        if document.page_date is not None:
            continue
        open_words = [t.span for t in pages.times[n] if t.date is None][:_SHOWN]
        evidence = tuple(open_words) or _beginning(document)
        hanging = ", and some of its expressions of time hang on one" if open_words else ""
        if document.written is not None:
            hanging += f"; its words and other pages say {document.written.edtf}"
        name = document.label
        found.append(
            Finding(
                id=make_id("finding", "undated_page", document.id),
                kind="undated_page",
                summary=f"The page “{name}” gives no date{hanging}.",
                evidence=evidence,
                documents=(document.id,),
            )
        )
    return tuple(sorted(found, key=lambda f: f.id))


def _beginning(document: Document) -> tuple[Span, ...]:
    if not document.sentences:
        return ()
    start, end = document.sentences[0]
    return (Span(document=document.id, start=start, end=end, text=document.text[start:end]),)
