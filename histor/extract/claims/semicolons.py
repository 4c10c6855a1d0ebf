"""Who speaks behind a semicolon: "The UN says aid is blocked; Lima denies it and blames rebels".

The sequence model gives the last clause to who spoke in the first. In "gunmen whom witnesses called
soldiers" it is the witnesses who speak, not the gunmen.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Span

from histor.annotate import Attribution
from histor.extract.tokens import end_of_naming

__all__ = ["within_own_clauses"]

_NAMES = frozenset(["NOUN", "PROPN"])
#: words of the longest naming
_LONGEST = 12
#: words from a semicolon to a verb of saying behind it
_CLAUSE = 60


def within_own_clauses(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, those behind a semicolon or "whom" with who speaks there."""
    return [_behind_whom(_behind_semicolon(a)) for a in found]


def _behind_semicolon(found: Attribution) -> Attribution:
    cue, source = found.cue, found.source
    if cue is None or source is None or source.end > cue.start:
        return found
    doc, low = cue.doc, max(source.end, cue.sent.start, cue.start - _CLAUSE)
    mark = next((i for i in range(cue.start - 1, low - 1, -1) if doc[i].text == ";"), None)
    if mark is None or any(t.is_quote for t in doc[mark : cue.start]):
        return found
    named = _naming(doc[mark + 1 : cue.start])
    if named is None or any(c.start < mark for c in found.contents):
        return found
    return dataclasses.replace(found, source=named)


def _behind_whom(found: Attribution) -> Attribution:
    cue, source = found.cue, found.source
    if cue is None or source is None or source.end >= cue.start or not found.contents:
        return found
    doc, at = cue.doc, source.end
    if doc[at].lower_ != "whom":
        return found
    named = _naming(doc[at + 1 : cue.start])
    last = max(c.end for c in found.contents)
    if named is None or named.end < cue.start or last <= cue.end:
        return found
    return dataclasses.replace(found, source=named, contents=(doc[source.start : last],))


def _naming(words: Span) -> Span | None:
    """Return the words that name somebody at the head of a clause; none if none do."""
    end = end_of_naming(words.doc, words.start, words.end)
    named = words.doc[words.start : end]
    short = 0 < len(named) <= _LONGEST
    return named if short and any(t.pos_ in _NAMES for t in named) else None
