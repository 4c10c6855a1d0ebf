"""Words that say that a deed was not, that nobody did it, or that it hangs on something."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Token

from histor.annotate.status_words import (
    DEFINITE,
    FORECAST,
    HOLDING,
    INTENT,
    NOBODY,
    SAYING,
    WHERE_SAID,
)

__all__ = [
    "could_not",
    "denies_order",
    "fell_short",
    "is_banned",
    "is_conditional",
    "is_denied",
    "is_negated",
    "is_no_more_done",
    "is_ruled_out",
    "is_stayed_away_from",
    "is_turned_down",
    "is_yet_to_be",
    "kept_from",
    "none_is_meant",
    "none_was_foreseen",
    "of_nobody",
    "where_none_could",
]

_NEGATION = frozenset(["not", "n't", "n’t", "never", "no", "without", "neither", "nor"])
_IF = frozenset(["if", "unless", "whether", "lest"])
#: words whose clause or object is said not to have been
_DENIAL = frozenset("deny refute denial".split())
#: and what is dismissed: "rejected the charge that it had fired"
_DISMISSING = frozenset("reject dismiss dispute rebut".split())
_CHARGES = frozenset(
    "charge claim accusation allegation assertion notion report suggestion rumour rumor".split()
)
_DENYING = frozenset(["ccomp", "xcomp", "obj", "nmod", "acl", "csubj", "nsubj:pass"])
#: nouns of what is not done, verbs below them whose object is not, and verbs of forbidding
_FAILURES = frozenset("failure inability unwillingness reluctance".split())
_HELD = HOLDING | {"carry"}
#: nouns of what is proposed, and verbs of turning it down
_PROPOSED = frozenset(
    "deployment dispatch sending stationing resettlement relocation transfer partition extension "
    "imposition creation establishment formation annexation".split()
)
_TURNING_DOWN = frozenset(["reject", "oppose", "refuse", "resist"])
_FORBIDDING = frozenset("ban outlaw prohibit forbid criminalise criminalize".split())
_ATTENDING = frozenset(["attend", "join", "visit", "reach"])
#: what nobody does of what is not to be: "nobody wants a war"
_WANTING = frozenset(["want", "seek", "need", "desire"])


#: what stands before a deed that somebody denies to have ordered
_NO_ORDER = re.compile(
    r"\bden(?:y|ied|ies|ying)\s(?:\w+\s){0,2}?(?:ordering|having\sordered|giving\s(?:the\s|an\s)?"
    r"orders?)\s(?:\w+\s){0,3}to\s?\Z",
    re.I,
)


def is_stayed_away_from(event: Token) -> bool:
    """Say whether a meeting is only one that somebody did not go to: "failed to attend the talks".

    It took place all the same.
    """
    verb = event.head
    known = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in event.children)
    if event.dep_ != "obj" or not known or verb.lemma_.lower() not in _ATTENDING:
        return False
    failed = verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "fail"
    did_not = is_negated(verb) and any(c.lower_ in {"did", "had"} for c in verb.children)
    return failed or did_not


def is_ruled_out(event: Token) -> bool:
    """Say whether somebody says that it will not be: "ruled out a withdrawal"."""
    verb = event.head
    if event.dep_ not in {"obj", "nsubj:pass", "xcomp"} or verb.lemma_.lower() != "rule":
        return False
    return any(c.lower_ == "out" for c in verb.children)


def denies_order(event: Token) -> bool:
    """Say whether somebody denies that he ordered a deed: "denied ordering anyone to shoot"."""
    before = event.doc[event.sent.start : event.i].text
    return _NO_ORDER.search(before) is not None


def is_denied(clause: list[Token]) -> bool:
    """Say whether somebody denies the event: it stands in the clause or the object of denying."""
    for below, head in pairwise(clause):
        if head.lemma_.lower() in _DENIAL and below.dep_ in _DENYING:
            return not is_negated(head)
        if head.lemma_.lower() in _WANTING and below.dep_ == "obj" and is_negated(head):
            return True
        charge = below.i != clause[0].i and below.lemma_.lower() in _CHARGES
        if charge and head.lemma_.lower() in _DISMISSING and below.dep_ in _DENYING:
            return not is_negated(head)
    return False


def fell_short(clause: list[Token]) -> bool:
    """Say whether it was left undone: "the failure to hold a vote", "stopped short of war"."""
    for below, head in pairwise(clause):
        lemma = head.lemma_.lower()
        failing = lemma in _FAILURES and below.dep_ == "acl"
        failing = failing or (lemma == "fail" and below.dep_ == "xcomp")
        if failing and (below.i == clause[0].i or below.lemma_.lower() in _HELD):
            return not is_negated(head)
    event = clause[0]
    before = [t.lower_ for t in event.doc[max(event.sent.start, event.i - 3) : event.i]]
    return "short" in before and before[before.index("short") + 1 :][:1] == ["of"]


def is_turned_down(event: Token) -> bool:
    """Say whether it is only proposed, and turned down: "rejected the deployment of troops"."""
    down = event.head.lemma_.lower() in _TURNING_DOWN and event.dep_ in {"obj", "nsubj:pass"}
    return down and event.lemma_.lower() in _PROPOSED


def is_banned(event: Token) -> bool:
    """Say whether it is what somebody forbids: "banned all rallies", "a ban on protests"."""
    over = event.head
    if over.lemma_.lower() in _FORBIDDING and event.dep_ in {"obj", "nsubj:pass"}:
        return True
    on = any(c.dep_ == "case" and c.lower_ == "on" for c in event.children)
    return event.dep_ == "nmod" and on and over.lemma_.lower() == "ban"


def is_no_more_done(event: Token) -> bool:
    """Say whether somebody says that he will not do it any more: "would no longer attend talks"."""
    verb = event.head if event.pos_ == "NOUN" and event.dep_ == "obj" else event
    longer = any(c.lower_ == "longer" and c.nbor(-1).lower_ == "no" for c in verb.children if c.i)
    return longer and verb.pos_ == "VERB"


def could_not(event: Token) -> bool:
    """Say whether somebody is told not to have managed it: "the two could not agree"."""
    helpers = {c.lower_ for c in event.children if c.dep_ == "aux"}
    told = event.dep_ in {"root", "conj", "parataxis"}
    return told and helpers == {"could"} and is_negated(event) and event.lemma_ in SAYING


def where_none_could(event: Token) -> bool:
    """Say whether it is a meeting at which sides could not agree, which was held."""
    if event.pos_ != "NOUN" or event.dep_ != "obl" or not could_not(event.head):
        return False
    return any(c.dep_ == "case" and c.lower_ in WHERE_SAID for c in event.children)


def none_was_foreseen(event: Token) -> bool:
    """Say whether none is expected or planned: "no further talks were expected"."""
    verb = event.head
    if event.pos_ != "NOUN" or event.dep_ != "nsubj:pass" or not _none_of(event):
        return False
    return verb.lemma_.lower() in {"expect", "foresee", "schedule", "plan"}


def is_negated(token: Token) -> bool:
    """Say whether a word is negated by one of its own: "did not fire", "no shot"."""
    for child in token.children:
        if child.lower_ in _NEGATION and child.dep_ in {"advmod", "det", "cc"}:
            return True
        if child.lower_ == "without" and child.dep_ == "mark":
            return True  # "without firing a shot"
    return of_nobody(token)


def of_nobody(verb: Token) -> bool:
    """Say whether a verb's subject is nobody: "no one was hurt"."""
    return any(
        c.dep_.startswith("nsubj") and (c.lower_ in NOBODY or _none_of(c)) for c in verb.children
    )


def _none_of(subject: Token) -> bool:
    """Say whether a subject is nobody: "no hostage has been harmed", "not one man was hurt"."""
    first = subject.left_edge
    if first.lower_ == "not" and first.i < subject.i and first.nbor().lower_ in {"one", "a"}:
        return True
    return any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in subject.children)


def is_conditional(token: Token) -> bool:
    """Say whether a clause begins with "if" or the like."""
    return any(c.lower_ in _IF and c.dep_ == "mark" for c in token.children)


def kept_from(token: Token) -> bool:
    """Say whether a deed is what somebody is kept from: "barred them from taking action"."""
    return token.tag_ == "VBG" and any(
        c.dep_ in {"mark", "case"} and c.lower_ == "from" and c.i < token.i for c in token.children
    )


def none_is_meant(clause: list[Token]) -> bool:
    """Say whether nobody means or foresees it: "had no intention of going to war"."""
    return any(
        t.pos_ == "NOUN" and t.lemma_.lower() in INTENT | FORECAST and _none_of(t)
        for t in clause[1:]
    )


def is_yet_to_be(event: Token) -> bool:
    """Say whether it was not so far: "has yet to respond", "are yet to meet"."""
    before = [t.lower_ for t in event.doc[max(event.sent.start, event.i - 3) : event.i]]
    if before[-1:] == ["be"]:
        before.pop()
    return before[-2:] == ["yet", "to"]
