"""Dependency trees out of arc scores: the best tree with one root in each sentence.

Method: Chu & Liu (1965), Edmonds (1967), as used for parsing by McDonald et al. (2005).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_tree"]

Floats = NDArray[np.float32]


def best_tree(scores: Floats) -> list[int]:
    """Return each word's head; the root's head is the root itself.

    Args:
        scores: (n, n) score of word ``j`` as head of word ``i``; the diagonal scores the root.
    """
    n = len(scores)
    if n == 1:
        return [0]
    heads: list[int] = scores.argmax(axis=1).tolist()
    roots = [i for i, head in enumerate(heads) if i == head]
    if len(roots) == 1 and not _cycle(heads, roots[0]):
        return heads
    # one root: the word whose root score stands out most against its best head
    away = scores.astype(np.float64).copy()
    rooted = np.diag(away).copy()
    np.fill_diagonal(away, -np.inf)
    root = int((rooted - away.max(axis=1)).argmax())
    return _edmonds(away, root)


def _cycle(heads: list[int], root: int) -> list[int]:
    state = [0] * len(heads)
    state[root] = 2
    for start in range(len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for seen in path:
            state[seen] = 2
    return []


def _edmonds(scores: NDArray[np.float64], root: int) -> list[int]:
    """Contract cycles until none is left; the stack of contractions replaces recursion."""
    heads = [int(h) for h in scores.argmax(axis=1)]
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return heads
    loop = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(scores)), loop)
    m = len(outside)
    merged = np.full((m + 1, m + 1), -np.inf)
    merged[:m, :m] = scores[np.ix_(outside, outside)]
    kept = scores[loop, [heads[c] for c in cycle]]
    entering = scores[np.ix_(loop, outside)] - kept[:, None]
    merged[m, :m] = entering.max(axis=0)
    merged[:m, m] = scores[np.ix_(outside, loop)].max(axis=1)
    small = _edmonds(merged, int(np.flatnonzero(outside == root)[0]))
    result = list(heads)
    for i, word in enumerate(outside):
        if word == root:
            continue
        head = small[i]
        result[word] = int(outside[head]) if head < m else cycle[int(scores[word, loop].argmax())]
    source = small[m]
    broken = cycle[int(entering[:, source].argmax())]
    result[broken] = int(outside[source])
    result[root] = root
    return result
