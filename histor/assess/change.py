"""What changed between two states of a case: the world, or only what histor has read of it.

An event that happened since is news of the world; one of before, told by a page that came in since,
is news of the reading. What a publisher changes on its own page is neither: it is news of the page.
Records are matched by the words they rest on, which no later page changes, and which on a page that
its publisher changed are carried over by aligning its sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from histor.assess.changed import Change
from histor.assess.page_changes import page_changes
from histor.assess.revisions import Revision, revisions
from histor.records import CaseExport, Event, Figure, Finding, Span, Warning

__all__ = ["Change", "changes"]

Place = tuple[str, int, int]
_OUTCOMES = {"open": "open", "borne_out": "borne out", "not_borne_out": "not borne out"}


def changes(before: CaseExport, after: CaseExport, since: str) -> tuple[Change, ...]:
    """Return what is new or other in ``after``.

    Pages come first, then what publishers changed on theirs, events, findings and warnings.

    Args:
        before, after: two states of one case, or two cases.
        since: ISO day; what happened on it or later is news of the world.
    """
    revised = tuple(revisions({d.id: d for d in before.documents}, after.documents))
    earlier = _Earlier(revised)
    of_pages = tuple(page_changes(before, after, revised))
    told = {c.evidence[1] for c in of_pages if c.kind == "figure_revised"}
    return (
        *_pages(before, after, since, set(earlier.pages)),
        *of_pages,
        *_events(before, after, since, earlier, {(s.document, s.text) for s in told}),
        *_findings(before, after, earlier),
        *_warnings(before, after, earlier),
    )


class _Earlier:
    """Where the words of the later state stood in the earlier one."""

    def __init__(self, revised: Sequence[Revision]) -> None:
        #: by the later version's id
        self.pages = {r.after.id: r for r in revised}

    def place(self, span: Span) -> Place:
        """Return where words stood; where they stand if they did not, or the page is as it was."""
        revision = self.pages.get(span.document)
        return (revision and revision.earlier_place(span)) or span.place

    def stood(self, span: Span) -> bool:
        """Say whether words are in a sentence that their page's publisher left as it was.

        What is read in it for the first time is news of nothing.
        """
        revision = self.pages.get(span.document)
        return revision is not None and revision.stood(span)

    def summary(self, finding: Finding) -> str:
        """Return a finding's summary with the titles that its pages had."""
        summary = finding.summary
        for document in finding.documents:
            if revision := self.pages.get(document):
                summary = summary.replace(revision.after.label, revision.before.label)
        return summary


def _pages(
    before: CaseExport, after: CaseExport, since: str, revised: set[str]
) -> Iterator[Change]:
    known = {d.id for d in before.documents} | revised
    for document in after.documents:
        if document.id in known:
            continue
        written = document.dated
        fresh = written is not None and written.latest >= since
        when = f", written {written.edtf}" if written else ""
        yield Change(
            kind="new_page",
            of="world" if fresh else "reading",
            summary=f"“{document.label}”{when}.",
            documents=(document.id,),
        )


def _events(
    before: CaseExport,
    after: CaseExport,
    since: str,
    then: _Earlier,
    revised: set[tuple[str, str]],
) -> Iterator[Change]:
    """Yield new events, and known ones' new numbers but for those ``revised``: page and words."""
    told = {(m.span.place, m.trigger): e for e in before.events for m in e.mentions}
    figures = {f.span.place for e in before.events for f in e.figures}
    for event in after.events:
        earlier = [e for m in event.mentions if (e := told.get((then.place(m.span), m.trigger)))]
        fresh = event.date is not None and event.date.latest >= since
        of: Literal["world", "reading"] = "world" if fresh else "reading"
        when = f" ({event.date.edtf})" if event.date else ""
        if not earlier and all(then.stood(m.span) for m in event.mentions):
            continue
        if not earlier:
            yield Change(
                kind="new_event",
                of=of,
                summary=f"{event.title}{when}: {event.status}.",
                evidence=tuple(m.span for m in event.mentions[:3]),
                events=(event.id,),
            )
            continue
        fresh_numbers: set[tuple[str, str]] = set()
        for figure in event.figures:
            words = figure.quantity, figure.span.text
            if (
                then.place(figure.span) not in figures
                and not then.stood(figure.span)
                and (figure.span.document, figure.span.text) not in revised
                and words not in fresh_numbers
                and not _same_number(figure, earlier)
            ):
                fresh_numbers.add(words)
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


def _findings(before: CaseExport, after: CaseExport, then: _Earlier) -> Iterator[Change]:
    """Yield the findings that only one state has, by id or by their words."""
    old = {f.id for f in before.findings} | {f.summary for f in before.findings}
    new = {f.id for f in after.findings} | {then.summary(f) for f in after.findings}
    for finding in sorted(after.findings, key=lambda f: f.id):
        if finding.id not in old and then.summary(finding) not in old:
            yield _told("finding_opened", finding, finding.events)
    for finding in sorted(before.findings, key=lambda f: f.id):
        if finding.id not in new and finding.summary not in new:
            yield _told("finding_settled", finding, ())  # its events may be gone as well


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


def _warnings(before: CaseExport, after: CaseExport, then: _Earlier) -> Iterator[Change]:
    claims = {c.id: c for c in after.claims}
    words_of = {c.id: c.content for c in before.claims}
    known: Mapping[tuple[Place, str], Warning] = {
        (words_of[w.claim].place, w.event_type): w for w in before.warnings
    }
    for warning in after.warnings:
        words = claims[warning.claim].content
        earlier = known.get((then.place(words), warning.event_type))
        if earlier is None and then.stood(words):
            continue
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
