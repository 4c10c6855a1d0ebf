"""Numbers that count some of those whom another number counts: "100 people, including nine"."""

from __future__ import annotations

import re

from histor.records import Figure, Span

__all__ = ["counts_a_part"]

_PART = re.compile(
    # "put the number of the dead at" counts them all
    r"\b(?:including|among (?:them|those|whom)|(?<!number )(?<!toll )(?<!count )(?<!total )"
    r"of (?:those|them|whom|the dead|the victims|which))"
    r"\W+(?:\w+\W+){0,4}$",
    re.I,
)
#: "including nine in Lima, two in Cuzco and": a list without a verb
_LISTED = re.compile(
    r"\b(?:including|among (?:them|those|whom))\b(?=[^.;:]*\d|[^.;:]*\band\b)"
    r"(?:(?!\b(?:was|were|is|are|has|have|had|killed|died|injured|wounded|displaced|arrested|detained|"
    r"hurt|missing|fled|said)\b)[^.;:]){0,160}(?:,|\band)\W+(?:\w+\W+){0,3}\Z",
    re.I,
)
#: "the dead included two boys"
_INCLUDED = re.compile(
    r"\b(?:the|those|its|their)\s(?:dead|killed|victims|casualties|fatalities|wounded|injured|missing|"
    r"displaced|detained|detainees|arrested)\b(?:\W+\w+){0,3}?\W+(?:includ|compris)\w+\b.*\Z",
    re.I | re.S,
)
#: "two of whom died later"
_PART_OF = re.compile(
    r"\A\s*(?:\w+ )?of (?:whom|which|them|those|these"
    r"|the (?:dead|victims|killed|wounded|injured))\b",
    re.I,
)
_OF_THEM = re.compile(r"\bof (?:whom|which|them|those|these)\b", re.I)
#: "of the 23 arrested, 12 …"
_OF_ALL = re.compile(
    r"\bof (?:the |its |their |all )?(?:\d[\d,]*|all|dozens|hundreds)\b"
    # "the report of 8 March" is of no eight
    r"(?! (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\b)",
    re.I,
)


def counts_a_part(figure: Figure, sentence: Span) -> bool:
    """Say whether a number counts some of those whom another one of its sentence counts."""
    before = sentence.text[: figure.span.start - sentence.start]
    after = sentence.text[figure.span.end - sentence.start :]
    if _PART_OF.search(after) or _OF_THEM.search(figure.span.text):
        return True
    if _INCLUDED.search(before) or _LISTED.search(before):
        return True
    return _PART.search(before) is not None or _OF_ALL.search(before) is not None
