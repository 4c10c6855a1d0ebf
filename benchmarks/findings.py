"""How many of histor's findings are right, and how many it misses, by kind.

    python -m benchmarks.findings --data ../shared/data --split dev --json

The heaps in ``benchmarks/sample_heaps`` are small invented pages with labels: the findings that a
careful reader makes, and the silences that are expected of traps (a later toll, another town,
another scope). A label is found by a finding of its kind that names its pages and whose summary or
evidence holds its words; a finding that no label asks for is false. ``optional`` labels are right
when found and not missed when not. ``dev`` may be tuned on, ``test`` may not.

``disputes`` are counted alike, by what they are about and why the accounts differ; ``warnings`` by
their outcome; ``shifts`` by their direction. ``seeds`` are real pages beside the data sets, whose
labels (kinds and file names alone) were set by hand; it is left out where they are not.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.articles import read
from benchmarks.command import run
from histor.assess import Assessment, assess
from histor.link import Linked, link
from histor.read import read_sources
from histor.records import Claim, Dispute, Finding, Given, Page, Shift, Warning, make_id

__all__ = ["heaps", "measure", "read_heap"]

_HEAPS = Path(__file__).with_name("sample_heaps")
#: kinds that a heap's labels are complete for
_KINDS = (
    "contradiction",
    "figure_conflict",
    "denial",
    "altered_quote",
    "attribution_mismatch",
    "name_mismatch",
    "stale_page_date",
    "undated_page",
    "copied_text",
    "translated_text",
    "single_origin",
)

Label = Mapping[str, Any]


def heaps(split: str) -> list[Path]:
    """Return the files of a split's heaps, by name."""
    return sorted((_HEAPS / split).glob("*.toml"))


def read_heap(path: Path) -> tuple[list[Page], dict[str, Any]]:
    """Return a heap's pages and the file's tables; a page's location is its key."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return [_page(path.stem, row) for row in tables["page"]], tables


def _page(heap: str, row: Mapping[str, str]) -> Page:
    text = "\n\n".join(p.strip() for p in row["text"].strip().split("\n\n"))
    return Page(
        location=row["key"],
        key=f"{heap}/{row['key']}",
        sha256=make_id("page", heap, row["key"], text),
        media="article",
        text=text,
        encoding="utf-8",
        given=Given(title=row["title"], outlet=row["outlet"], date=row.get("date"), language="en"),
    )


class _Score:
    """Findings made and labels met, by name."""

    def __init__(self) -> None:
        self.made: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.met: Counter[str] = Counter()
        self.faults: list[str] = []

    def table(self) -> dict[str, dict[str, float]]:
        """Return counts, precision and recall in percent, each name's and all together."""
        names = sorted(self.made.keys() | self.asked.keys())
        rows = {name: self._row([name]) for name in names}
        return rows | {"all": self._row(names)}

    def _row(self, names: Sequence[str]) -> dict[str, float]:
        made, right, asked, met = (
            sum(c[n] for n in names) for c in (self.made, self.right, self.asked, self.met)
        )
        row: dict[str, float] = {"made": made, "asked": asked}
        if made:
            row["p"] = round(100 * right / made, 1)
        if asked:
            row["r"] = round(100 * met / asked, 1)
        return row


def _scored(
    score: _Score,
    heap: str,
    findings: Iterable[tuple[str, frozenset[str], str, str]],
    labels: Sequence[Label],
    name: str,
) -> None:
    """Count findings (name, pages, words, summary) against labels whose ``name`` field fits."""
    met: set[int] = set()
    for kind, pages, words, summary in findings:
        fits = [n for n, x in enumerate(labels) if _fits(x, name, kind, pages, words)]
        score.made[kind] += 1
        score.right[kind] += bool(fits)
        met.update(fits)
        if not fits:
            score.faults.append(f"{heap}: false {kind}: {summary}")
    for n, label in enumerate(labels):
        if label.get("optional"):
            continue
        kind = _name_of(label, name)
        score.asked[kind] += 1
        score.met[kind] += n in met
        if n not in met:
            score.faults.append(f"{heap}: missed {kind} {label.get('pages', label.get('words'))}")


def _name_of(label: Label, name: str) -> str:
    """Return the name under which a label is counted: the first that it allows."""
    first = str(label[name]).split("|")[0]
    return f"{label['about']}, {first}" if name == "why" else first


def _fits(label: Label, name: str, kind: str, pages: frozenset[str], words: str) -> bool:
    about, _, own = kind.rpartition(", ")
    if own not in str(label[name]).split("|") or label.get("about", about) != about:
        return False
    if not set(label.get("pages", ())) <= pages:
        return False
    return all(w.casefold() in words.casefold() for w in label.get("words", ()))


def sample(split: str) -> dict[str, Any]:
    """Measure the sample heaps of a split."""
    findings, disputes = _Score(), _Score()
    warned, shifted = _Score(), _Score()
    fallen = silences = pages = 0
    for path in heaps(split):
        heap, tables = read_heap(path)
        pages += len(heap)
        judged, where, linked = _judged(heap)
        claims = {c.id: c for c in linked.claims}
        names = {e.id: e.name for e in linked.entities}
        made = [_told(f, where) for f in judged.findings if f.kind in _KINDS]
        _scored(findings, path.stem, made, tables.get("label", ()), "kind")
        ledger = [_entry(d, where) for d in judged.disputes]
        _scored(disputes, path.stem, ledger, tables.get("dispute", ()), "why")
        register = [_foretold(w, claims, where) for w in judged.warnings]
        if "warning" in tables:
            _scored(warned, path.stem, register, tables["warning"], "outcome")
        turns = [_turned(s, names, where) for s in judged.shifts]
        _scored(shifted, path.stem, turns, tables.get("shift", ()), "direction")
        for silence in tables.get("silence", ()):
            silences += 1
            broken = [f for f in made if _fits(silence, "kind", f[0], f[1], f[2])]
            labels = tables.get("label", ())
            broken = [
                f for f in broken if not any(_fits(x, "kind", f[0], f[1], f[2]) for x in labels)
            ]
            fallen += bool(broken)
    return {
        "pages": pages,
        "findings": findings.table(),
        "disputes": disputes.table(),
        "warnings": warned.table(),
        "shifts": shifted.table(),
        "traps": silences,
        "traps_fallen_into": fallen,
        "faults": [*findings.faults, *disputes.faults, *warned.faults, *shifted.faults],
    }


def _judged(pages: Sequence[Page]) -> tuple[Assessment, dict[str, str], Linked]:
    linked = link(read(pages))
    return assess(linked), {d.id: d.location for d in linked.documents}, linked


def _foretold(
    warning: Warning, claims: Mapping[str, Claim], where: Mapping[str, str]
) -> tuple[str, frozenset[str], str, str]:
    claim = claims[warning.claim]
    words = claim.content.text
    return warning.outcome, frozenset([where[claim.document]]), words, words


def _turned(
    shift: Shift, names: Mapping[str, str], where: Mapping[str, str]
) -> tuple[str, frozenset[str], str, str]:
    pages = frozenset(where[s.document] for s in shift.evidence)
    return shift.direction, pages, f"{names[shift.a]} {names[shift.b]}", shift.summary


def _told(finding: Finding, where: Mapping[str, str]) -> tuple[str, frozenset[str], str, str]:
    pages = frozenset(
        where[d] for d in (*finding.documents, *(s.document for s in finding.evidence))
    )
    words = " ".join([finding.summary, *(s.text for s in finding.evidence)])
    return finding.kind, pages, words, finding.summary


def _entry(dispute: Dispute, where: Mapping[str, str]) -> tuple[str, frozenset[str], str, str]:
    pages = frozenset(where[d] for account in dispute.accounts for d in account.documents)
    words = " ".join([dispute.summary, *(a.says for a in dispute.accounts)])
    return f"{dispute.about}, {dispute.why}", pages, words, dispute.summary


def seeds(data: Path) -> dict[str, Any]:
    """Measure the findings on the real pages beside the data sets, by hand-set labels."""
    folder = data.parent / "seeds"
    if not folder.is_dir():
        return {}
    labels = tomllib.loads((_HEAPS / "seeds.toml").read_text(encoding="utf-8"))["label"]
    pages = [p for p in read_sources([str(folder)]) if isinstance(p, Page)]
    judged, where, _ = _judged(pages)
    short = {d: re.sub(r"_.*", "", Path(location).name) for d, location in where.items()}
    score = _Score()
    _scored(score, "seeds", (_told(f, short) for f in judged.findings), labels, "kind")
    return {"pages": len(pages), "findings": score.table(), "faults": score.faults}


def measure(data: Path, split: str = "dev") -> dict[str, Any]:
    """Return all figures of one split: precision and recall in percent, counts."""
    figures = {"samples": sample(split), "seeds": seeds(data)}
    for part in figures.values():
        part.pop("faults", None)
    return {name: value for name, value in figures.items() if value}


if __name__ == "__main__":
    run(__doc__, measure)
