"""Who backs whom, where somebody is told to have the support of others: "won the support of X"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.extract.antecedents import names_party
from histor.extract.events.party_phrases import phrase_of, with_joined
from histor.extract.events.talkers import subjects_over
from histor.extract.tokens import prepositions

__all__ = ["has_support"]

_SUPPORT = frozenset(["support", "backing", "endorsement"])
#: verbs of having it, and prepositions before those who give it
_HAVING = frozenset("win gain have enjoy get receive secure command attract draw earn keep".split())
_FROM = frozenset(["of", "from", "among"])


def has_support(noun: Token) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Return who gives support and who has it; none of a noun that does not tell so."""
    verb = noun.head
    if noun.lemma_.lower() not in _SUPPORT or noun.pos_ != "NOUN":
        return None
    if noun.dep_ not in {"obj", "xcomp"} or not (
        verb.lemma_.lower() in _HAVING
        or any(c.lemma_.lower() in _HAVING for c in verb.children if c.dep_ in {"xcomp", "ccomp"})
    ):
        return None
    givers = [c for c in noun.children if c.dep_ == "nmod" and prepositions(c) & _FROM]
    if not givers:
        return None
    having = [c for c in verb.children if c.dep_ == "iobj"] or subjects_over(verb)
    named = [h for h in having if names_party(h)]
    return with_joined(map(phrase_of, givers), noun), tuple(map(phrase_of, named))
