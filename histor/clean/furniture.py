"""The line classifier: which lines of a flattened page are story, and why the others are not.

Two boosted forests, the second of which also sees what the first thinks of the lines around;
trained by ``training/furniture.py`` on pages whose true text is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from histor.clean.blocks import Block
from histor.clean.features import line_features
from histor.clean.forest import Forest
from histor.clean.patterns import load_patterns

__all__ = ["STORY", "neighbour_scores", "story_region", "story_scores"]

_MODEL = Path(__file__).parent / "model"
_REACH = 4
#: probability from which a line inside the story's region is story; held-out pages settled it
STORY = 0.35
#: a longer line weighs no more than one of so many characters, as story and as furniture
_FULL_WEIGHT, _FULL_COUNTERWEIGHT = 1_000, 80
#: how much more furniture counts against a region than story counts for it
_AGAINST = 3.0
Floats = NDArray[np.float32]


def neighbour_scores(scores: NDArray[np.floating]) -> Floats:
    """Return (lines, 2 * reach + 3): scores of the lines around, and means over wider windows."""
    n = len(scores)
    padded = np.pad(scores, (_REACH, _REACH))
    around = [padded[i : i + n] for i in range(2 * _REACH + 1)]
    for width in (9, 25):
        kernel = np.ones(width) / width
        around.append(np.convolve(scores, kernel, mode="full")[width // 2 : width // 2 + n])
    return np.stack(around, axis=1).astype(np.float32)


def story_scores(blocks: Sequence[Block], title: str | None = None) -> NDArray[np.float32]:
    """Return for each block the probability that it belongs to the story.

    Raises:
        ModelError: the classifier's files are missing or unreadable.
    """
    if not blocks:
        return np.zeros(0, dtype=np.float32)
    first, second = _forests()
    features = line_features(blocks, load_patterns(), title)
    around = neighbour_scores(first.scores(features))
    return second.scores(np.hstack([features, around]))


def story_region(blocks: Sequence[Block], scores: NDArray[np.float32]) -> tuple[int, int]:
    """Return ``[start, end)`` of the stretch of lines that is most of all story.

    A teaser or a comment far from the story may read like it; the stretch with the greatest sum of
    scores above :data:`STORY`, weighted by length, leaves it out (Pasternack & Roth 2009).
    """
    best, total, start = (0.0, 0, 0), 0.0, 0
    for i, (block, score) in enumerate(zip(blocks, scores, strict=True)):
        most = _FULL_WEIGHT if score >= STORY else _FULL_COUNTERWEIGHT
        value = (float(score) - STORY) * min(len(block.text), most)
        if total <= 0:
            total, start = 0.0, i
        total += value if value > 0 else (value - 0.5) * _AGAINST
        if total > best[0]:
            best = (total, start, i + 1)
    return best[1], best[2]


@cache
def _forests() -> tuple[Forest, Forest]:
    return Forest(_MODEL / "first.npz"), Forest(_MODEL / "second.npz")
