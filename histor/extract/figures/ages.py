"""Numbers that are ages: "Ana Ruiz, 34, was killed", "the driver (61)", "aged 15 and 17"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from histor.extract.figures.numbers import Amount
from histor.extract.names.affiliations import party_words

__all__ = ["is_age"]

_OLDEST = 120
_BEFORE = frozenset(["aged", "age", "ages"])
#: what tells sons from fathers behind a name
_BORN = frozenset(["", "jr", "sr", "ii", "iii"])
#: what stands between the ages of a row, and words that such a row has
_JOINING, _ROW = frozenset([",", "and", "or", "to", "of", "between", "-", "–"]), 9
#: what stands behind an age: "Obi, 61 and retired"
_BEHIND = frozenset([",", ".", ";", ")", "]", "—", "–", "-", "and", "or", "who", "from"])


def is_age(tokens: Sequence[Token], amount: Amount) -> bool:
    """Say whether a number that counts no noun is an age, standing right behind a person.

    Args:
        tokens: the sentence, without white space.
        amount: the number among them.
    """
    if amount.low is None or amount.low != amount.high or not 0 < amount.low <= _OLDEST:
        return False
    if amount.low != int(amount.low) or amount.start < 1:
        return False
    mark = tokens[amount.start - 1]
    if mark.lower_ in _BEFORE or _goes_on(tokens, amount.start):
        return True
    if mark.lower_ == "of" and amount.start > 1:  # "a boy of eight was killed"
        return _is_one_person(tokens[amount.start - 2])
    behind = tokens[amount.end].lower_ if amount.end < len(tokens) else "."
    if mark.text not in {",", "("} or behind not in _BEHIND or amount.start < 2:
        return False
    before = amount.start - 2
    while before > 0 and tokens[before].lower_.strip(".") in _BORN:  # "Ivo Hall Sr., 33"
        before -= 1
    return _is_one_person(tokens[before])


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Say whether ages alone stand between "aged" and a number: "aged 12, 15 and | 17"."""
    n = at - 1
    while n > max(0, at - _ROW) and (tokens[n].lower_ in _JOINING or tokens[n].pos_ == "NUM"):
        n -= 1
    first = tokens[n + 1 : n + 2]
    return tokens[n].lower_ in _BEFORE and bool(first) and first[0].lower_ not in {",", "and", "or"}


def _is_one_person(word: Token) -> bool:
    if word.ent_type_:
        return word.ent_type_ == "PERSON"
    return word.tag_ == "NN" and word.lemma_.lower() in party_words()
