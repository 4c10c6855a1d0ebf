"""Two sentences side by side: does one support or refute the other, and how alike are they?

Method: alignment of the words of both, each encoded in its own page (Parikh et al. 2016), trained
on VitaminC (Schuster et al. 2021); sentence vectors are distilled from the base model.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Span

from histor.annotate.decode import gelu

__all__ = ["COMPARING", "Agreement", "Comparer"]

Floats = NDArray[np.float32]
#: ``doc.user_data`` key of the array of word vectors that are compared
COMPARING = "histor_comparing"
#: added to the alignment score of two words that are one string
_SAME = np.float32(4.0)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Probabilities, summing to 1, that the second text supports, refutes or does neither."""

    supports: float
    refutes: float
    neither: float


class Comparer:
    """Compares spans of documents that ``histor_reader`` has read."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = weights

    def embedding(self, span: Span) -> Floats:
        """Return a span's unit vector, float32 (384,); close vectors mean close meanings.

        Raises:
            KeyError: the document was not read by ``histor_reader``.
        """
        rows = [t.i for t in span if not t.is_space] or [span.start]
        return self.project(np.asarray(span.doc.tensor)[rows].mean(axis=0))

    def project(self, mean: Floats) -> Floats:
        """Return the unit vector, float32 (384,), of the mean of a sentence's word vectors."""
        vector = mean @ self._weights["embed"].T + self._weights["embed_bias"]
        unit: Floats = vector / max(float(np.linalg.norm(vector)), 1e-9)
        return unit

    @property
    def width(self) -> int:
        """Numbers of a sentence's vector."""
        return len(self._weights["embed_bias"])

    def compare(self, claim: Span, evidence: Span) -> Agreement:
        """Say whether ``evidence`` supports or refutes ``claim``.

        Raises:
            KeyError: a document was not read by ``histor_reader``.
        """
        (a, words_a), (b, words_b) = _rows(claim), _rows(evidence)
        same = np.array([[x == y and x != "" for y in words_b] for x in words_a])
        scores = (a @ b.T * a.shape[1] ** -0.5 + _SAME * same).astype(np.float32)
        features = np.concatenate(
            [*self._side(a, b, scores, same), *self._side(b, a, scores.T, same.T)]
        )
        weights = self._weights
        hidden = gelu(features @ weights["twin_hidden"].T + weights["twin_hidden_bias"])
        out = hidden @ weights["twin_out"].T + weights["twin_bias"]
        odds = np.exp(out - out.max())
        supports, refutes, neither = (odds / odds.sum()).tolist()
        return Agreement(supports, refutes, neither)

    def _side(
        self, a: Floats, b: Floats, scores: Floats, same: NDArray[np.bool_]
    ) -> tuple[Floats, Floats]:
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        weights /= weights.sum(axis=1, keepdims=True)
        aligned = weights @ b
        met = same.any(axis=1, keepdims=True).astype(np.float32)
        best = (weights * same).sum(axis=1, keepdims=True)
        compared = np.concatenate([a, aligned, a - aligned, a * aligned, met, best], axis=1)
        hidden = gelu(
            compared @ self._weights["twin_compare"].T + self._weights["twin_compare_bias"]
        )
        return hidden.mean(axis=0), hidden.max(axis=0)


def _rows(span: Span) -> tuple[Floats, list[str]]:
    array: Floats = span.doc.user_data[COMPARING]
    rows = [t.i for t in span if not t.is_space] or [span.start]
    words = [span.doc[i].lower_ if any(c.isalnum() for c in span.doc[i].text) else "" for i in rows]
    return array[rows].astype(np.float32), words
