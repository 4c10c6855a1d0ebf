"""Who is named only as who it was not: "shelled by the army, not by the rebels"."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["is_other"]

#: words behind "not" that take nobody out: "not only by the army"
_NOT_ALONE = frozenset(["only", "just", "merely", "simply", "least"])
_BESIDE = frozenset(["advmod", "cc", "cc:preconj"])


def is_other(token: Token) -> bool:
    """Say whether a party's own words say that it was not the one."""
    edge = token.left_edge.i
    before = token.doc[max(token.sent.start, edge - 2) : token.i]
    if [t.lower_ for t in before[:2]] == ["rather", "than"]:
        return True  # "the army rather than the rebels"
    own = [c for c in token.children if c.i < token.i and c.dep_ in _BESIDE]
    denied = next((c for c in own if c.lower_ == "not"), None)
    return denied is not None and denied.nbor().lower_ not in _NOT_ALONE
