"""What the rules ask of tokens again and again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from spacy.tokens import Doc, Token

__all__ = [
    "DATELINE",
    "NEGATIONS",
    "antecedent",
    "ends_dateline",
    "prepositions",
    "tokens_with",
    "without_marks",
]

#: words of the longest dateline
DATELINE = 12
#: words that negate a verb
NEGATIONS = frozenset(["not", "n't", "n’t", "never"])


def prepositions(word: Token) -> set[str]:
    """Return the prepositions before a word, in lower case: those of UD's relation ``case``."""
    return {c.lower_ for c in word.children if c.dep_ == "case"}


def tokens_with(doc: Doc, attribute: str, values: Iterable[str]) -> Iterator[Token]:
    """Yield the tokens with one of some values; asking each token takes many times as long.

    Args:
        doc: the document.
        attribute: one of strings that ``Doc.to_array`` knows, as ``POS`` or ``LOWER``.
        values: those that are looked for.
    """
    strings = doc.vocab.strings
    wanted = np.isin(doc.to_array(attribute), [strings[v] for v in values if v in strings])
    return (doc[i] for i in np.flatnonzero(wanted).tolist())


def antecedent(relative: Token) -> Token | None:
    """Return the noun that "who" or "which" stands for: "the embassy, which had dismissed it"."""
    verb = relative.head
    head = verb.head
    named = verb.dep_.startswith("acl") and head.pos_ in {"NOUN", "PROPN"} and head.i < relative.i
    return head if named else None


def ends_dateline(doc: Doc, at: int) -> bool:
    """Say whether a dash ends "LIMA (Agency) –" before a story's first words."""
    return doc[at].text in {"-", "–", "—", "--"} and at > 0 and doc[at - 1].text == ")"


def without_marks(doc: Doc, start: int, end: int) -> int:
    """Return where the words ``[start, end)`` end without the punctuation and space behind them."""
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return end
