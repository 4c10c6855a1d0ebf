"""Who is appalled, which accuses whoever did it: "Norway was outraged by the attack"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.antecedents import antecedent_of, names_party

__all__ = ["felt_by"]

_FEELING = frozenset(
    "appal appall outrage shock horrify dismay disgust anger infuriate enrage alarm sadden "
    "disappoint sicken".split()
)
_ARCS = frozenset(["nsubj", "nsubj:pass"])


def felt_by(verb: Token) -> tuple[Token, ...]:
    """Return who feels what a passive of feeling tells; none of other words."""
    if verb.lemma_.lower() not in _FEELING or verb.tag_ not in {"VBN", "VBD", "JJ"}:
        return ()
    passive = any(c.dep_ in {"aux:pass", "cop", "nsubj:pass"} for c in verb.children)
    who = (antecedent_of(c) for c in verb.children if c.dep_ in _ARCS)
    return tuple(w for w in who if names_party(w)) if passive else ()
