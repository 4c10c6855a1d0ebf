"""The linked record to what an analyst makes of it."""

from __future__ import annotations

import logging
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from histor.assess.copied_numbers import copied_numbers
from histor.assess.corroboration import credible
from histor.assess.denials import denials
from histor.assess.doers import doer_disputes
from histor.assess.figures import figure_disputes
from histor.assess.framing import namings
from histor.assess.headings import heading_mismatches
from histor.assess.laid_on import laid_on_two
from histor.assess.leaning import witness_of
from histor.assess.ledger import Ground, Ruling
from histor.assess.mutual_blame import mutual_blame
from histor.assess.origins import single_origins
from histor.assess.other_accounts import other_accounts
from histor.assess.other_mouths import other_mouths
from histor.assess.parts import told as told_numbers
from histor.assess.quotes import quote_disputes
from histor.assess.relations import country_behind, dealings_of, relations_of, shifts_of
from histor.assess.reliability import sources_of
from histor.assess.source_list import Listed
from histor.assess.support import held, unsupported
from histor.assess.translated import translated_pages
from histor.assess.warnings import warnings_of
from histor.assess.weekdays import WEEKDAYS, wrong_weekdays
from histor.link import Linked
from histor.records import (
    Dispute,
    Document,
    Event,
    Finding,
    Relation,
    Shift,
    Source,
    Warning,
)
from histor.shelf import ById, Runs, Shelf

__all__ = ["Assessment", "assess"]

_log = logging.getLogger(__name__)

#: what stands between an entity's names where they are held as one text
_BETWEEN = "\0"


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    """Judgements about a case; each shows its grounds."""

    #: the case's events with their credibility
    events: Sequence[Event]
    #: by id, those of linking included
    findings: tuple[Finding, ...]
    #: findings whose summary says more than its evidence, by id: a fault, and not shown
    withheld: tuple[Finding, ...]
    #: accounts that differ, by id
    disputes: tuple[Dispute, ...]
    #: by page and place
    warnings: tuple[Warning, ...]
    #: by pair and month
    relations: tuple[Relation, ...]
    #: by window and pair
    shifts: tuple[Shift, ...]
    #: outlets, then speakers, by name
    sources: tuple[Source, ...]


def assess(linked: Linked, listed: Mapping[str, Listed] | None = None) -> Assessment:
    """Judge a linked case; the same for any order of its pages.

    ``listed`` is the user's own list of sources (:func:`listed_sources`).
    """
    documents = ById(linked.document_at, linked.documents)
    entities = linked.known
    claims = ById(linked.claim_at, linked.claims)
    said = Runs(linked.claims, lambda c: c.document)
    origin_of: dict[str, str] = {}
    outlets: dict[str, str] = {}
    for document in linked.documents:
        origin_of[document.id] = document.origin or document.id
        if document.outlet:
            outlets[document.id] = document.outlet
    witness = witness_of(linked.origins, documents, outlets)
    behind = country_behind(entities, linked.countries)
    ground = Ground(documents, claims, entities, origin_of)
    times = Runs(linked.times, lambda t: t.document)
    events_by_id = ById(linked.event_at, linked.events)
    numbers = tuple(
        told_numbers(linked.events, documents, said, times, entities, linked.entities, linked.news)
    )
    blamed = mutual_blame(said, linked.events, linked.entities, ground)
    rulings: list[Ruling] = [
        *figure_disputes(numbers, ground),
        *copied_numbers(linked.origins, numbers, ground),
        *denials(linked.claims, said, events_by_id, ground),
        *namings(linked.claims, linked.entities, ground, behind),
        *doer_disputes(linked.events, ground, behind),
        *blamed,
        *laid_on_two(said, linked.events, linked.entities, ground, blamed),
        *other_accounts(said, ground),
        *wrong_weekdays(linked.times, ground),
        *quote_disputes(linked.claims, ground, behind),
    ]
    told = {r.dispute.id for r in rulings}
    rulings += [r for r in other_mouths(linked.origins, said, ground) if r.dispute.id not in told]
    findings: list[Finding] = [
        *linked.findings,
        *(r.finding for r in rulings if r.finding is not None),
        *heading_mismatches(documents, linked.entities),
        *translated_pages(documents, linked.origins, linked.entities),
        *single_origins(linked.events, origin_of),
    ]
    carried, withheld = _checked(findings, documents, linked)
    kinds: dict[str, list[str]] = defaultdict(list)
    for finding in carried:
        for event in finding.events:
            kinds[event].append(finding.kind)
    events = Shelf(
        Event,
        (credible(e, claims, origin_of, witness, kinds.get(e.id, ())) for e in linked.events),
    )
    warnings = warnings_of(events, claims, documents, linked.entities, times)
    dealings = dealings_of(events, entities, behind)
    return Assessment(
        events=events,
        findings=tuple(sorted(carried, key=lambda f: f.id)),
        withheld=tuple(sorted(withheld, key=lambda f: f.id)),
        disputes=tuple(sorted((r.dispute for r in rulings), key=lambda d: d.id)),
        warnings=warnings,
        relations=relations_of(dealings),
        shifts=shifts_of(dealings, entities),
        sources=sources_of(linked.documents, linked.claims, entities, warnings, listed or {}),
    )


def _checked(
    findings: Sequence[Finding], documents: Mapping[str, Document], linked: Linked
) -> tuple[list[Finding], list[Finding]]:
    """Return the findings whose every part is carried by their evidence, and the others."""
    concerned = {d for f in findings for d in (*f.documents, *(s.document for s in f.evidence))}
    # a country that all pages name has many names: they are held once
    names_of: list[str] = []
    on: dict[str, array[int]] = defaultdict(lambda: array("i"))
    for entity in linked.entities:
        if own := {m.document for m in entity.mentions} & concerned:
            for page in own:
                on[page].append(len(names_of))
            names_of.append(_BETWEEN.join(n.text for n in entity.names))
    places = {s.place for f in findings for s in f.evidence}
    days = {t.span.place: t.date for t in linked.times if t.date and t.span.place in places}
    told_of = {e for f in findings for e in f.events}
    titles = {e.id: e.title for e in linked.events if e.id in told_of}
    carried: list[Finding] = []
    withheld: list[Finding] = []
    for finding in findings:
        cited = (*finding.documents, *(s.document for s in finding.evidence))
        pages = [documents[d] for d in dict.fromkeys(cited)]
        dates = [d for p in pages for d in (p.page_date, p.written) if d is not None]
        told = [d for s in finding.evidence if (d := days.get(s.place)) is not None]
        evidence = [
            *(s.text for s in finding.evidence),
            *(p.label for p in pages),
            *(p.outlet for p in pages if p.outlet),
            *(WEEKDAYS[d.first.weekday()] for d in told if not d.length),
            *(x for d in (*dates, *told) for x in (d.edtf, d.earliest, d.latest)),
            *(titles[e] for e in finding.events if e in titles),
            *(str(n) for n in (len(finding.documents), len(finding.documents) - 1)),
            *(str(len(finding.events) - n) for n in range(len(finding.events))),
        ]
        named = {number for p in pages for number in on.get(p.id, ())}
        names = {name for number in named for name in names_of[number].split(_BETWEEN)}
        missing = unsupported(finding.summary, evidence, held(sorted(names)))
        if missing:
            _log.warning("withheld “%s”: nothing carries %s", finding.summary, ", ".join(missing))
        (withheld if missing else carried).append(finding)
    return carried, withheld
