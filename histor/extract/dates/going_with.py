"""Deeds that go with another: what is told below a clause that has its day is of that day too.

"A day after gunmen stormed a bank in an ambush, killing nine": the ambush and the killing were on
the day of the storming.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from histor.records import TimeExpression

__all__ = ["going_with"]

#: arcs from a verb, or what goes with it, to what goes with it
_WITH = frozenset(["obl", "obj", "nmod", "conj", "obl:agent", "xcomp"])
#: how far below it they are looked for
_DEPTH = 4


def going_with(
    deed: Token, deeds: Sequence[Token], times: Sequence[TimeExpression]
) -> Iterator[Token]:
    """Yield the deeds told beside one as part of it, in words that have no time of their own.

    What did it ("a quake killed nine"), and what a noun's clause tells of it ("that killed nine").
    """
    beside = {other.i for other in deeds if other.sent == deed.sent}
    own = {n for n in beside if n > deed.i}
    level = [deed]
    yield from (c for c in deed.children if c.i in beside and c.dep_ == "nsubj")
    if deed.pos_ != "VERB":
        told = (c for c in deed.children if c.dep_ == "acl:relcl" and c.i in own)
        yield from (c for c in told if not _has_time(c, times))
        return
    for _ in range(_DEPTH):
        level = [word for above in level for word in above.children if _goes_with(word, deed)]
        level = [word for word in level if not _has_time(word, times)]
        yield from (word for word in level if word.i in own)


def _goes_with(word: Token, deed: Token) -> bool:
    """Say whether a word carries on what is told: "killing nine", "in an ambush", "and burned"."""
    if word.i < deed.i:
        return False
    if word.dep_ == "advcl":
        return word.tag_ == "VBG" and not any(c.dep_ in {"mark", "case"} for c in word.children)
    if word.dep_ == "conj" and word.pos_ == "VERB":
        return not any(c.dep_.startswith("nsubj") for c in word.children)
    return word.dep_ in _WITH and word.pos_ in {"NOUN", "VERB"}


def _has_time(word: Token, times: Sequence[TimeExpression]) -> bool:
    first, last = word.left_edge.idx, word.right_edge.idx
    return any(first <= time.span.start <= last for time in times)
