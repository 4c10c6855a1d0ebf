"""What stands behind two verbs of saying is the nearer one's: "told N he fires no shots and vowed".

The sequence model lets a content run on over a second verb of the same speaker, over a semicolon or
full stop behind which another speaks, and gives one object to two verbs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Span

from histor.annotate import Attribution
from histor.extract.claims.acts import act_of
from histor.extract.claims.quotes import QuotedText
from histor.extract.lexicons import acts, sayings
from histor.extract.nearby import Nearby
from histor.extract.tokens import VERBS
from histor.verb_tags import TENSED

__all__ = ["with_nearest_cues"]

_JOINING = frozenset(["and", "but", "also", "then", "later", "yet"])
#: words that a content keeps at least when it is cut
_LEAST = 2
_FINITE = TENSED | {"VBN"}


def with_nearest_cues(found: Sequence[Attribution], quotes: QuotedText) -> list[Attribution]:
    """Return the attributions, no word of their contents behind a nearer verb of saying."""
    cues = Nearby([a for a in found if a.cue is not None], _at)
    out = []
    for attribution in found:
        cue = attribution.cue
        if cue is None or attribution.source is None:
            out.append(attribution)
            continue
        kept = [
            part if part.start < cue.end else _up_to_another(part, attribution, cues, quotes)
            for part in attribution.contents
            if part.start < cue.end or not _is_anothers(part, attribution, cues, quotes)
        ]
        out.append(dataclasses.replace(attribution, contents=tuple(kept)))
    return out


def _at(found: Attribution) -> int:
    return found.cue.start if found.cue is not None else 0


def _same(one: Span, other: Span | None) -> bool:
    """Say whether two readings of a source are of the same words, one perhaps in part."""
    return other is not None and one.start < other.end and other.start < one.end


def _says(cue: Span) -> bool:
    """Say whether a cue is a verb of saying in a finite form."""
    return (
        any(
            t.tag_ in _FINITE and (t.lemma_.lower() in sayings() or (t.lemma_.lower(),) in acts())
            for t in cue
        )
        or act_of(cue) != "assert"
    )


def _is_anothers(
    part: Span, mine: Attribution, cues: Nearby[Attribution], quotes: QuotedText
) -> bool:
    """Say whether my next verb of saying, or one of a clause apart, has a content too."""
    if mine.cue is None:
        return False
    for other in cues.starting(mine.cue.end, part.start):
        source, cue = other.source, other.cue
        if other is mine or source is None or cue is None or cue.end > part.start:
            continue
        if not any(c.start < part.end and part.start < c.end for c in other.contents):
            continue
        between = cue.doc[mine.cue.end - 1 : part.start]
        again = _same(source, mine.source) and _says(cue)
        both = any(c.start == part.start for c in other.contents)
        if both and any(c.end <= source.start for c in mine.contents):
            return True  # "said | it was over, and N told me, citing aides, | that …"
        if again or _last_break(between, source.start, quotes) is not None:
            return True
    return False


def _up_to_another(
    part: Span, mine: Attribution, cues: Nearby[Attribution], quotes: QuotedText
) -> Span:
    """Cut a content before my next verb of saying, or where another begins to speak."""
    for other in cues.starting(part.start + 1, part.end):
        cue, source = other.cue, other.source
        if other is mine or cue is None or source is None or quotes.holds(cue[0].idx):
            continue
        if not any(c.start >= cue.end for c in other.contents):
            continue
        if _same(source, mine.source):
            end = _before_conjunction(part, cue.start) if _says(cue) else None
        else:
            end = _last_break(part, source.start, quotes) if source.start > part.start else None
        if end is not None and end - part.start >= _LEAST:
            return part.doc[part.start : end]
    return part


def _before_conjunction(part: Span, at: int) -> int | None:
    """Return where a clause ends before "and" and a verb; none if no conjunction stands there."""
    doc, end, joined = part.doc, at, False
    while end > part.start and (doc[end - 1].lower_ in _JOINING or doc[end - 1].text == ","):
        joined = joined or doc[end - 1].pos_ == "CCONJ"
        end -= 1
    return end if joined and any(t.pos_ in VERBS for t in doc[part.start : end]) else None


def _last_break(part: Span, before: int, quotes: QuotedText) -> int | None:
    """Return where a semicolon or a sentence ends before a word; none if neither does."""
    doc = part.doc
    for i in range(before, part.start, -1):
        if quotes.holds(doc[i].idx):
            return None
        if doc[i - 1].text == ";":
            return i - 1
        if doc[i].is_sent_start or (doc[i - 1].text == "." and doc[i].is_title):
            return i
    return None
