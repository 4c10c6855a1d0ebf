"""The report as Markdown, page words escaped so that they can neither link nor format."""

from __future__ import annotations

from histor.records import CaseExport
from histor.tell.evidence import Evidence
from histor.tell.report import Report, build_report
from histor.tell.safe import escape_markdown as esc

__all__ = ["render"]


def render(export: CaseExport, title: str = "Situation report") -> str:
    """Return the report as CommonMark; ``[2:118–164]`` is page 2, code points 118 to 164."""
    report = build_report(export, title)
    parts = [
        f"# {esc(report.title)}",
        f"{report.pages} pages read, {len(report.failures)} failed; "
        f"{report.outlets} outlets named; {report.period}.",
        *_glance(report),
        "## What limits this record",
        "\n".join(f"- {esc(c)}" for c in report.cautions),
        *_timeline(report),
        *_events(report),
        *_findings(report),
        *_disputes(report),
        *_warnings(report),
        *_graded(report),
        *_relations(report),
        *_said(report),
        *_names(report),
        *_pages(report),
    ]
    return "\n\n".join(p for p in parts if p) + "\n"


def _cite(evidence: Evidence) -> str:
    return f"\\[{evidence.page}:{evidence.start}–{evidence.end}\\]"


def _glance(report: Report) -> list[str]:
    events = [
        f"- **{esc(e.title)}** ({e.status}): {e.date}; {e.told}"
        f"{''.join(f'; {esc(f)}' for f in e.figures)}. "
        f"“{esc(e.quoted)}” {_cite(e.sentence)}"
        for e in report.glance.events
    ]
    days = [
        f"- **{d.words}**: “{esc(d.quoted)}” {_cite(d.sentence)}"
        + (f" ({esc('; '.join(d.what))})" if d.what else "")
        for d in report.glance.days
    ]
    parts = ["## What several pages tell", "\n".join(events)] if events else []
    return parts + (["## Days that mattered", "\n".join(days)] if days else [])


def _timeline(report: Report) -> list[str]:
    if not report.days:
        return []
    parts = ["## Timeline"]
    for day in report.days:
        lines = [
            f"- “{esc(a.sentence.text)}” {_cite(a.sentence)} (“{esc(a.expression)}”, {a.basis})"
            for a in day.accounts
        ]
        parts += [f"### {day.words}", "\n".join(lines)]
    return parts


def _events(report: Report) -> list[str]:
    parts = ["## Events"] if report.events else []
    for event in report.events:
        about = [event.kind, event.date, *([event.place] if event.place else [])]
        about += [f"origins: {event.origins}, pages: {event.pages}", *event.figures]
        about.append(event.credibility)
        lines = [
            f"- “{esc(a.sentence.text)}” {_cite(a.sentence)} (“{esc(a.trigger)}”, {a.status})"
            for a in event.accounts
        ]
        parts += [f"### {esc(event.title)} ({event.status})", esc("; ".join(about))]
        parts.append("\n".join(lines))
    return parts


def _findings(report: Report) -> list[str]:
    parts = ["## Disputed and doubtful"] if report.findings else []
    for title, lines in report.findings:
        parts += [
            f"### {title}",
            "\n".join(
                f"- {esc(line.summary)} {' '.join(_cite(e) for e in line.evidence)}"
                for line in lines
            ),
        ]
    return parts


def _disputes(report: Report) -> list[str]:
    parts = ["## Accounts side by side"] if report.disputes else []
    for entry in report.disputes:
        lines = [
            f"- “{esc(a.says)}”: {esc(a.told)} {' '.join(_cite(e) for e in a.evidence)}"
            for a in entry.accounts
        ]
        parts += [f"### {entry.matter}: {entry.why}", esc(entry.summary), "\n".join(lines)]
    return parts


def _graded(report: Report) -> list[str]:
    lines = [f"- {esc(g.name)}: {g.grade} ({esc(g.why)})" for g in report.graded]
    return ["## How far sources may be relied on", "\n".join(lines)] if lines else []


def _warnings(report: Report) -> list[str]:
    if not report.warnings:
        return []
    lines = [
        f"- {esc(w.what)}, {esc(w.window)}: {w.outcome}; {esc(w.speaker)}: “{esc(w.claim.text)}” "
        f"{_cite(w.claim)}"
        for w in report.warnings
    ]
    return ["## Warned of and promised", "\n".join(lines)]


def _relations(report: Report) -> list[str]:
    if not report.relations:
        return []
    rows = [
        f"| {r.month} | {esc(r.pair)} | {r.cooperation} | {r.conflict} | {r.net} | {r.events} |"
        for r in report.relations
    ]
    head = "| month | between | cooperation | conflict | net | events |\n|---|---|---|---|---|---|"
    turns = [
        f"- {esc(s.summary)} (net {s.before} before, {s.after} after) "
        f"{' '.join(_cite(e) for e in s.evidence)}"
        for s in report.shifts
    ]
    parts = ["## Relations", "\n".join([head, *rows])]
    return parts + (["### Turns", "\n".join(turns)] if turns else [])


def _said(report: Report) -> list[str]:
    if not report.speakers:
        return []
    parts = ["## Who says what"]
    for speaker in report.speakers:
        lines = []
        for c in speaker.claims:
            words = f"“{esc(c.content.text)}”" if c.quoted else esc(c.content.text)
            told = f", as told by {esc(', by '.join(c.chain))}" if c.chain else ""
            when = f", {esc(c.date)}" if c.date else ""
            lines.append(f"- {esc(c.source)} {c.verb}: {words} {_cite(c.content)}{told}{when}")
        roles = f" ({esc(speaker.roles)})" if speaker.roles else ""
        parts += [f"### {esc(speaker.name)}{roles}", "\n".join(lines)]
    return parts


def _names(report: Report) -> list[str]:
    parts = ["## Persons, bodies and places"] if report.entities else []
    for title, lines in report.entities:
        rows = []
        for e in lines:
            pages = ", ".join(map(str, e.pages))
            roles = "".join(f"; {esc(role)} {_cite(ev)}" for role, ev in e.roles)
            rows.append(
                f"- **{esc(e.name)}** {_cite(e.first)}: {e.mentions} mentions on pages {pages}; "
                f"written {esc(e.spellings)}{roles}"
            )
        parts += [f"### {title}", "\n".join(rows)]
    return parts


def _pages(report: Report) -> list[str]:
    rows = []
    for s in report.sources:
        byline = f", by {esc(s.byline)}" if s.byline else ""
        given = f" (page: “{esc(s.date_words)}”)" if s.date_words else ""
        rows.append(
            f"{s.number}. **{esc(s.title)}**, {esc(s.outlet)}{byline}, {s.date}{given}, "
            f"{s.document.language or 'language unknown'}, {s.words} words, "
            f"{esc(s.location)}, sha256 {s.document.sha256[:12]}"
        )
    parts = ["## Pages read", "\n".join(rows)]
    if report.failures:
        parts += ["### Not read", "\n".join(f"- {esc(f)}" for f in report.failures)]
    return parts
