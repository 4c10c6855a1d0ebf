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
#: words that count what can come, what it is called, and sentences before in which that is said
_COUNTED = frozenset("first second third fourth fifth firstly secondly thirdly finally".split())
_CHOICES = frozenset("scenario way path option outcome possibility future".split())
_SEVERAL = frozenset("two three four five several possible likely".split())
_LIST_REACH = 12
_PRESENT = frozenset(["VBZ", "VBP", "VB", "VBG"])
_PAST = frozenset(["VBD", "VBN"])


def is_of_scenario(event: Token) -> bool:
    """Say whether an event is told in the present, in a sentence that opens with a scenario."""
    return _is_of_now(event) and _opens_scenario(event.sent)


def _opens_scenario(sentence: Span) -> bool:
    """Say whether a sentence is of a scenario: "in this scenario", "in the second" of those."""
    opening = [t for t in sentence[:_OPENING] if not t.is_space]
    if len(opening) > 1 and opening[0].lower_ in _COUNTED and opening[1].text in {",", ":"}:
        return _among_several(sentence)
    if not opening or opening[0].lower_ not in _INTO:
        return opening[0].lower_ == "scenario" if opening else False
    if any(t.lemma_.lower() == "scenario" for t in opening):
        return True
    named = [t.lower_ for t in opening[1:4]]
    if named[:1] == ["the"]:
        named = named[1:]
    return len(named) > 1 and named[0] in _WHICH and named[1] == "," and _told_before(sentence)


def _among_several(sentence: Span) -> bool:
    """Say whether the page's heading, or a sentence before "Second, …", counts what can come.

    "Three ways out", "two scenarios".
    """
    start = sentence.start
    for _ in range(_LIST_REACH):
        if start == 0:
            return False
        before = sentence.doc[start - 1].sent
        if _counts_choices(before):
            return True
        start = before.start
    return _counts_choices(sentence.doc[0].sent)


def _counts_choices(sentence: Span) -> bool:
    words = [t.lower_.removesuffix("s") for t in sentence]
    return any(
        word in _CHOICES
        and (word == "scenario" or not _SEVERAL.isdisjoint(words[max(0, n - 1) : n]))
        for n, word in enumerate(words)
    )


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
    # "Second, N marches", read as a noun
    return not any(t.tag_ in _PAST for t in event.sent)
