"""What would follow and has not been: "that means freezing ties", "a risk …, leading to riots"."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["would_follow"]

_PRESENT = frozenset(["VBZ", "VBP"])
_MODALS = frozenset("would could may might will".split())
_LEADING = frozenset(["lead", "result", "end"])
_TO = frozenset(["to", "in"])
#: nouns of what may come
_CHANCES = frozenset("likelihood risk chance danger possibility probability prospect fear".split())


def would_follow(event: Token) -> bool:
    """Say whether a deed is only what something would mean, or a risk lead to, or "you" must do."""
    over = event.head
    if over.lemma_ == "have" and event.dep_ == "xcomp":  # "you will have to kill me"
        return any(c.dep_ == "nsubj" and c.lower_ == "you" for c in over.children)
    if over.lemma_.lower() == "mean" and event.tag_ == "VBG" and event.i > over.i:
        helpers = {c.lower_ for c in over.children if c.dep_ == "aux"}
        return over.tag_ in _PRESENT or bool(helpers & _MODALS)
    leads = over.tag_ == "VBG" and over.lemma_.lower() in _LEADING and over.dep_ == "advcl"
    ties = {c.lower_ for c in event.children if c.dep_ == "case"}
    if not leads or not ties & _TO:
        return False
    below = (over.head, *over.head.children)
    return any(t.lemma_.lower() in _CHANCES and t.i < over.i for t in below)
