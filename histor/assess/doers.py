"""Each side says that the other did it: one deed, one day, two doers.

Two accounts of a deed are set against each other when they agree in its kind, its day and whom or
where it befell, name doers apart, and one account is told by the doer of the other, or both give
one number. Less than that may be two deeds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from histor.assess.ledger import Ground, Ruling, Side
from histor.assess.parts import days_between, named_places, sentence_at
from histor.records import Event, EventMention, Span

__all__ = ["doer_disputes"]

#: letters that a country and its people share: "Tarnia", "Tarnian"
_STEM = 5
#: deeds of one type and day that one is compared with
_COMPARED = 60
_DEEDS = frozenset(["ASSAULT", "COERCE", "MOBILIZE"])


class _Deed(NamedTuple):
    event: Event
    mention: EventMention
    sentence: Span
    #: names of the doers, and of who says so
    doers: frozenset[str]
    teller: str
    places: frozenset[str]
    numbers: frozenset[tuple[str, float | None]]
    #: ISO day
    day: str


def doer_disputes(
    events: Sequence[Event], ground: Ground, country_of: Callable[[str], str]
) -> tuple[Ruling, ...]:
    """Return a contradiction for each deed that two accounts lay on different doers, by id."""
    days: dict[tuple[str, str], list[_Deed]] = defaultdict(list)
    found: dict[tuple[frozenset[str], str], Ruling] = {}
    for deed in _deeds(events, ground):
        key = (deed.event.type, deed.day)
        for other in days[key][-_COMPARED:]:
            if _set_apart(other, deed, ground, country_of):
                doers = other.doers | deed.doers
                found.setdefault((doers, key[1]), _ruling(other, deed, ground))
        days[key].append(deed)
    return tuple(sorted(found.values(), key=lambda r: r.dispute.id))


def _deeds(events: Sequence[Event], ground: Ground) -> Iterator[_Deed]:
    for event in events:
        if not event.real or event.date is None or event.date.length or not event.actors:
            continue
        if event.type not in _DEEDS:
            continue
        for mention in event.mentions:
            page = ground.documents[mention.span.document]
            sentence = sentence_at(page, mention.span.start)
            teller = ground.speaker(mention.claim) if mention.claim else None
            if sentence is None or teller is None:
                continue
            claim = ground.claims[mention.claim or ""]
            numbers = frozenset(
                (f.quantity, f.low) for f in event.figures if f.span.document == page.id
            )
            yield _Deed(
                event,
                mention,
                sentence,
                frozenset(ground.entities[a].name for a in event.actors),
                teller,
                frozenset(named_places(claim.content.text)),
                numbers,
                event.date.earliest,
            )


def _set_apart(a: _Deed, b: _Deed, ground: Ground, country_of: Callable[[str], str]) -> bool:
    """Say whether two accounts lay one deed on two doers."""
    pages = a.sentence.document, b.sentence.document
    if ground.origin_of[pages[0]] == ground.origin_of[pages[1]] or a.event.id == b.event.id:
        return False
    mine, theirs = ({country_of(x) for x in d.event.actors} for d in (a, b))
    if mine & theirs or any(_akin(x, y) for x in a.doers for y in b.doers):
        return False
    dates = [[d.mention.date] if d.mention.date else [] for d in (a, b)]
    if days_between(*dates):
        return False
    befell = {*a.event.recipients, a.event.place} & {*b.event.recipients, b.event.place} - {None}
    if not befell and not a.places & b.places:
        return False
    crossed = any(_akin(a.teller, x) for x in b.doers), any(_akin(b.teller, x) for x in a.doers)
    return all(crossed) or (any(crossed) and bool(a.numbers & b.numbers))


def _akin(one: str, other: str) -> bool:
    """Say whether two names have a word of one stem: "Tarnia's army", "Tarnian"."""
    stems, others = (
        {w[:_STEM].lower() for w in name.split() if w[:1].isupper() and len(w) >= _STEM}
        for name in (one, other)
    )
    return bool(stems & others)


def _ruling(a: _Deed, b: _Deed, ground: Ground) -> Ruling:
    named = [" and ".join(sorted(d.doers)) for d in (a, b)]
    pages = [ground.documents[d.sentence.document].label for d in (a, b)]
    what = f"“{a.mention.trigger}”" if a.mention.trigger == b.mention.trigger else "The deed"
    return ground.ruling(
        "doer",
        "conflict",
        f"{what} is laid on {named[0]} by {a.teller} in “{pages[0]}”, "
        f"on {named[1]} by {b.teller} in “{pages[1]}”.",
        [
            Side(name, (d.sentence,), (d.mention.claim,) if d.mention.claim else ())
            for name, d in zip(named, (a, b), strict=True)
        ],
        kind="contradiction",
        events=(a.event.id, b.event.id),
    )
