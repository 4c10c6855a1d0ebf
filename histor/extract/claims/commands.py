"""Quoted words that tell somebody to do a thing: "Stop the war", "Do not come here"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.extract.tokens import NEGATIONS

__all__ = ["is_command"]

_STOPS = frozenset([".", "!", "?", ";", ":"])
_OPENING = frozenset(["please", "do", "never", "and", "just", "now"]) | NEGATIONS
#: what only turns to the hearer: "look", "thank God", "imagine the noise"
_TURNING = frozenset(
    "let look see imagine suppose say thank welcome take think consider believe trust remember "
    "note listen wait guess excuse forgive pardon bless mind mark ask".split()
)
_MAIN = frozenset(["root", "ccomp", "parataxis", "conj", "csubj", "advcl", "acl"])


def is_command(content: Span) -> bool:
    """Say whether a sentence of what is quoted bids somebody do or leave something."""
    opens = True
    for token in content:
        if token.is_quote or token.is_space or token.text in {"-", "–", "—", "...", "…"}:
            continue
        if opens and token.lower_ in _OPENING and _goes_on(token):
            continue
        if opens and _bids(token):
            return True
        opens = token.text in _STOPS
    return False


def _goes_on(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and not token.nbor(1).is_punct


def _bids(verb: Token) -> bool:
    if verb.tag_ != "VB" or verb.pos_ != "VERB" or verb.dep_ not in _MAIN:
        return False
    subject = any(c.dep_.startswith(("nsubj", "expl")) for c in verb.children)
    marked = any(c.dep_ == "mark" and c.i < verb.i for c in verb.children)
    asks = verb.sent[-1].text == "?" if verb.sent[-1].is_punct else False
    return not (subject or marked or asks) and verb.lemma_.lower() not in _TURNING
