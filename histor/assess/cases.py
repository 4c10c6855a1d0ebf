"""The linked record to what an analyst makes of it."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from histor.assess.corroboration import credible
from histor.assess.figures import figure_conflicts
from histor.assess.headings import heading_mismatches
from histor.assess.origins import single_origins
from histor.assess.relations import country_behind, relations_of
from histor.assess.statements import statement_findings
from histor.assess.warnings import warnings_of
from histor.link import Linked
from histor.records import Event, Finding, Relation, Warning

__all__ = ["Assessment", "assess"]


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    """Judgements about a case; each shows its grounds."""

    #: the case's events with their credibility
    events: tuple[Event, ...]
    #: by id, those of linking included
    findings: tuple[Finding, ...]
    #: by page and place
    warnings: tuple[Warning, ...]
    #: by pair and month
    relations: tuple[Relation, ...]


def assess(linked: Linked) -> Assessment:
    """Judge a linked case; the same for any order of its pages."""
    documents = {d.id: d for d in linked.documents}
    entities = {e.id: e for e in linked.entities}
    claims = {c.id: c for c in linked.claims}
    origin_of = {d.id: d.origin or d.id for d in linked.documents}
    findings = [
        *linked.findings,
        *figure_conflicts(linked.events, documents, origin_of, linked.news),
        *statement_findings(
            linked.claims, documents, entities, origin_of, country_behind(entities)
        ),
        *heading_mismatches(documents, linked.entities),
        *single_origins(linked.events),
    ]
    kinds: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        for event in finding.events:
            kinds[event].append(finding.kind)
    events = tuple(credible(e, claims, origin_of, kinds[e.id]) for e in linked.events)
    return Assessment(
        events=events,
        findings=tuple(sorted(findings, key=lambda f: f.id)),
        warnings=warnings_of(events, claims, documents),
        relations=relations_of(events, entities),
    )
