"""The words of a sentence that tell something: stems, function words left out."""

from __future__ import annotations

import re

from spacy.lang.en.stop_words import STOP_WORDS

from histor.link.vectors import stems

__all__ = ["telling_words"]

_WORD = re.compile(r"\w+")


def telling_words(text: str) -> frozenset[str]:
    """Return the stems of a text's words that are no function words.

    >>> sorted(telling_words("They had no ceasefire with the town"))
    ['ceasef', 'town']
    """
    words = _WORD.findall(text.lower())
    return frozenset(s for w in words if w not in STOP_WORDS for s in stems(w))
