"""How far an event may be believed, by who tells it: Admiralty credibility, 1 to 6.

The rule (docs/assessment.md) counts witnesses, not pages. Pages of one origin are one witness, and
pages that only repeat what one source says are that source. The scale is that of NATO AJP-2.1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from histor.counts import counted
from histor.records import Claim, Credibility, Event

__all__ = ["WORDINGS", "credible", "witnesses"]

WORDINGS = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
#: independent witnesses that confirm an event, and that make it probable
_CONFIRMING, _PROBABLE = 3, 2


def witnesses(
    event: Event, claims: Mapping[str, Claim], witness_of: Mapping[str, str]
) -> frozenset[str]:
    """Return who tells an event: a page's witness in its own words, or the source it quotes."""
    found = set()
    for mention in event.mentions:
        claim = claims.get(mention.claim) if mention.claim else None
        source = claim.source.entity if claim is not None and claim.source else None
        found.add(source or witness_of[mention.span.document])
    return frozenset(found)


def credible(
    event: Event,
    claims: Mapping[str, Claim],
    origin_of: Mapping[str, str],
    witness_of: Mapping[str, str],
    disputed: Sequence[str],
) -> Event:
    """Return the event with its credibility and the grounds for it.

    Args:
        event: an event of the case.
        claims: by id.
        origin_of: document to origin.
        witness_of: document to its origin, or what that leans on (:mod:`histor.assess.leaning`).
        disputed: kinds of the findings that set accounts of the event against each other.
    """
    grade, why = _judged(event, claims, origin_of, witness_of, disputed)
    return msgspec.structs.replace(
        event, credibility=Credibility(admiralty=grade, wording=WORDINGS[grade], why=why)
    )


def _judged(
    event: Event,
    claims: Mapping[str, Claim],
    origin_of: Mapping[str, str],
    witness_of: Mapping[str, str],
    disputed: Sequence[str],
) -> tuple[int, str]:
    if not event.real:
        return 6, f"it is told as {event.status}, not as having happened"
    origins = {origin_of[m.span.document] for m in event.mentions}
    telling = witnesses(event, claims, witness_of)
    count = min(len(origins), len(telling))
    told = counted(count, "independent origin")
    if "contradiction" in disputed or "denial" in disputed:
        grade = 4 if count < _PROBABLE else 3
        return grade, f"told by {told}, and contradicted by another account"
    if count >= _CONFIRMING:
        return 1, f"told by {told}"
    if count == _PROBABLE:
        return 2, f"told by {told}"
    if len(origins) > 1:
        return 3, f"{counted(len(origins), 'origin')} tell it, all from one source"
    if all(m.claim for m in event.mentions):
        return 3, "one origin tells it, as what a source says"
    return 3, "one origin tells it"
