"""Calls by telephone: "called his Chilean counterpart to assure him", not "called him a liar"."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["is_phoned"]

#: what one calls somebody for, and calls him nothing
_TALKING = frozenset(
    "assure congratulate discuss express convey thank offer explain tell inform urge ask warn "
    "reassure reaffirm reiterate brief apologise apologize inquire enquire seek stress extend pass "
    "relay voice".split()
)
#: who is called so without his name
_CALLED = frozenset("counterpart president minister premier chancellor leader king emir".split())
_BELOW = frozenset(["obj", "xcomp", "ccomp", "compound:prt"])


def is_phoned(call: Token) -> bool:
    """Say whether somebody calls a person, and calls him nothing."""
    below = [c for c in call.children if c.dep_ in _BELOW]
    if not below or below[0].dep_ == "compound:prt":
        return False
    called, rest = below[0], below[1:]
    if called.pos_ == "PROPN" and called.ent_type_ == "PERSON" and not rest:
        return True
    if not any(_is_to_talk(c) for c in call.children):
        return False
    # a name that the tree cuts in two: "called Ana Lim | Orre |"
    named = all(c.pos_ == "PROPN" and c.i == called.right_edge.i + 1 for c in rest[:1])
    if rest[1:] or not named:
        return False
    return called.ent_type_ == "PERSON" or called.lemma_.lower() in _CALLED


def _is_to_talk(clause: Token) -> bool:
    """Say whether a clause tells what somebody is called for: "to thank her"."""
    to = clause.tag_ == "VB" and any(c.lower_ == "to" for c in clause.children)
    return to and clause.dep_ in {"advcl", "xcomp"} and clause.lemma_.lower() in _TALKING
