"""The sentence vectors of a case: a usearch index beside the case file, made of it at any time.

Vectors are kept in int8 in a graph of near neighbours (HNSW, Malkov & Yashunin 2018). A key is
48 bits of a document's id and 16 bits of its sentence's number. A file that is missing, damaged
or of another model is made anew; one that lacks pages is completed.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from usearch.index import Index

__all__ = ["SentenceVectors"]

_log = logging.getLogger(__name__)

Floats = NDArray[np.float32]
Keys = NDArray[np.uint64]
_SENTENCE_BITS = 16
_MOST_SENTENCES = 1 << _SENTENCE_BITS
_ID_DIGITS = 12
_SUFFIX = ".vectors"


class SentenceVectors:
    """The vectors of a case's sentences."""

    def __init__(self, case: str | None, model: str, width: int) -> None:
        """Open what lies beside the case file ``case``; ``None`` keeps the vectors in memory.

        Args:
            case: the case file.
            model: a digest of the model whose vectors these are.
            width: numbers of a vector.
        """
        self._width = width
        self._path = Path(f"{case}.{model}{_SUFFIX}") if case else None
        self._viewed = False
        self._index = self._opened()
        self._documents = {int(d) for d in np.unique(self._keys() >> _SENTENCE_BITS)}

    def lacks(self, document: str) -> bool:
        """Say whether a document has no vectors yet."""
        return _number(document) not in self._documents

    def add(self, document: str, vectors: Floats) -> None:
        """Add a document's sentence vectors, (sentences, width), in the sentences' order."""
        number = _number(document)
        if number in self._documents or not len(vectors):
            return
        if self._viewed and self._path is not None:
            self._index = _restored(self._path, view=False) or self._new()
            self._viewed = False
        kept = vectors[:_MOST_SENTENCES]
        self._index.add((number << _SENTENCE_BITS) + np.arange(len(kept), dtype=np.uint64), kept)
        self._documents.add(number)

    def save(self) -> None:
        """Write the index beside the case, whole or not at all, in place of another model's.

        A folder that cannot be written keeps nothing: the vectors are made again next time.
        """
        if self._path is None or self._viewed or not len(self._index):
            return
        half = self._path.with_name(f"{self._path.name}.{os.getpid()}.part")
        try:
            self._index.save(str(half))
            half.replace(self._path)
            case = self._path.name[: -len(_SUFFIX) - 8]
            for other in self._path.parent.glob(f"{_literal(case)}????????{_SUFFIX}"):
                if other != self._path:
                    other.unlink()
        except (OSError, RuntimeError) as error:
            _log.warning("the sentence vectors could not be kept beside the case: %s", error)
            with contextlib.suppress(OSError):
                half.unlink()

    def near(self, vector: Floats, count: int, within: set[int] | None = None) -> list[int]:
        """Return the numbers of the documents of the nearest ``count`` sentences, nearest first.

        ``within`` are the numbers (:meth:`number`) of the documents to look at; by default all.
        """
        if not len(self._index):
            return []
        if within is None:
            keys = self._index.search(vector, count).keys
        else:
            keys = self._nearest(vector, count, within)
        return list(dict.fromkeys(int(key) >> _SENTENCE_BITS for key in keys))

    def _nearest(self, vector: Floats, count: int, within: set[int]) -> Keys:
        """Compare with every sentence of some documents: a graph cannot leave the others out."""
        keys = self._keys()
        keys = keys[np.isin(keys >> _SENTENCE_BITS, np.array(sorted(within), dtype=np.uint64))]
        if not len(keys):
            return keys
        rows = np.asarray(self._index.get(keys), dtype=np.float32)
        cosines = rows @ vector / np.maximum(np.linalg.norm(rows, axis=1), 1e-9)
        return keys[np.argsort(-cosines, kind="stable")[:count]]

    def cosines(self, vector: Floats, document: str, sentences: int) -> list[float]:
        """Return the cosine of each of a document's sentences with a vector; 0 where unknown."""
        first = _number(document) << _SENTENCE_BITS
        keys = first + np.arange(min(sentences, _MOST_SENTENCES), dtype=np.uint64)
        rows = self._index.get(keys) if len(keys) else None
        return [_cosine(vector, row) for row in rows] if rows is not None else []

    @staticmethod
    def number(document: str) -> int:
        """Return the number under which :meth:`near` names a document."""
        return _number(document)

    def _keys(self) -> Keys:
        return np.asarray(self._index.keys[:], dtype=np.uint64)

    def _opened(self) -> Index:
        if self._path is not None and self._path.exists():
            found = _restored(self._path, view=True)
            if found is not None and found.ndim == self._width:
                self._viewed = True
                return found
        return self._new()

    def _new(self) -> Index:
        return Index(ndim=self._width, metric="cos", dtype="i8")


def _restored(path: Path, *, view: bool) -> Index | None:
    try:
        return Index.restore(str(path), view=view)
    except (ValueError, RuntimeError) as error:
        _log.warning("%s is damaged and made anew: %s", path, error)
        return None


def _number(document: str) -> int:
    return int(document.rpartition("_")[2][:_ID_DIGITS], 16)


def _cosine(vector: Floats, row: Iterable[float] | None) -> float:
    if row is None:
        return 0.0
    other = np.asarray(row, dtype=np.float32)
    return float(vector @ other / max(float(np.linalg.norm(other)), 1e-9))


def _literal(name: str) -> str:
    """Return a name as a pattern for itself."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)
