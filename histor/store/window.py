"""Some days of a case's record: what the pages written then say, and what is known of it.

Events, disputes and findings of those pages come with the words of other pages that they set
against them; who is who, and how many origins tell an event, is known from the whole case.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, TypeVar

import msgspec

from histor.records import (
    CaseExport,
    Claim,
    Date,
    Dispute,
    Document,
    Event,
    Failure,
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
    cited |= {w.document for x in (*findings, *disputes, *warnings) for w in words_in(x)
              if isinstance(w, Span)}  # fmt: skip
    documents = _documents(kept, pages, cited)
    inside = frozenset(documents.values())
    entities = tuple(placed(kept, documents))
    known = {e.id for e in entities}
    events = tuple(
        _event(e, inside, known, {c.id for c in claims})
        for e in read(kept, "events", Event, kept.concerning("events", pages))
    )
    told, said = {e.id for e in events}, {c.id for c in claims}
    numbers = documents.keys()
    return CaseExport(
        documents=tuple(read(kept, "documents", Document, numbers)),
        origins=tuple(_origin(o, inside) for o in _about(kept, "origins", Origin, numbers)),
        stories=tuple(
            _replace(s, documents=_of(s.documents, inside))
            for s in _about(kept, "stories", Story, numbers)
        ),
        entities=entities,
        claims=tuple(
            _replace(
                _known_source(c, known), events=_of(c.events, told), same_as=_of(c.same_as, said)
            )
            for c in claims
        ),
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
        failures=tuple(failures),
        disputes=tuple(
            _replace(
                d, events=_of(d.events, told), findings=_of(d.findings, {f.id for f in findings})
            )
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


def _event(
    event: Event, inside: Collection[str], entities: Collection[str], claims: Collection[str]
) -> Event:
    """Return an event with the accounts of some pages alone; its counts are those of the case."""
    return _replace(
        event,
        date=_date(event.date, inside),
        place=_one(event.place, entities),
        actors=_of(event.actors, entities),
        recipients=_of(event.recipients, entities),
        figures=tuple(
            _replace(f, claim=_one(f.claim, claims))
            for f in event.figures
            if f.span.document in inside
        ),
        mentions=tuple(
            _replace(m, claim=_one(m.claim, claims), date=_date(m.date, inside))
            for m in event.mentions
            if m.span.document in inside
        ),
    )


def _known_source(claim: Claim, entities: Collection[str]) -> Claim:
    source = claim.source
    if source is None or source.entity is None or source.entity in entities:
        return claim
    return _replace(claim, source=_replace(source, entity=None))


def _origin(origin: Origin, inside: Collection[str]) -> Origin:
    return _replace(
        origin,
        documents=_of(origin.documents, inside),
        links=tuple(x for x in origin.links if x.from_ in inside and x.to in inside),
        credits=tuple(c for c in origin.credits if all(s.document in inside for s in c.evidence)),
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
