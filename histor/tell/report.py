"""The report's content, once for all its forms: what is told, in what order, on which words.

After the order of OCHA situation reports: header, figures, timeline, events, what is disputed and
foretold, relations, who says what, what limits the record, and the sources. Every line quotes a
page or is made of record parts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from histor.counts import counted
from histor.records import CaseExport, Claim, Date, Document, Entity, TimeExpression
from histor.tell.assessment_lines import (
    FindingLine,
    RelationLine,
    WarningLine,
    finding_groups,
    relation_lines,
    warning_lines,
)
from histor.tell.change_lines import ChangeLine, Since, change_groups
from histor.tell.date_words import basis_words, date_words, edtf_words
from histor.tell.dispute_lines import (
    DisputeLine,
    GradedLine,
    ShiftLine,
    dispute_lines,
    graded_lines,
    shift_lines,
)
from histor.tell.event_lines import EventLine, event_lines
from histor.tell.evidence import Evidence, evidence_of
from histor.tell.figure_lines import FigureLine, figure_lines
from histor.tell.filing import is_filing_day
from histor.tell.glance import Glance, glance_of
from histor.tell.safe import shorten, visible, web_address
from histor.tell.same_source import Bodies
from histor.tell.story_lines import StoryLine, story_lines
from histor.tell.wording import role_words, speaker_words, verb_of

__all__ = [
    "Account",
    "Day",
    "EntityLine",
    "Evidence",
    "Report",
    "Said",
    "Source",
    "Speaker",
    "build_report",
]

_KINDS = {
    "person": "Persons",
    "organization": "Bodies",
    "place": "Places",
    "group": "Groups",
    "other": "Other names",
}


@dataclass(frozen=True, slots=True)
class Account:
    """A dated sentence: what a page says of a day."""

    sentence: Evidence
    expression: str
    basis: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date of the timeline and the accounts that give it."""

    words: str
    edtf: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One claim."""

    verb: str
    act: str
    source: str
    content: Evidence
    quoted: bool
    chain: tuple[str, ...]
    date: str | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source and all it is said to have said."""

    name: str
    roles: str
    claims: tuple[Said, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class EntityLine:
    """A person, body, place or group."""

    name: str
    spellings: str
    roles: tuple[tuple[str, Evidence], ...]
    mentions: int
    pages: tuple[int, ...]
    first: Evidence
    #: why the names of several pages are one
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A page read."""

    number: int
    document: Document
    title: str
    outlet: str
    byline: str
    date: str
    date_words: str
    link: str | None
    location: str
    words: int
    paragraphs: tuple[tuple[int, str], ...]
    removed: tuple[tuple[str, tuple[str, ...]], ...]
    #: numbers of the pages of which this is a later version
    replaces: tuple[int, ...] = ()


@dataclass(slots=True)
class Report:
    """All that a report tells."""

    title: str
    period: str
    pages: int
    origins: int
    outlets: int
    claims: int
    speakers_named: int
    #: heading of what changed, and the changes; none if nobody asked
    since: tuple[str, list[tuple[str, list[ChangeLine]]]] | None = None
    glance: Glance = field(default_factory=lambda: Glance((), ()))
    cautions: list[str] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)
    undated: list[tuple[str, Evidence]] = field(default_factory=list)
    events: list[EventLine] = field(default_factory=list)
    figures: list[FigureLine] = field(default_factory=list)
    findings: list[tuple[str, list[FindingLine]]] = field(default_factory=list)
    disputes: list[DisputeLine] = field(default_factory=list)
    warnings: list[WarningLine] = field(default_factory=list)
    graded: list[GradedLine] = field(default_factory=list)
    relations: list[RelationLine] = field(default_factory=list)
    shifts: list[ShiftLine] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    entities: list[tuple[str, list[EntityLine]]] = field(default_factory=list)
    stories: list[StoryLine] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def build_report(
    export: CaseExport, title: str = "Situation report", since: Since | None = None
) -> Report:
    """Build the report's content from a case's record, with what changed since a day if asked."""
    documents = sorted(export.documents, key=_reading_order)
    numbers = {d.id: n for n, d in enumerate(documents, 1)}
    entities = {e.id: e for e in export.entities}
    sources = [_source(n, d, numbers) for n, d in enumerate(documents, 1)]
    speakers = _speakers(export.claims, entities, numbers)
    return Report(
        title=visible(title),
        period=_period(export),
        pages=len(sources),
        origins=len(export.origins),
        outlets=len({d.outlet for d in export.documents if d.outlet}),
        claims=len(export.claims),
        speakers_named=sum(s.name != _UNNAMED for s in speakers),
        since=(since.words, change_groups(since, export, numbers)) if since else None,
        glance=glance_of(export, numbers),
        cautions=_cautions(export, numbers),
        days=_days(export.times, numbers),
        undated=[
            (visible(t.span.text), evidence_of(t.sentence, numbers))
            for t in export.times
            if t.date is None
            and any(c.isdigit() for c in t.span.text) is False
            and _looks_like_a_date(t)
        ],
        events=event_lines(export, numbers),
        figures=figure_lines(export, numbers),
        findings=finding_groups(export, numbers),
        disputes=dispute_lines(export, numbers),
        warnings=warning_lines(export, numbers),
        graded=graded_lines(export),
        relations=relation_lines(export),
        shifts=shift_lines(export, numbers),
        speakers=speakers,
        entities=_entity_lines(export.entities, numbers),
        stories=story_lines(export.stories, numbers),
        sources=sources,
        failures=[visible(f.message) for f in export.failures],
    )


_UNNAMED = "Source not named"


def _looks_like_a_date(time: TimeExpression) -> bool:
    words = time.span.text.lower()
    return any(
        part in words for part in ("day", "week", "month", "year", "ago", "last", "next", "earlier")
    ) and not words.endswith(("days", "weeks", "months", "years"))


def _period(export: CaseExport) -> str:
    dates = [date for d in export.documents if (date := d.dated)]
    if not dates:
        return "no page gives its date"
    first = min(dates, key=lambda d: d.earliest)
    last = max(dates, key=lambda d: d.latest)
    if first.edtf == last.edtf:
        return f"pages written {date_words(first)}"
    return f"pages written {edtf_words(first.earliest)} to {edtf_words(last.latest)}"


def _reading_order(document: Document) -> tuple[str, str, str]:
    date = document.dated
    return (date.earliest if date else "9999", document.location, document.id)


def _cautions(export: CaseExport, numbers: dict[str, int]) -> list[str]:
    """Say what limits the record: missing dates, resolved dates, and pages that failed."""
    found = []
    undated = [d for d in export.documents if d.page_date is None]
    lost = sorted(numbers[d.id] for d in undated if d.written is None)
    if lost:
        pages = ", ".join(f"[{n}]" for n in lost)
        found.append(
            f"No date is printed on {pages}, and no other page tells one: “yesterday” and the like "
            "are left undated there."
        )
    judged = [d for d in export.documents if d.written and d.written.basis == "linked"]
    for document in sorted(judged, key=lambda d: numbers[d.id]):
        given = (
            f"is dated {date_words(document.page_date)}" if document.page_date else "has no date"
        )
        when = date_words(document.written) if document.written else ""
        found.append(
            f"Page [{numbers[document.id]}] {given}; its words and other pages say {when}, and its "
            "“Tuesday” and the like are counted from there."
        )
    names = {d.id for d in judged}
    resolved = {t.document for t in export.times if t.date and t.date.basis == "resolved"} - names
    if resolved:
        found.append(
            f"Relative dates on {counted(len(resolved), 'page')} are counted from "
            "the date printed on the page, which nothing in the case contradicts."
        )
    for origin in export.origins:
        if len(origin.documents) > 1:
            pages = ", ".join(f"[{n}]" for n in sorted(numbers[d] for d in origin.documents))
            found.append(f"Pages {pages} carry or retell one text: they count as one origin.")
    found.append(
        "Origins are told apart by the text and the sentences that pages share; a rewrite that "
        "keeps few of its words may still count as an origin of its own."
    )
    if export.withheld:
        found.append(
            f"{counted(export.withheld, 'finding')} that said more than the "
            "cited words were withheld."
        )
    if export.failures:
        count = len(export.failures)
        found.append(f"{counted(count, 'page')} could not be read; the annex says why.")
    return found


def _days(times: tuple[TimeExpression, ...], numbers: dict[str, int]) -> list[Day]:
    grouped: dict[tuple[str, str, str], list[TimeExpression]] = defaultdict(list)
    for time in times:
        if time.date and not is_filing_day(time):
            grouped[time.date.earliest, time.date.latest, time.date.edtf].append(time)
    days = []
    for (_, _, edtf), members in sorted(grouped.items()):
        seen: set[tuple[str, int]] = set()
        accounts = []
        for time in members:
            place = (time.document, time.sentence.start)
            if place not in seen and time.date:
                seen.add(place)
                accounts.append(
                    Account(
                        evidence_of(time.sentence, numbers),
                        visible(time.span.text),
                        basis_words(time.date),
                    )
                )
        words = date_words(members[0].date) if members[0].date else edtf
        days.append(Day(words, edtf, tuple(accounts)))
    return days


def _speakers(
    claims: tuple[Claim, ...], entities: dict[str, Entity], numbers: dict[str, int]
) -> list[Speaker]:
    grouped: dict[str, list[Claim]] = defaultdict(list)
    bodies = Bodies(entities.values())
    for claim in claims:
        source = claim.source
        key = (source.entity or f"text:{bodies.key(visible(source.text))}") if source else ""
        grouped[key].append(claim)
    found = []
    for key, members in grouped.items():
        entity = entities.get(key)
        first = members[0].source
        name = entity.name if entity else first.text if first else _UNNAMED
        roles = (
            "; ".join(dict.fromkeys(visible(role_words(r)) for r in entity.roles)) if entity else ""
        )
        said = tuple(_said(c, numbers) for c in members)
        pages = len({c.document for c in members})
        found.append(Speaker(shorten(name, 100), shorten(roles, 160), said, pages))
    return sorted(found, key=lambda s: (s.name == _UNNAMED, -s.pages, -len(s.claims), s.name))


def _said(claim: Claim, numbers: dict[str, int]) -> Said:
    date: Date | None = claim.date
    return Said(
        verb=verb_of(claim),
        act=claim.act,
        source=shorten(speaker_words(claim.source.text), 120)
        if claim.source
        else "a source not named",
        content=evidence_of(claim.content, numbers),
        quoted=claim.quoted,
        chain=tuple(shorten(c.text, 80) for c in claim.chain),
        date=f"{date_words(date)} ({basis_words(date)})" if date else None,
    )


def _entity_lines(
    entities: tuple[Entity, ...], numbers: dict[str, int]
) -> list[tuple[str, list[EntityLine]]]:
    sections: dict[str, list[EntityLine]] = {title: [] for title in _KINDS.values()}
    for entity in sorted(entities, key=lambda e: (-len(e.mentions), e.name, e.id)):
        spellings = ", ".join(f"{visible(n.text)} ({n.count})" for n in entity.names)
        roles = tuple(
            (
                visible(role_words(r)),
                evidence_of(r.evidence[0], numbers),
            )
            for r in entity.roles
        )
        sections[_KINDS[entity.kind]].append(
            EntityLine(
                shorten(entity.name, 100),
                shorten(spellings, 300),
                roles,
                len(entity.mentions),
                tuple(sorted({numbers[m.document] for m in entity.mentions})),
                evidence_of(entity.mentions[0], numbers),
                # one spelling needs no explaining
                tuple(shorten(r, 300) for r in entity.reasons if len(entity.names) > 1),
            )
        )
    return [(title, lines) for title, lines in sections.items() if lines]


def _source(number: int, document: Document, numbers: dict[str, int]) -> Source:
    date = document.page_date
    given = "; ".join(visible(w.text) for w in date.page_evidence) if date else ""
    removed: dict[str, list[str]] = defaultdict(list)
    for piece in document.removed:
        removed[piece.reason.replace("_", " ")].append(shorten(piece.text, 140))
    counts = Counter({reason: len(pieces) for reason, pieces in removed.items()})
    return Source(
        number=number,
        document=document,
        title=shorten(document.title or "Page without a title", 200),
        outlet=shorten(document.outlet, 80) if document.outlet else "outlet not named",
        byline=shorten(", ".join(document.byline), 120),
        date=date_words(date) if date else "no date on the page",
        date_words=given,
        link=web_address(document.location),
        location=shorten(document.location, 300),
        words=len(document.text.split()),
        paragraphs=_paragraphs(document.text),
        removed=tuple(
            (f"{reason} ({n})", tuple(removed[reason][:40])) for reason, n in counts.most_common()
        ),
        replaces=tuple(sorted(numbers[d] for d in document.supersedes if d in numbers)),
    )


def _paragraphs(text: str) -> tuple[tuple[int, str], ...]:
    found, at = [], 0
    for part in text.split("\n\n"):
        found.append((at, part))
        at += len(part) + 2
    return tuple(found)
