"""The record of the sample pages as lines, for review: what histor says happened, and who said it.

python -m tests.golden.record > tests/golden/record.txt
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import histor
from histor.records import CaseExport

__all__ = ["record_lines"]

_SAMPLES = Path(__file__).parents[2] / "examples" / "pages"
_SHOWN = 90


def record_lines(export: CaseExport) -> list[str]:
    """Return the claims, events, findings and warnings of an export, a line each, sorted."""
    return sorted({*_claims(export), *_events(export), *_judged(export)})


def _claims(export: CaseExport) -> Iterator[str]:
    pages = {d.id: Path(d.location).name.split("!")[-1] for d in export.documents}
    names = {e.id: e.name for e in export.entities}
    for claim in export.claims:
        source = claim.source
        who = f"{source.text} [{names.get(source.entity or '', '-')}]" if source else "-"
        chain = "".join(f" < {link.text}" for link in claim.chain)
        cue = claim.cue.text if claim.cue else "-"
        quoted = " quoted" if claim.quoted else ""
        content = " ".join(claim.content.text.split())[:_SHOWN]
        said = f"{who}{chain} | {cue} | {claim.act}{quoted}"
        yield f"claim | {pages[claim.document]} | {said} | {content}"


def _events(export: CaseExport) -> Iterator[str]:
    names = {e.id: e.name for e in export.entities}
    for event in export.events:
        actors = ", ".join(names[a] for a in event.actors) or "-"
        recipients = ", ".join(names[r] for r in event.recipients) or "-"
        figures = ", ".join(
            f"{f.quantity} {f.low:g}-{f.high or ''}" for f in event.figures if f.low
        )
        parts = [
            event.type,
            event.mode or "-",
            event.status,
            f"{actors} > {recipients}",
            event.date.edtf if event.date else "undated",
            names.get(event.place or "", "-"),
            f"pages {event.documents}, origins {event.origins}",
            figures or "-",
            "; ".join(sorted({m.trigger for m in event.mentions})),
            " ".join(event.mentions[0].span.text.split())[:_SHOWN],
        ]
        yield "event | " + " | ".join(parts)


def _judged(export: CaseExport) -> Iterator[str]:
    names = {e.id: e.name for e in export.entities}
    pages = {d.id: Path(d.location).name for d in export.documents}
    for origin in export.origins:
        for credit in origin.credits:
            beside = [w.text for w in credit.page_evidence]
            words = ", ".join([*(s.text for s in credit.evidence), *beside])
            who = ", ".join(sorted(pages[d] for d in origin.documents))
            yield f"credit | {who} | {credit.name} | {words}"
    for finding in export.findings:
        yield f"finding | {finding.kind} | {finding.summary}"
    for warning in export.warnings:
        who = f"{names.get(warning.actor or '', '-')} > {names.get(warning.target or '', '-')}"
        yield f"warning | {warning.event_type} | {who} | {warning.window.edtf} | {warning.outcome}"


def main() -> None:
    """Print the record."""
    with tempfile.TemporaryDirectory() as folder, histor.open(Path(folder) / "case.db") as case:
        case.add([str(_SAMPLES)])
        sys.stdout.write("\n".join(record_lines(case.export())) + "\n")


if __name__ == "__main__":
    main()
