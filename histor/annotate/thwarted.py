"""What came to nothing: "a foiled attack", "the rally failed to materialise", "had not begun"."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["came_to_nothing"]

#: verbs of those who see to it that something is not done
_THWARTING = frozenset("thwart foil avert avoid prevent abort forestall preempt pre-empt".split())
#: words that say so of a thing
_VAIN = frozenset(
    "foiled thwarted averted aborted abortive prevented unsuccessful cancelled canceled "
    "called-off".split()
)
#: verbs that say that their subject takes place, and words that follow "take"
_COMING = frozenset("begin start commence happen occur materialise materialize".split())
_NOT = frozenset(["not", "n't", "n’t", "never"])
_FAILING = frozenset(["fail", "fails", "failed", "failing"])
_PAST = frozenset(["VBD", "VBN", "VBZ", "VBP"])


def came_to_nothing(event: Token) -> bool:
    """Say whether a noun names what somebody foiled, or what did not take place."""
    if event.pos_ != "NOUN":
        return False
    if any(c.lower_ in _VAIN and c.dep_ in {"amod", "compound"} for c in event.children):
        return True
    verb = event.head
    if event.dep_ in {"obj", "nsubj:pass"} and verb.lemma_.lower() in _THWARTING:
        return verb.tag_ in _PAST and not _is_open(verb) and not _negated(verb)
    if event.dep_ != "nsubj":
        return False
    if verb.lower_ in _FAILING:
        coming = (c for c in verb.children if c.dep_ == "xcomp")
        return any(_comes(c) for c in coming) and not _is_open(verb) and not _negated(verb)
    return _comes(verb) and _negated(verb) and not _is_open(verb)


def _comes(verb: Token) -> bool:
    if verb.lemma_.lower() == "take":
        return any(c.lower_ == "place" for c in verb.children)
    return verb.lemma_.lower() in _COMING


def _negated(verb: Token) -> bool:
    return any(c.lower_ in _NOT for c in verb.children)


def _is_open(verb: Token) -> bool:
    return any(c.tag_ in {"MD", "TO"} for c in verb.children)
