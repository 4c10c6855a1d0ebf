"""What would follow and has not been: "that means freezing ties", "a risk …, leading to riots"."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["is_due_behind", "was_voted", "would_follow"]

_PRESENT = frozenset(["VBZ", "VBP"])
_MODALS = frozenset("would could may might will".split())
_LEADING = frozenset(["lead", "result", "end"])
_TO = frozenset(["to", "in"])
#: what goes on till its demand is met
_GOING_ON = frozenset("strike boycott blockade sit-in vow pledge protest occupation fast".split())
#: nouns of what may come
_CHANCES = frozenset("likelihood risk chance danger possibility probability prospect fear".split())


def would_follow(event: Token) -> bool:
    """Say whether a deed is only what something would mean, or a risk lead to, or "you" must do."""
    over = event.head
    if _is_awaited_by_protest(event):
        return True
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


def was_voted(event: Token) -> bool:
    """Say whether those who can do something by a vote voted for it: "voted to impeach him"."""
    vote = event.head
    if event.dep_ != "xcomp" or vote.lemma_.lower() != "vote" or vote.tag_ != "VBD":
        return False
    return not any(c.dep_ == "advmod" and c.lower_ in {"not", "n't", "n’t"} for c in vote.children)


def is_due_behind(event: Token) -> bool:
    """Say whether what a noun names is told to be due: "an election | due in May |"."""
    behind = event.doc[event.i + 1 : event.i + 2]
    return event.pos_ == "NOUN" and any(t.lower_ == "due" for t in behind)


def _is_awaited_by_protest(event: Token) -> bool:
    """Say whether a protest is to go on until something is done: "on strike until he resigns"."""
    if not any(c.dep_ == "mark" and c.lower_ == "until" for c in event.children):
        return False
    near = [event.head, *event.head.children]
    return any(t.lemma_.lower() in _GOING_ON and t.i < event.i for t in near)
