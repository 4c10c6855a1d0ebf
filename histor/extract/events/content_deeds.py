"""Deeds that are only the content of another: "threatened a strike", "rejected a call to withdraw".

PLOVER codes what is said, and not what it would be if it were done (manual, 2024): who demands a
resignation has told of a demand, and of no resignation.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

__all__ = ["content_of"]

#: arcs from what is said to the word that says it
_ARCS = frozenset(["xcomp", "obj", "ccomp", "acl", "conj"])
#: how a phrase is tied that tells what is asked for: "called for a truce"
_FOR = frozenset(["for", "of", "with"])
#: arcs from a deed up to the word that says it
_DEPTH = 3


def content_of(deed: Token, sayings: Collection[int]) -> Token | None:
    """Return the word of saying of which a deed is the content; none if it is of none.

    Args:
        deed: the deed's word.
        sayings: the words of what is threatened, demanded, promised or turned down.
    """
    word = deed
    for _ in range(_DEPTH):
        arc, above = word.dep_, word.head
        if above.i == word.i or not _leads(word, arc):
            return None
        if above.i in sayings:
            return above
        word = above
    return None


def _leads(word: Token, arc: str) -> bool:
    """Say whether an arc leads from what is said to what says it."""
    cases = {c.lower_ for c in word.children if c.dep_ == "case"}
    if arc in {"obl", "nmod"}:
        return bool(cases & _FOR)
    if arc == "advcl":  # "called on X to leave"
        return any(c.lower_ == "to" and c.dep_ == "mark" for c in word.children)
    return arc in _ARCS
