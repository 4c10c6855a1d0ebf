"""What is new in a case as an Atom feed (RFC 4287), with tombstones for what is gone (RFC 6721).

An entry is an event, a finding or a warning. Its id never changes; its ``updated`` is when the last
page that tells of it came into the case.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from histor.records import CaseExport, Event, Finding, Warning
from histor.tell.exports.json_ld import iri
from histor.tell.exports.lookup import Lookup, page_address, standing, titled
from histor.tell.exports.state import CaseState, gone, pages_of, stable_uuid, warning_id
from histor.tell.safe import shorten, visible

__all__ = ["atom_feed"]

_ATOM = "http://www.w3.org/2005/Atom"
_TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
_TITLE = 300
_TOLD = frozenset(["event", "finding", "warning"])


class _Entry(NamedTuple):
    id: str
    #: ISO day of an event, which orders what came in together
    day: str
    title: str
    text: str
    pages: tuple[str, ...]
    categories: tuple[str, ...]


def atom_feed(state: CaseState) -> bytes:
    """Return the feed, newest entries first; where an earlier state is known, only what changed.

    What an earlier state told and this one does not is an ``at:deleted-entry``.
    """
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM, "at": _TOMBSTONES})
    _add(feed, "id", stable_uuid("feed", state.name).urn)
    _add(feed, "title", f"{visible(state.name)}: what is new")
    _add(feed, "updated", _time(state.as_of))
    author = etree.SubElement(feed, f"{{{_ATOM}}}author")
    _add(author, "name", "histor")
    if state.before is not None:
        for old in gone(state.before, state.record):
            if old.kind in _TOLD:
                _tombstone(feed, old.id, old.replaced_by, state)
    x = Lookup(state.record)
    found = [(state.last_told(e.pages), e) for e in _entries(state)]
    found.sort(key=lambda pair: (pair[0], pair[1].day), reverse=True)
    for updated, entry in found:
        _entry(feed, entry, updated, state, x)
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True))


def _entries(state: CaseState) -> Iterator[_Entry]:
    """Yield an entry for each record; of an earlier state's, only what now tells otherwise."""
    known: set[_Entry] = set()
    if state.before is not None:
        known = {*_told(state.before, {})}
    news = _news(state)
    for bare, entry in zip(_told(state.record, {}), _told(state.record, news), strict=True):
        if bare not in known:
            yield entry


def _told(record: CaseExport, news: dict[str, list[str]]) -> Iterator[_Entry]:
    x = Lookup(record)
    for event in record.events:
        yield _event(event, news, x)
    for finding in record.findings:
        yield _finding(finding)
    for warning in record.warnings:
        yield _warning(warning, x)


def _news(state: CaseState) -> dict[str, list[str]]:
    """Return event id -> sentences on what is new of it since the earlier state."""
    told: dict[str, list[str]] = {}
    for change in state.changes:
        for event in change.events:
            kind = change.kind.replace("_", " ")
            told.setdefault(event, []).append(f"{kind} (of the {change.of}): {change.summary}")
    return told


def _event(event: Event, news: dict[str, list[str]], x: Lookup) -> _Entry:
    when = f"{event.date.edtf}: " if event.date else ""
    lines = [
        *news.get(event.id, ()),
        f"{event.status}; {standing(event)}.",
        *x.quoted(event),
    ]
    kinds = (event.type, f"status:{event.status}")
    day = event.date.earliest if event.date else ""
    return _Entry(event.id, day, f"{when}{titled(event)}", _lines(lines), pages_of(event), kinds)


def _finding(finding: Finding) -> _Entry:
    kind = finding.kind.replace("_", " ")
    title = f"{kind}: {finding.summary}"
    return _Entry(finding.id, "", title, finding.summary, pages_of(finding), (kind,))


def _warning(warning: Warning, x: Lookup) -> _Entry:
    claim = x.claims[warning.claim]
    outcome = warning.outcome.replace("_", " ")
    title = f"foretold for {warning.window.edtf}, {outcome}: {claim.content.text}"
    pages = (claim.document, *(s.document for s in warning.evidence))
    return _Entry(
        warning_id(warning), "", title, f"“{claim.content.text}”", tuple(dict.fromkeys(pages)),
        ("warning", warning.event_type, outcome),
    )  # fmt: skip


def _entry(
    feed: etree._Element, entry: _Entry, updated: dt.datetime, state: CaseState, x: Lookup
) -> None:
    element = etree.SubElement(feed, f"{{{_ATOM}}}entry")
    _add(element, "id", iri(entry.id))
    _add(element, "title", shorten(entry.title, _TITLE) or entry.id)
    _add(element, "published", _time(state.first_told(entry.pages)))
    _add(element, "updated", _time(updated))
    for category in entry.categories:
        etree.SubElement(element, f"{{{_ATOM}}}category", term=category)
    for page in entry.pages:
        address = page_address(x.documents[page])
        if address is not None:
            etree.SubElement(element, f"{{{_ATOM}}}link", rel="via", href=address)
    _add(element, "content", _lines(entry.text.split("\n")))


def _tombstone(feed: etree._Element, id_: str, heir: str | None, state: CaseState) -> None:
    when = _time(state.as_of)
    element = etree.SubElement(feed, f"{{{_TOMBSTONES}}}deleted-entry", ref=iri(id_), when=when)
    comment = f"replaced by {iri(heir)}" if heir else "no longer told"
    etree.SubElement(element, f"{{{_TOMBSTONES}}}comment").text = comment


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _lines(lines: Sequence[str]) -> str:
    return "\n".join(visible(line) for line in lines)


def _time(time: dt.datetime) -> str:
    return f"{time.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
