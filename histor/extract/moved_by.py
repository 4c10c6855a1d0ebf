"""Whom a deed only moves: "the shelling angered Norway" tells neither who shelled nor whom."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["moved_by"]

#: verbs of what is felt over what their subject names
_MOVING = frozenset(
    "anger alarm shock outrage upset worry infuriate enrage dismay unsettle embarrass irritate "
    "frustrate surprise stun horrify terrify frighten please delight unnerve incense appal appall "
    "sadden disturb rattle concern divide".split()
)


def moved_by(deed: Token) -> set[int]:
    """Return the words that name whom a deed, named by the subject of a verb, moves."""
    verb = deed.head
    if deed.dep_ != "nsubj" or verb.lemma_.lower() not in _MOVING or verb.i < deed.i:
        return set()
    behind = (c for c in verb.children if c.i > verb.i and c.dep_ in {"obj", "nsubj"})
    return {t.i for c in behind for t in (c, *(j for j in c.children if j.dep_ == "conj"))}
