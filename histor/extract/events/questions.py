"""Deeds that are only asked about: "Is there a war? No.", "Who sank the ferry, who paid for it"."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["is_asked"]

#: arcs of clauses that tell, in a question, what was: "why did the men | who fired | go home?"
_TOLD = frozenset(["acl", "acl:relcl", "advcl"])
_PAST = frozenset(["VBD", "VBN"])


def is_asked(event: Token) -> bool:
    """Say whether a sentence asks whether, or by whom, something was done."""
    sentence = event.sent
    words = [t for t in sentence if not t.is_space]
    if not words:
        return False
    if words[-1].text == "?":
        return not any(
            a.dep_ in _TOLD and a.tag_ in _PAST and a.i != words[0].head.i
            for a in (event, *event.ancestors)
        )
    first = words[0]
    asks = first.lower_ == "who" and first.dep_.startswith("nsubj") and first.head.dep_ == "root"
    behind = [t for t in words if t.lower_ == "who" and t.i > first.i]
    # a heading's list of questions, however its clauses hang together
    return asks and (bool(behind) or words[-1].text != ".")
