"""Numbers that count some of those told before: "the dead include 19 guards", "and ten in Lima"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from histor.extract.figures.quantity_words import named
from histor.records import FigureQuantity

__all__ = ["begins_with_those", "either_of_both", "of_those_told"]

_BEFELL: dict[str, FigureQuantity] = {
    "dead": "killed",
    "killed": "killed",
    "slain": "killed",
    "deceased": "killed",
    "fatalities": "killed",
    "wounded": "injured",
    "injured": "injured",
    "missing": "missing",
    "displaced": "displaced",
    "detained": "detained",
    "detainees": "detained",
    "arrested": "detained",
}
#: words for those told of before, whatever befell them
_ANY = ("victims", "casualties")
_THOSE = rf"(?:the|those|its|their)\s(?P<those>{'|'.join([*_BEFELL, *_ANY])})\b"
_INCLUDE = re.compile(
    rf"\b{_THOSE}(?:\s\w+){{0,3}}?\s(?:includes?|included|comprised?s?)\s(?:[\w]+\s){{0,3}}\Z", re.I
)
_BEGINS = re.compile(rf"\W*(?:among\s)?{_THOSE}", re.I)
#: words before and after those counted among which it is told what befell them
_BEFORE, _AFTER = 4, 6
_OTHER_HARM = frozenset(["kidnap", "abduct", "maim", "rape", "missing", "displaced", "detained"])
_HARM = frozenset(["killed", "injured"])


def of_those_told(before: str, last: FigureQuantity | None) -> FigureQuantity | None:
    """Return what befell those of whom a sentence counts some; none if it counts no such.

    Args:
        before: the sentence up to the number.
        last: the quantity of the number told before it.

    >>> of_those_told("The dead include ", None), of_those_told("The victims included ", "injured")
    ('killed', 'injured')
    """
    match = _INCLUDE.search(before)
    if match is None:
        return None
    told = _BEFELL.get(match["those"].lower())
    return told or (last if last in _HARM else None)


def begins_with_those(sentence: str) -> bool:
    """Say whether a sentence goes on about those told of before: "Among the dead were two boys"."""
    return _BEGINS.match(sentence) is not None


def either_of_both(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether those counted were the one or the other: "ten people were killed or wounded".

    ``first`` and ``last`` are the numbers of the words that count them.
    """
    near = (t for t in tokens if first - _BEFORE <= t.i < first or last < t.i <= last + _AFTER)
    return any(_is_either(t) for t in near)


def _is_either(word: Token) -> bool:
    """Say whether a word is the last of a list of harms, joined by "or" alone."""
    first = word.head
    if word.dep_ != "conj" or named(first) not in _HARM or named(word) == named(first):
        return False
    between = [t for t in word.doc[first.i + 1 : word.i] if t.text != ","]
    harms = {named(t) or t.lemma_.lower() for t in between if t.lower_ != "or"}
    return bool(between) and between[-1].lower_ == "or" and harms <= _HARM | _OTHER_HARM
