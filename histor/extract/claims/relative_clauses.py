"""What is said inside a relative clause: "the army, which N said had been warned, did nothing".

The sequence model runs on into the clause around it, and reads "which" as what is said where a noun
of saying stands before it: "a claim which the ministry rejected".
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Span, Token

from histor.annotate import Attribution
from histor.extract.nearby import Nearby
from histor.extract.tokens import FINITE

__all__ = ["SAID_NOUNS", "within_relative_clauses"]

_RELATIVE = frozenset(["who", "which", "whom", "that"])
#: nouns that stand for what was said right before them
SAID_NOUNS = frozenset(
    "claim allegation accusation charge assertion suggestion report statement account figure "
    "version rumour rumor view idea notion description narrative explanation theory interpretation "
    "argument estimate toll finding conclusion assessment".split()
)
#: words before a noun of saying, and between it and what it stands for
_NAMING, _REACH = 4, 6
#: words from "who" to the verb of saying
_HELPERS = 4


def within_relative_clauses(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, those of relative clauses with what these say alone."""
    told = [(a, c) for a in found for c in a.contents]
    near = Nearby(sorted(told, key=lambda pair: pair[1].end), lambda pair: pair[1].end)
    kept = []
    for attribution in found:
        if _is_antecedent(attribution):
            continue
        kept.append(_pointing_back(_cut(attribution), near))
    return kept


def _relative_before(found: Attribution) -> Token | None:
    """Return the relative pronoun that opens the clause in which somebody speaks."""
    cue, source = found.cue, found.source
    if cue is None or source is None or source.start > cue.start:
        return None
    for own in cue.doc[max(source.end, cue.start - _HELPERS) : cue.start]:
        if own.tag_ in {"WP", "WDT"}:  # "N, who had vowed …, …"
            return own
    at = source.start - 1
    if at > 0 and cue.doc[at].text == ",":
        at -= 1  # "who, he said, …"
    word = cue.doc[at] if at >= cue.sent.start else None
    return word if word is not None and word.lower_ in _RELATIVE else None


def _cut(found: Attribution) -> Attribution:
    """Leave out what stands behind the comma that closes the clause."""
    relative, cue = _relative_before(found), found.cue
    if relative is None or cue is None or relative.i < 1 or relative.nbor(-1).text != ",":
        return found
    doc = cue.doc
    closing = next(
        (
            i
            for i in range(cue.end + 1, cue.sent.end - 1)
            if doc[i].text == "," and doc[i + 1].tag_ in FINITE
        ),
        None,
    )
    if closing is None:
        return found
    first = cue.end + (doc[cue.end].text == ",")
    inside = any(first <= c.start < closing for c in found.contents)
    said = (doc[first:closing],) if inside else ()
    before = tuple(c for c in found.contents if c.end <= cue.start)
    return dataclasses.replace(found, contents=(*before, *said))


def _is_antecedent(found: Attribution) -> bool:
    """Say whether a cue is only the noun that a relative clause is about: "a claim which N …"."""
    cue = found.cue
    if cue is None or len(cue) != 1 or cue[0].pos_ != "NOUN" or cue.end >= len(cue.doc):
        return False
    behind = cue.doc[cue.end]
    relative = behind.lower_ == "which" or (
        # "a ruling that N condemned", and not "a ruling that he must go"
        behind.tag_ == "WDT" and behind.dep_ == "obj"
    )
    return relative and any(behind.i == c.start for c in found.contents)


def _pointing_back(found: Attribution, near: Nearby[tuple[Attribution, Span]]) -> Attribution:
    """Read "…, a claim which N rejected" as N's rejection of what was said before it."""
    relative = _relative_before(found)
    if relative is None or not any(c.start == relative.i for c in found.contents):
        return found
    noun = relative.nbor(-1) if relative.i else relative
    if noun.text == "," and relative.i > 1:
        noun = relative.nbor(-2)
    if noun.lemma_.lower() not in SAID_NOUNS:
        return found
    low = max(relative.sent.start, noun.i - _NAMING - _REACH)
    said = [
        content
        for other, content in near.starting(low, noun.i + 1)
        if other.source is not None and other.source != found.source
    ]
    return dataclasses.replace(found, contents=(said[-1],)) if said else found
