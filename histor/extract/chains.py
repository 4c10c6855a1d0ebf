"""Second-hand claims: through whom what was said reached the page."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from histor.extract.claim_sources import SourceReader
from histor.extract.evidence import span_of
from histor.extract.lexicons import is_outlet
from histor.extract.nearby import Nearby
from histor.extract.repeats import LONGEST
from histor.records import Claim, ClaimSource, Document, Dropped

__all__ = ["with_chains"]

#: characters after a cue within which the outlet that was told stands
_TOLD = 30
_TELLING = ("told", "tell", "tells", "telling", "spoke to", "interview", "quoted by", "cited by")
_CARRYING = ("according to", "report", "cit", "quot")


def with_chains(
    document: Document, claims: Sequence[Claim], sources: SourceReader
) -> tuple[list[Claim], list[Dropped]]:
    """Give each claim its chain, nearest speaker first, and drop claims that only pass another on.

    A chain comes from a wider claim whose content holds this one whole ("Y reports that X said …"),
    from an outlet that was told ("X told Y …"), or from an outlet beside the speaker ("… X said,
    according to Y").
    """
    chained: list[Claim] = []
    dropped: list[Dropped] = []
    near = Nearby(claims, lambda claim: claim.content.start)
    for claim in claims:
        around = near.starting(claim.content.start - LONGEST, claim.content.start + 1)
        if any(_carries(claim, other) for other in around):
            detail = f"“{claim.source.text if claim.source else ''}” passes on what another says"
            dropped.append(Dropped(record=claim.id, code="second_hand", detail=detail))
            continue
        told = _told(document, claim, sources)
        carriers = [c for c in around if _carries(c, claim)]
        wider = sorted(
            (c for c in around if _wraps(c, claim)), key=lambda c: c.content.end - c.content.start
        )
        links = [*told, *(c.source for c in (*carriers, *wider) if c.source)]
        chained.append(msgspec.structs.replace(claim, chain=_distinct(links, claim)))
    return chained, dropped


def _wraps(outer: Claim, inner: Claim) -> bool:
    if outer.source is None or inner.source is None or inner.cue is None:
        return False
    low = min(inner.source.span.start, inner.cue.start, inner.content.start)
    high = max(inner.source.span.end, inner.cue.end, inner.content.end)
    # full stops and marks at the edge may belong to either
    return outer.content.start <= low and high <= outer.content.end + 2


def _carries(carrier: Claim, claim: Claim) -> bool:
    """Say whether an outlet's claim has the very content of a speaker's."""
    return (
        carrier is not claim
        and carrier.source is not None
        and claim.source is not None
        and _same_content(carrier, claim)
        and _is_carrier(carrier)
        and not _is_carrier(claim)
    )


def _is_carrier(claim: Claim) -> bool:
    cue = claim.cue.text.lower() if claim.cue else ""
    return claim.source is not None and is_outlet(claim.source.text) and cue.startswith(_CARRYING)


def _same_content(one: Claim, other: Claim) -> bool:
    return (one.content.start, one.content.end) == (other.content.start, other.content.end)


def _told(document: Document, claim: Claim, sources: SourceReader) -> list[ClaimSource]:
    """Return the outlet that the speaker told."""
    if claim.cue is None or not any(w in claim.cue.text.lower() for w in _TELLING):
        return []
    high = min(claim.cue.end + _TOLD, len(document.text))
    for start, end, entity in sources.mentions_within(claim.cue.start, high):
        inside = claim.content.start <= start < claim.content.end
        if entity.kind in {"organization", "other"} and is_outlet(entity.name) and not inside:
            words = span_of(document, start, end)
            return [ClaimSource(text=words.text, span=words, entity=entity.id)]
    return []


def _distinct(links: Sequence[ClaimSource], claim: Claim) -> tuple[ClaimSource, ...]:
    """Leave out whom the chain names twice, and the speaker himself."""
    seen = {_who(claim.source)} if claim.source else set()
    out = []
    for link in links:
        if _who(link) not in seen:
            seen.add(_who(link))
            out.append(link)
    return tuple(out)


def _who(source: ClaimSource) -> str:
    return source.entity or source.text.casefold()
