"""Where and when a story was filed, printed as a sentence of its own: "LIMA, May 17 (Agency) –"."""

from __future__ import annotations

import re

from histor.records import TimeExpression

__all__ = ["is_filing", "is_filing_day"]

_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?"
_FILING = re.compile(
    rf"(?:[A-Z][A-Z .'’-]+(?:, [A-Z][\w .'’-]+)?, {_DAY}(?: ?\([^)]{{1,60}}\))?"
    rf"|{_DAY} ?\([^)]{{1,60}}\))\W*"
)
#: the same before the story's first words
_OPENING = re.compile(_FILING.pattern.removesuffix(r"\W*") + r" ?[-–—:]")


def is_filing_day(time: TimeExpression) -> bool:
    """Say whether a day is that of a dateline, on which nothing need have happened."""
    sentence = time.sentence
    if is_filing(sentence.text):
        return True
    opening = _OPENING.match(sentence.text)
    return opening is not None and time.span.start - sentence.start < opening.end()


def is_filing(sentence: str) -> bool:
    """Say whether a sentence only tells where and when a story was filed.

    >>> is_filing("LIMA, Peru, May 17 (Delta Wire) –"), is_filing("Lima fell on May 17.")
    (True, False)
    >>> is_filing("May 17 (Delta Wire)"), is_filing("May 17")
    (True, False)
    """
    return _FILING.fullmatch(sentence) is not None
