"""Whom somebody blames a deed on: "blamed the attack on X", "the blast was blamed on X"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.tokens import prepositions

__all__ = ["blamed_on"]

_BLAMING = frozenset(["blame", "pin"])


def blamed_on(verb: Token) -> tuple[Token, Token] | None:
    """Return the deed that a verb of blaming has for its object, and the head of whom it is put on.

    Nothing is blamed without saying on whom, so that the last "on" tells it, even where the tree
    hangs it on the deed: "blamed the attack on the port | on X".
    """
    if verb.lemma_.lower() not in _BLAMING or verb.pos_ != "VERB":
        return None
    what = next((c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}), None)
    if what is None:
        return None
    inside = (w for w in what.subtree if w.i > what.i and w.dep_ in {"nmod", "obl"})
    beside = (c for c in verb.children if c.dep_ in {"obl", "nmod"} and c.i > verb.i)
    on = [c for c in (*inside, *beside) if "on" in prepositions(c)]
    return (what, max(on, key=lambda c: c.i)) if on else None
