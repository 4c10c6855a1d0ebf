"""What a rumour said that was not so: "reports that he had been killed proved false"."""

from __future__ import annotations

from spacy.tokens import Span, Token

__all__ = ["is_belied"]

_RUMOURS = frozenset(
    "rumour rumor report claim allegation story suggestion speculation assertion news".split()
)
_FALSE = frozenset(
    "false untrue unfounded baseless groundless unsubstantiated fabricated incorrect wrong "
    "mistaken fake bogus erroneous exaggerated premature".split()
)
_TRUTH = frozenset(["truth", "substance", "basis", "foundation"])
#: what says so of them, and words between it and "false"
_TURNING = frozenset(["prove", "be", "turn", "call", "describe", "dismiss", "reject", "as"])
_BETWEEN = frozenset("out to be been have has had entirely completely totally later not".split())
#: arcs from the words of a rumour up to the noun
_BELOW = frozenset(["acl", "ccomp", "obj", "nsubj:pass", "nmod", "conj", "xcomp"])
_HEIGHT, _REACH = 4, 5
#: verbs of denying, words from them to the rumour, and from it to "that"
_DENYING = frozenset("deny refute rebut dismiss reject".split())
_NEAR, _SAID = 4, 7
_NOT = frozenset(["not", "n't", "n’t"])


def is_belied(event: Token) -> bool:
    """Say whether an event is only what a rumour told that is said to be false, or denied."""
    if _in_denied_rumour(event) or _is_called_false(event):
        return True
    noun = _rumour_over(event)
    if noun is None:
        return False
    if any(c.dep_ == "amod" and c.lower_ in _FALSE for c in noun.children):
        return True  # "false reports of his arrest"
    if noun.head.lemma_.lower() in _TRUTH and any(c.lower_ == "no" for c in noun.head.children):
        return True  # "no truth in rumours that he had fled"
    doc = event.doc
    for word in doc[event.i + 1 : event.sent.end]:
        if word.lower_ in _FALSE:
            return _turned_out(doc[max(event.i, word.i - _REACH) : word.i])
    return False


def _is_called_false(event: Token) -> bool:
    """Say whether a clause is told to be false: "it is false that the army fired"."""
    over = event.head
    if event.dep_ not in {"csubj", "ccomp"} or over.lower_ not in _FALSE or over.i > event.i:
        return False
    told = any(c.dep_ == "mark" and c.lower_ == "that" for c in event.children)
    return told and not any(c.lower_ in _NOT for c in over.children)


def _in_denied_rumour(event: Token) -> bool:
    """Say whether it stands in "denied rumours … that", wherever the tree hangs the clause."""
    before = event.doc[event.sent.start : event.i]
    that = next((t for t in before if t.lower_ == "that" and t.dep_ == "mark"), None)
    if that is None or any(t.text == ";" or t.lower_ == "but" for t in event.doc[that.i : event.i]):
        return False
    said = event.doc[max(event.sent.start, that.i - _SAID) : that.i]
    rumour = next((t for t in reversed(said) if t.lemma_.lower() in _RUMOURS), None)
    if rumour is None or rumour.i == said.start:
        return False
    near = event.doc[max(event.sent.start, rumour.i - _NEAR) : rumour.i]
    denial = next((t for t in near if t.lemma_.lower() in _DENYING), None)
    return denial is not None and not any(
        c.dep_ == "advmod" and c.lower_ in _NOT for c in denial.children
    )


def _turned_out(before: Span) -> bool:
    """Say whether the words before "false" say that something is: "later proved to be"."""
    for word in reversed(list(before)):
        if word.lemma_.lower() in _TURNING:
            return _NOT.isdisjoint(w.lower_ for w in before)
        if word.lower_ not in _BETWEEN and word.pos_ != "ADV":
            return False
    return False


def _rumour_over(event: Token) -> Token | None:
    """Return the noun of the rumour that tells an event; none if none does."""
    token = event
    for _ in range(_HEIGHT):
        if token.head.i == token.i or token.dep_ not in _BELOW:
            return None
        token = token.head
        if token.pos_ == "NOUN" and token.lemma_.lower() in _RUMOURS:
            return token
    return None
