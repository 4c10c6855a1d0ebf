"""The words of a sentence that tell something: stems, function words left out."""

from __future__ import annotations

import re
from functools import lru_cache

import lemminflect
from spacy.lang.en.stop_words import STOP_WORDS

from histor.link.vectors import STEM

__all__ = ["telling_words"]

_WORD = re.compile(r"\w+")
_TELLING = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*")
#: letters of a word that are looked up, and words whose stems are kept
_LONGEST, _KNOWN = 50, 100_000


def telling_words(text: str) -> frozenset[str]:
    """Return the stems of a text's words that are no function words.

    >>> sorted(telling_words("They had no ceasefire with the town, and fired on it"))
    ['ceasef', 'fire', 'town']
    """
    words = _WORD.findall(text.lower())
    return frozenset(_stem(w) for w in words if w not in STOP_WORDS and _TELLING.fullmatch(w))


@lru_cache(_KNOWN)
def _stem(word: str) -> str:
    """Return the beginning of a word's shortest base form: "fired", "firing" and "fire" are one."""
    bases = {b for found in lemminflect.getAllLemmas(word[:_LONGEST]).values() for b in found}
    return min(bases, key=lambda b: (len(b), b), default=word)[:STEM]
