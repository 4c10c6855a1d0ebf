"""Who is named beside a deed and did not do it: "not by the rebels", "30 hurt, including N"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.places.gazetteer import is_people

__all__ = ["are_victims", "is_included", "is_other"]

#: words behind "not" that take nobody out: "not only by the army"
_NOT_ALONE = frozenset(["only", "just", "merely", "simply", "least"])
_BUT = frozenset(["except", "excepting", "barring", "excluding"])
_BESIDE = frozenset(["advmod", "cc", "cc:preconj"])
#: deeds that are called by those whom they befell
_OF_VICTIMS = frozenset(["genocide", "pogrom"])


def is_other(token: Token) -> bool:
    """Say whether a party's own words say that it was not the one."""
    edge = token.left_edge.i
    before = token.doc[max(token.sent.start, edge - 2) : token.i]
    if [t.lower_ for t in before[:2]] == ["rather", "than"]:
        return True  # "the army rather than the rebels"
    if any(c.dep_ == "case" and c.lower_ in _BUT for c in token.children):
        return True  # "dissolved all bodies except the council"
    own = [c for c in token.children if c.i < token.i and c.dep_ in _BESIDE]
    denied = next((c for c in own if c.lower_ == "not"), None)
    return denied is not None and denied.nbor().lower_ not in _NOT_ALONE


def is_included(token: Token) -> bool:
    """Say whether somebody is one of those counted before: "30 were hurt, including | N |"."""
    return any(c.dep_ == "case" and c.lower_ == "including" for c in token.children)


def are_victims(token: Token, event: Token) -> bool:
    """Say whether a people before a noun is that which the deed befell: "the | Ao | genocide"."""
    before = token.head.i == event.i and token.i < event.i and is_people(token.lower_)
    return before and event.lemma_.lower() in _OF_VICTIMS
