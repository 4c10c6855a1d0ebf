"""Scores of clusterings against a key: MUC, B-cubed, CEAF-e and their mean, CoNLL F1.

After Vilain et al. 1995, Bagga & Baldwin 1998 and Luo 2005, as the CoNLL-2012 scorer has them
(Pradhan et al. 2014).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

__all__ = ["b_cubed", "conll"]

Clusters = Sequence[frozenset[Hashable]]


def conll(key: Mapping[Hashable, Hashable], told: Mapping[Hashable, Hashable]) -> dict[str, float]:
    """Return the three F1 scores and their mean, in percent.

    Args:
        key, told: each thing's cluster; what only one of the two knows counts as missed or made up.
    """
    gold, found = _clusters(key), _clusters(told)
    scores = {
        "muc": _muc(gold, found),
        "b_cubed": b_cubed(key, told)[2],
        "ceaf_e": _ceaf(gold, found),
    }
    rounded = {name: round(100 * value, 2) for name, value in scores.items()}
    return rounded | {"conll_f1": round(100 * sum(scores.values()) / 3, 2)}


def b_cubed(
    key: Mapping[Hashable, Hashable], told: Mapping[Hashable, Hashable]
) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1, each 0 to 1."""
    gold = {m: c for c in _clusters(key) for m in c}
    found = {m: c for c in _clusters(told) for m in c}
    precision = sum(len(found[m] & gold[m]) / len(found[m]) for m in found if m in gold)
    recall = sum(len(found[m] & gold[m]) / len(gold[m]) for m in gold if m in found)
    p, r = precision / max(1, len(found)), recall / max(1, len(gold))
    return p, r, _f1(p, r)


def _clusters(labels: Mapping[Hashable, Hashable]) -> list[frozenset[Hashable]]:
    groups: dict[Hashable, set[Hashable]] = defaultdict(set)
    for member, label in labels.items():
        groups[label].add(member)
    return [frozenset(g) for g in groups.values()]


def _f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


def _muc(gold: Clusters, found: Clusters) -> float:
    def share(own: Clusters, other: Clusters) -> float:
        where = {m: n for n, c in enumerate(other) for m in c}
        links = sum(len(c) - 1 for c in own)
        kept = sum(len(c) - len({where.get(m, (m,)) for m in c}) for c in own)
        return kept / links if links else 0.0

    return _f1(share(found, gold), share(gold, found))


def _ceaf(gold: Clusters, found: Clusters) -> float:
    where = {m: n for n, c in enumerate(gold) for m in c}
    alike = np.zeros((len(gold), len(found)))
    for j, cluster in enumerate(found):
        for i, shared in Counter(where[m] for m in cluster if m in where).items():
            alike[i, j] = 2 * shared / (len(gold[i]) + len(cluster))
    rows, columns = linear_sum_assignment(-alike)
    best = float(alike[rows, columns].sum())
    return _f1(best / max(1, len(found)), best / max(1, len(gold)))
