"""Speakers whom an outlet quotes: "OUTLET quoted N. N. as saying that …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from histor.annotate import Attribution
from histor.extract.tokens import NAMING

__all__ = ["passing_on", "quoted_as_saying"]

#: words between "quoted" and "as saying"
_NAMING = 25
_NAMES = NAMING - {"PRON"}
_SPEAKING = frozenset(["saying", "telling", "warning", "claiming", "adding", "stating"])


def quoted_as_saying(found: Attribution) -> Iterator[Attribution]:
    """Yield what the one quoted says; the outlet's own attribution stays beside it."""
    cue = found.cue
    if cue is None or not any(t.lemma_.lower() in {"quote", "cite"} for t in cue):
        return
    doc, stop = cue.doc, min(cue.sent.end, cue.end + _NAMING)
    at = next(
        (
            i
            for i in range(cue.end, stop - 1)
            if doc[i].lower_ == "as" and _speaks(doc[i + 1].lower_)
        ),
        None,
    )
    if at is None:
        return
    passive = at == cue.end or doc[cue.end].lower_ in {"by", "as"}
    source = _quoted(cue) or found.source if passive else doc[cue.end : at]
    contents = tuple(doc[max(c.start, at + 2) : c.end] for c in found.contents if c.end > at + 2)
    if source is not None and len(source) and contents:
        yield Attribution(cue=doc[at + 1 : at + 2], source=source, contents=contents)


def _quoted(cue: Span) -> Span | None:
    """Return who is quoted in "N was quoted by the daily as saying"; none if not by anybody."""
    doc, end = cue.doc, cue.start + (cue[0].pos_ == "AUX")
    if cue.doc[cue.end].lower_ != "by":
        return None
    while end > cue.sent.start and (doc[end - 1].pos_ == "AUX" or doc[end - 1].text == ","):
        end -= 1
    start, low = end, max(cue.sent.start, end - _NAMING)
    while start > low and (doc[start - 1].pos_ in _NAMES or doc[start - 1].text == ","):
        start -= 1
    while start < end and (doc[start].pos_ == "ADP" or doc[start].text == ","):
        start += 1
    return doc[start:end] if start < end and start <= cue.sent.start + 1 else None


def passing_on(found: Sequence[Attribution], quoted: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions but those of outlets that somebody "was quoted by", or his again."""
    cues = {a.cue.start: a.cue.sent.start for a in quoted if a.cue is not None}
    sentences = set(cues.values())
    return [
        a
        for a in found
        if a.cue is None
        or not (a.cue.start in cues or (_is_quoted_by(a.cue) and a.cue.sent.start in sentences))
    ]


def _is_quoted_by(cue: Span) -> bool:
    by = cue.end < len(cue.doc) and cue.doc[cue.end].lower_ == "by"
    return by and cue[-1].lemma_.lower() in {"quote", "cite"}


def _speaks(word: str) -> bool:
    return word in _SPEAKING
