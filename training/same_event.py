"""Train the network that says whether two accounts tell one event, on ECB+'s training topics.

    python -m training.same_event --data ../shared/data

Writes ``histor/link/data/same_event.json``. Pairs are those of one topic; the network is told the
features of ``histor.link.same_event`` and nothing else.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from benchmarks.gold_events import GoldPage, gold_pages
from benchmarks.linking import accounts_of
from histor.annotate import load
from histor.link import same_event
from histor.link.same_event import compared

_HIDDEN, _ALPHA, _SEED = 12, 0.1, 1


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    topics: dict[str, list[GoldPage]] = defaultdict(list)
    for page in gold_pages(load(), args.data / "ecbplus" / "train.jsonl"):
        topics[page.topic].append(page)
    rows, same = [], []
    for pages in topics.values():
        own, news, chains = accounts_of(pages)
        first, second = np.triu_indices(len(own), 1)
        rows.append(compared(own, own.order[first], own.order[second], news).features)
        same.append(np.array(chains)[first] == np.array(chains)[second])
    features, gold = np.concatenate(rows).astype(np.float32), np.concatenate(same)
    scaler = StandardScaler().fit(features)
    network = MLPClassifier(
        (_HIDDEN,), alpha=_ALPHA, max_iter=60, early_stopping=True, random_state=_SEED
    ).fit(scaler.transform(features), gold)
    (first, second), (first_bias, second_bias) = network.coefs_, network.intercepts_
    scaled = first / np.where(scaler.scale_ > 0, scaler.scale_, 1.0)[:, None]
    model = {
        "hidden": scaled.T.round(4).tolist(),
        "hidden_bias": (first_bias - scaler.mean_ @ scaled).round(4).tolist(),
        "output": second[:, 0].round(4).tolist(),
        "bias": round(float(second_bias[0]), 4),
    }
    target = Path(same_event.__file__).parent / "data" / "same_event.json"
    target.write_text(json.dumps(model) + "\n", encoding="utf-8")
    print(target, f"{len(gold)} pairs, {int(gold.sum())} of one event")


if __name__ == "__main__":
    main()
