"""Whom others are only tied to or charged with serving: "held five accused of spying for X"."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["is_of_charge", "is_tie"]

_TIED = frozenset(
    "linked tied loyal allied affiliated aligned close sympathetic opposed connected".split()
)
_TIES = frozenset(["to", "with"])
_CHARGED = frozenset("accuse suspect charge convict".split())


def is_tie(name: Token) -> bool:
    """Say whether a name only tells whose somebody is: "hackers linked to X"."""
    first = name.left_edge.i
    while first < name.i and name.doc[first].pos_ in {"ADP", "DET"}:
        first += 1
    before = [t.lower_ for t in name.doc[max(name.sent.start, first - 3) : first]]
    before = [w for w in before if w not in {"the", "a"}]
    return len(before) > 1 and before[-1] in _TIES and before[-2] in _TIED


def is_of_charge(name: Token, event: Token) -> bool:
    """Say whether a name stands in what those are charged with whom something befalls."""
    for above in name.ancestors:
        if above.i == event.i:
            return False
        if above.dep_.startswith("acl") and above.lemma_.lower() in _CHARGED:
            return event.is_ancestor(above)
    return False
