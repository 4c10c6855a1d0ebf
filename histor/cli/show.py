"""``histor show``: a part of the record on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from histor.cli.terminal import complain, print_json, print_table

if TYPE_CHECKING:
    from histor.case import Case
    from histor.records import (
        Claim,
        Date,
        Dispute,
        Document,
        Entity,
        Event,
        Finding,
        KeyDay,
        PageVersion,
        Record,
        Relation,
        Shift,
        Source,
        Story,
        TimeExpression,
        Warning,
    )

__all__ = ["Part", "show"]


class Part(StrEnum):
    """What can be shown."""

    documents = "documents"
    entities = "entities"
    claims = "claims"
    events = "events"
    timeline = "timeline"
    days = "days"
    findings = "findings"
    disputes = "disputes"
    stories = "stories"
    warnings = "warnings"
    sources = "sources"
    relations = "relations"
    shifts = "shifts"
    versions = "versions"


def show(
    case: Annotated[str, typer.Argument(help="The case file.")],
    part: Annotated[Part, typer.Argument(help="What to show.")],
    json: Annotated[bool, typer.Option("--json", help="Print the records as JSON.")] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="The most records to print.")
    ] = None,
) -> None:
    """Show a part of a case.

    A table on a terminal, tab-separated lines elsewhere.
    """
    from histor.case import open as open_case

    with open_case(case, create=False) as opened:
        records = _records(opened, part)
        header, rows = _table(opened, part, records[:limit])
    if json:
        print_json(records[:limit])
    elif not records:
        complain(f"the case holds no {part.value}.")
    else:
        print_table(header, rows)
        if limit is not None and len(records) > limit:
            complain(f"{limit} of {len(records)} {part.value} shown.")


def _records(case: Case, part: Part) -> Sequence[Record]:
    if part is Part.documents:
        return sorted(case.documents(), key=lambda d: (_first_day(d.page_date), d.id))
    if part is Part.entities:
        return sorted(case.entities(), key=lambda e: (-len(e.mentions), e.id))
    if part is Part.claims:
        return case.claims()
    if part is Part.events:
        return case.events()
    if part is Part.timeline:
        return case.timeline()
    if part is Part.days:
        return case.key_days()
    if part is Part.findings:
        return case.findings()
    if part is Part.versions:
        return case.versions()
    export = case.export()
    if part is Part.stories:
        return sorted(export.stories, key=lambda s: (-len(s.documents), s.id))
    if part is Part.sources:
        return sorted(export.sources, key=lambda s: (s.reliability, -s.due, s.name, s.id))
    others: dict[Part, Sequence[Record]] = {
        Part.disputes: export.disputes,
        Part.warnings: export.warnings,
        Part.relations: export.relations,
        Part.shifts: export.shifts,
    }
    return others[part]


def _first_day(date: Date | None) -> str:
    return date.earliest if date else "9999"


Rows = tuple[tuple[str, ...], list[tuple[str, ...]]]


def _table(case: Case, part: Part, records: Sequence[Record]) -> Rows:
    from histor import records as nouns

    if part is Part.versions:
        return _versions([r for r in records if isinstance(r, nouns.PageVersion)])
    outlets = {d.id: d.outlet or d.label for d in case.documents()}
    if part is Part.documents:
        return _documents([r for r in records if isinstance(r, nouns.Document)])
    if part is Part.entities:
        return _entities([r for r in records if isinstance(r, nouns.Entity)])
    if part is Part.claims:
        return _claims([r for r in records if isinstance(r, nouns.Claim)], outlets)
    if part is Part.timeline:
        return _times([r for r in records if isinstance(r, nouns.TimeExpression)], outlets)
    if part is Part.days:
        titles = {e.id: e.title for e in case.events()}
        return _days([r for r in records if isinstance(r, nouns.KeyDay)], titles)
    if part is Part.events:
        return _events([r for r in records if isinstance(r, nouns.Event)])
    if part is Part.findings:
        return _findings([r for r in records if isinstance(r, nouns.Finding)])
    if part is Part.stories:
        return _stories([r for r in records if isinstance(r, nouns.Story)])
    if part is Part.disputes:
        return _disputes([r for r in records if isinstance(r, nouns.Dispute)])
    if part is Part.sources:
        return _sources([r for r in records if isinstance(r, nouns.Source)])
    names = {e.id: e.name for e in case.entities()}
    if part is Part.shifts:
        return _shifts([r for r in records if isinstance(r, nouns.Shift)], names)
    if part is Part.warnings:
        words = {c.id: c.content.text for c in case.claims()}
        return _warnings([r for r in records if isinstance(r, nouns.Warning)], names, words)
    return _relations([r for r in records if isinstance(r, nouns.Relation)], names)


def _documents(documents: Sequence[Document]) -> Rows:
    return ("date", "outlet", "title", "location"), [
        (d.page_date.edtf if d.page_date else "", d.outlet or "", d.title or "", d.location)
        for d in documents
    ]


def _entities(entities: Sequence[Entity]) -> Rows:
    return ("name", "kind", "mentions", "pages", "also"), [
        (
            e.name,
            e.kind,
            str(len(e.mentions)),
            str(len({m.document for m in e.mentions})),
            ", ".join(n.text for n in e.names if n.text != e.name),
        )
        for e in entities
    ]


def _claims(claims: Sequence[Claim], outlets: dict[str, str]) -> Rows:
    return ("source", "act", "content", "through", "page"), [
        (
            c.source.text if c.source else "",
            c.act,
            c.content.text,
            ", ".join(link.text for link in c.chain),
            outlets[c.document],
        )
        for c in claims
    ]


def _times(times: Sequence[TimeExpression], outlets: dict[str, str]) -> Rows:
    return ("date", "basis", "words", "sentence", "page"), [
        (
            t.date.edtf if t.date else "",
            t.date.basis if t.date else "",
            t.span.text,
            t.sentence.text,
            outlets[t.document],
        )
        for t in times
    ]


def _days(days: Sequence[KeyDay], titles: dict[str, str]) -> Rows:
    return ("day", "pages", "events", "sentence"), [
        (
            d.day,
            str(d.pages),
            "; ".join(titles[e] for e in d.events),
            d.sentences[0].text if d.sentences else "",
        )
        for d in days
    ]


def _events(events: Sequence[Event]) -> Rows:
    return ("date", "type", "status", "title"), [
        (e.date.edtf if e.date else "", e.type, e.status, e.title) for e in events
    ]


def _findings(findings: Sequence[Finding]) -> Rows:
    return ("kind", "summary"), [(f.kind, f.summary) for f in findings]


def _disputes(disputes: Sequence[Dispute]) -> Rows:
    return ("about", "why", "says", "sources", "since", "origins"), [
        (d.about, d.why, a.says, ", ".join(a.sources), a.since or "", str(a.origins))
        for d in disputes
        for a in d.accounts
    ]


def _sources(sources: Sequence[Source]) -> Rows:
    return ("reliability", "kind", "name", "pages", "claims", "due", "borne out", "why"), [
        (
            s.reliability,
            s.kind,
            s.name,
            str(len(s.documents)),
            str(s.claims),
            str(s.due),
            str(s.borne_out),
            s.why,
        )
        for s in sources
    ]


def _shifts(shifts: Sequence[Shift], names: dict[str, str]) -> Rows:
    return ("from", "to", "a", "b", "direction", "before", "after", "summary"), [
        (
            s.from_,
            s.to,
            names[s.a],
            names[s.b],
            s.direction,
            f"{s.before:+g}",
            f"{s.after:+g}",
            s.summary,
        )
        for s in shifts
    ]


def _stories(stories: Sequence[Story]) -> Rows:
    return ("pages", "from", "to", "title"), [
        (str(len(s.documents)), s.earliest or "", s.latest or "", s.title) for s in stories
    ]


def _versions(versions: Sequence[PageVersion]) -> Rows:
    return ("seen", "to", "counts", "document", "title", "address"), [
        (
            v.first_seen[:19],
            v.last_seen[:19],
            "yes" if v.current else "no",
            v.document,
            v.title or "",
            v.address,
        )
        for v in versions
    ]


def _warnings(warnings: Sequence[Warning], names: dict[str, str], words: dict[str, str]) -> Rows:
    return ("outcome", "window", "type", "actor", "target", "words"), [
        (
            w.outcome,
            w.window.edtf,
            w.event_type,
            names.get(w.actor or "", ""),
            names.get(w.target or "", ""),
            words[w.claim],
        )
        for w in warnings
    ]


def _relations(relations: Sequence[Relation], names: dict[str, str]) -> Rows:
    return ("month", "a", "b", "cooperation", "conflict", "net", "events"), [
        (
            r.from_[:7],
            names[r.a],
            names[r.b],
            f"{r.cooperation:g}",
            f"{r.conflict:g}",
            f"{r.net:+g}",
            str(len(r.events)),
        )
        for r in relations
    ]
