"""Sayings inside sayings: which claim stands in another's words, and how much of them it takes."""

from __future__ import annotations

from histor.records import Claim

__all__ = ["MOST", "reach", "same_speaker", "wraps"]

#: share of what is passed on that the saying inside takes, if nothing else is said there
MOST = 0.85


def reach(claim: Claim) -> int:
    """Return the characters from a claim's first word to its last, its source and cue with it."""
    parts = [p for p in (claim.source and claim.source.span, claim.cue, claim.content) if p]
    return max(p.end for p in parts) - min(p.start for p in parts)


def wraps(outer: Claim, inner: Claim) -> bool:
    """Say whether the whole of a saying stands in what another says."""
    if outer.source is None or inner.source is None or inner.cue is None:
        return False
    low = min(inner.source.span.start, inner.cue.start, inner.content.start)
    high = max(inner.source.span.end, inner.cue.end, inner.content.end)
    # full stops and marks at the edge may belong to either
    return outer.content.start <= low and high <= outer.content.end + 2


def same_speaker(one: Claim, other: Claim) -> bool:
    """Say whether two claims have one source, by its entity or else by its words."""
    if one.source is None or other.source is None:
        return one.source is other.source
    if one.source.entity or other.source.entity:
        return one.source.entity == other.source.entity
    return one.source.text.casefold() == other.source.text.casefold()
