"""Who speaks where his office does: "A. B.'s office condemned the vote"."""

from __future__ import annotations

from spacy.tokens import Span

from histor.extract.events.party_phrases import phrase_of

__all__ = ["whose_office"]

_HIS = frozenset(["his", "her"])
#: types of what an office does by words
_SAID = frozenset(["ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"])


def whose_office(doer: Span, kind: str | None) -> Span:
    """Return whose office a doer of something said is; the doer itself if it is no office."""
    root = doer.root
    if kind not in _SAID or root.lemma_.lower() != "office":
        return doer
    whose = next((c for c in root.children if c.dep_ == "nmod:poss"), None)
    person = whose is not None and (whose.pos_ == "PROPN" or whose.lower_ in _HIS)
    return phrase_of(whose) if whose is not None and person else doer
