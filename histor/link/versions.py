"""Versions of one page: the same address, other content. The newest counts, the others stay.

An earlier version is no second witness: it says what its publisher has since put in other words,
or taken back. So it stays in the case, to be read and compared, and out of the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from histor.link.sentences import share_kept
from histor.records import Document, PageRecord, Sighting

__all__ = ["Superseded", "counted", "page_versions", "superseded"]

#: share of the shorter text's sentences that makes two pages of one address versions of one page
#: where it is not known that both were fetched there: an export may give every article the
#: address of its site
_SAME_PAGE = 0.5


def page_versions(
    documents: Mapping[str, Document], sightings: Iterable[Sighting]
) -> tuple[tuple[Sighting, ...], ...]:
    """Return each page that was seen with several contents, as its sightings, oldest first.

    Pages of one address are one page if they were fetched there, or if they share most of their
    sentences. The result does not hang on the order of the sightings.
    """
    pages: list[tuple[Sighting, ...]] = []
    known = sorted(
        (s for s in sightings if s.document in documents), key=lambda s: _order(s, documents)
    )
    for _, group in groupby(known, key=lambda s: s.address):
        page: list[Sighting] = []
        for one in group:
            if page and not _same_page(page[-1], one, documents):
                pages.append(tuple(page))
                page = []
            page.append(one)
        pages.append(tuple(page))
    return tuple(p for p in pages if len({s.document for s in p}) > 1)


class Superseded(NamedTuple):
    """Which documents do not count, and which they gave way to."""

    hidden: frozenset[str]
    #: by the document that counts: the earlier versions of its page, oldest first
    earlier: dict[str, tuple[str, ...]]


def superseded(documents: Mapping[str, Document], sightings: Iterable[Sighting]) -> Superseded:
    """Return which documents are earlier versions: of each page the newest counts."""
    earlier: dict[str, tuple[str, ...]] = {}
    hidden: set[str] = set()
    for page in page_versions(documents, sightings):
        current, others = _current(page, documents)
        hidden |= {s.document for s in page} - {current}
        earlier[current] = (*earlier.get(current, ()), *others)
    # the same file may lie in two places: where it is the newest, it counts
    return Superseded(frozenset(hidden - earlier.keys()), earlier)


def counted(records: Iterable[PageRecord], versions: Superseded) -> Iterator[PageRecord]:
    """Yield the records that count; each names the earlier versions of its page."""
    for record in records:
        if record.document.id not in versions.hidden:
            yield _superseding(record, versions.earlier.get(record.document.id, ()))


def _order(one: Sighting, documents: Mapping[str, Document]) -> tuple[str, str, str, str]:
    printed = documents[one.document].page_date
    return one.address, one.last, printed.latest if printed else "", one.document


def _same_page(one: Sighting, other: Sighting, documents: Mapping[str, Document]) -> bool:
    if one.dated and other.dated:
        return True
    return share_kept(documents[one.document], documents[other.document]) >= _SAME_PAGE


def _current(
    page: Sequence[Sighting], documents: Mapping[str, Document]
) -> tuple[str, tuple[str, ...]]:
    """Return the version that counts, and the others that tell another story.

    Of fetches that brought the same story in other furniture, the first counts: so it does not
    matter whether the later ones were kept.
    """
    newest = documents[page[-1].document]
    current = newest
    for one in reversed(page):
        if documents[one.document].text != newest.text:
            break
        current = documents[one.document]
    others = dict.fromkeys(s.document for s in page if documents[s.document].text != newest.text)
    return current.id, tuple(others)


def _superseding(record: PageRecord, earlier: tuple[str, ...]) -> PageRecord:
    if not earlier:
        return record
    document = msgspec.structs.replace(record.document, supersedes=earlier)
    return msgspec.structs.replace(record, document=document)
