"""Begin-inside-outside tags out of scores, by the best valid sequence (Viterbi 1967)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

__all__ = ["Run", "allowed_steps", "best_path", "best_paths", "runs"]

Floats = NDArray[np.float32]
#: numbers of tags, one a word
Path = NDArray[np.int64]
#: label, first word, word after the last
Run = tuple[str, int, int]
_NEVER = np.float32(-1e9)
#: words before a stray inside tag that may still become its beginning
_BACK = 8


def allowed_steps(tags: Sequence[str]) -> Floats:
    """Return (tags, tags) of 0 where the second may follow the first, else a very low score."""
    steps = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for j, tag in enumerate(tags):
        if tag.startswith("I-"):
            for i, before in enumerate(tags):
                if before not in (tag, "B-" + tag[2:]):
                    steps[i, j] = _NEVER
    return steps


def best_path(
    scores: Floats, steps: Floats, tags: Sequence[str], starts: NDArray[np.int64] | None = None
) -> Path:
    """Return the best sequence of tags, by their numbers, in which none begins with an inside tag.

    ``starts``: where other sequences begin, which are searched with the first as one.
    """
    if starts is not None:
        scores = scores.copy()
        inside = np.flatnonzero(_first_steps(tuple(tags)) < 0)
        scores[np.ix_(starts, inside)] = _NEVER
    path: Path = best_paths(scores[None], steps, tags)[0]
    return path


def best_paths(scores: Floats, steps: Floats, tags: Sequence[str]) -> Path:
    """Return the best valid sequence of tags of each of several score matrices of one shape.

    Where the best tag of every word makes a valid sequence it is the best one, and nearly always
    it does. Elsewhere only the stretch around an inside tag without a beginning is searched: from
    some words before it to the end of the inside tags after it.

    Args:
        scores: (sequences, words, tags).
        steps: what :func:`allowed_steps` gives.
        tags: their names, the one for outside first.
    """
    found: Path = scores.argmax(axis=2)
    if not found.size:
        return found
    start = _first_steps(tuple(tags))
    wrong = np.empty(found.shape, dtype=bool)
    wrong[:, 1:] = steps[found[:, :-1], found[:, 1:]] < 0
    wrong[:, 0] = start[found[:, 0]] < 0
    if wrong.any():
        for n in np.flatnonzero(wrong.any(axis=1)):
            for low, end in _stretches(wrong[n], (start < 0)[found[n]]):
                before = steps[found[n, low - 1]] if low else start
                found[n, low:end] = _searched(scores[n, low:end], before, tags)
    return found


@lru_cache
def _first_steps(tags: tuple[str, ...]) -> Floats:
    """Return 0 for each tag that may come first, else a very low score."""
    return np.array([_NEVER if t.startswith("I-") else 0 for t in tags], dtype=np.float32)


def _stretches(wrong: NDArray[np.bool_], inside: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the stretches to search, joined where they meet."""
    found: list[tuple[int, int]] = []
    for at in np.flatnonzero(wrong).tolist():
        low, end = max(0, at - _BACK), at + 1
        while end < len(inside) and inside[end]:
            end += 1
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((low, end))
    return found


@lru_cache
def _insides(tags: tuple[str, ...]) -> tuple[tuple[int, int, int], ...]:
    """Return each inside tag with the two that may come before it; the others may follow any."""
    number = {tag: i for i, tag in enumerate(tags)}
    found = [(i, number["B-" + t[2:]]) for i, t in enumerate(tags) if t.startswith("I-")]
    return tuple((i, min(i, first), max(i, first)) for i, first in found)


def _searched(scores: Floats, first: Floats, tags: Sequence[str]) -> list[int]:
    """Return the best valid sequence of a stretch; ``first`` is added to its first word's tags."""
    # plain numbers: of some ten words; numpy takes longer to be asked than to add
    logits = (scores - scores.max(axis=-1, keepdims=True)).tolist()
    insides = _insides(tuple(tags))
    total = [a + b for a, b in zip(logits[0], first.tolist(), strict=True)]
    back: list[list[int]] = []
    for row in logits[1:]:
        came = [total.index(max(total))] * len(row)
        for i, one, other in insides:
            came[i] = one if total[one] >= total[other] else other
        total = [total[i] + own for i, own in zip(came, row, strict=True)]
        back.append(came)
    found = [total.index(max(total))]
    for came in reversed(back):
        found.append(came[found[-1]])
    return found[::-1]


def runs(path: Path, tags: Sequence[str]) -> list[Run]:
    """Return the labelled runs of a valid sequence of tags, of which the first is for outside."""
    found: list[Run] = []
    inside = np.flatnonzero(path)  # few are
    for i, tag in zip(inside.tolist(), path[inside].tolist(), strict=True):
        letter, _, label = tags[tag].partition("-")
        if letter == "B":
            found.append((label, i, i + 1))
        else:
            found[-1] = (label, found[-1][1], i + 1)
    return found
