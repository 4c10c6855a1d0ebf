"""What came to nothing: "a foiled attack", "was nearly killed", "the rally failed to begin"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.verb_tags import TENSED

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
#: what comes before a deed that was not quite done
_NEARLY = frozenset(["nearly", "almost"])
#: nouns of what somebody tries, and what becomes of it
_TRIES = frozenset("attempt bid effort try plan plot proposal move".split())
_COLLAPSING = frozenset(["collapse", "founder", "fizzle"])
_APART = frozenset(["apart", "flat", "through", "short"])
#: what is held, and may be put off
_CONVENED = frozenset("election vote referendum poll summit talk talks meeting conference".split())
_PAST = TENSED | {"VBN"}


def came_to_nothing(event: Token) -> bool:
    """Say whether an event is what somebody foiled, what nearly was, or what did not take place."""
    if _was_tried_in_vain(event) or _is_of_foiled_plot(event):
        return True
    if event.pos_ != "NOUN":
        return any(c.lower_ in _NEARLY and c.i == event.i - 1 for c in event.children)
    if any(c.lower_ in _VAIN and c.dep_ in {"amod", "compound"} for c in event.children):
        return True
    verb = event.head
    if event.lemma_.lower() in _CONVENED and _is_put_off_behind(event):
        return True
    thwarts = verb.lemma_.lower() in _THWARTING or _is_put_off(verb)
    if event.dep_ in {"obj", "nsubj:pass"} and thwarts:
        return verb.tag_ in _PAST and not _is_open(verb) and not _negated(verb)
    if event.dep_ != "nsubj":
        return False
    if verb.lower_ in _FAILING:
        coming = (c for c in verb.children if c.dep_ == "xcomp")
        return any(_comes(c) for c in coming) and not _is_open(verb) and not _negated(verb)
    return _comes(verb) and _negated(verb) and not _is_open(verb)


def _was_tried_in_vain(event: Token) -> bool:
    """Say whether it is what a try was for that failed: "efforts to call a truce fell apart"."""
    verb = event.head if event.pos_ == "NOUN" and event.dep_ == "obj" else event
    tried = verb.head
    if verb.tag_ != "VB" or verb.dep_ != "acl" or tried.lemma_.lower() not in _TRIES:
        return False
    over = tried.head
    if tried.dep_ != "nsubj" or over.i < verb.i or _is_open(over) or _negated(over):
        return False
    falls = over.lemma_.lower() == "fall" and any(c.lower_ in _APART for c in over.children)
    return over.lower_ in _FAILING or over.lemma_.lower() in _COLLAPSING or falls


def _is_of_foiled_plot(event: Token) -> bool:
    """Say whether it is what a plot was for that was foiled: "foiled plots to topple him"."""
    if event.tag_ != "VB" or event.dep_ not in {"acl", "advcl"}:
        return False
    plot = event.head
    if plot.pos_ == "VERB":  # the tree may hang it on the foiling
        plots = (c for c in plot.children if c.dep_ in {"obj", "nsubj:pass"} and c.i < event.i)
        plot = next((c for c in plots if c.lemma_.lower() in _TRIES), plot)
    over = plot.head
    foiled = plot.dep_ in {"obj", "nsubj:pass"} and over.lemma_.lower() in _THWARTING
    known = plot.lemma_.lower() in _TRIES and any(c.lower_ == "to" for c in event.children)
    return foiled and known and over.tag_ in _PAST and not _is_open(over) and not _negated(over)


def _is_put_off_behind(event: Token) -> bool:
    """Say whether a clause further on puts it off, parted from it by another.

    "Polls called for May to replace the clerks who resigned | were put off".
    """
    if event.dep_ != "nsubj":
        return False
    for verb in event.sent[event.i - event.sent.start + 1 :]:
        arcs = {c.dep_ for c in verb.children}
        if verb.tag_ == "VBN" and _is_put_off(verb) and "aux:pass" in arcs:
            return not arcs & {"nsubj", "nsubj:pass"} and not _negated(verb) and not _is_open(verb)
    return False


def _is_put_off(verb: Token) -> bool:
    """Say whether a verb tells that something is not held then: "put off", "called off"."""
    off = any(c.lower_ == "off" and c.dep_ == "compound:prt" for c in verb.children)
    return off and verb.lemma_.lower() in {"put", "call"}


def _comes(verb: Token) -> bool:
    if verb.lemma_.lower() == "take":
        return any(c.lower_ == "place" for c in verb.children)
    return verb.lemma_.lower() in _COMING


def _negated(verb: Token) -> bool:
    return any(c.lower_ in _NOT for c in verb.children)


def _is_open(verb: Token) -> bool:
    return any(c.tag_ in {"MD", "TO"} for c in verb.children)
