"""How well events are drawn from bare sentences: who did what to whom.

    python -m benchmarks.extraction --data ../shared/data --split dev --json

PLV (the fifth of its train part that training leaves out; the whole of another split) names one
pair of a sentence and its type: recall of the pair and of the triple is told, a party counting as
found where its words overlap. PLOVER's gold records label one event a sentence too, so that their
precision is a lower bound: by the words of the parties, and by their countries where both have one
(``country_triples.py``). IndiaPoliceEvents labels every act of the police: of the sentences in
which histor finds one, the share that carries the label (precision), and recall.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from benchmarks.command import run
from benchmarks.country_triples import OLDER_TYPES, country_triples
from benchmarks.language import Tally, records
from histor.annotate import load
from histor.extract.events.proposals import proposals
from training.event_readers import find_pair, held_back

_ONE = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_MUTUAL = frozenset(["CONSULT", "COOPERATE", "AGREE", "ASSAULT"])
_POLICE = re.compile(
    r"\b(polic\w*|constables?|cops?|security forces|jawans?|officers?|SRP)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event that histor tells: its type and the words of its parties."""

    type: str
    doers: tuple[Span, ...]
    targets: tuple[Span, ...]
    trigger: str
    status: str


def told(doc: Doc) -> Iterator[Told]:
    """Yield the events of a document that extraction would believe."""
    for event in proposals(doc):
        if event.type != "OTHER" and (event.doers or event.targets):  # PLOVER codes actors' deeds
            yield Told(
                event.type, event.doers, event.targets, event.trigger.text.lower(), event.status
            )


def _meets(spans: tuple[Span, ...], words: set[int]) -> bool:
    return any(t.i in words for s in spans for t in s)


def plv(nlp: Language, path: Path, whole: bool) -> dict[str, Any]:
    """Measure recall of the pair and of the triple from the bare sentence."""
    count: Counter[str] = Counter()
    for record in records(path):
        found = find_pair(record["marked"])
        if found is None or not (whole or held_back(record["sentence"])):
            continue
        words, doer, target = found
        starts: list[bool | int | None] = [True, *[False] * (len(words) - 1)]
        doc = nlp(Doc(nlp.vocab, words=words, sent_starts=starts))
        count["gold"] += 1
        pairs = [e for e in told(doc) if _pair(e.type, e.doers, e.targets, set(doer), set(target))]
        count["pair"] += bool(pairs)
        count["triple"] += any(_ONE.get(e.type, e.type) == record["root"] for e in pairs)
    rates = {k: round(100 * count[k] / max(1, count["gold"]), 2) for k in ("pair", "triple")}
    return {"pairs": count["gold"], "pair_recall": rates["pair"], "triple_recall": rates["triple"]}


def _pair(
    kind: str,
    doers: tuple[Span, ...],
    targets: tuple[Span, ...],
    source: set[int],
    target: set[int],
) -> bool:
    if _meets(doers, source) and _meets(targets, target):
        return True
    if kind not in _MUTUAL:
        return False
    both = (*doers, *targets)
    return _meets(both, source) and _meets(both, target)


def gold_records(nlp: Language, path: Path) -> dict[str, Any]:
    """Measure triples against PLOVER's gold records, one event a sentence."""
    tally = Tally()
    for record in records(path):
        sources = _actors(record["source"])
        targets = _actors(record["target"])
        if not sources:
            continue
        kind = OLDER_TYPES.get(record["event"], record["event"])
        doc = nlp(record["text"])
        events = list(told(doc))
        right = 0
        for event in events:
            both = (*event.doers, *event.targets)
            mutual = event.type in _MUTUAL
            doer_met = _named(both if mutual else event.doers, sources)
            target_met = not targets or _named(both if mutual else event.targets, targets)
            right |= event.type == kind and doer_met and target_met
        tally.right += right
        tally.gold += 1
        tally.predicted += len(events)
    return tally.figures()


def _actors(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if value else []
    return [a["actorText"] for a in value or [] if a.get("actorText")]


def _named(spans: tuple[Span, ...], names: list[str]) -> bool:
    words = {t.lower_ for s in spans for t in s if t.pos_ in {"NOUN", "PROPN", "ADJ", "PRON"}}
    return any(w.lower() in words for name in names for w in re.findall(r"\w+", name))


def police(nlp: Language, path: Path) -> dict[str, Any]:
    """Measure arrests and violence by the police on sentences that label every such act."""
    tallies = {"arrest": Tally(), "force": Tally()}
    rows = list(records(path))
    for record, doc in zip(rows, nlp.pipe(r["sent_text"].strip() for r in rows), strict=True):
        labels = set(record["sent_labels"])
        events = [e for e in told(doc) if e.status in {"happened", "ongoing"}]
        arrested = any(  # an arrest that names nobody who arrests is the police's
            e.type == "COERCE"
            and re.match(r"arrest|detain|held|pick|nab|round", e.trigger)
            and (not e.doers or _by_police(e))
            for e in events
        )
        forced = any(e.type == "ASSAULT" and _by_police(e) for e in events)
        for name, found, gold in (
            ("arrest", arrested, "ARREST" in labels),
            ("force", forced, bool(labels & {"FORCE", "KILL"})),
        ):
            tally = tallies[name]
            tally.right += found and gold
            tally.predicted += found
            tally.gold += gold
    return {name: tally.figures() for name, tally in tallies.items()}


def _by_police(event: Told) -> bool:
    return any(_POLICE.search(d.text) for d in event.doers)


def measure(data: Path, split: str = "dev") -> dict[str, Any]:
    """Return all figures of one split; sets that lack the split are left out."""
    nlp = load()
    figures: dict[str, Any] = {}
    path = data / "plover_plv" / f"{split}.jsonl"
    whole = path.exists()
    path = path if whole else path.with_name("train.jsonl")
    if path.exists():
        figures["plover_plv"] = plv(nlp, path, whole)
    for name, folder, function in (
        ("plover_gsr", "plover_gsr", gold_records),
        ("plover_gsr_countries", "plover_gsr", country_triples),
        ("india_police", "india_police", police),
    ):
        path = data / folder / f"{split}.jsonl"
        if path.exists():
            figures[name] = function(nlp, path)
    return figures


if __name__ == "__main__":
    run(__doc__, measure)
