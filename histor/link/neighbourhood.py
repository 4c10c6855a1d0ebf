"""An order of things in which those that pairs join stand near each other."""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

from histor.link.rows import Ints

__all__ = ["neighbourly"]


def neighbourly(count: int, first: NDArray[np.integer], second: NDArray[np.integer]) -> Ints:
    """Return each of ``count`` things' place, those that pairs join near each other.

    Breadth first from the least joined on, and back (reverse Cuthill–McKee, George 1971): who
    goes through the pairs in this order meets each thing within a short while.
    """
    ends, others = np.concatenate([first, second]), np.concatenate([second, first])
    degree = np.bincount(ends, minlength=count)
    order = np.lexsort((others, degree[others], ends))
    begins = np.concatenate([[0], np.cumsum(degree)]).tolist()
    beside = others[order].tolist()
    place = np.full(count, -1, np.int64)
    met = 0
    for root in np.argsort(degree, kind="stable").tolist():
        if place[root] >= 0:
            continue
        waiting = deque([root])
        place[root], met = met, met + 1
        while waiting:
            at = waiting.popleft()
            for near in beside[begins[at] : begins[at + 1]]:
                if place[near] < 0:
                    place[near], met = met, met + 1
                    waiting.append(near)
    return count - 1 - place
