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

__all__ = ["neighbour_scores", "story_scores"]

_MODEL = Path(__file__).parent / "model"
_REACH = 4
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


@cache
def _forests() -> tuple[Forest, Forest]:
    return Forest(_MODEL / "first.npz"), Forest(_MODEL / "second.npz")
