"""What somebody was told and told on: "N told M that the road was shut, M told the paper".

The sequence model gives both verbs to M, with what N said. Expects UD trees.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Span, Token

from histor.annotate import Attribution

__all__ = ["with_retold"]


def with_retold(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, what was told first with its own speaker and the rest around it."""
    mended = dict(enumerate(found))
    by_content: dict[int, list[int]] = {}
    for at, attribution in enumerate(found):
        if attribution.cue is not None and attribution.contents:
            by_content.setdefault(attribution.contents[-1].start, []).append(at)
    for alike in by_content.values():
        if len(alike) > 1:
            mended |= _pair(found, alike)
    return list(mended.values())


def _pair(found: Sequence[Attribution], alike: Sequence[int]) -> dict[int, Attribution]:
    before, behind = None, None
    for at in alike:
        cue, content = found[at].cue, found[at].contents[-1]
        if cue is not None and cue.end <= content.start:
            before = at
        elif cue is not None and cue.start >= content.end:
            behind = at
    if before is None or behind is None:
        return {}
    first, last = found[before], found[behind]
    if first.cue is None or last.cue is None or last.source is None:
        return {}
    doc, start, comma = first.cue.doc, last.cue.sent.start, last.source.start - 1
    subject = _subject(first.cue)
    closed = last.source.end <= last.cue.start and doc[comma].text == ","
    if subject is None or not closed or not start <= subject.start:
        return {}
    told = max(first.contents[-1], last.contents[-1], key=len)
    return {
        before: dataclasses.replace(first, source=subject, contents=(told,)),
        behind: dataclasses.replace(last, contents=(doc[start:comma],)),
    }


def _subject(cue: Span) -> Span | None:
    """Return the subject before a verb of saying, with what stands between them."""
    verb: Token = cue.root
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None:
        return None
    end = min(subject.right_edge.i + 1, cue.start)
    return cue.doc[subject.left_edge.i : end]
