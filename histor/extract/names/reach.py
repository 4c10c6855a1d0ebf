"""How far back a chain of reference is believed: from one naming of somebody to the next.

A pronoun takes up what stands near. Where none of a chain's mentions has stood for some sentences,
the chain has joined two that only share a word.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

__all__ = ["reach_of"]

#: sentences from one mention of somebody back to the one before
_HOP = 3


def reach_of(word: Token, mentions: Sequence[int]) -> int:
    """Return the first word of a text up to which a chain is believed, seen from one of its words.

    Args:
        word: the word from which the chain is followed back.
        mentions: where the mentions of the chain stand, in order.
    """
    low = _sentences_back(word)
    for at in reversed(mentions):
        if at >= word.i:
            continue
        if at < low:
            break
        low = _sentences_back(word.doc[at])
    return low


def _sentences_back(word: Token) -> int:
    """Return where the sentence so many before a word's begins."""
    first = word.sent.start
    for _ in range(_HOP):
        first = word.doc[first - 1].sent.start if first > 0 else 0
    return first
