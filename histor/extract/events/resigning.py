"""Who gives up an office, or flees: its holder, and not the country whose premier he is."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

__all__ = ["are_in_office", "gives_up_office"]

_RESIGNING = frozenset(["resign", "resignation", "quit", "step", "hand", "tender", "submit"])
#: offices that one person holds
_OFFICES = frozenset(
    "minister premier president chancellor governor mayor speaker chief head leader secretary "
    "spokesman ambassador commissioner judge justice general deputy director chairman pm".split()
)


def gives_up_office(word: Token, doers: Sequence[Span]) -> bool:
    """Say whether a word tells that somebody resigns who is named by his office alone."""
    return word.lemma_.lower() in _RESIGNING and are_in_office(doers)


def are_in_office(doers: Sequence[Span]) -> bool:
    """Say whether all doers are named by an office that one person holds."""
    return bool(doers) and all(_last(d).lemma_.lower() in _OFFICES for d in doers)


def _last(doer: Span) -> Token:
    """Return the word that names somebody, also where the reader ties his country to the verb."""
    last = doer[-1]
    return last if last.text.islower() and doer.root.ent_type_ == "PLACE" else doer.root
