"""No record without the words that prove it: the check on the way into a case and out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from histor.records import Dropped, PageRecord, PageWords, Record, Span

__all__ = ["mismatches", "proven", "words_in"]

_log = logging.getLogger(__name__)
_R = TypeVar("_R", bound=Record)
#: what most fields are, and no span is in
_HOLDS_NONE = frozenset([str, int, float, bool, type(None)])


def proven(record: PageRecord, page_text: str | None = None) -> PageRecord:
    """Return ``record`` without the parts whose spans do not hold the words they claim.

    What is left out is named in ``dropped`` with the code ``span_mismatch``. Words outside the
    story are checked where ``page_text``, the page as decoded, is given.
    """
    document = record.document
    dropped: list[Dropped] = []

    def kept(items: Iterable[_R], kind: str) -> tuple[_R, ...]:
        good: list[_R] = []
        for item in items:
            if wrong := _mismatch(item, document.id, document.text, page_text):
                dropped.append(_dropped(document.id, kind, item, wrong))
            else:
                good.append(item)
        return tuple(good)

    dates = kept([document.page_date] if document.page_date else [], "page_date")
    entities = kept(record.entities, "entity")
    claims = kept(record.claims, "claim")
    times = kept(record.times, "time")
    events = kept(record.events, "event")
    figures = kept(record.figures, "figure")
    if not dropped:
        return record
    return msgspec.structs.replace(
        record,
        document=msgspec.structs.replace(document, page_date=dates[0] if dates else None),
        entities=entities,
        claims=claims,
        times=times,
        events=events,
        figures=figures,
        dropped=(*record.dropped, *dropped),
    )


def _mismatch(
    item: object, document: str, text: str, page_text: str | None
) -> Span | PageWords | None:
    return next(mismatches(item, {document: text}, page_text), None)


def mismatches(
    item: object, texts: Mapping[str, str], page_text: str | None = None
) -> Iterator[Span | PageWords]:
    """Yield the words inside a record, at any depth, that do not stand where they say.

    ``texts`` holds the documents' texts by id; words of a document it lacks stand nowhere. Words
    outside the story are checked where ``page_text`` is given.
    """
    for words in words_in(item):
        if isinstance(words, Span):
            if not _stands(words, texts.get(words.document, "")):
                yield words
        elif page_text is not None and not _stands(words, page_text):
            yield words


def _stands(words: Span | PageWords, text: str) -> bool:
    inside = 0 <= words.start < words.end <= len(text)
    return inside and text[words.start : words.end] == words.text


def words_in(item: object) -> Iterator[Span | PageWords]:
    """Yield every span inside a record, at any depth, in order."""
    waiting = [item]
    while waiting:
        item = waiting.pop()
        if isinstance(item, (Span, PageWords)):
            yield item
            continue
        parts = msgspec.structs.astuple(item) if isinstance(item, msgspec.Struct) else item
        if isinstance(parts, tuple):
            waiting += [part for part in reversed(parts) if part.__class__ not in _HOLDS_NONE]


def _dropped(document: str, kind: str, item: object, words: Span | PageWords) -> Dropped:
    name = str(getattr(item, "id", kind))
    _log.error(
        "%s %s of %s left out: its words are not at [%d, %d)",
        kind,
        name,
        document,
        words.start,
        words.end,
    )
    return Dropped(
        record=name,
        code="span_mismatch",
        detail=f"the {kind}'s words do not stand at [{words.start}, {words.end})",
    )
