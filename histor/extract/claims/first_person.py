"""What a speaker says of himself inside his own words: "I expect …", "we condemn …"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from histor.extract.claims.repeats import LONGEST
from histor.extract.claims.second_hand import MOST, reach, same_speaker, wraps
from histor.extract.nearby import Nearby
from histor.records import Claim, Document, Dropped, Entity

__all__ = ["in_first_person"]

_FIRST = frozenset(["i", "we"])
_OPENING = frozenset("\"“«„‹‘'")


def in_first_person(
    document: Document, claims: Sequence[Claim], issuer: Entity | None
) -> tuple[list[Claim], list[Dropped]]:
    """Give what "I" and "we" say inside somebody's words to him, and say it once.

    The saying inside tells more where it does more than assert, and what it stands in does not: "I
    expect that it will rain" predicts. Whom somebody else's quotation cites is not quoted himself,
    unless marks of his own stand around his words. Where nobody's words are around it, "we" is
    ``issuer``, whose statement the page is.
    """
    near = Nearby(claims, lambda claim: claim.content.start)
    out: dict[str, Claim] = {}
    dropped: dict[str, Claim] = {}
    for claim in claims:
        out[claim.id] = claim
        around = near.starting(claim.content.start - LONGEST, claim.content.start + 1)
        holding = [c for c in around if c is not claim and wraps(c, claim) and not _is_first(c)]
        if not holding:
            if issuer is not None and _is_first(claim) and claim.source is not None:
                source = msgspec.structs.replace(claim.source, entity=issuer.id)
                out[claim.id] = msgspec.structs.replace(claim, source=source)
            continue
        outer = min(holding, key=lambda c: c.content.end - c.content.start)
        if not _is_first(claim):
            opened = document.text[claim.content.start - 1 : claim.content.start] in _OPENING
            cited = claim.quoted and outer.quoted and not same_speaker(claim, outer)
            if cited and not opened:
                out[claim.id] = msgspec.structs.replace(claim, quoted=False)
        elif claim.act in {"assert", outer.act}:
            dropped[claim.id] = outer
        else:
            out[claim.id] = msgspec.structs.replace(claim, source=outer.source)
            if reach(claim) >= MOST * (outer.content.end - outer.content.start):
                dropped[outer.id] = claim
    kept = [claim for claim in out.values() if claim.id not in dropped]
    return kept, [
        Dropped(record=one, code="repeated", detail=f"{other.id} says the same in the first person")
        for one, other in dropped.items()
    ]


def _is_first(claim: Claim) -> bool:
    return claim.source is not None and claim.source.text.lower() in _FIRST
