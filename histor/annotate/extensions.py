"""The custom attributes that reading sets, with a value where nothing has read."""

from __future__ import annotations

from spacy.tokens import Doc, Token

__all__ = ["FACTUALITY", "register_extensions"]

#: ``doc.user_data`` key of the factuality of each token, float32 (tokens,)
FACTUALITY = "histor_factuality"
#: factuality of a word that nothing has judged: what is written is taken to have happened
_CERTAIN = 3.0


def register_extensions() -> None:
    """Make known ``doc._.attributions``, ``doc._.events``, ``doc._.chains``,
    ``token._.factuality``.
    """
    for name in ("attributions", "events", "chains"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=())
    if not Token.has_extension("factuality"):
        Token.set_extension("factuality", getter=_factuality)


def _factuality(token: Token) -> float:
    known = token.doc.user_data.get(FACTUALITY)
    return _CERTAIN if known is None else float(known[token.i])
