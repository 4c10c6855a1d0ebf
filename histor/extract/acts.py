"""What a cue does: assert, deny, accuse, warn and so on."""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.extract.lexicons import acts
from histor.records import ClaimAct

__all__ = ["act_of"]

_LONGEST_PHRASE = 3
#: words after the cue that may complete a phrase ("called" + "for")
_AFTER = 2
_SKIPPED = frozenset(["ADV", "DET", "AUX", "PART", "PRON", "ADJ", "PUNCT", "SPACE"])
_NEGATIONS = frozenset(["not", "n't", "n’t", "never", "no", "without"])
#: who refuses to condemn does not condemn
_REFUSALS = frozenset(["refuse", "decline", "fail", "stop"])


def act_of(cue: Span | None) -> ClaimAct:
    """Return the act that a cue performs; a negated cue and an unknown one assert.

    Expects ``lemma_`` and ``pos_``.
    """
    if cue is None:
        return "assert"
    after = cue.doc[cue.end : min(cue.end + _AFTER, cue.sent.end)]
    words = [t for t in cue if t.pos_ not in _SKIPPED]
    words += [t for t in after if t.pos_ == "ADP"][:1]
    lemmas = [t.lemma_.lower() for t in words]
    if _negated(cue) or any(lemma in _REFUSALS for lemma in lemmas[:-1]):
        return "assert"
    table = acts()
    for length in range(_LONGEST_PHRASE, 0, -1):
        for i in range(len(lemmas) - length + 1):
            act = table.get(tuple(lemmas[i : i + length]))
            if act is not None and words[i].pos_ in {"VERB", "NOUN", "PROPN", "X"}:
                return act
    return "assert"


def _negated(cue: Span) -> bool:
    inside: list[Token] = list(cue)
    return any(t.lower_ in _NEGATIONS for t in inside) or any(
        c.lower_ in _NEGATIONS and c.i < t.i for t in inside for c in t.children
    )
