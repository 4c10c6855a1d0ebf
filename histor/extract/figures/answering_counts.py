"""Numbers that answer a count told just before: "71 have died. The doctors put it at 131."

Such a sentence often says no more of what it counts, and tells no event of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from histor.extract.tokens import text_of
from histor.records import Figure, FigureQuantity

__all__ = ["ANSWERED", "ROUND", "answers", "beside", "last_told", "reach", "said_again"]

#: what is counted by one body and by another
ANSWERED: frozenset[FigureQuantity] = frozenset(
    ["killed", "injured", "missing", "displaced", "detained"]
)
#: numbers in words that are no figures, of which another may be the true one
ROUND = re.compile(r"\b(?:hundred|thousand|dozen|score|several)s?\b", re.I)
#: sentences back that the count stands which is answered
_BACK = 2
_COUNT = r"(?:toll|number|figure|total|count|tally|estimate)s?"
#: what stands between such words and the number
_ABOUT = r"(?:(?:closer|nearer) to |near |at |above |over |around |about |roughly |some )?"
#: what stands right before the number
_FRAMES = re.compile(
    rf"(?:\bput(?:s|ting)?\b[^.;]{{0,60}}?\b(?:{_COUNT}|it|that|them)\b[^.;]{{0,60}}? at {_ABOUT}"
    r"|\b(?:gave|gives?|given|giving)\b (?:the|a|its own|their own) (?:\w+ )?"
    rf"{_COUNT} (?:as|of|at) {_ABOUT}"
    rf"|\b(?:real|true|actual|correct) (?:\w+ )?{_COUNT}\b[^.;]{{0,40}}? (?:is|was|were|be) "
    rf"(?:\w+ )?{_ABOUT}"
    rf"|\bthe {_COUNT} (?:(?:is|was|were|had been|could be|may be) |st(?:ood|ands?) at ){_ABOUT}"
    r"|\b(?:names|identities) of )\Z",
    re.I,
)
#: the same where nothing that is counted follows the number
_ALONE = re.compile(
    r"\b(?:(?:speaks?|spoke|spoken|speaking|talks?|talked) of|insist(?:s|ed|ing)? on|"
    r"documented|counts|counted|verified|listed)(?: (?:at least|about|around|over|some|only))? \Z",
    re.I,
)
_END = re.compile(r"(?: (?:by name|so far|in all|in total|alone))?\s*(?:[.,;:!?)–—]|\Z)")
_VICTIMS = re.compile(r"\s*(?:victims|dead|people|persons)\b", re.I)
_NAMES = re.compile(r"\b(?:names|identities) of \Z", re.I)
_HARM: tuple[tuple[re.Pattern[str], FigureQuantity], ...] = (
    (re.compile(r"\b(?:killed|dead|deaths?|died|fatalities)\b", re.I), "killed"),
    (re.compile(r"\b(?:wounded|injured|hurt|injuries)\b", re.I), "injured"),
    (re.compile(r"\bmissing\b", re.I), "missing"),
    (re.compile(r"\b(?:displaced|homeless|fled)\b", re.I), "displaced"),
    (re.compile(r"\b(?:arrest(?:s|ed)|detained|detainees)\b", re.I), "detained"),
)
#: who is counted and came to no such harm
_CASES = re.compile(r"\b(?:cases?|infections?|infected|patients?|survivors?)\b", re.I)
#: characters before and after a number that are asked
_CLAUSE, _BEHIND = 140, 40


def answers(before: str, after: str) -> bool:
    """Say whether a number answers a count, by the words of its sentence on either side."""
    if _NAMES.search(before):
        return _VICTIMS.match(after) is not None
    if _FRAMES.search(before):
        return True
    return _ALONE.search(before) is not None and _END.match(after) is not None


def said_again(before: str, told: FigureQuantity | None) -> FigureQuantity | None:
    """Return what an answering number counts: by words of its own, else what was told before."""
    frame = _FRAMES.search(before)
    own = frame[0] if frame is not None else ""
    named = next((quantity for words, quantity in _HARM if words.search(own)), None)
    others = [m.end() for m in _CASES.finditer(own)]
    if others and not any(words.search(own, others[-1]) for words, _ in _HARM):
        return None  # "put the toll at ten and cases at | 29"
    return named or told


def last_told(doc: Doc, figures: Sequence[tuple[Figure, int]], n: int) -> int | None:
    """Return the place of the count that a figure answers; none if it answers none.

    Args:
        doc: the page.
        figures: its figures, each with its number's token.
        n: the place of the one that may answer.
    """
    figure, at = figures[n]
    sentence, number = doc[at].sent, doc[at]
    if not any(
        answers(*beside(doc, sentence, figure.span.start, end))
        for end in (figure.span.end, number.idx + len(number))
    ):
        return None
    first = reach(doc, at)
    for k in range(n - 1, -1, -1):
        other, there = figures[k]
        if there < first:
            return None
        if other.quantity == figure.quantity and there != at:
            return k
    return None


def beside(doc: Doc, sentence: Span, start: int, end: int) -> tuple[str, str]:
    """Return what a sentence has before and after some words of it, no more than is asked."""
    text = text_of(doc)
    before = text[max(sentence.start_char, start - _CLAUSE) : start]
    return before, text[end : min(sentence.end_char, end + _BEHIND)]


def reach(doc: Doc, at: int) -> int:
    """Return the first token of the sentences that a count at a token may answer."""
    start = doc[at].sent.start
    for _ in range(_BACK):
        if start > 0:
            start = doc[start - 1].sent.start
    return start
