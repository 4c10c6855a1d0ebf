"""Claims that are nouns: in "voters back claim to the islands" nobody claims anything in words.

In headings without articles the sequence model reads them as verbs of saying.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Span

from histor.annotate import Attribution

__all__ = ["without_noun_claims"]

_CLAIM = frozenset(["claim", "claims"])
_VERBS = frozenset(["VERB", "AUX"])


def without_noun_claims(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions without those whose cue is the claim to a thing.

    What is said by the verb before such a claim holds it: "back | claim to the islands".
    """
    nouns = {a.cue.start for a in found if a.cue is not None and _is_noun(a.cue)}
    if not nouns:
        return list(found)
    kept = (a for a in found if a.cue is None or a.cue.start not in nouns)
    return [_with_noun(a, nouns) for a in kept]


def _is_noun(cue: Span) -> bool:
    """Say whether "claim" stands before "to" and a noun: "claims to have won" is said."""
    if len(cue) != 1 or cue[0].lower_ not in _CLAIM or cue.end + 1 >= len(cue.doc):
        return False
    preposition, behind = cue.doc[cue.end], cue.doc[cue.end + 1]
    return preposition.lower_ == "to" and behind.pos_ not in _VERBS | {"ADV", "PART"}


def _with_noun(found: Attribution, nouns: set[int]) -> Attribution:
    if found.cue is None or found.cue.end not in nouns or not found.contents:
        return found
    first, *rest = found.contents
    if first.start != found.cue.end + 2:
        return found
    whole = first.doc[found.cue.end : first.end]
    return dataclasses.replace(found, contents=(whole, *rest))
