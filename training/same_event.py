"""Train the network that says whether two accounts tell one event, on ECB+ and MEANTIME.

    python -m training.same_event --data ../shared/data

Writes ``histor/link/data/same_event.json``. Pairs are those that ``histor.link.compared`` finds in
heaps of an ECB+ topic's pages, of six of them, and of five topics' together, since a heap may be
small or hold many matters; and in MEANTIME's collections, which are full of like events, some times
over. The network is told the features of ``histor.link.same_event`` and nothing else. It is the
mean of several networks, which differ in what they began from.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from benchmarks.gold_events import GoldPage, gold_pages, meantime_pages
from benchmarks.linking import compared_of
from histor.annotate import load
from histor.link import same_event

Floats = NDArray[np.float32]
_HIDDEN, _ALPHA, _RATE, _ROUNDS, _SEEDS = 16, 0.3, 0.003, 14, 6
#: pages of a small heap, and such heaps of a topic; topics of a large one
_FEW, _SMALL, _TOPICS = 6, 3, 5
#: how often a collection of MEANTIME's counts
_TIMES = 3


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    rows: list[list[float]] = []
    same: list[bool] = []
    for heap in _heaps(args.data):
        own, one = compared_of(heap)
        rows += own
        same += one
    model = trained(np.array(rows, dtype=np.float32), np.array(same))
    target = Path(same_event.__file__).parent / "data" / "same_event.json"
    target.write_text(json.dumps(model) + "\n", encoding="utf-8")
    print(target, f"{len(same)} pairs, {sum(same)} of one event")


def _heaps(data: Path) -> Iterator[list[GoldPage]]:
    nlp = load()
    topics = _by_topic(gold_pages(nlp, data / "ecbplus" / "train.jsonl"))
    rng = random.Random(1)
    for own in topics.values():
        yield own
        for _ in range(_SMALL):
            yield rng.sample(own, _FEW)
    names = list(topics)
    rng.shuffle(names)
    for start in range(0, len(names), _TOPICS):
        yield [page for name in names[start : start + _TOPICS] for page in topics[name]]
    collections = _by_topic(meantime_pages(nlp, data / "meantime" / "train.jsonl"))
    for own in list(collections.values()) * _TIMES:
        yield own


def _by_topic(pages: Iterable[GoldPage]) -> dict[str, list[GoldPage]]:
    topics: dict[str, list[GoldPage]] = defaultdict(list)
    for page in pages:
        topics[page.topic].append(page)
    return dict(sorted(topics.items()))


def trained(features: Floats, gold: NDArray[np.bool_]) -> dict[str, Any]:
    """Return the network for pairs with such features, float32 (pairs, features)."""
    scaler = StandardScaler().fit(features)
    scale = np.where(scaler.scale_ > 0, scaler.scale_, 1.0)[:, None]
    hidden, hidden_bias, output, bias = [], [], [], []
    for seed in range(_SEEDS):
        network = MLPClassifier(
            (_HIDDEN,),
            alpha=_ALPHA,
            learning_rate_init=_RATE,
            batch_size=256,
            max_iter=_ROUNDS,
            random_state=seed,
        ).fit(scaler.transform(features), gold)
        (first, second), (first_bias, second_bias) = network.coefs_, network.intercepts_
        hidden.append((first / scale).T)
        hidden_bias.append(first_bias - scaler.mean_ @ (first / scale))
        output.append(second[:, 0] / _SEEDS)
        bias.append(float(second_bias[0]) / _SEEDS)
    return {
        "hidden": np.concatenate(hidden).round(4).tolist(),
        "hidden_bias": np.concatenate(hidden_bias).round(4).tolist(),
        "output": np.concatenate(output).round(4).tolist(),
        "bias": round(sum(bias), 4),
    }


if __name__ == "__main__":
    main()
