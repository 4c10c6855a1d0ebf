"""Peacekeepers who are sent or come somewhere: help, and no show of force (PLOVER manual, 2024)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from histor.extract.tokens import prepositions

__all__ = ["keeps_peace"]

_KEEPING = frozenset(["peacekeeper", "peacekeeping"])
_SENDING = frozenset("send deploy dispatch contribute station provide".split())
_SENT = frozenset(["deployment", "dispatch"])
#: verbs of those who come to keep the peace
_COMING = frozenset(["arrive", "land", "deploy"])
#: how their task is tied to the verb: "sent troops | on a peacekeeping mission |"
_TIES = frozenset(["on", "as", "for", "of", "in", "to"])
_DEPTH = 3


def keeps_peace(word: Token) -> bool:
    """Say whether a verb or a noun tells that peacekeepers are sent, or come."""
    lemma = word.lemma_.lower()
    if word.pos_ == "NOUN":
        return lemma in _SENT and any(map(_is_of_peace, _sent(word, {"nmod", "compound"})))
    if lemma not in _SENDING | _COMING or any(c.dep_ == "ccomp" for c in word.children):
        return False
    own = {"obj", "nsubj:pass"} | ({"nsubj"} if lemma in _COMING else set())
    if any(c.dep_ in own and _is_of_peace(c) for c in word.children):
        return True
    return lemma in _SENDING and any(
        c.dep_ in {"obl", "xcomp", "nmod"} and prepositions(c) & _TIES and _is_of_peace(c)
        for c in word.children
    )


def _sent(noun: Token, arcs: set[str]) -> Iterator[Token]:
    """Yield the phrases below a noun that may tell who is sent, or what for."""
    level = [noun]
    for _ in range(_DEPTH):
        level = [c for t in level for c in t.children if c.dep_ in arcs]
        yield from level


def _is_of_peace(phrase: Token) -> bool:
    """Say whether a phrase names peacekeepers, or their task."""
    near = (phrase, *(c for c in phrase.children if c.dep_ in {"compound", "amod", "nmod", "conj"}))
    return any(t.lemma_.lower() in _KEEPING or t.lower_ == "peacekeepers" for t in near)
