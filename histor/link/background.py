"""How many texts of other news have a word, by which the words of a case are weighed.

The counts are of MUC-4, PolNeAR, GUM and NGEC's stories; ``training/word_pages.py`` makes them.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

__all__ = ["counted", "share_of_texts"]

#: texts, out of all counted, that are taken to have a stem that was not kept
_UNSEEN = 0.5


@cache
def _counts() -> tuple[int, dict[str, int]]:
    data = files("histor.link.data").joinpath("word_pages.txt.gz").read_bytes()
    first, *lines = gzip.decompress(data).decode().splitlines()
    pairs = (line.rsplit(" ", 1) for line in lines)
    return int(first), {word: int(count) for word, count in pairs}


def share_of_texts(stem: str) -> float:
    """Return the share of other texts that have a word's stem, 0 to 1."""
    texts, counts = _counts()
    return counts.get(stem, _UNSEEN) / texts


def counted(stem: str) -> bool:
    """Say whether a word's stem was found often enough in the other texts to be kept."""
    return stem in _counts()[1]
