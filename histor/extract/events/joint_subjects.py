"""Several subjects of one verb, who all do it: "Peru, Chile and Bolivia welcomed the deal"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.extract.passives import is_passive

__all__ = ["acting_together", "parted"]


#: what two do with each other: PLOVER has the one do it to the other
_WITH_EACH_OTHER = frozenset(
    "sign ink initial agree conclude ratify upgrade downgrade restore resume establish normalise "
    "normalize exchange swap trade meet talk discuss negotiate cooperate sever break cut".split()
)


def acting_together(verb: Token) -> set[int]:
    """Return the words joined to the subject of an active verb, which stand before it."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() in _WITH_EACH_OTHER or is_passive(verb):
        return set()
    waiting = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    found: set[int] = set()
    while waiting:
        joined = [c for c in waiting.pop().children if c.dep_ == "conj" and c.i < verb.i]
        found |= {c.i for c in joined}
        waiting += joined
    return found


def parted(
    verb: Token, doers: tuple[Span, ...], targets: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the doers and targets of a verb, with the subjects among the targets as doers.

    Only where another of its subjects is known to do it: of a verb whose subjects suffer by it the
    tree may be wrong.
    """
    together = acting_together(verb)
    first = {c.i for c in verb.children if c.dep_ == "nsubj"}
    if not any(d.root.i in first | together for d in doers):
        return doers, targets
    also = tuple(t for t in targets if t.root.i in together)
    return (*doers, *also), tuple(t for t in targets if t.root.i not in together)
