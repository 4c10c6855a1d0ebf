"""The report as blocks, in the order of its sections: what Markdown, DOCX and PDF all say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from histor.counts import counted
from histor.tell.blocks import (
    Block,
    Cite,
    Heading,
    Items,
    Line,
    Paragraph,
    Picture,
    Rows,
    cites,
    quoted,
    spread,
    words,
)
from histor.tell.event_lines import EventAccount
from histor.tell.report import Report, Said, Source
from histor.tell.safe import shorten
from histor.tell.story_lines import StoryLine

__all__ = ["blocks_of"]


def blocks_of(report: Report, pictures: Sequence[Picture] = ()) -> list[Block]:
    """Return the report, the title first, with the pictures where they belong.

    The order is that of OCHA's situation reports: what is known, then what limits it.
    """
    drawn = {p.name: p for p in pictures}
    return [
        Heading(1, (words(shorten(report.title, 200)),)),
        Paragraph(
            (
                f"{counted(report.pages, 'page')} read, {len(report.failures)} failed; "
                f"{counted(report.outlets, 'outlet')} named; {report.period}.",
            )
        ),
        *_changed(report),
        *_glance(report),
        *_timeline(report),
        *_pictured(_events(report), drawn, "timeline", "places"),
        *_figures(report),
        *_findings(report),
        *_disputes(report),
        *_warnings(report),
        *_graded(report),
        *_pictured(_relations(report), drawn, "actors", "relations"),
        *_said(report),
        *_names(report),
        *_section("What limits this record", [(words(c),) for c in report.cautions]),
        *_pictured(_pages(report), drawn, "origins"),
    ]


def _pictured(section: list[Block], drawn: dict[str, Picture], *names: str) -> list[Block]:
    """Put pictures below a section's heading and note."""
    found = [drawn[name] for name in names if name in drawn]
    after = 1 + (len(section) > 1 and isinstance(section[1], Paragraph))
    return [*section[:after], *found, *section[after:]] if section else []


def _section(title: str, lines: Iterable[Line], note: str = "") -> list[Block]:
    """Return a section that is one list; nothing if the list is empty."""
    items = tuple(lines)
    if not items:
        return []
    notes: list[Block] = [Paragraph((note,))] if note else []
    return [Heading(2, (title,)), *notes, Items(items)]


def _changed(report: Report) -> list[Block]:
    if report.since is None:
        return []
    title, groups = report.since
    found: list[Block] = [Heading(2, (title,))]
    if not groups:
        found.append(Paragraph(("Nothing changed.",)))
    for name, lines in groups:
        items = tuple((words(c.summary), " ", *cites(c.evidence)) for c in lines)
        found += [Heading(3, (name,)), Items(items)]
    return found


def _glance(report: Report) -> list[Block]:
    events: list[Line] = []
    for e in report.glance.events:
        about: Line = (words(e.title, strong=True), f" ({e.status}): {e.date}; {e.told}")
        for figure in e.figures:
            about += ("; ", words(figure))
        events.append((*about, ". ", *quoted(e.quoted), " ", Cite(e.sentence)))
    days: list[Line] = []
    for d in report.glance.days:
        what: Line = (" (", words("; ".join(d.what)), ")") if d.what else ()
        days.append(
            (words(d.words, strong=True), ": ", *quoted(d.quoted), " ", Cite(d.sentence), *what)
        )
    disputed: list[Line] = [
        (words(d.summary), " ", *cites(d.evidence)) for d in report.glance.disputed
    ]
    tolls: list[Line] = [
        (
            words("; ".join(f.ranges), strong=True),
            ": ",
            words(f.title),
            f", {f.date} ",
            Cite(f.sentence),
        )
        for f in report.glance.figures
    ]
    return [
        *_section(
            "Key figures", tolls, "As ranges over the pages, with how many origins give one."
        ),
        *_section("What several pages tell", events),
        *_section("In dispute", disputed, "The gravest; all are below."),
        *_section("Days that mattered", days, "The days to which most sentences are dated."),
    ]


def _timeline(report: Report) -> list[Block]:
    if not report.days:
        return []
    found: list[Block] = [
        Heading(2, ("Timeline",)),
        Paragraph(
            (
                "What pages say of each date, in their words. A date marked “resolved” is histor’s "
                "reading of a relative expression.",
            )
        ),
    ]
    for day in report.days:
        found += [
            Heading(3, (day.words,)),
            Items(
                tuple(
                    (
                        *quoted(a.sentence.text),
                        " ",
                        Cite(a.sentence),
                        " (",
                        *quoted(a.expression),
                        f", {a.basis})",
                    )
                    for a in day.accounts
                )
            ),
        ]
    return found


def _events(report: Report) -> list[Block]:
    if not report.events:
        return []
    found: list[Block] = [
        Heading(2, ("Events",)),
        Paragraph(
            (
                "What the pages tell of as happening, planned, denied or feared; accounts of one "
                "event on several pages stand together. Types are PLOVER’s. No event here has been "
                "verified.",
            )
        ),
    ]
    for e in report.events:
        about = [e.kind, e.date, *([e.place] if e.place else [])]
        about += [f"origins: {e.origins}, pages: {e.pages}", *e.figures, e.credibility]
        accounts: list[Line] = [
            (
                *quoted(a.sentence.text),
                " ",
                Cite(a.sentence),
                " (",
                *quoted(a.trigger),
                f", {a.status})",
                *_same_origin(a),
            )
            for a in e.accounts
        ]
        found += [
            Heading(3, (words(e.title), f" ({e.status})")),
            Paragraph((words("; ".join(about)),)),
            Items(tuple(accounts)),
        ]
    return found


def _figures(report: Report) -> list[Block]:
    return _section(
        "Other figures",
        (
            (
                words("; ".join(line.figures), strong=True),
                ": ",
                *quoted(line.sentence.text),
                " ",
                Cite(line.sentence),
            )
            for line in report.figures
        ),
        "Numbers that the pages give for no event of the record.",
    )


def _same_origin(account: EventAccount) -> Line:
    """Return where else an account's origin tells it: copies are no further witnesses."""
    if not account.copies:
        return ()
    return ("; the same origin on ", *cites(tuple(c.sentence for c in account.copies)))


def _findings(report: Report) -> list[Block]:
    if not report.findings:
        return []
    found: list[Block] = [
        Heading(2, ("Disputed and doubtful",)),
        Paragraph(
            (
                "Where pages differ from one another or from themselves, and what to know before "
                "relying on them.",
            )
        ),
    ]
    for title, lines in report.findings:
        found += [
            Heading(3, (title,)),
            Items(tuple((words(f.summary), " ", *cites(f.evidence)) for f in lines)),
        ]
    return found


def _disputes(report: Report) -> list[Block]:
    if not report.disputes:
        return []
    found: list[Block] = [
        Heading(2, ("Accounts side by side",)),
        Paragraph(
            (
                "Where accounts of one thing differ: who says which, since when, from how many "
                "independent origins, and what may explain it.",
            )
        ),
    ]
    for entry in report.disputes:
        accounts: list[Line] = [
            (*quoted(a.says), ": ", words(a.told), " ", *cites(a.evidence)) for a in entry.accounts
        ]
        found += [
            Heading(3, (f"{entry.matter}: {entry.why}",)),
            Paragraph((words(entry.summary),)),
            Items(tuple(accounts)),
        ]
    return found


def _graded(report: Report) -> list[Block]:
    return _section(
        "How far sources may be relied on",
        ((words(g.name), f": {g.grade} (", words(g.why), ")") for g in report.graded),
        "NATO’s letters, A to F. A source is at F, cannot be judged, until your own list or what "
        "became of its forecasts says otherwise.",
    )


def _warnings(report: Report) -> list[Block]:
    return _section(
        "Warned of and promised",
        (
            (
                words(f"{w.what}, {w.window}"),
                f": {w.outcome}; ",
                words(w.speaker),
                ": ",
                *quoted(w.claim.text),
                " ",
                Cite(w.claim),
            )
            for w in report.warnings
        ),
        "What was foretold, by when, and whether a later page tells that it came about.",
    )


def _relations(report: Report) -> list[Block]:
    if not report.relations:
        return []
    return [
        Heading(2, ("Relations",)),
        Paragraph(
            (
                "Sums of PLOVER’s intensity, from 0 to 10 an event, over the distinct events "
                "between two actors in a month.",
            )
        ),
        Rows(
            ("month", "between", "cooperation", "conflict", "net", "events"),
            tuple(
                (r.month, words(r.pair), r.cooperation, r.conflict, r.net, str(r.events))
                for r in report.relations
            ),
        ),
        *_turns(report),
    ]


def _turns(report: Report) -> list[Block]:
    turns: list[Line] = [
        (
            words(s.summary),
            f" (net {s.before} before, {s.after} after) ",
            *cites(s.evidence),
        )
        for s in report.shifts
    ]
    return [Heading(3, ("Turns",)), Items(tuple(turns))] if turns else []


def _said(report: Report) -> list[Block]:
    if not report.speakers:
        return []
    found: list[Block] = [
        Heading(2, ("Who says what",)),
        Paragraph(
            (
                "Statements as the pages attribute them. Words in quotation marks are quoted on "
                "the page; the others are the page’s paraphrase.",
            )
        ),
    ]
    for speaker in report.speakers:
        roles: Line = (" (", words(speaker.roles), ")") if speaker.roles else ()
        found += [
            Heading(3, (words(speaker.name), *roles)),
            Items(tuple(_statement(c) for c in speaker.claims)),
        ]
    return found


def _statement(said: Said) -> Line:
    content = quoted(said.content.text) if said.quoted else (words(said.content.text),)
    told: Line = (", as told by ", words(", by ".join(said.chain))) if said.chain else ()
    when: Line = (", ", words(said.date)) if said.date else ()
    return (words(said.source), f" {said.verb}: ", *content, " ", Cite(said.content), *told, *when)


def _names(report: Report) -> list[Block]:
    if not report.entities:
        return []
    found: list[Block] = [Heading(2, ("Persons, bodies and places",))]
    for title, entities in report.entities:
        lines: list[Line] = []
        for e in entities:
            roles = [("; ", words(role), " ", Cite(evidence)) for role, evidence in e.roles]
            pages = ", ".join(map(str, e.pages))
            lines.append(
                (
                    words(e.name, strong=True),
                    " ",
                    Cite(e.first),
                    f": {counted(e.mentions, 'mention')} on "
                    f"page{'s' if len(e.pages) != 1 else ''} {pages}; written ",
                    words(e.spellings),
                    *spread(list(roles), ""),
                    *((" One because: ", words(" ".join(e.reasons))) if e.reasons else ()),
                )
            )
        found += [Heading(3, (title,)), Items(tuple(lines))]
    return found


def _pages(report: Report) -> list[Block]:
    found: list[Block] = [
        Heading(2, ("Pages read",)),
        Items(tuple(_page(s) for s in report.sources), numbered=True),
    ]
    if len(report.stories) > 1:
        found += [Heading(3, ("Running stories",)), Items(tuple(map(_story, report.stories)))]
    if report.failures:
        found += [Heading(3, ("Not read",)), Items(tuple((words(f),) for f in report.failures))]
    return found


def _story(story: StoryLine) -> Line:
    pages = ", ".join(map(str, story.pages))
    where = f": page{'s' if len(story.pages) != 1 else ''} {pages}"
    return (
        words(story.title),
        where,
        *((". ", words(" ".join(story.reasons))) if story.reasons else ()),
    )


def _page(source: Source) -> Line:
    byline: Line = (", by ", words(source.byline)) if source.byline else ()
    earlier = ", ".join(map(str, source.replaces))
    given: Line = (" (page: ", *quoted(source.date_words), ")") if source.date_words else ()
    return (
        words(source.title, strong=True),
        ", ",
        words(source.outlet),
        *byline,
        f", {source.date}",
        *given,
        *([f", a later version of page {earlier}"] if earlier else []),
        f", {source.document.language or 'language unknown'}, {source.words} words, ",
        words(source.location),
        f", sha256 {source.document.sha256[:12]}",
    )
