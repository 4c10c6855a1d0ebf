"""Disputes, warnings and relations as the report tells them, each with the words it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from histor.records import CaseExport, Entity
from histor.tell.date_words import date_words
from histor.tell.event_lines import kind_words
from histor.tell.evidence import Evidence, evidence_of
from histor.tell.safe import shorten

__all__ = [
    "FindingLine",
    "RelationLine",
    "WarningLine",
    "finding_groups",
    "relation_lines",
    "warning_lines",
]

#: heading of each kind of finding, in the report's order
_KINDS = {
    "contradiction": "Contradictions",
    "figure_conflict": "Numbers that differ",
    "denial": "Denials",
    "attribution_mismatch": "One statement, two speakers",
    "altered_quote": "Quotes that differ",
    "name_mismatch": "Headings that do not fit their text",
    "stale_page_date": "Dates that cannot be right",
    "undated_page": "Pages without a date",
    "copied_text": "Copies",
    "translated_text": "Translations",
    "single_origin": "Many pages, one origin",
}
_OUTCOMES = {"open": "open", "borne_out": "borne out", "not_borne_out": "not borne out"}
_SHOWN = 6
_MOST = 240


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding: its sentence and the words it rests on."""

    summary: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class WarningLine:
    """Something foretold: who would do what to whom, by when, and what came of it."""

    what: str
    window: str
    outcome: str
    claim: Evidence
    speaker: str


@dataclass(frozen=True, slots=True)
class RelationLine:
    """How two actors dealt with each other in a month."""

    pair: str
    month: str
    cooperation: str
    conflict: str
    net: str
    events: int


def finding_groups(
    export: CaseExport, numbers: Mapping[str, int]
) -> list[tuple[str, list[FindingLine]]]:
    """Return the findings under a heading for each kind that there are any of."""
    groups: dict[str, list[FindingLine]] = defaultdict(list)
    for finding in export.findings:
        evidence = tuple(evidence_of(s, numbers) for s in finding.evidence[:_SHOWN])
        groups[finding.kind].append(FindingLine(shorten(finding.summary, 2 * _MOST), evidence))
    return [(title, groups[kind]) for kind, title in _KINDS.items() if groups[kind]]


def warning_lines(export: CaseExport, numbers: Mapping[str, int]) -> list[WarningLine]:
    """Return what was foretold, in the pages' order."""
    entities = {e.id: e for e in export.entities}
    claims = {c.id: c for c in export.claims}
    found = []
    for warning in export.warnings:
        claim = claims[warning.claim]
        parts = [_name(warning.actor, entities), kind_words(warning.event_type)]
        what = " ".join(p for p in parts if p)
        if target := _name(warning.target, entities):
            what = f"{what} towards {target}"
        speaker = claim.source.text if claim.source else "a source not named"
        found.append(
            WarningLine(
                what=shorten(what, 160),
                window=date_words(warning.window),
                outcome=_OUTCOMES[warning.outcome],
                claim=evidence_of(claim.content, numbers),
                speaker=shorten(speaker, 100),
            )
        )
    return found


def relation_lines(export: CaseExport) -> list[RelationLine]:
    """Return the relations by month and pair, the latest month first."""
    entities = {e.id: e for e in export.entities}
    rows = sorted(export.relations, key=lambda r: (r.from_, -abs(r.net)), reverse=True)
    return [
        RelationLine(
            pair=shorten(f"{_name(r.a, entities)} and {_name(r.b, entities)}", 120),
            month=r.from_[:7],
            cooperation=f"{r.cooperation:g}",
            conflict=f"{r.conflict:g}",
            net=f"{r.net:+g}",
            events=len(r.events),
        )
        for r in rows
    ]


def _name(entity: str | None, entities: Mapping[str, Entity]) -> str:
    return entities[entity].name if entity and entity in entities else ""
