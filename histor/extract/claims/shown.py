"""What images and papers "appear to show" is said by them, whoever published them.

Expects UD trees; the sequence model reads such frames in pieces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.tokens import NEGATIONS, tokens_with, without_marks

__all__ = ["with_shown"]

_SEEMING = ("appear", "seem")
_SHOWING = frozenset(["show", "suggest", "indicate", "confirm", "reveal", "depict"])
_SHOWN_BY = frozenset(
    "image picture photo photograph footage video clip recording datum data document record map "
    "figure evidence report analysis study letter memo file email e-mail message screenshot".split()
)


def with_shown(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, those that read a part of such a frame replaced by it whole."""
    shown = [a for seems in tokens_with(doc, "LEMMA", _SEEMING) for a in _read(seems)]
    frames = {t.i for a in shown for part in (a.source, a.cue) if part is not None for t in part}
    kept = (a for a in found if a.cue is None or not any(t.i in frames for t in a.cue))
    return [*kept, *shown] if shown else list(found)


def _read(seems: Token) -> Iterator[Attribution]:
    subject = next((c for c in seems.children if c.dep_ == "nsubj" and c.i < seems.i), None)
    shows = next((c for c in seems.children if c.dep_ == "xcomp" and c.i > seems.i), None)
    if subject is None or shows is None or shows.lemma_.lower() not in _SHOWING:
        return
    if subject.lemma_.lower() not in _SHOWN_BY or any(
        c.lower_ in NEGATIONS for c in seems.children
    ):
        return
    doc, start = seems.doc, shows.i + 1
    said = doc[start : _end(doc, start, shows)]
    if len(said) and shows.i - seems.i == len(["to", "show"]):
        yield Attribution(
            cue=doc[seems.i : shows.i + 1],
            source=_whole(doc, subject, seems),
            contents=(said,),
        )


def _whole(doc: Doc, subject: Token, seems: Token) -> Span:
    start = subject.left_edge.i
    return doc[start : without_marks(doc, start, seems.i)]


def _end(doc: Doc, start: int, shows: Token) -> int:
    """Return where what is shown ends: before ", though", a closing ", N said", and the stop."""
    end = min(shows.right_edge.i + 1, shows.sent.end)
    stops = (c.left_edge.i for c in shows.children if c.dep_ in {"advcl", "parataxis", "conj"})
    first = min((s for s in stops if s > start and doc[s - 1].text in {",", ";"}), default=end)
    return without_marks(doc, start, min(end, first))
