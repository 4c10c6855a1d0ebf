"""Who tries a deed that others foil: "thwarted a bid by officers to seize power"."""

from __future__ import annotations

from spacy.tokens import Span, Token

__all__ = ["is_of_part_in", "of_attempt"]

#: nouns of what somebody tries, and verbs of those who are against it
_ATTEMPTS = frozenset("attempt plot bid plan effort conspiracy scheme move".split())
_FOILING = frozenset(
    "condemn denounce decry deplore criticise criticize thwart foil prevent stop block avert "
    "defeat repel crush quash suppress uncover expose oppose resist investigate probe "
    "allege".split()
)
#: nouns of what somebody has to do with what others did
_PARTS = frozenset("complicity involvement role part participation".split())
#: words between the attempt and what is attempted
_NEAR = 8


def of_attempt(verb: Token, doers: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the doers of a verb without those who only foil or condemn the attempt at it."""
    near = verb.doc[max(verb.sent.start, verb.i - _NEAR) : verb.i]
    tried = next((t for t in reversed(near) if t.lemma_.lower() in _ATTEMPTS), None)
    if verb.tag_ != "VB" or verb.dep_ not in {"acl", "xcomp", "advcl"} or tried is None:
        return doers
    by = any(t.lower_ == "by" for t in verb.doc[tried.i : verb.i])
    if not by and tried.head.lemma_.lower() not in _FOILING:
        return doers
    return tuple(d for d in doers if tried.left_edge.i <= d.root.i < verb.i)


def is_of_part_in(deed: Token) -> bool:
    """Say whether somebody only has a part in a deed: "charged with complicity in a murder"."""
    over = deed.head
    return deed.dep_ == "nmod" and deed.pos_ == "NOUN" and over.lemma_.lower() in _PARTS
