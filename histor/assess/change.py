"""What changed between two states of a case: the world, or only what histor has read of it.

An event that happened since is news of the world; one of before, told by a page that came in since,
is news of the reading. Records are matched by the words they rest on, which no later page changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from histor.records import CaseExport, Event, Figure, Finding, Span, Warning

__all__ = ["Change", "changes"]

Kind = Literal[
    "new_page",
    "new_event",
    "new_figure",
    "credibility",
    "finding_opened",
    "finding_settled",
    "warning_opened",
    "warning_due",
]
_OUTCOMES = {"open": "open", "borne_out": "borne out", "not_borne_out": "not borne out"}


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is other than it was."""

    kind: Kind
    #: whether the world changed, or only more of it was read
    of: Literal["world", "reading"]
    summary: str
    evidence: tuple[Span, ...] = ()
    #: ids in the later state
    events: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


def changes(before: CaseExport, after: CaseExport, since: str) -> tuple[Change, ...]:
    """Return what is new or other in ``after``, pages first, then events, findings and warnings.

    Args:
        before, after: two states of one case, or two cases.
        since: ISO day; what happened on it or later is news of the world.
    """
    return (
        *_pages(before, after, since),
        *_events(before, after, since),
        *_findings(before, after),
        *_warnings(before, after),
    )


def _pages(before: CaseExport, after: CaseExport, since: str) -> Iterator[Change]:
    known = {d.id for d in before.documents}
    for document in after.documents:
        if document.id in known:
            continue
        written = document.written or document.page_date
        fresh = written is not None and written.latest >= since
        when = f", written {written.edtf}" if written else ""
        yield Change(
            kind="new_page",
            of="world" if fresh else "reading",
            summary=f"“{document.label}”{when}.",
            documents=(document.id,),
        )


def _events(before: CaseExport, after: CaseExport, since: str) -> Iterator[Change]:
    told = {_key(m.span, m.trigger): e for e in before.events for m in e.mentions}
    figures = {f.span.place for e in before.events for f in e.figures}
    for event in after.events:
        earlier = [e for m in event.mentions if (e := told.get(_key(m.span, m.trigger)))]
        fresh = event.date is not None and event.date.latest >= since
        of: Literal["world", "reading"] = "world" if fresh else "reading"
        when = f" ({event.date.edtf})" if event.date else ""
        if not earlier:
            yield Change(
                kind="new_event",
                of=of,
                summary=f"{event.title}{when}: {event.status}.",
                evidence=tuple(m.span for m in event.mentions[:3]),
                events=(event.id,),
            )
            continue
        for figure in event.figures:
            if figure.span.place not in figures and not _same_number(figure, earlier):
                yield Change(
                    kind="new_figure",
                    of=of,
                    summary=f"{event.title}{when}: {figure.quantity}, “{figure.span.text}”.",
                    evidence=(figure.span,),
                    events=(event.id,),
                )
        grade, was = event.credibility.admiralty, min(e.credibility.admiralty for e in earlier)
        if grade != was:
            yield Change(
                kind="credibility",
                of="reading",
                summary=(
                    f"{event.title}{when}: credibility {was} is now {grade}, "
                    f"{event.credibility.why}."
                ),
                evidence=tuple(m.span for m in event.mentions[:3]),
                events=(event.id,),
            )


def _same_number(figure: Figure, events: list[Event]) -> bool:
    return any(
        (f.quantity, f.low, f.high) == (figure.quantity, figure.low, figure.high)
        for e in events
        for f in e.figures
    )


def _findings(before: CaseExport, after: CaseExport) -> Iterator[Change]:
    for finding in _only_in(after.findings, before.findings):
        yield _told("finding_opened", finding, finding.events)
    for finding in _only_in(before.findings, after.findings):
        yield _told("finding_settled", finding, ())  # its events may be gone as well


def _only_in(these: Sequence[Finding], those: Sequence[Finding]) -> list[Finding]:
    """Return the findings by id that others have neither by id nor by their words."""
    known = {f.id for f in those} | {f.summary for f in those}
    new = [f for f in these if f.id not in known and f.summary not in known]
    return sorted(new, key=lambda f: f.id)


def _told(
    kind: Literal["finding_opened", "finding_settled"], finding: Finding, events: tuple[str, ...]
) -> Change:
    return Change(
        kind=kind,
        of="reading",
        summary=finding.summary,
        evidence=finding.evidence,
        events=events,
        documents=finding.documents,
    )


def _warnings(before: CaseExport, after: CaseExport) -> Iterator[Change]:
    claims = {c.id: c for c in after.claims}
    known: Mapping[tuple[str, str], Warning] = {(w.claim, w.event_type): w for w in before.warnings}
    for warning in after.warnings:
        words = claims[warning.claim].content
        earlier = known.get((warning.claim, warning.event_type))
        if earlier is None:
            yield Change(
                kind="warning_opened",
                of="reading",
                summary=f"Foretold: “{words.text}” ({_OUTCOMES[warning.outcome]}).",
                evidence=(words,),
                documents=(words.document,),
            )
        elif earlier.outcome != warning.outcome:
            yield Change(
                kind="warning_due",
                of="world",
                summary=f"“{words.text}” is {_OUTCOMES[warning.outcome]}.",
                evidence=warning.evidence,
                documents=(words.document,),
            )


def _key(span: Span, trigger: str) -> tuple[str, int, int, str]:
    return *span.place, trigger
