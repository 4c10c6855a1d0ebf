"""Train the classifier that separates story from furniture in flattened pages.

    python -m training.furniture --data ../shared/data --out histor/clean/model

``--cross-validate`` measures on pages that were held out, five folds, and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from histor.clean.blocks import Block
from histor.clean.features import line_features
from histor.clean.flattened import blocks_of_text
from histor.clean.furniture import neighbour_scores
from histor.clean.patterns import load_patterns
from histor.read.decode import decode
from training.flatten import FLATTENERS

SEED = 20260917
FOLDS = 5
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Sample:
    """One page flattened in one way."""

    page: int
    way: str
    blocks: list[Block]
    story: np.ndarray
    weight: np.ndarray
    features: np.ndarray
    truth: str


def words(text: str) -> list[str]:
    """Return the lower-cased words of a text."""
    return [w.lower() for w in _WORD.findall(text)]


def label(blocks: list[Block], truth: str) -> np.ndarray:
    """Mark the lines whose words stand together in the true text."""
    body = words(truth)
    shingles = {tuple(body[i : i + 3]) for i in range(len(body) - 2)}
    lines = {" ".join(words(line)) for line in truth.split("\n")}
    out = np.zeros(len(blocks), dtype=np.int64)
    for i, block in enumerate(blocks):
        mine = words(block.text)
        if len(mine) >= 5:
            own = [tuple(mine[j : j + 3]) for j in range(len(mine) - 2)]
            out[i] = sum(s in shingles for s in own) >= 0.6 * len(own)
        else:
            out[i] = bool(mine) and " ".join(mine) in lines
    # a short line far from the story only shares its words with it
    near = np.convolve(out, np.ones(7, dtype=np.int64), mode="full")[3 : 3 + len(out)]
    short = np.array([len(words(b.text)) < 5 for b in blocks])
    out[short & (near < 3)] = 0
    return out


def samples(folder: Path) -> list[Sample]:
    """Read all pages in all flattenings."""
    found: list[Sample] = []
    patterns = load_patterns()
    for page, path in enumerate(sorted(folder.glob("*.json"))):
        truth = json.loads(path.read_text(encoding="utf-8"))["articleBody"]
        data = gzip.decompress(path.with_suffix("").with_suffix(".html.gz").read_bytes())
        source, _ = decode(data, path.name)
        source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source)
        for way in FLATTENERS:
            blocks = blocks_of_text(way(source))
            if not blocks:
                continue
            story = label(blocks, truth)
            weight = np.array([1.0 + 0.15 * len(words(b.text)[:60]) for b in blocks])
            features = line_features(blocks, patterns, None)
            found.append(Sample(page, way.__name__, blocks, story, weight, features, truth))
    return found


def booster() -> HistGradientBoostingClassifier:
    """Return an untrained booster."""
    return HistGradientBoostingClassifier(
        max_iter=120, learning_rate=0.1, max_leaf_nodes=15, min_samples_leaf=30,
        l2_regularization=1.0, random_state=SEED,
    )  # fmt: skip


def fit(
    train: list[Sample],
) -> tuple[HistGradientBoostingClassifier, HistGradientBoostingClassifier]:
    """Fit both stages; the second sees the first's held-out scores of a line's neighbours."""
    x = np.vstack([s.features for s in train])
    y = np.concatenate([s.story for s in train])
    w = np.concatenate([s.weight for s in train])
    first = booster().fit(x, y, sample_weight=w)
    held = np.zeros(len(y))
    fold = np.concatenate([np.full(len(s.story), s.page % 3) for s in train])
    for k in range(3):
        part = booster().fit(x[fold != k], y[fold != k], sample_weight=w[fold != k])
        held[fold == k] = part.predict_proba(x[fold == k])[:, 1]
    second_x, at = [], 0
    for s in train:
        second_x.append(np.hstack([s.features, neighbour_scores(held[at : at + len(s.story)])]))
        at += len(s.story)
    second = booster().fit(np.vstack(second_x), y, sample_weight=w)
    return first, second


def trees(model: HistGradientBoostingClassifier) -> dict[str, np.ndarray]:
    """Return the forest as the arrays that ``histor.clean.forest`` reads."""
    found = [stage[0].nodes for stage in model._predictors]
    size = max(len(nodes) for nodes in found)

    def column(name: str, kind: type, leaf: float | None = None) -> np.ndarray:
        out = np.zeros((len(found), size), dtype=kind)
        for i, nodes in enumerate(found):
            values = nodes[name].astype(kind)
            out[i, : len(nodes)] = (
                values if leaf is None else np.where(nodes["is_leaf"], leaf, values)
            )
        return out

    return {
        "feature": column("feature_idx", np.int16, -1),
        "threshold": column("num_threshold", np.float32),
        "left": column("left", np.int16),
        "right": column("right", np.int16),
        "value": column("value", np.float32),
        "baseline": np.float32(np.ravel(model._baseline_prediction)[0]),
    }


def score(truth: str, found: str) -> tuple[float, float]:
    """Return precision and recall of word 4-shingles, as article-extraction-benchmark counts."""

    def shingles(text: str) -> Counter[tuple[str, ...]]:
        w = _WORD.findall(text)
        return Counter(tuple(w[i : i + 4]) for i in range(max(1, len(w) - 3)))

    a, b = shingles(truth), shingles(found)
    both = sum((a & b).values())
    return both / max(1, sum(b.values())), both / max(1, sum(a.values()))


def cross_validate(all_samples: list[Sample]) -> None:
    """Print line and text figures on held-out pages."""
    lines = Counter()
    by_way: dict[str, list[tuple[float, float]]] = {}
    for k in range(FOLDS):
        train = [s for s in all_samples if s.page % FOLDS != k]
        first, second = fit(train)
        for s in all_samples:
            if s.page % FOLDS != k:
                continue
            p1 = first.predict_proba(s.features)[:, 1]
            p = second.predict_proba(np.hstack([s.features, neighbour_scores(p1)]))[:, 1]
            kept = p >= 0.5
            lines.update(
                tp=int((kept & (s.story == 1)).sum()),
                fp=int((kept & (s.story == 0)).sum()),
                fn=int((~kept & (s.story == 1)).sum()),
            )
            text = "\n".join(b.text for b, keep in zip(s.blocks, kept, strict=True) if keep)
            by_way.setdefault(s.way, []).append(score(s.truth, text))
            best = "\n".join(b.text for b, keep in zip(s.blocks, s.story, strict=True) if keep)
            by_way.setdefault(s.way + " (labels)", []).append(score(s.truth, best))
    precision = lines["tp"] / (lines["tp"] + lines["fp"])
    recall = lines["tp"] / (lines["tp"] + lines["fn"])
    print(f"lines: precision {precision:.3f} recall {recall:.3f}")
    for way, scores in by_way.items():
        p, r = np.mean(scores, axis=0)
        print(f"{way}: precision {p:.4f} recall {r:.4f} F1 {2 * p * r / (p + r):.4f}")


def main() -> None:
    """Train or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    args = parser.parse_args()
    found = samples(args.data / "pages" / "dev")
    print(f"{len(found)} flattened pages, {sum(len(s.blocks) for s in found)} lines")
    if args.cross_validate:
        cross_validate(found)
    if args.out:
        args.out.mkdir(parents=True, exist_ok=True)
        for name, model in zip(("first", "second"), fit(found), strict=True):
            np.savez_compressed(args.out / f"{name}.npz", **trees(model))


if __name__ == "__main__":
    main()
