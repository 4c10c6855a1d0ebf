"""Some days of a case's record: what the pages written then say, and what is known of it.

Events, disputes and findings of those pages come with the words of other pages that they set
against them; who is who, and how many origins tell an event, is known from the whole case.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple, TypeVar

import msgspec

from histor.records import (
    CaseExport,
    Claim,
    ClaimSource,
    Date,
    Dispute,
    Document,
    Event,
    Failure,
    Figure,
    Finding,
    Origin,
    Relation,
    Shift,
    Source,
    Span,
    Story,
    TimeExpression,
    Warning,
)
from histor.store.evidence import words_in
from histor.store.kept import Kept, placed, read

__all__ = ["window"]

_T = TypeVar("_T", bound=msgspec.Struct)
_replace = msgspec.structs.replace


def window(
    kept: Kept, after: str | None, before: str | None, failures: Iterable[Failure] = ()
) -> CaseExport:
    """Return the record of the pages written from ``after`` on and before ``before`` (ISO days).

    Pages whose day is not known are left out. Pages that a finding, dispute or warning cites are in
    it, with nothing else of what they say.

    Raises:
        msgspec.MsgspecError, zlib.error, ValueError: a piece is damaged or lacks.
    """
    pages = kept.between(after, before)
    findings = _about(kept, "findings", Finding, pages)
    disputes = _about(kept, "disputes", Dispute, pages)
    warnings = _about(kept, "warnings", Warning, pages)
    claims = tuple(c for own in read(kept, "claims", tuple[Claim, ...], pages) for c in own)
    times = tuple(t for own in read(kept, "times", tuple[TimeExpression, ...], pages) for t in own)
    cited = {d for f in findings for d in f.documents}
    for told_of in (*findings, *disputes, *warnings):
        cited |= {words.document for words in words_in(told_of) if isinstance(words, Span)}
    documents = _documents(kept, pages, cited)
    inside = frozenset(documents.values())
    numbers = documents.keys()
    entities = tuple(placed(kept, {n: documents[n] for n in pages}))
    stories = _about(kept, "stories", Story, numbers)
    within = _Within(
        documents=inside,
        entities=frozenset(e.id for e in entities),
        claims=frozenset(c.id for c in claims),
        times=frozenset(t.id for t in times),
        stories=frozenset(s.id for s in stories),
    )
    known, said = within.entities, within.claims
    events = tuple(
        within.event(e) for e in read(kept, "events", Event, kept.concerning("events", pages))
    )
    told, found = {e.id for e in events}, {f.id for f in findings}
    return CaseExport(
        documents=tuple(
            _replace(d, written=_date(d.written, inside))
            for d in read(kept, "documents", Document, numbers)
        ),
        origins=tuple(within.origin(o) for o in _about(kept, "origins", Origin, numbers)),
        stories=tuple(_replace(s, documents=_of(s.documents, inside)) for s in stories),
        entities=entities,
        claims=tuple(within.claim(c, told) for c in claims),
        events=events,
        findings=tuple(
            _replace(f, events=_of(f.events, told), claims=_of(f.claims, said)) for f in findings
        ),
        warnings=tuple(
            _replace(w, actor=_one(w.actor, known), target=_one(w.target, known)) for w in warnings
        ),
        relations=tuple(
            _replace(r, events=own)
            for r in read(kept, "relations", Relation)
            if {r.a, r.b} <= known and (own := _of(r.events, told))
        ),
        times=times,
        figures=tuple(
            _replace(f, claim=_one(f.claim, said))
            for own in read(kept, "figures", tuple[Figure, ...], pages)
            for f in own
        ),
        failures=tuple(failures),
        disputes=tuple(
            _replace(d, events=_of(d.events, told), findings=_of(d.findings, found))
            for d in disputes
        ),
        sources=tuple(
            _replace(s, documents=_of(s.documents, inside), evidence=_on(s.evidence, inside))
            for s in _about(kept, "sources", Source, numbers)
            if s.entity is None or s.entity in known
        ),
        shifts=tuple(
            _replace(s, events=own, evidence=_on(s.evidence, inside))
            for s in read(kept, "shifts", Shift)
            if {s.a, s.b} <= known and (own := _of(s.events, told)) and _on(s.evidence, inside)
        ),
        withheld=next(read(kept, "withheld", int)),
    )


def _about(kept: Kept, part: Any, kind: type[_T], pages: Iterable[int]) -> tuple[_T, ...]:
    return tuple(read(kept, part, kind, kept.concerning(part, pages)))


def _documents(kept: Kept, pages: Iterable[int], cited: Collection[str]) -> dict[int, str]:
    """Return the numbers and ids of pages, and of those that are cited by id."""
    found = {n: d.id for n, d in zip(pages, read(kept, "documents", Document, pages), strict=True)}
    return dict(sorted((found | kept.numbers(set(cited) - set(found.values()))).items()))


class _Within(NamedTuple):
    """The ids of what some days of a record hold; what else is named is left out."""

    documents: frozenset[str]
    entities: frozenset[str]
    claims: frozenset[str]
    times: frozenset[str]
    stories: frozenset[str]

    def event(self, event: Event) -> Event:
        """Return an event with the accounts of these pages; its counts are those of the case."""
        return _replace(
            event,
            date=_date(event.date, self.documents),
            place=_one(event.place, self.entities),
            story=_one(event.story, self.stories),
            actors=_of(event.actors, self.entities),
            recipients=_of(event.recipients, self.entities),
            peoples=_of(event.peoples, self.entities),
            figures=tuple(
                _replace(f, claim=_one(f.claim, self.claims))
                for f in event.figures
                if f.span.document in self.documents
            ),
            mentions=tuple(
                _replace(
                    m,
                    claim=_one(m.claim, self.claims),
                    time=_one(m.time, self.times),
                    date=_date(m.date, self.documents),
                )
                for m in event.mentions
                if m.span.document in self.documents
            ),
        )

    def source(self, source: ClaimSource) -> ClaimSource:
        """Return who is said to have said something."""
        return _replace(source, entity=_one(source.entity, self.entities))

    def claim(self, claim: Claim, events: Collection[str]) -> Claim:
        """Return a claim with those of the events that it tells that are there."""
        return _replace(
            claim,
            source=self.source(claim.source) if claim.source is not None else None,
            chain=tuple(map(self.source, claim.chain)),
            events=_of(claim.events, events),
            same_as=_of(claim.same_as, self.claims),
        )

    def origin(self, origin: Origin) -> Origin:
        """Return the part of an origin that these pages are."""
        inside = self.documents
        return _replace(
            origin,
            documents=_of(origin.documents, inside),
            links=tuple(x for x in origin.links if x.from_ in inside and x.to in inside),
            credits=tuple(
                _replace(c, entity=_one(c.entity, self.entities))
                for c in origin.credits
                if all(s.document in inside for s in c.evidence)
            ),
        )


def _date(date: Date | None, inside: Collection[str]) -> Date | None:
    if date is None or all(s.document in inside for s in date.evidence):
        return date
    return _replace(date, evidence=_on(date.evidence, inside))


def _of(ids: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(i for i in ids if i in known)


def _one(id_: str | None, known: Collection[str]) -> str | None:
    return id_ if id_ in known else None


def _on(spans: Iterable[Span], inside: Collection[str]) -> tuple[Span, ...]:
    return tuple(s for s in spans if s.document in inside)
