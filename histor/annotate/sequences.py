"""Begin-inside-outside tags out of scores, by the best valid sequence (Viterbi 1967)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["Run", "allowed_steps", "best_path", "runs"]

Floats = NDArray[np.float32]
#: label, first word, word after the last
Run = tuple[str, int, int]
_NEVER = np.float32(-1e9)


def allowed_steps(tags: Sequence[str]) -> Floats:
    """Return (tags, tags) of 0 where the second may follow the first, else a very low score."""
    steps = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for j, tag in enumerate(tags):
        if tag.startswith("I-"):
            for i, before in enumerate(tags):
                if before not in (tag, "B-" + tag[2:]):
                    steps[i, j] = _NEVER
    return steps


def best_path(scores: Floats, steps: Floats, tags: Sequence[str]) -> list[str]:
    """Return the best sequence of tags in which none begins with an inside tag."""
    if not len(scores):
        return []
    logits = scores - scores.max(axis=-1, keepdims=True)
    start = np.array([_NEVER if t.startswith("I-") else 0 for t in tags], dtype=np.float32)
    total = logits[0] + start
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(logits)):
        options = total[:, None] + steps
        back[i] = options.argmax(axis=0)
        total = options.max(axis=0) + logits[i]
    at = int(total.argmax())
    path = [at]
    for i in range(len(logits) - 1, 0, -1):
        at = int(back[i, at])
        path.append(at)
    return [tags[i] for i in reversed(path)]


def runs(path: Sequence[str]) -> list[Run]:
    """Return the labelled runs of a valid tag sequence."""
    found: list[Run] = []
    for i, tag in enumerate(path):
        letter, _, label = tag.partition("-")
        if letter == "B":
            found.append((label, i, i + 1))
        elif letter == "I":
            found[-1] = (label, found[-1][1], i + 1)
    return found
