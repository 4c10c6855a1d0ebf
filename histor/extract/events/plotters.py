"""Who means to do what a noun of a plan is for: "foiled plots by its foes to topple the king"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.antecedents import names_party
from histor.extract.tokens import prepositions

__all__ = ["plotters_of"]

_PLANS = frozenset(
    "plot plan attempt bid conspiracy campaign effort offensive operation scheme drive push "
    "intrigue".split()
)


def plotters_of(deed: Token) -> tuple[Token, ...]:
    """Return those whose plan an infinitive tells, where "by" names them right before it."""
    first = deed.left_edge
    mark = next((c for c in deed.children if c.lower_ == "to" and c.i < deed.i), None)
    if deed.tag_ != "VB" or mark is None or first.i != mark.i or mark.i == deed.sent.start:
        return ()
    for word in (mark.nbor(-1), *mark.nbor(-1).ancestors):
        by = _by_whom(word)
        if by is not None and mark.i - by[0].i > 0:
            return by
    return ()


def _by_whom(word: Token) -> tuple[Token, ...] | None:
    """Return a phrase with "by" and those joined to it, if it stands behind the noun of a plan."""
    if "by" not in prepositions(word) or not names_party(word):
        return None
    case = next(c for c in word.children if c.lower_ == "by")
    if case.i == word.sent.start or case.nbor(-1).lemma_.lower() not in _PLANS:
        return None
    return (word, *(c for c in word.children if c.dep_ == "conj" and names_party(c)))
