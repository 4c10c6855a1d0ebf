"""Dependency trees out of arc scores: the best tree with one root in each sentence.

Method: Chu & Liu (1965), Edmonds (1967), as used for parsing by McDonald et al. (2005).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_trees"]

Floats = NDArray[np.float32]


def best_trees(scores: Sequence[Floats]) -> list[int]:
    """Return each word's head in sentences one behind another; a root's head is the root itself.

    Args:
        scores: of each sentence, (n, n) score of word ``j`` as head of word ``i``; the diagonal
            scores the root.
    """
    sizes = [len(own) for own in scores]
    starts = np.cumsum([0, *sizes[:-1]])
    heads = np.concatenate(
        [own.argmax(axis=1) + start for own, start in zip(scores, starts.tolist(), strict=True)]
    )
    # a sentence with one root, at which every word's way up ends, is a tree: most are
    top = heads
    for _ in range(max(sizes).bit_length()):
        top = top[top]
    roots = heads == np.arange(len(heads))
    alone = np.add.reduceat(roots, starts) == 1
    reached = np.logical_and.reduceat(roots[top], starts)
    for n in np.flatnonzero(~(alone & reached)).tolist():
        start = starts[n]
        heads[start : start + sizes[n]] = start + np.array(_one_root(scores[n]))
    found: list[int] = heads.tolist()
    return found


def _one_root(scores: Floats) -> list[int]:
    """Return the best tree of a sentence of which the best heads make none."""
    # one root: the word whose root score stands out most against its best head
    away = scores.astype(np.float64)
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
    heads: list[int] = scores.argmax(axis=1).tolist()
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return heads
    loop = np.array(cycle)
    others = np.ones(len(scores), dtype=bool)
    others[loop] = False
    outside = np.flatnonzero(others)
    m = len(outside)
    merged = np.full((m + 1, m + 1), -np.inf)
    merged[:m, :m] = scores[np.ix_(outside, outside)]
    kept = scores[loop, [heads[c] for c in cycle]]
    entering = scores[np.ix_(loop, outside)] - kept[:, None]
    merged[m, :m] = entering.max(axis=0)
    merged[:m, m] = scores[np.ix_(outside, loop)].max(axis=1)
    small = _edmonds(merged, int(np.flatnonzero(outside == root)[0]))
    result = list(heads)
    for i, word in enumerate(outside.tolist()):
        if word == root:
            continue
        head = small[i]
        result[word] = int(outside[head]) if head < m else cycle[int(scores[word, loop].argmax())]
    source = small[m]
    broken = cycle[int(entering[:, source].argmax())]
    result[broken] = int(outside[source])
    result[root] = root
    return result
