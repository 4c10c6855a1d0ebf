"""Speakers whom an outlet quotes: "OUTLET quoted N. N. as saying that …"."""

from __future__ import annotations

from collections.abc import Iterator

from histor.annotate import Attribution

__all__ = ["quoted_as_saying"]

#: words between "quoted" and "as saying"
_NAMING = 25
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
    source = found.source if passive else doc[cue.end : at]
    contents = tuple(doc[max(c.start, at + 2) : c.end] for c in found.contents if c.end > at + 2)
    if source is not None and len(source) and contents:
        yield Attribution(cue=doc[at + 1 : at + 2], source=source, contents=contents)


def _speaks(word: str) -> bool:
    return word in _SPEAKING
