"""Times that stand near a deed and are not its own, and those that stand far off and are.

"Ten months of protests" are not of "last week"; "recent clashes" are of no day that follows them;
what is so "today" says nothing of the war that was. But a caption's day at its end is that of what
it shows, and "freed two men working for X on Thursday" tells when they were freed.
"""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from histor.extract.tokens import text_of
from histor.records import TimeExpression
from histor.time_forms import TimeForm

__all__ = ["closes_caption", "is_bound", "is_lasting", "is_not_its_own"]

#: units of which a day is only a part
_LONG = frozenset("days nights week weeks month months year years decade decades".split())
#: words between such a unit and what filled it
_GAP = 5
_EARLIER = frozenset("recent earlier previous past prior long-running months-long".split())
_AFTER = frozenset(["after", "following"])
_ON = frozenset(["on", "in"])
#: days in what is no more than a day
_A_DAY = 0
#: verbs of what somebody is or does all the while, which no day tells apart
_LASTING = frozenset(
    "work live serve study stay reside belong represent wear head lead own hold last work employ "
    "carry".split()
)
_NOW = frozenset(["now", "currently"])
_BELOW = frozenset(["advcl", "acl", "acl:relcl"])
#: words before the time of an earlier count, and characters in which they stand
_FORMER = re.compile(
    r"\b(?:(?:up|down|rose|risen|rises?|increased?|jump(?:ed)?|climb(?:ed)?|grew|fell|fallen|drop(?:ped)?)"
    r"\sfrom|compared\s(?:with|to))\s(?:(?:about|around|some|just|only|at\sleast|more\sthan|the)\s)*"
    r"(?:\d[\d.,]*|[a-z-]+)(?:\s[a-z]+){0,3}\s(?:(?:on|in|at|by|the)\s)*\Z",
    re.I,
)
_FORMER_REACH = 90
#: verbs of counts that change, and nouns of such
_RISING = frozenset("rise climb increase grow mount jump soar go reach stand surge pass".split())
_COUNTS = frozenset("toll number tally count total figure".split())
_CONDITIONS = frozenset(["if", "unless"])
#: words before the day up to which something is counted
_BOUNDS = frozenset([("up", "to"), ("up", "until"), ("as", "of"), ("as", "at")])
_PRESENT = frozenset(["VBZ", "VBP"])


def is_not_its_own(time: Span, told: TimeExpression, event: Token) -> bool:
    """Say whether a time outside an event's own phrase cannot be the event's."""
    if _is_of_now(time, event) or _goes_on_now(time, event) or _is_open(time, told, event):
        return True
    if _is_of_former_count(time) or _is_of_condition(time, event):
        return True
    if (
        _is_set_for(time, event)
        or _is_behind_semicolon(time, event)
        or _is_of_hours(time, told, event)
        or _is_of_rise(time, event)
    ):
        return True
    if event.pos_ == "NOUN":
        if _fills(event) and not _is_within(time, event):
            return True
        return _is_day(told) and _is_earlier(time, event)
    first = event.left_edge
    fronted = first.lower_ in _AFTER and event.tag_ == "VBG" and event.dep_ == "advcl"
    return fronted and event.i < event.head.i < time.start


def _is_of_condition(time: Span, event: Token) -> bool:
    """Say whether a time stands in what a deed hangs on: "would arrest X if he ran next year"."""
    return any(
        clause.dep_ == "advcl"
        and event.i < clause.i < time.start
        and any(c.lower_ in _CONDITIONS and c.dep_ == "mark" for c in clause.children)
        for clause in event.children
    )


def _is_set_for(time: Span, event: Token) -> bool:
    """Say whether a time is that for which another deed is set: "fled and set a vote for May"."""
    if not any(c.lower_ == "for" and c.dep_ == "case" for c in time.root.children):
        return False
    setting = time.root.head
    return setting.pos_ == "VERB" and event.pos_ == "VERB" and setting.i != event.i


def _is_behind_semicolon(time: Span, event: Token) -> bool:
    """Say whether a semicolon and a subject part a time from an event: "X fell; Y fled on Friday".

    The tree may hang the clause behind on the one before.
    """
    between = event.doc[event.i : time.start]
    mark = next((t.i for t in reversed(list(between)) if t.text == ";"), None)
    if mark is None:
        return False
    behind = event.doc[mark + 1 : time.start]
    return any(t.dep_.startswith("nsubj") and t.head.i > t.i for t in behind)


def _is_of_hours(time: Span, told: TimeExpression, event: Token) -> bool:
    """Say whether a clock only tells the hours of a curfew: "a curfew from 6 p.m. to 6 a.m."."""
    clock = told.form is not None and told.form.kind == "clock"
    return clock and event.lemma_.lower() == "curfew" and time.start > event.i


def _is_of_rise(time: Span, event: Token) -> bool:
    """Say whether a time tells when a toll rose: "the toll of the flood rose to 12 on Friday"."""
    verb = time.root.head
    if verb.lemma_.lower() not in _RISING or event.i >= verb.i:
        return False
    return any(
        c.dep_ == "nsubj"
        and c.lemma_.lower() in _COUNTS
        and c.i < event.i
        and c.left_edge.i <= event.i <= c.right_edge.i
        for c in verb.children
    )


def is_bound(time: Span) -> bool:
    """Say whether a time only tells up to when something is counted: "killed up to 22 March"."""
    before = time.doc[max(time.sent.start, time.start - 2) : time.start]
    return tuple(t.lower_ for t in before) in _BOUNDS


def _is_of_former_count(time: Span) -> bool:
    """Say whether a time tells when a count was another: "arrested, up from 30 on Friday"."""
    start = max(time.sent.start_char, time.start_char - _FORMER_REACH)
    return _FORMER.search(text_of(time.doc)[start : time.start_char]) is not None


def _goes_on_now(time: Span, event: Token) -> bool:
    """Say whether an event goes on now, which another time says nothing of: "now fighting"."""
    return time.text.lower() not in _NOW and any(
        c.lower_ in _NOW and c.dep_ == "advmod" for c in event.children
    )


def _is_open(time: Span, told: TimeExpression, event: Token) -> bool:
    """Say whether a state has lasted since then, and an event stands in a clause below it.

    "Has been abroad since May, treated for wounds sustained in a raid": the raid is of no such day.
    """
    if told.form is None or not told.form.since:
        return False
    for token in (event, *event.ancestors):
        if token.i == time.root.head.i or token.i == time.root.i:
            return False
        if token.dep_ in _BELOW:
            return True
    return False


def _fills(noun: Token) -> bool:
    """Say whether a noun is what a long time was full of: "ten months of popular protests"."""
    before = noun.doc[max(noun.sent.start, noun.i - _GAP) : noun.i]
    for word in reversed(list(before)):
        if word.lower_ == "of":
            return word.i > noun.sent.start and word.nbor(-1).lower_ in _LONG
        if word.pos_ not in {"ADJ", "NOUN", "PROPN", "ADV", "VERB"} and word.text != "-":
            return False
    return False


def _is_within(time: Span, event: Token) -> bool:
    """Say whether a time hangs on what happened, or on the unit that it filled."""
    return any(t.i == event.i for t in time.root.ancestors) or any(
        t.lower_ in _LONG and t.i < event.i for t in time.root.ancestors
    )


def _is_day(told: TimeExpression) -> bool:
    return told.date is not None and told.date.length == _A_DAY


def _is_earlier(time: Span, event: Token) -> bool:
    """Say whether a deed called recent stands before a day that no "on" ties to it."""
    called = any(c.lower_ in _EARLIER and c.dep_ == "amod" for c in event.children)
    tied = time.root.head.i == event.i and any(
        c.lower_ in _ON and c.dep_ == "case" for c in time.root.children
    )
    return called and not tied


def closes_caption(time: Span, told: TimeExpression) -> bool:
    """Say whether a whole day ends a sentence behind a place: "…, in Lima, Friday, May 1, 2015."

    So end the captions of pictures, whatever the tree hangs the day on.
    """
    form: TimeForm | None = told.form
    if form is None or form.year is None or form.day is None:
        return False
    root = time.sent.root  # "marchers shout slogans in Lima May 1, 2015.", "a view of …"
    shown = root.tag_ in _PRESENT or root.pos_ == "NOUN"
    behind = [t for t in time.doc[time.end : time.sent.end] if not t.is_space]
    before = [t for t in time.doc[time.sent.start : time.start] if not t.is_space]
    if before and before[-1].lower_ == "on":
        before.pop()  # "…, in Lima, Peru, on May 1, 2015."
    before = before[-2:]
    closed = all(t.is_punct for t in behind)
    if not closed or len(before) < 2:
        return False
    apart = before[1].text == "," and before[0].pos_ == "PROPN"
    return apart if form.weekday is not None else shown and (apart or before[1].pos_ == "PROPN")


def is_lasting(clause: Token) -> bool:
    """Say whether a participle tells what somebody is all the while: "two men working for X"."""
    return (
        clause.dep_ in {"acl", "advcl"}
        and clause.tag_ == "VBG"
        and clause.lemma_.lower() in _LASTING
    )


def _is_of_now(time: Span, event: Token) -> bool:
    """Say whether "today" tells what is, and a deed what was: "it lost, and rules today"."""
    told = time.root.head
    now = told.tag_ in _PRESENT or any(
        c.dep_ == "cop" and c.tag_ in _PRESENT for c in told.children
    )
    verb = event.head if event.pos_ == "NOUN" else event
    return time.text.lower() == "today" and now and verb.i != told.i and verb.tag_ == "VBD"
