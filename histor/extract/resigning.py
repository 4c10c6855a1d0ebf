"""Who gives up an office: its holder, and not the country whose premier he is."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

__all__ = ["gives_up_office"]

_RESIGNING = frozenset(["resign", "resignation", "quit", "step", "hand", "tender", "submit"])
#: offices that one person holds
_OFFICES = frozenset(
    "minister premier president chancellor governor mayor speaker chief head leader secretary "
    "spokesman ambassador commissioner judge justice general deputy director chairman pm".split()
)


def gives_up_office(word: Token, doers: Sequence[Span]) -> bool:
    """Say whether a word tells that somebody resigns who is named by his office alone."""
    if word.lemma_.lower() not in _RESIGNING or not doers:
        return False
    return all(d.root.lemma_.lower() in _OFFICES for d in doers)
