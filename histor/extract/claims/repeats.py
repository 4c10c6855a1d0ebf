"""One claim for one saying: readings of the same words that add nothing are left out."""

from __future__ import annotations

from collections.abc import Sequence

from histor.extract.nearby import Nearby
from histor.records import Claim, Dropped

__all__ = ["LONGEST", "without_repeats"]

#: characters of a content beyond which it is not looked for what it may hold
LONGEST = 4_000
#: characters of a participle that goes on with what is said, and of "that" behind it
_CUE = 20
#: verbs of what somebody thinks, and words for himself in what he says
_HOLDING = frozenset(
    "believe believes believed think thinks thought hope hopes hoped expect expects expected fear "
    "fears feared understood understands feels felt knows knew".split()
)
_SELF = frozenset(["he", "she", "they", "it", "i", "we"])


def without_repeats(claims: Sequence[Claim]) -> tuple[list[Claim], list[Dropped]]:
    """Return the claims without those that another claim says better, and these.

    A claim gives way to another of the same content that names a source where it names none, and
    to another of the same source whose content holds all of its own, unless it is said within that
    content (then it is a claim about a claim). Of two that say the same, the one that does more
    than assert stays.
    """
    near = Nearby(claims, lambda claim: claim.content.start)
    kept: list[Claim] = []
    kept_ids: set[str] = set()
    dropped: list[Dropped] = []
    for claim in claims:
        around = near.starting(claim.content.start - LONGEST, claim.content.start + _CUE)
        better = next(
            (c for c in around if c is not claim and _says_better(c, claim, kept_ids)), None
        )
        if better is None:
            kept.append(claim)
            kept_ids.add(claim.id)
        else:
            detail = f"“{claim.cue.text if claim.cue else ''}” repeats {better.id}"
            dropped.append(Dropped(record=claim.id, code="repeated", detail=detail))
    return kept, dropped


def _says_better(other: Claim, claim: Claim, kept: set[str]) -> bool:
    if _goes_on(claim, other):
        return True
    inside = other.content.start <= claim.content.start and claim.content.end <= other.content.end
    if not inside:
        return False
    same_content = claim.content == other.content
    if claim.source is None:
        if other.source is None and other.cue == claim.cue and not same_content:
            return True  # "charged | with arson" and "charged | arson"
        return same_content and (other.source is not None or other.id in kept)
    if other.source is None:
        return False
    if _holds_himself(claim, other):
        return True
    if _who(other) != _who(claim):
        return False
    if claim.cue and other.content.start <= claim.cue.start < other.content.end:
        return False
    if same_content and (claim.act == "assert") != (other.act == "assert"):
        return claim.act == "assert"  # "issued a statement denying that …"
    return not same_content or other.id in kept


def _holds_himself(claim: Claim, other: Claim) -> bool:
    """Say whether a claim is what another says of what he himself thinks: "said he believed it"."""
    if claim.cue is None or claim.source is None or other.source is None:
        return False
    if claim.cue.text.lower().split()[-1] not in _HOLDING or claim.act not in {"assert", other.act}:
        return False
    first = claim.source.span.start - other.content.start
    opens = claim.source.text.lower() in _SELF and first == 0
    same = claim.source.entity is None or claim.source.entity == other.source.entity
    within = other.content.start < claim.cue.start < other.content.end
    return opens and same and within


def _goes_on(claim: Claim, other: Claim) -> bool:
    """Say whether what is said is another saying of his: "issued a statement denying that …"."""
    if other.cue is None or not other.cue.text.endswith("ing") or _who(other) != _who(claim):
        return False
    return (claim.content.start, claim.content.end) == (other.cue.start, other.content.end)


def _who(claim: Claim) -> str:
    return (claim.source.entity or claim.source.text.casefold()) if claim.source else ""
