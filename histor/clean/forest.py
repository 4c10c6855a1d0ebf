"""A boosted forest of decision trees, read from a small file and evaluated with numpy alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from histor.errors import ModelError

__all__ = ["Forest"]


class Forest:
    """Gradient-boosted trees (Friedman 2001) for two classes.

    The file holds arrays of (trees, nodes): ``feature`` (-1 at a leaf), ``threshold``, ``left``,
    ``right`` and ``value``; and ``baseline``, the log odds to start from.
    """

    def __init__(self, path: Path) -> None:
        """Read the forest.

        Raises:
            ModelError: the file is missing or unreadable.
        """
        try:
            with np.load(path) as stored:
                self._feature = stored["feature"].astype(np.int64)
                self._threshold = stored["threshold"].astype(np.float32)
                self._left = stored["left"].astype(np.int64)
                self._right = stored["right"].astype(np.int64)
                self._value = stored["value"].astype(np.float32)
                self._baseline = float(stored["baseline"])
        except (OSError, KeyError, ValueError) as error:
            raise ModelError(str(path), f"the page classifier cannot be read ({error})") from error

    def scores(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the probability of the positive class for each row of features."""
        trees = np.arange(len(self._feature))[None, :]
        node = np.zeros((len(rows), len(self._feature)), dtype=np.int64)
        line = np.arange(len(rows))[:, None]
        while True:
            feature = self._feature[trees, node]
            inner = feature >= 0
            if not inner.any():
                break
            low = rows[line, np.maximum(feature, 0)] <= self._threshold[trees, node]
            child = np.where(low, self._left[trees, node], self._right[trees, node])
            node = np.where(inner, child, node)
        odds = self._baseline + self._value[trees, node].sum(axis=1)
        chances: NDArray[np.float32] = (1.0 / (1.0 + np.exp(-odds))).astype(np.float32)
        return chances
