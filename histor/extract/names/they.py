"""Whether "they" can be the body that spoke last, or others who act beside it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from histor.extract.names.pronouns import SUBJECTS
from histor.records import Span

__all__ = ["others_act"]

_ACCORDING = ["according", "to"]


def others_act(doc: Doc, body: Span, pronoun: Token) -> bool:
    """Say whether several others act between a body's naming and "they".

    Whom "Crowds met, according to the daily" tells of is nearer to "they" than the daily.
    """
    words = doc.char_span(body.start, body.end, alignment_mode="expand")
    if words is None:
        return False
    told = [t.lower_ for t in doc[max(0, words.start - 2) : words.start]] == _ACCORDING
    first = words.sent.start if told else words.end
    return any(
        t.tag_ in {"NNS", "NNPS"} and t.dep_ in SUBJECTS and t.head.dep_ in {"root", "conj"}
        for t in doc[first : pronoun.i]
    )
