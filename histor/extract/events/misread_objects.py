"""Whom somebody asks, where the tree hangs him on what he is asked to do: "asked X to leave"."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["asked_before", "is_asked_before"]


def asked_before(verb: Token) -> list[Token]:
    """Return who stands between a verb and the "to" of its clause, read as that clause's object."""
    return [
        c
        for clause in verb.children
        if clause.dep_ == "xcomp" and clause.tag_ == "VB"
        for c in clause.children
        if c.dep_ in {"obj", "iobj", "nsubj"} and is_asked_before(c)
    ]


def is_asked_before(word: Token) -> bool:
    """Say whether an infinitive's object stands before its "to", so that he is whom one asks."""
    clause = word.head
    to = next((c for c in clause.children if c.lower_ == "to" and c.dep_ == "mark"), None)
    return to is not None and clause.dep_ == "xcomp" and clause.head.i < word.i < to.i
