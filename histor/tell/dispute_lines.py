"""The ledger of disputes, turns in relations and graded sources, as the report tells them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from histor.counts import counted
from histor.records import Account, CaseExport
from histor.tell.evidence import Evidence, evidence_of
from histor.tell.safe import shorten

__all__ = [
    "AccountLine",
    "DisputeLine",
    "GradedLine",
    "ShiftLine",
    "dispute_lines",
    "graded_lines",
    "shift_lines",
]

#: what accounts differ in, in the report's order
MATTERS = {
    "existence": "Whether it happened",
    "doer": "Who did it",
    "victim": "Whom it befell",
    "figure": "How many",
    "date": "When",
    "place": "Where",
    "speaker": "Who said it",
    "wording": "What was said",
    "naming": "What each side calls it",
}
REASONS = {
    "conflict": "they cannot both be right",
    "denial": "one denies the other",
    "revision": "a later, higher count",
    "correction": "a correction",
    "rounding": "a rounding",
    "scope": "one counts more widely",
    "translation": "the words of two translations, or of somebody’s own",
    "slip": "a slip of the page",
    "framing": "each side’s own word",
}
#: said otherwise of quotes, where both may be right
_OF_QUOTES = {
    ("wording", "conflict"): "one quote, other words",
    ("speaker", "conflict"): "one quote in two mouths",
}
_SHOWN = 3
_MOST = 240


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One side: what it says, who says so, and since when."""

    says: str
    #: sources, origins and the first day, in words
    told: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """Accounts of one thing side by side, and why they differ."""

    matter: str
    why: str
    summary: str
    accounts: tuple[AccountLine, ...]


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A turn in relations, and the words of the events behind it."""

    summary: str
    before: str
    after: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class GradedLine:
    """A source whose reliability can be told, or that foretold things that came due."""

    name: str
    grade: str
    why: str


def dispute_lines(export: CaseExport, numbers: Mapping[str, int]) -> list[DisputeLine]:
    """Return the disputes of two accounts and more, by what they are about."""
    order = list(MATTERS)
    entries = sorted(export.disputes, key=lambda d: (order.index(d.about), d.id))
    return [
        DisputeLine(
            matter=MATTERS[entry.about],
            why=_OF_QUOTES.get((entry.about, entry.why), REASONS[entry.why]),
            summary=shorten(entry.summary, 2 * _MOST),
            accounts=tuple(_account(a, numbers) for a in entry.accounts),
        )
        for entry in entries
        if len(entry.accounts) > 1
    ]


def _account(account: Account, numbers: Mapping[str, int]) -> AccountLine:
    parts = []
    if account.sources:
        parts.append(", ".join(account.sources[:_SHOWN]))
    parts.append(counted(account.origins, "origin"))
    if account.since:
        parts.append(f"since {account.since}")
    pages: dict[int, Evidence] = {}
    for span in account.evidence:
        evidence = evidence_of(span, numbers)
        pages.setdefault(evidence.page, evidence)
    return AccountLine(
        says=shorten(account.says, _MOST),
        told=shorten("; ".join(parts), _MOST),
        evidence=tuple(pages.values())[:_SHOWN],
    )


def shift_lines(export: CaseExport, numbers: Mapping[str, int]) -> list[ShiftLine]:
    """Return the turns in relations, the latest first."""
    return [
        ShiftLine(
            summary=shorten(s.summary, 2 * _MOST),
            before=f"{s.before:+g}",
            after=f"{s.after:+g}",
            evidence=tuple(evidence_of(e, numbers) for e in s.evidence[:_SHOWN]),
        )
        for s in sorted(export.shifts, key=lambda s: (s.from_, s.id), reverse=True)
    ]


def graded_lines(export: CaseExport) -> list[GradedLine]:
    """Return the sources that a list grades or that foretold what came due, the best first."""
    graded = [s for s in export.sources if s.reliability != "F" or s.due]
    return [
        GradedLine(shorten(s.name, 120), f"{s.reliability}, {s.wording}", shorten(s.why, _MOST))
        for s in sorted(graded, key=lambda s: (s.reliability, s.name, s.id))
    ]
