"""What came of a number that was foretold: "deaths could exceed 500 by the end of April".

That some died bears no such warning out; a later count of the same harm that reaches the number
does, and one that is lower when its time is over says that it did not come.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from histor.assess.parts import sentence_at
from histor.assess.words import telling_words
from histor.extract.figures.numbers import amounts
from histor.link.causes import causes_in
from histor.records import (
    Claim,
    Date,
    Document,
    Event,
    Figure,
    FigureQuantity,
    Span,
    WarningOutcome,
)

__all__ = ["ForetoldCounts"]

_FORETOLD = re.compile(
    r"\b(?P<what>deaths?|dead|fatalities|death toll|toll|casualties|displaced|refugees|cases)\b"
    r"[^.;]{0,60}?\b(?:could|may|might|would|will)\b(?: \w+)?? "
    r"(?:exceed|reach|pass|top|surpass|hit|(?:rise|climb|grow|increase|jump) (?:to|above|past))"
    r" (?P<number>[^.;]{1,40})",
    re.I,
)
#: "the fighting could displace 100,000 people"
_DONE_TO = re.compile(
    r"\b(?:could|may|might|would|will) (?:yet |soon )?(?P<what>displace|uproot|kill) "
    r"(?P<number>[^.;]{1,40})",
    re.I,
)
_QUANTITIES: dict[str, FigureQuantity] = {
    "displaced": "displaced",
    "refugees": "displaced",
    "displace": "displaced",
    "uproot": "displaced",
    "cases": "other",
}
_CASES = "cases"
#: words that the statement and the count's sentence must share where neither tells a cause
_SHARED = 3


class _Count(NamedTuple):
    """A number that a page gives for what happened."""

    low: float
    quantity: FigureQuantity
    unit: str | None
    span: Span
    #: the day for which it is given, and that on which the page was written
    day: str
    written: str
    causes: frozenset[str]
    words: frozenset[str]
    story: str | None


def _of_one_harm(
    causes: frozenset[str], words: frozenset[str], story: str | None, count: _Count
) -> bool:
    """Say whether a count can be of the harm that was foretold: of one cause, or of one story."""
    if causes and count.causes:
        return causes == count.causes
    if story is not None and story == count.story:
        return True
    return len(words & count.words) >= _SHARED


class ForetoldCounts:
    """The counts of the case, by which numbers that were foretold are judged."""

    def __init__(self, events: Sequence[Event], documents: Mapping[str, Document]) -> None:
        self._events, self._documents = events, documents

    @cached_property
    def _counts(self) -> Mapping[FigureQuantity, Sequence[_Count]]:
        """The counts by what they count, each kind in the order of days.

        Most cases foretell no number, and read none.
        """
        found: dict[FigureQuantity, list[_Count]] = defaultdict(list)
        for event in self._events:
            for figure in event.figures if event.real else ():
                count = _count(event, figure, self._documents)
                if count is not None:
                    found[count.quantity].append(count)
        for own in found.values():
            own.sort(key=lambda c: (c.day, c.span.place))
        return found

    def outcome(self, claim: Claim, window: Date) -> tuple[WarningOutcome, tuple[Span, ...]] | None:
        """Return what came of a number that a claim foretells; none if it foretells none."""
        text = claim.content.text
        match = _FORETOLD.search(text) or _DONE_TO.search(text)
        if match is None:
            return None
        found = amounts(match["number"].split()[:4])
        least = (found[0].low or found[0].high) if found and found[0].start == 0 else None
        if least is None:
            return None
        what = match["what"].lower()
        quantity = _QUANTITIES.get(what, "killed")
        document = self._documents[claim.document]
        causes = _causes(claim.content.text, document)
        words = frozenset(telling_words(claim.content.text))
        known = self._counts.get(quantity, ())
        like = [
            c
            for c in known[bisect_left(known, window.earliest, key=lambda c: c.day) :]
            if (what != _CASES or c.unit == _CASES)
            and c.written > window.earliest
            and _of_one_harm(causes, words, document.story, c)
        ]
        reached = (c.span for c in like if c.low >= least and c.day <= window.latest)
        if (span := next(reached, None)) is not None:
            return "borne_out", (span,)
        later = (c.span for c in like if c.day >= window.latest)
        if all(c.low < least for c in like) and (span := next(later, None)) is not None:
            return "not_borne_out", (span,)
        return "open", ()


def _count(event: Event, figure: Figure, documents: Mapping[str, Document]) -> _Count | None:
    document = documents[figure.span.document]
    written = document.dated
    if written is None or figure.low is None:
        return None
    text = (sentence_at(document, figure.span.start) or figure.span).text
    if _FORETOLD.search(text) or _DONE_TO.search(text):
        return None  # the number is one that may come
    dated = next(
        (m.date for m in event.mentions if m.span.document == document.id and m.date), None
    )
    day = dated or event.date or written
    return _Count(
        figure.low,
        figure.quantity,
        figure.unit,
        figure.span,
        min(day.latest, written.latest),
        written.earliest,
        _causes(text, document),
        frozenset(telling_words(text)),
        document.story,
    )


def _causes(text: str, document: Document) -> frozenset[str]:
    """Return what people came to harm by, as a text tells, or else its page's heading."""
    return frozenset(causes_in(text) or causes_in(document.title or ""))
