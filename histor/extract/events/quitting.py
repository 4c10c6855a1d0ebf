"""Leaving a body or a treaty, which ends relations and gives nothing up: "quit the bloc"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.events.armed_men import armed
from histor.extract.tokens import prepositions

__all__ = ["is_quitting"]

_QUITTING = frozenset(["withdraw", "quit", "leave", "exit", "pull", "withdrawal", "departure"])
_LEFT = frozenset(
    "treaty pact agreement convention accord bloc organisation organization union alliance "
    "community commonwealth association court council".split()
)
_FROM = frozenset(["from", "of"])


def is_quitting(word: Token) -> bool:
    """Say whether a member leaves a body or a treaty; troops that leave a mission withdraw."""
    if word.lemma_.lower() not in _QUITTING:
        return False
    subjects = [c for c in word.children if c.dep_.startswith("nsubj")]
    objects = [c for c in word.children if c.dep_ == "obj"]
    if any(armed(c) or c.ent_type_ == "PERSON" for c in subjects) or any(map(armed, objects)):
        return False
    behind = (c for c in word.children if c.dep_ in {"obl", "nmod"} and prepositions(c) & _FROM)
    left = [*objects, *behind] if word.pos_ == "VERB" else list(behind)
    return any(_is_body(c) for c in left)


def _is_body(left: Token) -> bool:
    named = left.ent_type_ == "ORG"
    called = left.lemma_.lower() in _LEFT
    return (named or called) and not armed(left)
