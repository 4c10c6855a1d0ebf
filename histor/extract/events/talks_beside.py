"""Meetings at which something is said: "said on a visit to Chile", "agreed in a call with X"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.lexicons import sayings
from histor.extract.tokens import prepositions

__all__ = ["said_at"]

_MEETINGS = frozenset("visit meeting summit talks talk call conversation trip".split())
#: where, and after what, something is said
_THERE = frozenset(["in", "at", "during", "on", "after", "following"])
#: verbs of what is done by words, beside those of saying
_SETTLING = frozenset(
    "agree pledge promise vow offer decide propose urge demand ask discuss warn accuse condemn "
    "praise thank criticise criticize threaten call reiterate express".split()
)
_ON_THE_LINE = frozenset(["phone", "telephone", "video"])
#: whom one talks to, and where one goes
_TO_OR_WITH = frozenset(["to", "with"])


def said_at(noun: Token) -> Token | None:
    """Return the verb of what is said at the meeting, visit or call that a noun names.

    None of a noun that tells neither with whom nor where it is, unless it is a call by telephone,
    or several speak who can have met.
    """
    if noun.pos_ != "NOUN" or noun.dep_ != "obl" or noun.lemma_.lower() not in _MEETINGS:
        return None
    verb = noun.head
    saying = verb.lemma_.lower() in sayings() or verb.lemma_.lower() in _SETTLING
    if verb.pos_ != "VERB" or not saying or not prepositions(noun) & _THERE:
        return None
    beside = (c for c in noun.children if c.dep_ in {"nmod", "obl"} and c.i > noun.i)
    named = any(prepositions(c) & _TO_OR_WITH for c in beside)
    by_wire = any(c.lemma_.lower() in _ON_THE_LINE for c in noun.children if c.dep_ == "compound")
    together = any(g.dep_ == "conj" for c in verb.children if c.dep_ == "nsubj" for g in c.children)
    return verb if named or by_wire or together else None
