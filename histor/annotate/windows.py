"""A document's words cut into the windows that the encoder reads at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Doc

__all__ = ["MAX_WORDS", "paragraph_starts", "window_bounds"]

#: words a window; what the model was trained on, so that quotes may run over sentences
MAX_WORDS = 180
_SENTENCE_ENDS = frozenset(".!?…")


def paragraph_starts(doc: Doc, indices: Sequence[int]) -> list[int]:
    """Return the positions in ``indices`` whose word follows a line break."""
    words = np.asarray(indices)
    breaks = np.flatnonzero(doc.to_array("IS_SPACE"))
    after = sorted({int(np.searchsorted(words, i)) for i in breaks if "\n" in doc[int(i)].text})
    return [position for position in after if 0 < position < len(words)]


def window_bounds(words: Sequence[str], ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield ``[start, end)`` word ranges of at most :data:`MAX_WORDS` that cover all words.

    A window ends at the last of ``ends`` (paragraph or sentence ends, ascending) in its second
    half, else at a sentence-like end, else where it is full.
    """
    start, total = 0, len(words)
    at = 0
    while start < total:
        end = min(total, start + MAX_WORDS)
        if end < total:
            while at < len(ends) and ends[at] <= start + MAX_WORDS // 2:
                at += 1
            inside = at
            while inside < len(ends) and ends[inside] <= end:
                inside += 1
            end = ends[inside - 1] if inside > at else _sentence_end(words, start, end)
        yield start, end
        start = end


def _sentence_end(words: Sequence[str], start: int, end: int) -> int:
    for i in range(end - 1, start + MAX_WORDS // 2, -1):
        if words[i] in _SENTENCE_ENDS:
            return i + 1
    return end
