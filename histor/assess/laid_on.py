"""One deed that two who speak lay on two doers: whose missile hit the market, who mined the dam.

Unlike who began a fight, the deed is one: it is told of one event, and one of the two
answers whoever lays it on him, or both say outright who was responsible.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from histor.assess.ledger import Ground, Ruling, Side, short
from histor.assess.mutual_blame import deed_laid
from histor.assess.parts import sentence_at
from histor.assess.side_words import SideWords
from histor.records import Claim, ClaimAct, Entity, Event, Span

__all__ = ["laid_on_two"]

_TELLING: frozenset[ClaimAct] = frozenset(["assert", "accuse"])
#: events that somebody may have brought about
_TYPES = frozenset(["ASSAULT", "OTHER"])
#: words of fights, that have a doer on either side
_FIGHT = re.compile(
    r"\b(?:clash|fight|fought|battle|exchange|skirmish|war|conflict|firefight|violence|unrest)",
    re.I,
)
#: who is told to have done it, before words that say so
_RESPONSIBLE = re.compile(
    r"(?P<who>[^,;:]{2,60}?) (?:was|were|is|are|had been|has been|have been|to be) "
    r"(?:\w+ly )?(?:behind|responsible|to blame)\b"
)
#: whom a cue of blame lays it on, as the content begins
_BLAMED = re.compile(
    r"\A\W*(?P<who>[^,;:]{2,60}?) (?:for|of) (?:[\w-]+ ){0,4}?(?:attack|strike|struck|bomb|blast"
    r"|explo|blew|blow|shell|shoot|shot|kill|murder|massacre|destr|fir(?:e|ing)|launch|min(?:ed|ing)"
    r"|raid|sabotag|poison|crime|hit|torch|burn|ramm|cut)"
)
_BLAMING = re.compile(r"\b(?:blam\w+|accus\w+)\b", re.I)
#: what is told as done, and not as "the attacks"
_DONE = re.compile(
    r"\b(?:attacked|assaulted|ambushed|stormed|fired|opened fire|shot|shelled|bombed|bombarded"
    r"|struck|hit|rammed|raided|killed|destroyed|blew|blown|mined|launched|burned|torched|sank|sunk"
    r"|carried out)\b",
    re.I,
)
#: what each side has of its own: "fired at its post"
_OWN = re.compile(r"\b(?:at|on) (?:its|their|our)\b", re.I)
#: characters from what a page tells to who is told to have done it
_REACH = 600
#: accounts of one deed that are compared
_COMPARED = 12


class _Laid(NamedTuple):
    claim: Claim
    sentence: Span
    teller: frozenset[str]
    doers: frozenset[str]
    #: whether it says no more than who was responsible
    outright: bool
    event: str


def laid_on_two(
    claims: Mapping[str, Sequence[Claim]],
    events: Iterable[Event],
    entities: Iterable[Entity],
    ground: Ground,
    known: Iterable[Ruling] = (),
) -> tuple[Ruling, ...]:
    """Return a contradiction for each deed that two lay on two doers, by id.

    Args:
        claims: by page.
        events: the case's.
        entities: the case's, with the places where they are named.
        ground: the case's pages, entities and origins.
        known: what is in dispute already: two claims that stand there are not set apart again.
    """
    before = [{s.place for a in r.dispute.accounts for s in a.evidence} for r in known]
    told = _Deeds(events)
    likely = {page: own for page, own in claims.items() if page in told.at and any(map(_lays, own))}
    sides = SideWords(likely.keys(), entities, ground)
    of_deed: dict[str, list[_Laid]] = defaultdict(list)
    for page in sorted(likely):
        for laid in _laid(likely[page], told, sides, ground):
            of_deed[laid.event].append(laid)
    rulings = []
    for _, accounts in sorted(of_deed.items()):
        pairs = list(_apart(accounts[:_COMPARED]))
        pair = next(iter(pairs), None)
        if pair is not None and not any(
            {one.claim.content.place, other.claim.content.place} <= places
            for one, other in pairs
            for places in before
        ):
            rulings.append(_ruling(*pair, ground))
    return tuple(sorted(rulings, key=lambda r: r.dispute.id))


class _Deeds:
    """The deeds that pages tell, by where they tell them."""

    def __init__(self, events: Iterable[Event]) -> None:
        #: of each page where its deeds stand, and which they are
        self.at: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for event in events:
            if event.type not in _TYPES or not event.real:
                continue
            if any(_FIGHT.match(m.trigger) for m in event.mentions):
                continue
            for mention in event.mentions:
                self.at[mention.span.document].append((mention.span.start, event.id))
        for told in self.at.values():
            told.sort()
        self._known = {id_ for told in self.at.values() for _, id_ in told}

    def of(self, claim: Claim, sentence: Span) -> str | None:
        """Return the deed that a claim speaks of: its own, or the one that the page told last."""
        own = next((e for e in claim.events if e in self._known), None)
        if own is not None:
            return own
        told = self.at[claim.document]
        at = bisect_left(told, (sentence.end, "")) - 1
        near = at >= 0 and sentence.start - told[at][0] <= _REACH
        return told[at][1] if near else None


def _lays(claim: Claim) -> bool:
    if claim.act not in _TELLING or claim.source is None:
        return False
    text = claim.content.text
    return bool(_DONE.search(text) or _RESPONSIBLE.search(text) or _BLAMED.match(text))


def _laid(
    claims: Sequence[Claim], told: _Deeds, sides: SideWords, ground: Ground
) -> Iterator[_Laid]:
    """Yield on whom a page's claims lay its deeds."""
    for claim in filter(_lays, claims):
        sentence = sentence_at(ground.documents[claim.document], claim.content.start)
        teller = sides.teller(claim)
        if sentence is None or not teller or _OWN.search(claim.content.text):
            continue
        doers, outright = _doers(claim, teller, sides)
        event = told.of(claim, sentence) if doers else None
        if event is not None:
            yield _Laid(claim, sentence, teller, doers, outright, event)


def _doers(claim: Claim, teller: frozenset[str], sides: SideWords) -> tuple[frozenset[str], bool]:
    """Return on whom a claim lays a deed, and whether it says so outright."""
    text, page, first = claim.content.text, claim.document, claim.content.start
    blames = claim.cue is not None and _BLAMING.search(claim.cue.text) is not None
    for found in (_RESPONSIBLE.search(text), _BLAMED.match(text) if blames else None):
        if found is not None:
            named = sides.of(page, first + found.start("who"), first + found.end("who"))
            return named - teller, True
    laid = deed_laid(claim, teller, sides) if _DONE.search(text) else None
    if laid is None:
        return frozenset(), False
    # who is named beside a deed of many may be a lawyer whom it befell
    return frozenset(d for d in laid[0] if not sides.is_person(d)), False


def _apart(laid: Sequence[_Laid]) -> Iterator[tuple[_Laid, _Laid]]:
    """Yield two accounts of one deed that name other doers, of which one answers the other."""
    for n, one in enumerate(laid):
        for other in laid[n + 1 :]:
            if one.doers & other.doers or one.teller & other.teller:
                continue
            answers = bool(one.doers & other.teller) or bool(other.doers & one.teller)
            if answers or (one.outright and other.outright):
                yield one, other


def _ruling(one: _Laid, other: _Laid, ground: Ground) -> Ruling:
    said = [short(t.claim.content.text) for t in (one, other)]
    named = [ground.said_by(t.claim) for t in (one, other)]
    labels = [ground.documents[t.sentence.document].label for t in (one, other)]
    tells = [
        f"{who}: “{words}” (“{page}”)" for who, words, page in zip(named, said, labels, strict=True)
    ]
    return ground.ruling(
        "doer",
        "conflict",
        f"It is laid on two: {'; '.join(tells)}.",
        [
            Side(words, (t.claim.content, *_beside(t.claim), t.sentence), (t.claim.id,))
            for words, t in zip(said, (one, other), strict=True)
        ],
        kind="contradiction",
        events=[one.event],
    )


def _beside(claim: Claim) -> tuple[Span, ...]:
    """Return the words by which a page says who speaks."""
    return (claim.source.span,) if claim.source is not None else ()
