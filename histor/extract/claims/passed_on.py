"""Outlets that only passed words on: "told the Harbour Post, which was cited by Channel Six, that".

The sequence model takes the last outlet for who speaks, or reads "was cited" as a saying of its
own; who told it is the verb's subject, and the outlets are links of its chain.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Span, Token

from histor.annotate import Attribution
from histor.extract.nearby import Nearby

__all__ = ["PASSING", "without_carriers"]

#: what an outlet does with another's words
PASSING = frozenset("cite quote carry relay republish rebroadcast publish report".split())
#: words of an outlet's kind between "by" and its name: "by the television station N9"
_KIND = 5
#: words of the longest subject
_LONGEST = 20


def without_carriers(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with who spoke, and none of outlets that only passed it on."""
    cues = Nearby((a for a in found if a.cue is not None and a.contents), _at)
    kept = []
    for attribution in found:
        cue, source = attribution.cue, attribution.source
        by = _passing(source) if source is not None else None
        if cue is None or source is None or by is None:
            kept.append(attribution)
        elif by in cue or _is_passing(cue):
            beside = cues.starting(cue.sent.start, cue.sent.end)
            if not any(a is not attribution and _shares(a, attribution) for a in beside):
                kept.append(attribution)
        else:
            speaker = _quoted_as(cue, by) or _subject(cue, by)
            kept.append(
                dataclasses.replace(attribution, source=speaker) if speaker else attribution
            )
    return kept


def _at(found: Attribution) -> int:
    return found.cue.start if found.cue is not None else 0


def _passing(source: Span) -> Token | None:
    """Return the participle before "by" and an outlet: "was [cited] by the station N9"."""
    doc = source.doc
    low = max(source.sent.start + 1, source.start - _KIND)
    for at in range(source.start, low, -1):
        if doc[at].lower_ == "by":
            verb = doc[at - 1]
            return verb if verb.tag_ == "VBN" and verb.lemma_.lower() in PASSING else None
        if at < source.start and doc[at].pos_ not in {"DET", "NOUN", "PROPN", "ADJ"}:
            return None
    return None


def _is_passing(cue: Span) -> bool:
    """Say whether words of saying are another outlet's: "as [quoted] by N, which M cited"."""
    behind = cue.doc[cue.end : cue.end + 1]
    return cue[-1].lemma_.lower() in PASSING and [t.lower_ for t in behind] == ["by"]


def _shares(one: Attribution, other: Attribution) -> bool:
    """Say whether two attributions have words of one content."""
    return any(a.start < b.end and b.start < a.end for a in one.contents for b in other.contents)


def _quoted_as(cue: Span, quoted: Token) -> Span | None:
    """Return who foretells in "[N] was quoted by the station as foretelling that …"."""
    before = cue.doc[cue.start - 1] if cue.start > quoted.i else quoted
    subject = next((c for c in quoted.children if c.dep_ == "nsubj:pass" and c.i < quoted.i), None)
    if before.lower_ != "as" or cue[0].tag_ != "VBG" or subject is None:
        return None
    return cue.doc[subject.left_edge.i : min(subject.right_edge.i + 1, quoted.i - 1)]


def _subject(cue: Span, by: Token) -> Span | None:
    """Return who stands before the words of saying, in their clause; none where he is after them.

    Trees at times give a second clause the subject of the first.
    """
    doc, low = cue.doc, max(cue.sent.start, cue.start - _LONGEST)
    start = next(
        (
            i
            for i in range(cue.start - 1, low, -1)
            if doc[i - 1].text in {";", ":"}
            or (doc[i - 1].pos_ == "CCONJ" and doc[i - 2].text == ",")
        ),
        cue.sent.start,
    )
    subject = next((c for c in cue.root.children if c.dep_ == "nsubj" and c.i >= start), None)
    if subject is not None and start <= subject.i < cue.start:
        start = max(start, subject.left_edge.i)
    naming = doc[start : cue.start]
    if by.i < cue.start or not 0 < len(naming) <= _LONGEST or naming[0].tag_ in {"WP", "WDT"}:
        return None
    return naming if any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in naming) else None
