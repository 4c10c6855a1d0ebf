"""How well the language model reads: tags, trees, names and attribution on the gold sets.

    python -m benchmarks.language --data ../shared/data --split dev --json

Precision and recall are micro-averaged. Trees are measured on gold tokens and gold sentences
(CoNLL 2018's UAS and LAS, over all words, full labels); names by exact span and kind, over the
kinds that a set marks; attribution by exact character spans (a span in pieces counts once), by the
words that each layer covers, and as linked triples whose cue, source and content all overlap gold.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from benchmarks.command import run
from histor.annotate import Attribution, load

Pieces = tuple[tuple[int, int], ...]
LAYERS = ("source", "cue", "content")
#: words a document of packed sentences holds; as many as the model reads at once
PACKED = 110
#: for each set, the kinds that its labels stand for; predicted kinds outside them are not judged
NAMES: dict[str, dict[str, str]] = {
    "uner_ewt": {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"},
    "conll2003": {
        "person": "PERSON",
        "organisation": "ORG",
        "location": "PLACE",
        "misc": "OTHER",
    },
    "ewwn": {
        "Person": "PERSON",
        "Organization": "ORG",
        "Location": "PLACE",
        "Facility": "PLACE",
        "NORP": "GROUP",
    },
    "wnut17": {
        "person": "PERSON",
        "location": "PLACE",
        "corporation": "ORG",
        "group": "ORG",
        "product": "OTHER",
        "creative-work": "OTHER",
    },
    "crossner_politics": {
        "person": "PERSON",
        "politician": "PERSON",
        "organisation": "ORG",
        "politicalparty": "ORG",
        "location": "PLACE",
        "country": "PLACE",
    },
    "re3d": {
        "Person": "PERSON",
        "Organisation": "ORG",
        "Location": "PLACE",
        "Nationality": "GROUP",
    },
}
#: sets that do not tell groups of people from other names
ONE_MISC = frozenset({"conll2003"})


class Tally:
    """Counts of right, predicted and gold items."""

    def __init__(self) -> None:
        self.right = self.predicted = self.gold = 0

    def add(self, predicted: Counter[Any], gold: Counter[Any]) -> None:
        """Count one document's items."""
        self.right += (predicted & gold).total()
        self.predicted += predicted.total()
        self.gold += gold.total()

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1 in percent."""
        precision = 100 * self.right / max(1, self.predicted)
        recall = 100 * self.right / max(1, self.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return {"p": round(precision, 2), "r": round(recall, 2), "f1": round(f1, 2)}


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield a JSON lines file's records."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def trees(nlp: Language, path: Path) -> dict[str, float]:
    """Measure tags, trees and sentence starts on a CoNLL-U file."""
    count: Counter[str] = Counter()
    starts = Tally()
    packed = list(_packed(_conllu(path)))
    given = (_gold_doc(nlp, sentences, True) for sentences in packed)
    raw = (_gold_doc(nlp, sentences, False) for sentences in packed)
    for sentences, doc, free in zip(packed, nlp.pipe(given), nlp.pipe(raw), strict=True):
        offset = 0
        gold_starts: list[int] = []
        for rows in sentences:
            gold_starts.append(offset)
            for i, row in enumerate(rows):
                token = doc[offset + i]
                head = 0 if token.head.i == token.i else token.head.i - offset + 1
                attached = head == int(row[6])
                count["words"] += 1
                count["upos"] += token.pos_ == row[3]
                count["xpos"] += token.tag_ == row[4]
                count["lemma"] += token.lemma_.lower() == row[2].lower()
                count["uas"] += attached
                count["las"] += attached and token.dep_ == row[7]
            offset += len(rows)
        found = [t.i for t in free if t.is_sent_start]
        starts.add(Counter(found), Counter(gold_starts))
    rates = {k: round(100 * count[k] / count["words"], 2) for k in count if k != "words"}
    return rates | {"sentence_start_f1": starts.figures()["f1"]}


def _conllu(path: Path) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            yield rows
            rows = []


def _packed(sentences: Iterable[list[list[str]]]) -> Iterator[list[list[list[str]]]]:
    pack: list[list[list[str]]] = []
    for rows in sentences:
        if pack and sum(map(len, pack)) + len(rows) > PACKED:
            yield pack
            pack = []
        pack.append(rows)
    if pack:
        yield pack


def _gold_doc(nlp: Language, sentences: list[list[list[str]]], starts: bool) -> Doc:
    rows = [row for sentence in sentences for row in sentence]
    return Doc(
        nlp.vocab,
        words=[row[1] for row in rows],
        spaces=["SpaceAfter=No" not in row[9] for row in rows],
        sent_starts=[not i for s in sentences for i in range(len(s))] if starts else None,
    )


def names(nlp: Language, path: Path, dataset: str) -> dict[str, Any]:
    """Measure entities by exact span and kind, over all kinds the set marks and for each."""
    kinds = NAMES[dataset]
    tallies: dict[str, Tally] = {k: Tally() for k in ["all", *sorted(set(kinds.values()))]}
    golds, docs = [], []
    for record in records(path):
        if "text" in record:
            docs.append(nlp.make_doc(record["text"]))
            golds.append(
                {(e["start"], e["end"], kinds.get(e["type"], "")) for e in record["entities"]}
            )
        else:
            docs.append(Doc(nlp.vocab, words=record["tokens"]))
            golds.append({(a, b, kinds.get(k, "")) for a, b, k in _bio(record["ner"])})
    for gold, doc in zip(golds, nlp.pipe(docs), strict=True):
        by_text = dataset == "re3d"
        found = {
            (e.start_char, e.end_char, _kind(e, dataset))
            if by_text
            else (e.start, e.end, _kind(e, dataset))
            for e in doc.ents
        }
        for name, tally in tallies.items():
            wanted = tallies.keys() - {"all"} if name == "all" else {name}
            tally.add(
                Counter(x for x in found if x[2] in wanted),
                Counter(x for x in gold if x[2] in wanted),
            )
    return {name: tally.figures() for name, tally in tallies.items()}


def _kind(entity: Span, dataset: str) -> str:
    if dataset in ONE_MISC and entity.label_ == "GROUP":
        return "OTHER"
    return entity.label_


def _bio(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        letter, _, name = tag.partition("-")
        if label and (letter != "I" or name != label):
            yield start, i, label
            label = ""
        if letter in {"B", "I"} and not label:
            start, label = i, name


def attribution(nlp: Language, path: Path) -> dict[str, Any]:
    """Measure attributions on documents with character offsets."""
    exact = {layer: Tally() for layer in LAYERS}
    covered = {layer: Tally() for layer in LAYERS}
    triples = Tally()
    gold_records = list(records(path))
    docs = nlp.pipe(r["text"] for r in gold_records)
    for record, doc in zip(gold_records, docs, strict=True):
        gold = [
            {layer: _joined(a[layer], record["text"]) for layer in LAYERS}
            for a in record["attributions"]
        ]
        found = [_pieces(a, record["text"]) for a in doc._.attributions]
        for layer in LAYERS:
            exact[layer].add(
                *(Counter({a[layer] for a in side if a[layer]}) for side in (found, gold))
            )
            covered[layer].add(*(Counter(_words(doc, side, layer)) for side in (found, gold)))
        triples.right += _matches(found, gold)
        triples.predicted += len(found)
        triples.gold += len(gold)
    return {
        "exact": {k: v.figures() for k, v in exact.items()},
        "token": {k: v.figures() for k, v in covered.items()},
        "triple_overlap": triples.figures(),
    }


def _joined(spans: Iterable[Iterable[int]], text: str) -> Pieces:
    """Return sorted pieces, joined where only white space lies between them."""
    out: list[tuple[int, int]] = []
    for start, end in sorted((a, b) for a, b in spans):
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def _pieces(found: Attribution, text: str) -> dict[str, Pieces]:
    parts = {
        "source": [found.source] if found.source else [],
        "cue": [found.cue] if found.cue else [],
        "content": list(found.contents),
    }
    return {
        k: _joined([(s.start_char, s.end_char) for s in spans], text) for k, spans in parts.items()
    }


def _words(doc: Doc, side: list[dict[str, Pieces]], layer: str) -> set[int]:
    spans = [piece for a in side for piece in a[layer]]
    inside: set[int] = set()
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            inside.update(t.i for t in span if not t.is_space)
    return inside


def _matches(found: list[dict[str, Pieces]], gold: list[dict[str, Pieces]]) -> int:
    free = list(gold)
    matched = 0
    for triple in found:
        for other in free:
            if all(_overlap(triple[layer], other[layer]) for layer in LAYERS):
                free.remove(other)
                matched += 1
                break
    return matched


def _overlap(a: Pieces, b: Pieces) -> bool:
    if not a or not b:
        return not a and not b
    return any(s < f and t < e for s, e in a for t, f in b)


def pace(nlp: Language, path: Path, words: int = 20_000) -> float:
    """Return words a second over whole documents, one after the other on one thread."""
    texts = []
    for record in records(path):
        texts.append(record["text"])
        words -= record["text"].count(" ")
        if words < 0:
            break
    nlp(texts[0])
    began, read = time.process_time(), 0
    for text in texts:
        read += sum(not t.is_space for t in nlp(text))
    return round(read / (time.process_time() - began))


def measure(data: Path, split: str = "dev", model: Path | None = None) -> dict[str, Any]:
    """Return all figures of one split, in percent; sets that lack the split are left out."""
    began = time.perf_counter()
    nlp = load(model)
    nlp("A first sentence warms it up.")
    figures: dict[str, Any] = {"load_seconds": round(time.perf_counter() - began, 2)}
    for name in ("ud_ewt", "ud_gum"):
        path = data / name / f"{split}.conllu"
        if path.exists():
            figures[name] = trees(nlp, path)
    for name in NAMES:
        path = data / name / f"{split}.jsonl"
        if path.exists():
            figures[name] = names(nlp, path, name)
    path = data / "polnear" / f"{split}.jsonl"
    if path.exists():
        figures["polnear"] = attribution(nlp, path)
        figures["words_a_core_second"] = pace(nlp, path)
    return figures


if __name__ == "__main__":
    run(__doc__, measure, models=True)
