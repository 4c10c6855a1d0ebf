""" "According to N" beside another verb of saying: who passes on what whom says."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Span

from histor.annotate import Attribution
from histor.extract.claims.closings import LONGEST, can_speak
from histor.extract.lexicons import sayings
from histor.extract.tokens import NAMING, VERBS, without_marks

__all__ = ["with_both_tellers"]

#: words of whom one tells, between the verb and "that"
_HEARERS = 6


def with_both_tellers(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions of sentences with two tellers, each with what is his.

    "A nurse told me that, according to the guard, nine died" is said by the guard, and passed on by
    the nurse; "…, said the envoy, according to a daily" by the envoy, and passed on by the daily.
    """
    closing = {verb.start: (verb, speaker) for verb, speaker in _closing(found)}
    return [_opened(_closed(a, closing)) for a in found]


def _is_according(cue: Span) -> bool:
    return cue[0].lower_ == "according"


def _opened(found: Attribution) -> Attribution:
    """Read "told me that, [according to the guard, nine died]" as what was told."""
    cue = found.cue
    if cue is None or _is_according(cue):
        return found
    doc, end = cue.doc, min(cue.end + _HEARERS, cue.sent.end)
    that = next((i for i in range(cue.end, end) if doc[i].lower_ == "that"), None)
    if that is None or [t.lower_ for t in doc[that + 1 : that + 4]] != [",", "according", "to"]:
        return found
    if any(t.pos_ in VERBS for t in doc[cue.end : that]):
        return found
    whole = doc[that + 2 : without_marks(doc, that + 2, cue.sent.end)]
    return dataclasses.replace(found, contents=(whole,))


def _closing(found: Sequence[Attribution]) -> list[tuple[Span, Span]]:
    """Return the verbs and speakers of "…, said the envoy, N. N., according to a daily"."""
    out = []
    for attribution in found:
        cue = attribution.cue
        if cue is None or not _is_according(cue) or cue.start - 1 <= cue.sent.start:
            continue
        doc, at = cue.doc, cue.start - 2
        while at > cue.sent.start and (doc[at].pos_ in NAMING or doc[at].text == ","):
            at -= 1
        verb, speaker = doc[at : at + 1], doc[at + 1 : cue.start - 1]
        told = doc[at].lemma_.lower() in sayings() and doc[at - 1].text == ","
        named = 0 < len(speaker) <= LONGEST and can_speak(speaker) and speaker[0].text != ","
        if told and named and doc[cue.start - 1].text == ",":
            out.append((verb, speaker))
    return out


def _closed(found: Attribution, closing: dict[int, tuple[Span, Span]]) -> Attribution:
    """Give the envoy what he says, and leave the daily, which has it, the same words."""
    cue = found.cue
    if cue is None:
        return found
    for verb, speaker in closing.values():
        said = tuple(c for c in found.contents if c.end <= verb.start)
        if cue.start <= verb.start < cue.end and said:
            return Attribution(cue=cue, source=speaker, contents=said)
        if _is_according(cue) and cue.start == speaker.end + 1 and said:
            return dataclasses.replace(found, contents=said)
    return found
