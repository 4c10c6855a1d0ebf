"""Which words name what befell those whom a number counts."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.events.event_words import event_words
from histor.records import FigureQuantity

__all__ = ["named", "names"]


def named(word: Token) -> FigureQuantity | None:
    """Return the quantity that a word names; none if it names none."""
    return next((q for q in event_words().figures if names(word, q)), None)


def names(word: Token, quantity: FigureQuantity) -> bool:
    """Say whether a word is one of those for a quantity."""
    lemmas = event_words().figures[quantity]
    lemma = word.lemma_.lower()
    # "missing" is a verb to the lemmatiser
    return lemma in lemmas or (word.lower_ in lemmas and word.tag_ in {"VBG", "VBN", "JJ", "NN"})
