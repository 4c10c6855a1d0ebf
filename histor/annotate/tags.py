"""A word's UD and Penn tags, chosen together: a past tense is no particle.

Which tags go together is counted on the English EWT and GUM treebanks (Universal Dependencies).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["compatible", "joint_tags"]

Floats = NDArray[np.float32]
_TOGETHER = {
    "ADD": "PROPN X", "CC": "CCONJ", "CD": "NUM", "DT": "DET PRON", "EX": "PRON",
    "FW": "X NOUN ADV", "IN": "ADP SCONJ", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "MD": "AUX",
    "NN": "NOUN PRON SYM X", "NNP": "PROPN ADJ VERB", "NNPS": "PROPN", "NNS": "NOUN",
    "PDT": "DET", "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV PART X", "RBR": "ADV",
    "RBS": "ADV", "RP": "ADP", "SYM": "SYM PUNCT", "TO": "PART", "UH": "INTJ", "VB": "VERB AUX",
    "VBD": "VERB AUX", "VBG": "VERB AUX", "VBN": "VERB AUX", "VBP": "VERB AUX",
    "VBZ": "VERB AUX", "WDT": "PRON DET", "WP": "PRON", "WP$": "PRON", "WRB": "ADV",
}  # fmt: skip


def compatible(upos: Sequence[str], xpos: Sequence[str]) -> NDArray[np.bool_]:
    """Return which tags go together, bool (upos, xpos); a Penn tag not counted goes with any."""
    allowed = {x: frozenset(together.split()) for x, together in _TOGETHER.items()}
    return np.array([[x not in allowed or u in allowed[x] for x in xpos] for u in upos])


def joint_tags(
    upos: Floats, xpos: Floats, together: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the best pair of tags of each word.

    Args:
        upos, xpos: scores before softmax, float (words, tags).
        together: which pairs may be chosen, bool (upos, xpos).
    """
    tag, penn = upos.argmax(axis=1), xpos.argmax(axis=1)
    apart = np.flatnonzero(~together[tag, penn])
    if len(apart):  # few words: the two heads seldom disagree
        first, second = _log_softmax(upos[apart]), _log_softmax(xpos[apart])
        choice = np.where(together[None], second[:, None, :], -np.inf)
        best = choice.argmax(axis=2)
        total = first + np.take_along_axis(choice, best[:, :, None], axis=2)[:, :, 0]
        tag[apart] = total.argmax(axis=1)
        penn[apart] = best[np.arange(len(apart)), tag[apart]]
    return tag, penn


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=1, keepdims=True)
    out: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return out
