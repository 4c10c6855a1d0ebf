"""What is told of a scenario and has not been: "in the first, rebels seize the port"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.extract.tokens import FINITE, VERBS

__all__ = ["is_of_scenario"]

#: words at a sentence's start that say of which scenario it is, and how many are asked
_OPENING = 8
_INTO = frozenset(["in", "under"])
_WHICH = frozenset(
    "first second third fourth fifth last final one another other best worst best-case worst-case "
    "likeliest".split()
)
#: sentences between the word "scenario" and one that goes on with "in the second"
_REACH = 6
_PRESENT = frozenset(["VBZ", "VBP", "VB", "VBG"])
_PAST = frozenset(["VBD", "VBN"])


def is_of_scenario(event: Token) -> bool:
    """Say whether an event is told in the present, in a sentence that opens with a scenario."""
    return _is_of_now(event) and _opens_scenario(event.sent)


def _opens_scenario(sentence: Span) -> bool:
    """Say whether a sentence is of a scenario: "in this scenario", "in the second" of those."""
    opening = [t for t in sentence[:_OPENING] if not t.is_space]
    if not opening or opening[0].lower_ not in _INTO:
        return opening[0].lower_ == "scenario" if opening else False
    if any(t.lemma_.lower() == "scenario" for t in opening):
        return True
    named = [t.lower_ for t in opening[1:4]]
    if named[:1] == ["the"]:
        named = named[1:]
    return len(named) > 1 and named[0] in _WHICH and named[1] == "," and _told_before(sentence)


def _told_before(sentence: Span) -> bool:
    """Say whether one of the last sentences speaks of scenarios."""
    start = sentence.start
    for _ in range(_REACH):
        if start == 0:
            return False
        before = sentence.doc[start - 1].sent
        if any(t.lemma_.lower() == "scenario" for t in before):
            return True
        start = before.start
    return False


def _is_of_now(event: Token) -> bool:
    """Say whether the clause of an event is in the present."""
    for word in (event, *event.ancestors):
        if word.pos_ not in VERBS and not any(c.dep_ == "cop" for c in word.children):
            continue
        if word.tag_ == "VBD":
            return False
        helpers = {c.tag_ for c in word.children if c.dep_.startswith(("aux", "cop"))}
        if helpers & _PAST or (word.tag_ in _PRESENT and helpers <= FINITE):
            return not helpers & _PAST
        if helpers & FINITE:
            return True
    return False
