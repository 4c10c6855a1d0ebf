"""Accounts of one event on several pages, and on one, as one event.

Accounts that share a word, a type or a party are compared by ``same_event``, and joined by average
link where nothing speaks against it: another day or place, what happened beside what was only
planned. Candidates stand on pages near each other, so that the cost grows with the events and not
with their square.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress, pairwise

import msgspec
import numpy as np
from numpy.typing import NDArray

from histor.extract.events.event_words import event_words
from histor.extract.events.events import agreed_status, event_title
from histor.extract.events.found_events import MUTUAL
from histor.ids import Renamed
from histor.link.account_pairs import AccountPairs, account_pairs
from histor.link.accounts import Accounts, is_harm
from histor.link.actors import Actors
from histor.link.average_link import average_link
from histor.link.bounds import Merging, bounds_of, is_news, looks_back, news_of, ordinal_of
from histor.link.connected import connected
from histor.link.ground import Ground
from histor.link.items import item_of, items_of
from histor.link.landmarks import Landmarks
from histor.link.limits import Limits
from histor.link.pages import Pages
from histor.link.rows import Ints
from histor.link.struck import named_things, struck
from histor.link.told_days import told_days
from histor.link.vectors import News
from histor.records import Claim, Date, Entity, Event, EventMention, PageRecord, Place
from histor.shelf import Shelf

__all__ = ["link_events", "remapped", "with_case_events"]

#: mean probability from which accounts are one event; chosen on ECB+'s dev part
_ONE = 0.25
#: what the mean of equal numbers can be more than each, by rounding
_ROUNDING = 1e-9
#: features of places that hold many towns
_WIDE = frozenset(["ADM1", "ADM2", "RGN", "CONT", "SEA"])
#: pages from which on a doer must be named by more than one
_MANY_PAGES = 5
#: an attack, and what happens without a doer
_ATTACK, _HAPPENING = "ASSAULT", "OTHER"
#: what share of the most namings each of those who did something together must have: one in three
_A_THIRD = 3
_YEAR = re.compile(r"\s*,?\s*\d{4}\b")
#: a death that is an accident
_DROWN = "drown"


def link_events(
    pages: Iterable[PageRecord],
    ids: Mapping[str, str],
    entities: Collection[Entity],
    behind: Actors,
    news: News,
) -> tuple[Sequence[Event], Mapping[str, str]]:
    """Return the case's events by date and id, and each page event's id to the case's.

    The same for any order of ``pages``. ``ids`` maps a page's entity to the case's, ``behind`` one
    of the case's to the country that it stands for.
    """
    pages = Pages.of(pages)
    names: dict[str, str] = {}
    places: dict[str, Place] = {}
    for e in entities:
        names[e.id] = e.name
        if e.place is not None:
            places[e.id] = e.place
    states = {e for e, place in places.items() if place.feature.startswith("PCL")}
    wide = {e for e, place in places.items() if place.feature in _WIDE} | states
    limits = Limits()
    written = [d.written.first if d.written is not None else None for d in pages.documents]
    same_disaster: dict[str, int] = {}
    landmarks = Landmarks(pages, written, lambda e: ids.get(e, e))

    def each_told() -> Iterator[tuple[Event, Date | None, str]]:
        each = zip(pages.documents, pages.events, pages.entities, strict=True)
        for number, (document, events, named) in enumerate(each):
            lead, weekdays, days = news_of(document, events), *_days(pages, number, events)
            day = lead.date.first if lead is not None and lead.date is not None else None
            items, told = items_of(document), told_days(document, events, lead)
            things = named_things(named, lambda e: ids.get(e, e))
            fresh, old = is_news(document, events), looks_back(document, events)
            for event in events:
                own = remapped(event, ids, behind)
                if (known := landmarks.day_of(number, event)) is not None:
                    event = msgspec.structs.replace(event, date=known)
                    same_disaster[event.id] = known.first.toordinal()
                bounds = bounds_of(
                    document,
                    event,
                    places.get(ids.get(event.place or "", "")),
                    states & {*own.recipients},
                    struck(event, things),
                    day,
                    weekdays.get(event.id),
                    item_of(items, event.mentions[0].span.start),
                    told.get(event.id),
                    days.get(event.id),
                    fresh and event.id not in old,
                    event.id in old,
                )
                limits.append(bounds)
                date = event.date or told.get(event.id)
                first = bounds.first.isoformat()
                yield own, date, date.earliest if date is not None else first

    own = Accounts(each_told(), news, same_disaster)
    pages.put_away()
    pairs = account_pairs(own, news, Ground(entities, own), limits)
    firsts = _joined(pairs, limits, own.order)
    del pairs
    merged: Shelf[Event] = Shelf(Event)
    keys: list[tuple[bool, str, str]] = []

    def each() -> Iterator[tuple[str, str]]:
        for group in _groups(firsts):
            cluster = [own.events[n] for n in group]
            event = _merged(cluster, names, wide)
            merged.append(event)
            keys.append((event.date is None, event.date.earliest if event.date else "", event.id))
            yield from ((e.id, event.id) for e in cluster)

    renamed = Renamed(each())
    merged.arrange(sorted(range(len(keys)), key=keys.__getitem__))
    return merged, renamed


def with_case_events(claims: Iterable[Claim], renamed: Mapping[str, str]) -> Iterator[Claim]:
    """Yield the claims with the case's events in the place of their page's."""
    for claim in claims:
        if claim.events:
            known = dict.fromkeys(renamed[e] for e in claim.events if e in renamed)
            yield msgspec.structs.replace(claim, events=tuple(known))
        else:
            yield claim


def remapped(event: Event, ids: Mapping[str, str], behind: Actors) -> Event:
    """Return a page's event with the case's entities for its parties and place."""
    own = msgspec.structs.replace(
        event,
        actors=tuple(ids[a] for a in event.actors if a in ids),
        recipients=tuple(ids[r] for r in event.recipients if r in ids),
        peoples=tuple(dict.fromkeys(ids[p] for p in event.peoples if p in ids)),
    )
    actors, recipients = behind.of(own)
    return msgspec.structs.replace(
        own,
        actors=actors,
        recipients=recipients,
        peoples=tuple(p for p in dict.fromkeys(map(behind.people, own.peoples))),
        place=ids.get(event.place) if event.place else None,
    )


def _days(
    pages: Pages, number: int, events: Iterable[Event]
) -> tuple[dict[str, int], dict[str, int]]:
    """Return the days of the week, and of the year, that a page gives to events of no date.

    By the event's id.
    """
    weekdays: dict[str, int] = {}
    days: dict[str, int] = {}
    timed = [(e.id, m.time) for e in events if e.date is None for m in e.mentions if m.time]
    times = {t.id: t for t in pages.times[number]} if timed else {}
    for event, id_ in timed:
        time = times.get(id_)
        form = time.form if time is not None else None
        if time is None or form is None or form.to_day is not None:
            continue
        if form.weekday is not None:
            weekdays[event] = form.weekday
        if form.kind == "calendar" and form.month and form.day and not form.since:
            day = ordinal_of(form.month, form.day)
            # "5 May , 2013" of a line with a year is the day of the page
            after = time.sentence.text[time.span.end - time.sentence.start :]
            if day is not None and not _YEAR.match(after):
                days[event] = day
    return weekdays, days


# --- what speaks for one event, and nothing against it --------------------------------------------


def _joined(pairs: AccountPairs, limits: Limits, order: Ints) -> NDArray[np.int32]:
    """Return for each account the first of its event."""
    first, second = pairs.first, pairs.second
    part = _parts(pairs, len(order))
    inside = np.flatnonzero(part[first] == part[second])
    inside = inside[np.argsort(part[first[inside]], kind="stable")]
    edges = np.flatnonzero(np.diff(part[first[inside]], prepend=-1, append=-1))
    firsts = np.arange(len(order), dtype=np.int32)
    for low, high in pairwise(edges.tolist()):
        places = inside[low:high]
        a, b = first[places], second[places]
        members = np.unique(np.concatenate((a, b)))
        one, other = np.searchsorted(members, a).tolist(), np.searchsorted(members, b).tolist()
        compared = list(zip(one, other, strict=True))
        likely = pairs.likely[places].tolist()
        bonds = compress(compared, pairs.bound[places].tolist())
        never = compress(compared, pairs.apart[places].tolist())
        merging = Merging(limits.each(order[members].tolist()), bonds, never)
        alike = dict(zip(compared, likely, strict=True))
        for group in average_link(len(members), alike, _ONE, merging.join):
            firsts[members[group]] = members[group[0]]
    return firsts


def _parts(pairs: AccountPairs, count: int) -> NDArray[np.int32]:
    """Return the parts of the case in which events can lie: of each account the least beside it.

    An event is held together by bonds, and by pairs as likely as the mean that joins it. So each of
    the two parts the case within what the other has left together, until neither parts it further.
    """
    first, second = pairs.first, pairs.second
    likely = pairs.likely >= _ONE - _ROUNDING
    part, many, before = np.zeros(count, np.int32), 1, 0
    while many > before:
        for speaking in (likely, pairs.bound):
            kept = np.flatnonzero(speaking & (part[first] == part[second]))
            part = connected(count, first[kept], second[kept]).astype(np.int32)
        before, many = many, len(np.unique(part))
    return part


def _groups(firsts: NDArray[np.int32]) -> Iterator[list[int]]:
    """Yield the accounts of each event, in the order of their first."""
    order = np.argsort(firsts, kind="stable")
    edges = np.flatnonzero(np.diff(firsts[order], prepend=-1, append=-1))
    return (order[low:high].tolist() for low, high in pairwise(edges.tolist()))


# --- what the accounts tell together --------------------------------------------------------------


def _counts(sides: Iterable[tuple[tuple[str, ...], int]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for parties, mentions in sides:
        for party in parties:
            counts[party] += mentions
    return counts


def _agreed(counts: Counter[str], together: bool = False) -> tuple[str, ...]:
    """Return the parties named more than half as often as the one most named, that one first.

    ``together``: of what several do together, a third is enough: who retells a meeting may say
    "with her colleagues".
    """
    most = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    if together:
        return tuple(party for party, n in most if _A_THIRD * n >= most[0][1])
    return tuple(party for party, n in most if 2 * n > most[0][1])


def _vouched(counts: Counter[str], cluster: Sequence[Event]) -> Counter[str]:
    """Leave out doers whom one page alone names, where many tell the event."""
    pages = {e.mentions[0].span.document for e in cluster}
    if len(pages) < _MANY_PAGES:
        return counts
    named = Counter(
        party for party, _ in {(p, e.mentions[0].span.document) for e in cluster for p in e.actors}
    )
    return Counter({party: n for party, n in counts.items() if named[party] > 1})


def _agreed_date(cluster: Sequence[Event]) -> Date | None:
    """Return the most exact date; of several, that of the most sentences, a copy's not counted."""
    dates = {
        e.date.edtf: e.date for e in sorted(cluster, key=lambda e: e.id, reverse=True) if e.date
    }
    told = Counter(
        d for d, _ in {(e.date.edtf, e.mentions[0].span.text) for e in cluster if e.date}
    )
    best = min(dates, key=lambda d: (dates[d].length, -told[d], d), default=None)
    return dates[best] if best is not None else None


def _usual(trigger: str, mentions: Iterable[EventMention]) -> str:
    """Return the word by which an event is named most, the given one where none is above it.

    One that tells what was done is taken before those that tell who came to harm.
    """
    words = [m.trigger for m in mentions]
    if doing := [word for word in words if not is_harm(word)]:
        words = doing
        trigger = trigger if trigger in doing else doing[0]
    told = Counter(word.lower() for word in words)
    best = min(told, key=lambda word: (-told[word], word))
    return best if told[best] > told[trigger.lower()] else trigger


def _by_nobody(cluster: Sequence[Event]) -> bool:
    """Say whether "killed" is no attack: pages tell an accident, and few of them an attack."""
    happening, doing = set(), set()
    accident = False
    for event in cluster:
        document, trigger = event.mentions[0].span.document, event.mentions[0].trigger
        if event.type == _ATTACK and (event.mode or event.actors or not is_harm(trigger)):
            doing.add(document)
        elif event.type == _HAPPENING:
            happening.add(document)
            accident |= event.mode == "disaster" or trigger.lower().startswith(_DROWN)
    return accident and len(happening) > 2 * len(doing)


def _agreed_place(cluster: Sequence[Event], wide: Collection[str]) -> str | None:
    """Return the place that most accounts give, a town before a province; the first of equals."""
    told = Counter(e.place for e in cluster if e.place is not None)
    return min(told, key=lambda p: (p in wide, -told[p]), default=None)


def _merged(cluster: Sequence[Event], names: Mapping[str, str], wide: Collection[str]) -> Event:
    no_attack = _by_nobody(cluster)
    types = Counter(e.type for e in cluster if e.type != _ATTACK or e.mode or not no_attack)
    # "opened fire", and "the deaths": of equally many tellings, that of a doer's deed
    done = not no_attack and any(e.type == _ATTACK and e.actors for e in cluster)
    first = min(
        cluster,
        key=lambda e: (
            -types[e.type],
            done and e.type == _HAPPENING,
            e.date is None,
            e.date.length if e.date else 0,
            e.id,
        ),
    )
    doing = _vouched(_counts((e.actors, len(e.mentions)) for e in cluster), cluster)
    done_to = _counts((e.recipients, len(e.mentions)) for e in cluster)
    # who is on both sides of the accounts is on the one that more of them give
    together = first.type in MUTUAL
    actors = tuple(a for a in _agreed(doing, together) if doing[a] >= done_to[a])
    recipients = tuple(r for r in _agreed(done_to) if r not in actors)
    mentions = sorted(
        (m for e in cluster for m in e.mentions),
        key=lambda m: (m.span.document, m.span.start, m.trigger),
    )
    figures = {(f.span.document, f.span.start): f for e in cluster for f in e.figures}
    documents = len({m.span.document for m in mentions})
    trigger = _usual(first.mentions[0].trigger, [m for e in cluster for m in e.mentions])
    mode = next((e.mode for e in cluster if e.mode and e.type == first.type), None)
    return msgspec.structs.replace(
        first,
        id=min(e.id for e in cluster),
        title=event_title(
            trigger, [names[a] for a in actors], [names[r] for r in recipients], mentions
        ),
        mode=mode,
        date=_agreed_date(cluster),
        context=tuple(sorted({c for e in cluster for c in e.context})),
        intensity=event_words().intensity(first.type, mode),
        status=agreed_status([(e.status, bool(e.actors)) for e in (first, *cluster)]),
        place=_agreed_place(cluster, wide),
        actors=actors,
        recipients=recipients,
        peoples=tuple(sorted({p for e in cluster for p in e.peoples} & {*actors, *recipients})),
        figures=tuple(figures[key] for key in sorted(figures)),
        mentions=tuple(mentions),
        documents=documents,
        origins=documents,
    )
