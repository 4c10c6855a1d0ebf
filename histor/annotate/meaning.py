"""Sentences as vectors, without tags, trees or names: what search by meaning needs."""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np
import spacy

from histor.annotate.comparing import Comparer
from histor.annotate.encoder import MODEL, Encoder, Floats
from histor.annotate.tokens import TOKENIZER
from histor.annotate.windows import paragraph_starts, window_bounds

__all__ = ["SentenceEncoder", "model_digest"]

Bounds = tuple[int, int]
#: what decides a vector
_FILES = ("histor.onnx", "heads.npz", "tokenizer.json")
#: pages encoded together; bounds memory, changes no result
_TOGETHER = 16


@cache
def model_digest(folder: Path = MODEL) -> str:
    """Return what tells a model from another: 8 hex digits of the SHA-256 of its files."""
    digest = hashlib.sha256()
    for name in _FILES:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:8]


class SentenceEncoder:
    """Gives each sentence of a text the unit vector that ``PageReader.comparer`` would give it."""

    def __init__(self, folder: Path = MODEL) -> None:
        """Open the model.

        Raises:
            ModelError: a file is missing or unreadable.
        """
        self._folder = folder
        self._encoder = Encoder(folder)
        self._comparer = Comparer(self._encoder.weights)
        self._nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
        self._nlp.max_length = 50_000_000

    @property
    def digest(self) -> str:
        """What tells the vectors of this model from another's: 8 hex digits."""
        return model_digest(self._folder)

    @property
    def width(self) -> int:
        """Numbers of a vector."""
        return self._comparer.width

    def encode(self, text: str, sentences: Sequence[Bounds]) -> Floats:
        """Return the sentences' unit vectors, float32 (sentences, 384).

        ``sentences`` are ``[start, end)`` in ``text``; each is read among its neighbours.
        """
        doc = self._nlp.make_doc(text)
        indices = np.flatnonzero(doc.to_array("IS_SPACE") == 0).tolist()
        if not indices:
            return np.zeros((len(sentences), self.width), dtype=np.float32)
        words = [doc[i].text for i in indices]
        breaks = paragraph_starts(doc, indices)
        rows = np.concatenate(
            [
                self._encoder.read(
                    words[start:end],
                    [
                        b - start
                        for b in breaks[bisect_right(breaks, start) : bisect_left(breaks, end)]
                    ],
                ).vectors
                for start, end in window_bounds(words, breaks)
            ]
        )
        at = [doc[i].idx for i in indices]
        vectors = [
            self._comparer.project(rows[first : max(last, first + 1)].mean(axis=0))
            for first, last in (
                (min(bisect_left(at, start), len(at) - 1), bisect_left(at, end))
                for start, end in sentences
            )
        ]
        return np.array(vectors, dtype=np.float32).reshape(len(sentences), self.width)

    def pipe(self, texts: Iterable[tuple[str, Sequence[Bounds]]]) -> Iterator[Floats]:
        """Encode texts with their sentences as they come, on as many threads as there are cores."""
        source = iter(texts)
        with ThreadPoolExecutor(max(1, min(4, os.cpu_count() or 1))) as pool:
            while together := list(islice(source, _TOGETHER)):
                yield from pool.map(lambda page: self.encode(*page), together)
