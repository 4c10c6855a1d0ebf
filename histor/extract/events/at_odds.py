"""Conflicts that are no fights: "in conflict with X over the dam", "in conflict with the law"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.tokens import prepositions

__all__ = ["is_at_odds"]


def is_at_odds(noun: Token) -> bool:
    """Say whether two are only said to be in conflict, and about what."""
    if noun.lemma_.lower() != "conflict" or "in" not in prepositions(noun):
        return False
    if any(c.dep_ in {"det", "amod", "compound"} for c in noun.children):
        return False  # "in the conflict with X", "in armed conflict"
    return any("with" in prepositions(c) for c in (*noun.children, *noun.head.children))
