"""How well the language model reads events: types, factuality, reference, times, sentence pairs.

    python -m benchmarks.language_events --data ../shared/data --split dev --json

PLOVER types of a given pair are measured on the fifth of PLV's train part that training leaves out
(on the whole of another split), NONE aside and CONCEDE and RETREAT as one type, as the set has it.
Factuality is measured on UDS It Happened (Pearson's r, mean absolute error); support on VitaminC;
coreference on GUM by head words without singletons (MUC and B-cubed F1), and on GAP as its authors
do; triggers on the validated sentences of ECB+ by their first word; times found by the head alone
on TimeBank. Sentence vectors are measured by how often two sentences of one ECB+ topic that tell
the same event (PLV sentences of one type) are closer than two that do not (area under the curve).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from benchmarks.command import run
from benchmarks.language import Tally, records
from histor.annotate import PageReader, load
from training.event_readers import find_pair, gum_chains, held_back, untokenize

Floats = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Floats]
#: PLV's name for two of PLOVER's types
_ONE = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
#: an antecedent outside a window of GUM is not asked for: the treebank's windows are cut alike
_PAIRS_A_TOPIC = 4000


def pair_types(nlp: Language, path: Path, whole: bool) -> dict[str, Any]:
    """Measure PLOVER types of given pairs: macro F1 over the gold types, accuracy, and each F1."""
    reader = _reader(nlp)
    gold: Counter[str] = Counter()
    told: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for record in records(path):
        found = find_pair(record["marked"])
        if found is None or not (whole or held_back(record["sentence"])):
            continue
        words, doer, target = found
        doc = nlp(_one_sentence(nlp, words))
        scores, _ = reader.typer.between(
            doc, doc[doer[0] : doer[-1] + 1], doc[target[0] : target[-1] + 1]
        )
        merged: dict[str, float] = defaultdict(float)
        for name, score in scores.items():
            if name != "NONE":
                merged[_ONE.get(name, name)] += score
        best = max(merged, key=lambda name: merged[name])
        gold[record["root"]] += 1
        told[best] += 1
        right[best] += best == record["root"]
    each = {k: round(200 * right[k] / max(1, gold[k] + told[k]), 1) for k in sorted(gold)}
    return {
        "pairs": gold.total(),
        "macro_f1": round(sum(each.values()) / max(1, len(each)), 2),
        "accuracy": round(100 * right.total() / max(1, gold.total()), 2),
        "each_f1": each,
    }


def _one_sentence(nlp: Language, words: list[str]) -> Doc:
    starts: list[bool | int | None] = [True, *[False] * (len(words) - 1)]
    return Doc(nlp.vocab, words=words, sent_starts=starts)


def _reader(nlp: Language) -> PageReader:
    reader = nlp.get_pipe("histor_reader")
    if not isinstance(reader, PageReader):
        raise TypeError("the pipeline is not histor's own")
    return reader


def factuality(nlp: Language, path: Path) -> dict[str, float]:
    """Measure graded factuality: Pearson's r and mean absolute error on the scale -3 to 3."""
    rows = [r for r in records(path) if r["events"]]
    docs = nlp.pipe(_one_sentence(nlp, r["tokens"]) for r in rows)
    pairs = [
        (doc[e["span"][0]]._.factuality, e["fact"])
        for r, doc in zip(rows, docs, strict=True)
        for e in r["events"]
    ]
    told, gold = np.array(pairs).T
    return {
        "events": len(pairs),
        "pearson_r": round(float(np.corrcoef(told, gold)[0, 1]), 4),
        "mean_absolute_error": round(float(np.abs(np.clip(told, -3, 3) - gold).mean()), 3),
    }


def support(nlp: Language, path: Path) -> dict[str, float]:
    """Measure support, refutation or neither on VitaminC: accuracy and macro F1, in percent."""
    comparer = _reader(nlp).comparer
    names = ("SUPPORTS", "REFUTES", "NEI")
    matrix = np.zeros((3, 3), dtype=int)
    rows = list(records(path))
    claims = nlp.pipe(untokenize(r["claim"]) for r in rows)
    evidences = nlp.pipe(untokenize(r["evidence"]) for r in rows)
    for record, claim, evidence in zip(rows, claims, evidences, strict=True):
        said = comparer.compare(claim[:], evidence[:110])
        best = int(np.argmax([said.supports, said.refutes, said.neither]))
        matrix[names.index(record["label"]), best] += 1
    f1 = [200 * matrix[i, i] / max(1, matrix[i].sum() + matrix[:, i].sum()) for i in range(3)]
    return {
        "pairs": int(matrix.sum()),
        "accuracy": round(100 * float(np.trace(matrix)) / max(1, int(matrix.sum())), 2),
        "macro_f1": round(float(np.mean(f1)), 2),
    }


def coreference(nlp: Language, path: Path) -> dict[str, float]:
    """Measure coreference on GUM: MUC and B-cubed F1 of chains of head words."""
    muc, cubed = [0.0] * 4, [0.0] * 4
    for window in gum_chains(path):
        gold = _joined((c.word, c.golds) for c in window.coreference)
        doc = nlp(Doc(nlp.vocab, words=window.words))
        found = [frozenset(_head(m) for m in chain) for chain in doc._.chains]
        found = [c for c in found if len(c) > 1]
        for n, (a, b) in enumerate(((gold, found), (found, gold))):
            where = {m: i for i, chain in enumerate(b) for m in chain}
            for chain in a:
                parts = Counter(where.get(m, ("alone", m)) for m in chain)
                muc[2 * n] += len(chain) - len(parts)
                muc[2 * n + 1] += len(chain) - 1
                cubed[2 * n] += sum(v * v for k, v in parts.items() if isinstance(k, int)) / len(
                    chain
                )
                cubed[2 * n + 1] += len(chain)
    return {"muc_f1": _f1(muc), "b_cubed_f1": _f1(cubed)}


def _head(span: Span) -> int:
    return int(span.root.i)


def _f1(sums: list[float]) -> float:
    recall, precision = sums[0] / max(1, sums[1]), sums[2] / max(1, sums[3])
    return round(200 * recall * precision / max(1e-9, recall + precision), 2)


def _joined(references: Iterable[tuple[int, list[int]]]) -> list[frozenset[int]]:
    chain: dict[int, set[int]] = {}
    for word, golds in references:
        own = chain.setdefault(word, {word})
        for other in golds:
            own |= chain.setdefault(other, {other})
        for member in own:
            chain[member] = own
    return [frozenset(c) for c in {id(c): c for c in chain.values()}.values() if len(c) > 1]


def pronouns(nlp: Language, path: Path) -> dict[str, float]:
    """Measure GAP: is the pronoun in one chain with name A, with name B? F1 over both."""
    tally = Tally()
    rows = list(records(path))
    for record, doc in zip(rows, nlp.pipe(r["text"] for r in rows), strict=True):
        at = record["pronoun"][1]
        chain = next(
            (c for c in doc._.chains if any(m.start_char <= at < m.end_char for m in c)), ()
        )
        found, gold = Counter[str](), Counter[str]()
        for name in "AB":
            text, start, same = record[name]
            gold[name] += bool(same)
            found[name] += any(
                m.start_char < start + len(text) and start < m.end_char for m in chain
            )
        tally.add(found, gold)
    return tally.figures()


def triggers(nlp: Language, path: Path) -> dict[str, float]:
    """Measure event triggers on ECB+'s validated sentences by their first word."""
    tally = Tally()
    rows = list(records(path))
    docs = nlp.pipe(
        Doc(
            nlp.vocab,
            words=r["tokens"],
            sent_starts=[
                i == 0 or a != b
                for i, (a, b) in enumerate(zip(r["sentence"], [None, *r["sentence"]], strict=False))
            ],
        )
        for r in rows
    )
    for record, doc in zip(rows, docs, strict=True):
        valid = set(record["validated_sentences"])
        gold = {m["tokens"][0] for m in record["mentions"] if "ACTION" in m["type"]}
        found = {e.trigger.start for e in doc._.events}
        tally.add(
            Counter(i for i in found if record["sentence"][i] in valid),
            Counter(i for i in gold if record["sentence"][i] in valid),
        )
    return tally.figures()


def times(nlp: Language, path: Path) -> dict[str, Any]:
    """Measure the time expressions that the head finds by itself: strict and relaxed."""
    strict, relaxed = Tally(), Tally()
    rows = list(records(path))
    for record, doc in zip(rows, nlp.pipe(r["text"] for r in rows), strict=True):
        gold = [(t["start"], t["end"]) for t in record["timexes"]]
        found = [(s.start_char, s.end_char) for s in doc.spans["times"]]
        strict.add(Counter(found), Counter(gold))
        met = [any(a < d and c < b for c, d in found) for a, b in gold]
        relaxed.right += sum(met)
        relaxed.gold += len(gold)
        relaxed.predicted += len(found)
    return {"strict": strict.figures(), "relaxed": relaxed.figures()}


def similarity(embed: Embed, data: Path, split: str) -> dict[str, float]:
    """Measure sentence vectors by areas under the curve, in percent.

    Args:
        embed: sentences to unit vectors, (sentences, width).
        data: folder of the data sets.
        split: which part; PLV's train part stands in for a missing one.
    """
    figures = {}
    path = data / "ecbplus" / f"{split}.jsonl"
    if path.exists():
        figures["ecbplus_same_event_auc"] = _same_event(embed, path)
    path = data / "plover_plv" / f"{split}.jsonl"
    path = path if path.exists() else path.with_name("train.jsonl")
    rows = [r for r in records(path) if path.stem != "train" or held_back(r["sentence"])]
    vectors = embed([r["sentence"] for r in rows])
    cosines = vectors @ vectors.T
    scores = [
        (float(cosines[i, j]), rows[i]["root"] == rows[j]["root"])
        for i, j in combinations(range(len(rows)), 2)
        if rows[i]["sentence"] != rows[j]["sentence"]
    ]
    figures["plover_same_type_auc"] = _area(scores)
    return figures


def _same_event(embed: Embed, path: Path) -> float:
    topics: dict[str, list[tuple[str, str, frozenset[str]]]] = defaultdict(list)
    for record in records(path):
        for n in record["validated_sentences"]:
            rows = [i for i, s in enumerate(record["sentence"]) if s == n]
            chains = frozenset(
                m["chain"]
                for m in record["mentions"]
                if "ACTION" in m["type"] and m["tokens"][0] in rows
            )
            text = " ".join(record["tokens"][i] for i in rows)
            topics[record["topic"]].append((record["id"], text, chains))
    scores: list[tuple[float, bool]] = []
    for sentences in topics.values():
        vectors = embed([text for _, text, _ in sentences])
        cosines = vectors @ vectors.T
        pairs = [
            (i, j)
            for i, j in combinations(range(len(sentences)), 2)
            if sentences[i][0] != sentences[j][0]
        ]
        step = max(1, len(pairs) // _PAIRS_A_TOPIC)
        scores += [
            (float(cosines[i, j]), bool(sentences[i][2] & sentences[j][2]))
            for i, j in pairs[::step]
        ]
    return _area(scores)


def _area(scores: list[tuple[float, bool]]) -> float:
    values = np.array([s for s, _ in scores])
    same = np.array([b for _, b in scores])
    ranks = values.argsort().argsort() + 1
    positive, negative = int(same.sum()), int((~same).sum())
    area = (ranks[same].sum() - positive * (positive + 1) / 2) / max(1, positive * negative)
    return round(100 * float(area), 2)


def measure(data: Path, split: str = "dev", model: Path | None = None) -> dict[str, Any]:
    """Return all figures of one split; sets that lack the split are left out."""
    nlp = load(model)
    reader = _reader(nlp)
    figures: dict[str, Any] = {}
    path = data / "plover_plv" / f"{split}.jsonl"
    whole = path.exists()
    path = path if whole else path.with_name("train.jsonl")
    if path.exists():
        figures["plover_plv"] = pair_types(nlp, path, whole)
    for name, function in (
        ("uds_ih2", factuality),
        ("vitaminc_real", support),
        ("gap", pronouns),
        ("ecbplus", triggers),
        ("timebank", times),
    ):
        path = data / name / f"{split}.jsonl"
        if path.exists():
            figures[name] = function(nlp, path)
    path = data / "ud_gum" / f"{split}.conllu"
    if path.exists():
        figures["ud_gum"] = coreference(nlp, path)

    def embed(sentences: Sequence[str]) -> Floats:
        return np.stack([reader.comparer.embedding(doc[:]) for doc in nlp.pipe(sentences)])

    figures["similarity"] = similarity(embed, data, split)
    return figures


if __name__ == "__main__":
    run(__doc__, measure, models=True)
