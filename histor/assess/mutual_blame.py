"""Each of two sides says that the other began it: who shot first, on one page.

Each speaks of a deed of the other, near the other's words, and one of them tells of a beginning or
an answer: "X said that Y's troops fired first; Y said that X's had attacked its post". Neither
account is borne out by the other, and none of them is what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from histor.assess.ledger import Ground, Ruling, Side, short
from histor.assess.parts import sentence_at
from histor.records import Claim, ClaimAct, Document, Event, Span

__all__ = ["mutual_blame"]

_DEEDS = frozenset(["ASSAULT"])
_TELLING: frozenset[ClaimAct] = frozenset(["assert", "accuse", "condemn"])
#: sentences from one account to the other's, at most
_BESIDE = 3
#: words of who began and who answered
_BEGAN = re.compile(
    r"\b(?:first|start(?:ed|ing|s)?|beg[au]n|provo[ck]\w+|unprovoked|respon(?:d|s)\w*|retaliat\w+"
    r"|return(?:ed|ing|s)? (?:the )?fire|self-?defen[cs]e|blam\w+|initiat\w+|came under)\b",
    re.I,
)
#: what is foretold, asked or denied is laid on nobody
_DID = frozenset(["happened", "ongoing", "disputed"])
#: what stands before a deed that befalls who is named before it
_BEFALLS = re.compile(r"\b(?:was|were|been|being|be|get|got)(?: \w+ly)? \Z", re.I)
_NAME = re.compile(r"[^\W\d_][\w’'-]+")


class _Told(NamedTuple):
    """What one side says that another did."""

    claim: Claim
    event: str
    sentence: Span
    #: number of the sentence on its page
    at: int
    #: the side that says so, and those that did it: ids, and countries as "in XX"
    teller: frozenset[str]
    doers: frozenset[str]


def mutual_blame(
    claims: Mapping[str, Sequence[Claim]], events: Mapping[str, Event], ground: Ground
) -> tuple[Ruling, ...]:
    """Return a contradiction for each two sides that lay one beginning on each other, by id.

    Args:
        claims: by page.
        events: by id.
        ground: the case's pages, entities and origins. Of pages of one origin the first counts.
    """
    found: dict[tuple[str, frozenset[str]], Ruling] = {}
    for page in claims:
        told = list(_told(ground.documents[page], claims[page], events, ground))
        for n, one in enumerate(told):
            for other in told[n + 1 :]:
                if other.at - one.at > _BESIDE:
                    break
                if _against(one, other):
                    sides = frozenset(one.doers | other.doers)
                    key = ground.origin_of[page], sides
                    if key not in found:
                        found[key] = _ruling(one, other, ground)
    return tuple(sorted(found.values(), key=lambda r: r.dispute.id))


def _told(
    page: Document, claims: Sequence[Claim], events: Mapping[str, Event], ground: Ground
) -> Iterator[_Told]:
    starts = {start: n for n, (start, _) in enumerate(page.sentences)}
    for claim in sorted(claims, key=lambda c: c.content.place):
        if claim.act not in _TELLING or claim.source is None:
            continue
        sentence = sentence_at(page, claim.content.start)
        if sentence is None:
            continue
        teller = _side(claim, ground)
        if not teller:
            continue
        for id_ in claim.events:
            event = events[id_]
            if event.type not in _DEEDS or event.status not in _DID:
                continue
            doers = _doers(event, claim, ground)
            if doers - teller:
                yield _Told(claim, event.id, sentence, starts[sentence.start], teller, doers)


def _doers(event: Event, claim: Claim, ground: Ground) -> frozenset[str]:
    """Return who did it by this claim's own words, of those that accounts of the event name."""
    for mention in event.mentions:
        if mention.claim != claim.id:
            continue
        text = mention.span.text
        first = max(0, claim.content.start - mention.span.start)
        at = text.find(mention.trigger, first)
        if at < 0 or _BEFALLS.search(text[first:at]):
            return frozenset()
        if named := _lands(text[first:at], ground):
            return frozenset(named[-1:])
        said = claim.content.text
        return frozenset(
            key
            for a in event.actors
            if a in ground.entities and any(n.text in said for n in ground.entities[a].names)
            for key in _keys(a, ground)
        )
    return frozenset()


def _lands(text: str, ground: Ground) -> list[str]:
    """Return the countries that words name, themselves or their people, in order, as "in XX"."""
    words = (w[0].lower().removesuffix("'s").removesuffix("’s") for w in _NAME.finditer(text))
    return [f"in {ground.lands[w]}" for w in words if w in ground.lands]


def _side(claim: Claim, ground: Ground) -> frozenset[str]:
    """Return on whose side a source speaks: who it is, its country, the country in its words."""
    source = claim.source
    if source is None:
        return frozenset()
    keys = _keys(source.entity, ground) if source.entity is not None else frozenset[str]()
    # "A. B., a spokesman of Chile's army" may be of no known country himself
    return keys if len(keys) > 1 else keys | frozenset(_lands(source.text, ground)[:1])


def _keys(entity: str, ground: Ground) -> frozenset[str]:
    known = ground.entities.get(entity)
    country = known.country if known is not None else None
    return frozenset([entity, f"in {country}"] if country else [entity])


def _against(one: _Told, other: _Told) -> bool:
    """Say whether each lays it on the other, and one of them speaks of a beginning."""
    if one.teller & other.teller or one.doers & other.doers:
        return False
    if not (one.teller & other.doers and other.teller & one.doers):
        return False
    return any(_BEGAN.search(t.sentence.text) for t in (one, other))


def _ruling(one: _Told, other: _Told, ground: Ground) -> Ruling:
    page = ground.documents[one.sentence.document].label
    named = [ground.said_by(t.claim) for t in (one, other)]
    said = [short(t.claim.content.text) for t in (one, other)]
    return ground.ruling(
        "doer",
        "conflict",
        f"Each lays it on the other in “{page}”: {named[0]} says “{said[0]}”, "
        f"{named[1]} says “{said[1]}”.",
        [
            Side(words, (t.claim.content, t.sentence), (t.claim.id,))
            for words, t in zip(said, (one, other), strict=True)
        ],
        kind="contradiction",
        events=(one.event, other.event),
    )
