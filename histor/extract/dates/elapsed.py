"""How long ago something was, told as the time gone by: "it has been six months since X fell"."""

from __future__ import annotations

import re

import msgspec
from spacy.tokens import Span, Token

from histor.time_forms import TimeForm

__all__ = ["gone_by_since", "with_elapsed"]

_ABOUT = r"(?:(?:nearly|almost|about|around|roughly|just|only|over|more\sthan|exactly|now)\s)*"
_SO_LONG = re.compile(rf"\b(?:it|that)(?:\s(?:has|is)|['’]s)(?:\sbeen)?\s{_ABOUT}\Z", re.I)
_SINCE = re.compile(r"(?:,?\s(?:now|already))?\ssince\s(?!then\b)")
_GONE_BY = re.compile(
    r"\s(?:has|have)\s(?:now\s|already\s)?(?:passed|gone\sby|elapsed)\ssince\s(?!then\b)"
)
_REACH = 40
#: words between the time and "since", and what is told in a clause with its verb
_WORDS = 5
_OF_CLAUSE = frozenset(["nsubj", "nsubj:pass", "obj", "conj"])


def with_elapsed(form: TimeForm, text: str, start: int, end: int) -> TimeForm:
    """Return a stretch's form as that of the day so long ago, where the text counts since a deed.

    Args:
        form: of the expression.
        text: the page.
        start, end: where the expression stands in it.
    """
    if form.kind != "duration" or form.unit is None or form.count is None:
        return form
    before = text[max(0, start - _REACH) : start]
    told = _SO_LONG.search(before) is not None and _SINCE.match(text, end) is not None
    if not told and _GONE_BY.match(text, end) is None:
        return form
    return msgspec.structs.replace(form, kind="offset", direction="past")


def gone_by_since(time: Span, event: Token) -> bool:
    """Say whether it is so long since an event, by the expression of the time gone by.

    That is what the clause behind "since" tells, with its subject, its object and what it goes on
    to tell: "two years since the army seized Orle and burnt it".
    """
    doc, at = time.doc, time.end
    while at < min(len(doc), time.end + _WORDS) and doc[at].lower_ != "since":
        at += 1
    if at >= len(doc) or doc[at].lower_ != "since" or event.i < at:
        return False
    clause = event
    while clause.head.i != clause.i and clause.dep_ in _OF_CLAUSE:
        clause = clause.head
    return doc[at].head.i == clause.i
