"""Second-hand claims: through whom what was said reached the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from histor.extract.claims.claim_sources import SourceReader
from histor.extract.claims.repeats import LONGEST
from histor.extract.claims.second_hand import MOST, reach, wraps
from histor.extract.claims.told_again import LastBody, told_body
from histor.extract.claims.venues import carriers, cited, venue
from histor.extract.lexicons import is_outlet
from histor.extract.nearby import Nearby
from histor.records import Claim, ClaimSource, Document, Dropped, Entity

__all__ = ["with_chains"]

#: characters of what is left out that its record shows
_SHOWN = 80
#: characters between "replied" and "according to", and where words are quoted: "told his Chilean
#: colleague by telephone, according to"
_BETWEEN, _BEHIND_QUOTE = 40, 80
#: characters of a comma between a speaker and "according to"
_COMMA = 3
_CARRYING = ("according to", "as ", "report", "writ", "pass", "cit", "quot")

#: what stands between whom one cites and another who answers
_ANSWERING = re.compile(r"[,;]\s(?:but|while|though|although|whereas)\s")


def with_chains(
    document: Document, claims: Sequence[Claim], sources: SourceReader, entities: Sequence[Entity]
) -> tuple[list[Claim], list[Dropped]]:
    """Give each claim its chain, nearest speaker first, and drop claims that only pass another on.

    A chain comes from a wider claim whose content holds this one whole ("Y reports that X said …"),
    from an outlet that was told or carried it ("X told Y …"), from an outlet beside the speaker
    ("… X said, according to Y"), or from whom the speaker cites. An outlet that cites somebody
    passes on what that one says.
    """
    chained: list[Claim] = []
    dropped: list[Dropped] = []
    sentences = _Sentences(document)
    claims, dropped = _without_citing(document, claims)
    claims = [_from_cited(document, claim, sentences, sources) for claim in claims]
    near = Nearby(claims, lambda claim: claim.content.start)
    body = LastBody({e.id: e for e in entities})
    for claim in claims:
        around = near.starting(claim.content.start - LONGEST, claim.content.start + 1)
        inside = near.starting(claim.content.start, claim.content.end)
        stray = any(_tells_of(claim, other) for other in around)
        if stray or any(_carries(claim, other) for other in around) or _passes_whole(claim, inside):
            detail = f"“{claim.source.text if claim.source else ''}” passes on what another says"
            dropped.append(Dropped(record=claim.id, code="second_hand", detail=detail))
            continue
        told = _told(document, claim, sentences, sources)
        heard = None if told else told_body(document, claim, body.entity, sources)
        told = told if heard is None else [heard]
        body.note(claim)
        carriers = [c for c in around if _carries(c, claim)]
        # who denies an accusation does not pass it on
        wider = sorted(
            (c for c in around if c.act != "deny" and wraps(c, claim)),
            key=lambda c: c.content.end - c.content.start,
        )
        passing = [
            link
            for c in (*carriers, *wider)
            if c.source
            for link in (c.source, *c.chain, *_told(document, c, sentences, sources))
        ]
        links = [*claim.chain, *told, *passing]
        chained.append(msgspec.structs.replace(claim, chain=_distinct(links, claim)))
    return _told_on(document, chained), dropped


def _passes_whole(claim: Claim, inside: Sequence[Claim]) -> bool:
    """Say whether somebody only tells who said something: "N. N. said …, the outlet reports"."""
    if claim.cue is None or claim.source is None:
        return False
    within = [c for c in inside if c is not claim and wraps(claim, c)]
    if claim.cue.text.lower().startswith(("quot", "cit")):
        return bool(within) or any(c is not claim and _same_content(claim, c) for c in inside)
    whole = claim.content.end - claim.content.start
    if any(c.quoted and _right_behind(claim, c) for c in within):
        return True  # "“…,” N told his colleague by telephone, according to X"
    return any(
        reach(c) >= whole * MOST and (_is_carrier(claim) or _right_behind(claim, c)) for c in within
    )


def _told_on(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """Give the outlet that a speaker told to the quotations that follow in the paragraph."""
    out: list[Claim] = []
    last: Claim | None = None
    for claim in sorted(claims, key=lambda c: (c.content.start, c.content.end, c.id)):
        if (
            last is not None
            and not claim.chain
            and claim.quoted
            and claim.source is not None
            and last.source is not None
            and claim.source.entity is not None
            and claim.source.entity == last.source.entity
            and "\n\n" not in document.text[last.content.start : claim.content.start]
        ):
            claim = msgspec.structs.replace(claim, chain=last.chain)
        if claim.chain and claim.cue is not None:
            last = claim
        out.append(claim)
    return out


def _carries(carrier: Claim, claim: Claim) -> bool:
    """Say whether an outlet's claim has the very content of a speaker's."""
    return (
        carrier is not claim
        and carrier.source is not None
        and claim.source is not None
        and _same_content(carrier, claim)
        and not _is_carrier(claim)
        and (_is_carrier(carrier) or _right_behind(carrier, claim))
    )


def _right_behind(carrier: Claim, claim: Claim) -> bool:
    """Say whether through whom it is told stands behind the saying: "N replied, according to …"."""
    if carrier.cue is None or claim.cue is None or carrier.cue.text.lower() != "according to":
        return False
    if carrier.source is None or claim.source is None:
        return False
    # "N, according to an aide, said that …"
    amid = claim.source.span.end <= carrier.cue.start <= carrier.source.span.end <= claim.cue.start
    # "N, which takes orders according to its critics, said that …"
    amid = amid and carrier.cue.start - claim.source.span.end <= _COMMA
    most = _BEHIND_QUOTE if claim.quoted else _BETWEEN
    return amid or 0 < carrier.cue.start - claim.cue.end <= most


def _tells_of(carrier: Claim, claim: Claim) -> bool:
    """Say whether "according to" is of a clause on who speaks: "N, an ally according to X"."""
    if carrier.cue is None or claim.cue is None or carrier.cue.text.lower() != "according to":
        return False
    if claim is carrier or claim.source is None or not _same_content(carrier, claim):
        return False
    amid = claim.source.span.end <= carrier.cue.start < claim.cue.start
    return amid and carrier.cue.start - claim.source.span.end > _COMMA


def _is_carrier(claim: Claim) -> bool:
    cue = claim.cue.text.lower() if claim.cue else ""
    return claim.source is not None and is_outlet(claim.source.text) and cue.startswith(_CARRYING)


def _same_content(one: Claim, other: Claim) -> bool:
    return (one.content.start, one.content.end) == (other.content.start, other.content.end)


def _told(
    document: Document, claim: Claim, sentences: _Sentences, sources: SourceReader
) -> list[ClaimSource]:
    """Return the outlet that the speaker told, or whom he cites."""
    within = sentences.around(claim)
    if within is None or claim.source is None:
        return []
    outlet = venue(document, claim, within, sources)
    body = None if _passes_on(claim) else cited(document, claim, within, sources)
    if body is not None and _ANSWERING.search(
        document.text, body.span.end, max(body.span.end, claim.source.span.start)
    ):
        body = None  # "…, citing an officer, reported it, but N denied it"
    passed = carriers(document, claim, within, sources)
    if outlet is not None:
        passed = [p for p in passed if not (_is_part(p, outlet) or _is_part(outlet, p))]
    told = [link for link in (outlet, *passed, body) if link is not None]
    return sorted(told, key=lambda link: link.span.start) if passed else told


def _from_cited(
    document: Document, claim: Claim, sentences: _Sentences, sources: SourceReader
) -> Claim:
    """Give what an outlet reports, citing somebody, to the one it cites."""
    within = sentences.around(claim)
    if within is None or claim.source is None or claim.cue is None:
        return claim
    reports = claim.cue.text.lower().startswith(_CARRYING)
    if not (is_outlet(claim.source.text) or reports):
        return claim
    body = cited(document, claim, within, sources)
    if body is None:
        return claim
    return msgspec.structs.replace(claim, source=body, chain=(claim.source,))


def _passes_on(claim: Claim) -> bool:
    return bool(claim.chain)


def _without_citing(
    document: Document, claims: Sequence[Claim]
) -> tuple[list[Claim], list[Dropped]]:
    """Leave out the "claim" that somebody is cited, which says nothing."""
    kept: list[Claim] = []
    dropped: list[Dropped] = []
    near = Nearby(claims, lambda claim: claim.content.start)
    for claim in claims:
        inside = near.starting(claim.content.start, claim.content.end)
        # "the daily cited aides as saying …" passes on what the aides say
        passes = any(
            c is not claim and (wraps(claim, c) or _same_content(claim, c)) for c in inside
        )
        if _only_cites(claim) and not passes:
            cue = claim.cue.text if claim.cue else ""
            detail = f"“{cue} {claim.content.text[:_SHOWN]}” names whose words they are"
            dropped.append(Dropped(record=claim.id, code="second_hand", detail=detail))
        else:
            kept.append(claim)
    return kept, dropped


def _only_cites(claim: Claim) -> bool:
    cue = claim.cue.text.lower() if claim.cue else ""
    by_outlet = claim.source is not None and is_outlet(claim.source.text)
    return cue in {"citing", "quoting"} or (by_outlet and cue in {"cited", "cites"})


class _Sentences:
    """The sentences of a page, asked for the one in which something is said."""

    def __init__(self, document: Document) -> None:
        self._sentences = document.sentences
        self._starts = [start for start, _ in document.sentences]

    def around(self, claim: Claim) -> tuple[int, int] | None:
        """Return the sentence of a claim's cue; none if it has no cue."""
        at = bisect_right(self._starts, claim.cue.start) - 1 if claim.cue is not None else -1
        return self._sentences[at] if at >= 0 else None


def _distinct(links: Sequence[ClaimSource], claim: Claim) -> tuple[ClaimSource, ...]:
    """Leave out whom the chain names twice, and the speaker himself."""
    seen = {_who(claim.source)} if claim.source else set()
    out = []
    for link in links:
        within = claim.source is not None and _is_part(link, claim.source)
        if _who(link) not in seen and not within:
            seen.add(_who(link))
            out.append(link)
    return tuple(out)


def _is_part(link: ClaimSource, source: ClaimSource) -> bool:
    """Say whether one naming is part of the other: "aides", "aides quoted by the daily"."""
    overlap = link.span.start <= source.span.start and source.span.end <= link.span.end
    return overlap or link.text in source.text


def _who(source: ClaimSource) -> str:
    return source.entity or source.text.casefold().removeprefix("the ")
