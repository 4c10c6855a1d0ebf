"""Where a paragraph's dateline ends: "PORTOBEL, 9 Nov (Agency) – | Rebels attacked …".

A dateline is no part of the sentence behind it. Read as one with it, its place becomes the subject
of what is told, and its brackets part the subject from its verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

__all__ = ["with_datelines"]

_DAY = (
    r"(?:(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?)"
)
_LARGE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}"
_NAME = r"[A-ZÀ-Þ][\w.'’-]+"
_SHOUTED = rf"{_LARGE}(?:\s{_LARGE}){{0,3}}(?:,?\s(?:{_NAME})(?:\s{_NAME})?)?"
_NAMED = rf"{_NAME}(?:[\s/-]{_NAME}){{0,3}}(?:,\s{_NAME}(?:\s{_NAME})?)?"
_AGENCY = r"\((?=[A-ZÀ-Þ])[^()\n]{2,40}\)"
_DASH = r"\s?(?:[–—-]{1,3})\s"
_DATELINE = re.compile(
    rf"(?:{_NAMED},?\s*(?:{_DAY}\s*)?{_AGENCY},?\s*(?:{_DAY})?{_DASH}"
    rf"|{_SHOUTED}(?:,?\s{_DAY})?(?:{_DASH}|:\s)"
    rf"|{_NAMED},\s{_DAY}{_DASH}"
    rf"|\({_NAMED}\){_DASH})(?=\S)"
)
#: characters that a dateline takes at most
_LONGEST = 120


def with_datelines(doc: Doc, indices: Sequence[int], breaks: Sequence[int]) -> list[int]:
    """Return where paragraphs start, and where the sentences behind their datelines do.

    Args:
        doc: the document.
        indices: the places of its words.
        breaks: the positions in ``indices`` at which paragraphs start, but for the first.
    """
    found: list[int] = []
    text = doc.text
    for start in (0, *breaks):
        if start:
            found.append(start)
        first = doc[indices[start]] if start < len(indices) else None
        if first is None or not (first.text[0].isupper() or first.text == "("):
            continue
        match = _DATELINE.match(text[first.idx : first.idx + _LONGEST])
        if match is None:
            continue
        end = first.idx + match.end()
        after = next((n for n in range(start, len(indices)) if doc[indices[n]].idx >= end), start)
        if after > start:
            found.append(after)
    return found
