"""Counts of headings that one word behind them tells of all: "26 rebels, 10 soldiers killed"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from histor.records import FigureQuantity

__all__ = ["told_behind"]

_BEFELL: Mapping[str, FigureQuantity] = {
    "killed": "killed",
    "dead": "killed",
    "slain": "killed",
    "injured": "injured",
    "wounded": "injured",
    "hurt": "injured",
    "missing": "missing",
    "arrested": "detained",
    "detained": "detained",
    "displaced": "displaced",
}
#: what may stand before the first number, between two, and in what is counted
_ABOUT = frozenset("at least more than over about around nearly almost up to some".split())
_AND = frozenset([",", "and", "&"])
_COUNTED = frozenset(["NOUN", "PROPN", "ADJ"])
#: words of one that is counted, and tags of what may follow: no object, as in "killed two men"
_LONGEST = 4
_BEHIND = frozenset(["IN", "RB", "WRB", ".", ",", ":", "TO", "-RRB-"])


def told_behind(tokens: Sequence[Token], number: int) -> FigureQuantity | None:
    """Return what befell those counted at the head of a sentence, by the word behind the last.

    Args:
        tokens: the sentence, without white space.
        number: the place of the number's last word in it; it and those before it must be a list
            of counts, two at least.
    """
    at, counts, within = 0, 0, False
    while at < len(tokens):
        if tokens[at].lower_ in _ABOUT:
            at += 1
            continue
        if tokens[at].pos_ != "NUM":
            return None
        within |= at <= number
        counts += 1
        at += 1
        first = at
        while at < len(tokens) and tokens[at].pos_ == "NUM":
            at += 1
        while at < len(tokens) and _is_counted(tokens[at]) and at - first < _LONGEST:
            at += 1
        if at == len(tokens) or at == first:
            return None
        if tokens[at].lower_ not in _AND:
            break
        at += 1
    if at >= len(tokens) or counts < 2 or not within or number > at:
        return None
    quantity = _BEFELL.get(tokens[at].lower_)
    alone = at + 1 == len(tokens) or tokens[at + 1].tag_ in _BEHIND
    return quantity if alone else None


def _is_counted(word: Token) -> bool:
    return word.pos_ in _COUNTED and word.lower_ not in _BEFELL
