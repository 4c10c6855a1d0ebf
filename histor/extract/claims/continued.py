"""Quotations of several paragraphs, each opened by a mark and only the last closed: one man's."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span

from histor.annotate import Attribution
from histor.extract.claims.quotes import QuotedText
from histor.extract.tokens import text_of

__all__ = ["with_continued"]

_OPENING = frozenset('“«„"')


def with_continued(doc: Doc, found: Sequence[Attribution], quotes: QuotedText) -> list[Attribution]:
    """Return the attributions, what goes on in the next paragraph given to whose words it is.

    A paragraph goes on where the one before ends in a quotation that is not closed and a mark
    opens it, unless somebody is told in it to say it.
    """
    text, out = text_of(doc), list(found)
    for before, run in pairwise(quotes.runs):
        between = text[before[1] : run[0]]
        if "\n\n" not in between[:3] or between.strip() not in _OPENING:
            continue
        speaker = _who_says(out, before)
        if speaker is None or _is_told(out, text, run):
            continue
        whole = doc.char_span(*run, alignment_mode="contract")
        if whole is not None and len(whole):
            out[speaker] = _with(out[speaker], doc, before[1], whole)
    return out


def _who_says(found: Sequence[Attribution], run: tuple[int, int]) -> int | None:
    """Return which attribution says a quotation, that which says most of it."""
    said = [
        (sum(max(0, min(c.end_char, run[1]) - max(c.start_char, run[0])) for c in a.contents), n)
        for n, a in enumerate(found)
        if a.cue is not None and a.source is not None
    ]
    most, speaker = max(said, key=lambda pair: (pair[0], -pair[1]), default=(0, 0))
    return speaker if most else None


def _is_told(found: Sequence[Attribution], text: str, run: tuple[int, int]) -> bool:
    """Say whether somebody is told to say a quotation in its own paragraph."""
    end = text.find("\n\n", run[1])
    low, high = run[0] - 1, end if end >= 0 else len(text)
    return any(
        a.cue is not None
        and low <= a.cue.start_char < high
        and not run[0] <= a.cue.start_char < run[1]
        and any(c.start_char < run[1] and c.end_char > run[0] for c in a.contents)
        for a in found
    )


def _with(said: Attribution, doc: Doc, end: int, more: Span) -> Attribution:
    """Return an attribution that says more, nothing of it twice."""
    kept = []
    for content in said.contents:
        if content.end_char <= end:
            kept.append(content)
        elif content.start_char < end:
            part = doc.char_span(content.start_char, end, alignment_mode="contract")
            kept += [part] if part is not None and len(part) else []
        elif content.start >= more.end:
            kept.append(content)
    return dataclasses.replace(said, contents=(*kept, more))
