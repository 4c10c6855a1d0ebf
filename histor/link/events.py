"""Accounts of one event on several pages, and on one, as one event.

Accounts that share a word, a type or a party are compared by ``same_event``, and joined by average
link where nothing speaks against it: another day or place, what happened beside what was only
planned. Candidates stand on pages near each other, so that the cost grows with the events and not
with their square.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from histor.extract.event_words import event_words
from histor.extract.events import event_title
from histor.extract.toponyms import distance
from histor.link.accounts import Accounts
from histor.link.actors import Actors
from histor.link.average_link import average_link
from histor.link.compared import Compared, candidates
from histor.link.connected import connected
from histor.link.near_pages import NearPages
from histor.link.pages import Pages
from histor.link.rows import Floats, Ints
from histor.link.same_event import (
    PRECISE,
    Telling,
    days_shared,
    features,
    probabilities,
    surely_one,
)
from histor.link.told_alike import LEAD
from histor.link.vectors import News, cosine
from histor.records import Claim, Date, Document, Entity, Event, PageRecord, Place, Story
from histor.shelf import Shelf

__all__ = ["link_events", "remapped", "with_case_events"]

#: pairs whose features are computed together
_AT_ONCE = 500
#: mean probability from which accounts are one event; chosen on ECB+'s dev part
_ONE = 0.25
#: probability of what parties and day or word leave no doubt of
_SURE = 0.7
#: what is left of it where two accounts name parties apart: of one kind, or of two
_RIVALS, _OTHERS = 0.25, 0.7
#: names of a few pages, or of a small share of them, tell one matter from another
_FEW, _SHARE, _TOWN_SHARE = 3, 0.05, 0.5
_WIDE = ("place PCL", "place CON", "place RGN", "group")
#: cosine of two sentences of which one retells the other, and of two pages that tell one matter
_RETOLD, _ALIKE = 0.4, 0.2
#: days by which two accounts of one event may differ: time zones and night
_SLACK = dt.timedelta(days=1)
#: sentences of a page that tell its news, and days that news is old
_FRESH = dt.timedelta(days=7)
#: modes that accounts of one attack may mix
_WEAPONS = frozenset(["aerial", "drone", "heavy-weapons", "explosives", "firearms", "destroy"])
#: PLOVER's quad classes of words
_VERBAL = frozenset([1, 3])
#: pages from which on a doer must be named by more than one
_MANY_PAGES = 5
#: stems of words that only say that people came to harm
_HARM = frozenset(["kill", "killi", "injur", "wound", "hurt", "die", "death", "dead"])
#: types of events that are known by who takes part
_MUTUAL = frozenset(["CONSULT", "AGREE", "COOPERATE"])
_TOWNS = frozenset(["PPL", "PPLC"])
#: kilometres between towns that are not taken for one another
_FAR = 60.0


def link_events(
    pages: Iterable[PageRecord],
    ids: Mapping[str, str],
    entities: Iterable[Entity],
    behind: Actors,
    news: News,
    stories: Iterable[Story] = (),
) -> tuple[Sequence[Event], dict[str, str]]:
    """Return the case's events by date and id, and each page event's id to the case's.

    The same for any order of ``pages``. ``ids`` maps a page's entity to the case's, ``behind`` one
    of the case's to the country that it stands for. Pages of one of ``stories`` can tell one event
    without naming it by more than its word.
    """
    pages = Pages.of(pages)
    known = tuple(entities)
    names = {e.id: e.name for e in known}
    places = {e.id: e.place for e in known if e.place is not None}
    states = {e.id for e in known if e.place is not None and e.place.feature.startswith("PCL")}
    limits: list[_Bounds] = []

    def told() -> Iterator[tuple[Event, str]]:
        for document, events in zip(pages.documents, pages.events, strict=True):
            for event in events:
                bounds = _bounds(document, event, places.get(ids.get(event.place or "", "")))
                own = remapped(event, ids, behind)
                limits.append(_addressed(bounds, own, states))
                yield own, bounds.key

    own = Accounts(told(), news)
    ground = _Ground(known, stories, own)
    pairs = _likeness(own, candidates(own, news), NearPages(news), ground)
    groups = _joined(pairs, [limits[n] for n in own.order])
    merged: Shelf[Event] = Shelf(Event)
    keys: list[tuple[bool, str, str]] = []
    renamed: dict[str, str] = {}
    for group in groups:
        cluster = [own.events[n] for n in group]
        event = _merged(cluster, names)
        merged.append(event)
        keys.append((event.date is None, event.date.earliest if event.date else "", event.id))
        renamed |= {e.id: event.id for e in cluster}
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
    )
    actors, recipients = behind.of(own)
    return msgspec.structs.replace(
        own,
        actors=actors,
        recipients=recipients,
        place=ids.get(event.place) if event.place else None,
    )


# --- how likely they tell one event ---------------------------------------------------------------


class _Ground:
    """What the case knows of its names and pages, on which two accounts are judged."""

    def __init__(
        self, entities: Iterable[Entity], stories: Iterable[Story], accounts: Accounts
    ) -> None:
        known = tuple(entities)
        self.kinds = {e.id: f"{e.kind} {e.place.feature[:3] if e.place else ''}" for e in known}
        self._towns = {e.id for e in known if e.place is not None and e.place.feature == "PPL"}
        self._story = {d: s.id for s in stories if len(s.documents) > 1 for d in s.documents}
        self._number = {s: n for n, s in enumerate(sorted(set(self._story.values())))}
        self._pages, pages = accounts.named, accounts.told_on
        self._common, self._usual = max(_FEW, _SHARE * pages), max(_FEW, _TOWN_SHARE * pages)

    def story_number(self, document: str) -> int:
        """Return a number that the pages of one story share; -1 for a page of none."""
        return self._number.get(self._story.get(document, ""), -1)

    def binds(self, one: Telling, other: Telling, pages: float) -> bool:
        """Say whether more than a likeness of words speaks for one event on two pages.

        ``pages``: the cosine of the two. Pages that tell one story, and are as like each other as
        only such pages are, need no more for a deed; for words they need a speaker in common.
        """
        a, b = one.event, other.event
        if a.date and b.date and days_shared(a.date, b.date, _SLACK):
            return True
        actors = set(a.actors) & set(b.actors)
        if actors and set(a.recipients) & set(b.recipients):
            return True
        if one.stems & other.stems and any(map(self._tells, one.names & other.names)):
            return True
        if cosine(one.words, other.words) >= _RETOLD:
            return True
        story = self._story.get(one.document)
        if pages < _ALIKE and (story is None or story != self._story.get(other.document)):
            return False
        return a.quad not in _VERBAL or bool(actors)

    def _tells(self, name: str) -> bool:
        """Say whether a name tells one matter from another: no country, nor on every page.

        The town where it happened may be on many pages of a crisis; a capital is on those of all.
        """
        if self.kinds.get(name, "").startswith(_WIDE):
            return False
        return self._pages[name] <= (self._usual if name in self._towns else self._common)


class _Pairs(NamedTuple):
    """Accounts that were compared: the lesser number first, in order."""

    first: Ints
    second: Ints
    #: how likely they tell one event
    likely: Floats
    #: whether more than a likeness of words binds them
    bound: NDArray[np.bool_]


def _likeness(own: Accounts, pairs: Compared, near: NearPages, ground: _Ground) -> _Pairs:
    """Return how likely the accounts of each pair tell one event.

    They are compared story by story, and else party by party, so that few accounts have to be at
    hand together.
    """
    first, second, beside = pairs
    found = _Pairs(first, second, np.zeros(len(first)), np.zeros(len(first), bool))
    story = np.array([ground.story_number(own.document(n)) for n in range(len(own))], np.int64)
    order = np.lexsort((second, first, story[first] * (beside == 0), beside))
    for start in range(0, len(order), _AT_ONCE):
        batch = order[start : start + _AT_ONCE].tolist()
        compared = [(own[int(first[n])], own[int(second[n])]) for n in batch]
        pages = [near.between(a.document, b.document) for a, b in compared]
        rows = [features(a, b, p) for (a, b), p in zip(compared, pages, strict=True)]
        for k, likely in enumerate(probabilities(rows)):
            one, other = compared[k]
            found.likely[batch[k]] = _weighed(one, other, likely, ground)
            found.bound[batch[k]] = _bound(one, other, pages[k].cosine, ground)
    return found


def _bound(one: Telling, other: Telling, pages: float, ground: _Ground) -> bool:
    if one.document != other.document:
        return ground.binds(one, other, pages)
    a, b = one.event, other.event
    if a.quad not in _VERBAL and b.quad not in _VERBAL:
        return True
    # a page tells many demands: those of nobody known are not one
    return bool({*a.actors, *a.recipients} & {*b.actors, *b.recipients})


def _weighed(one: Telling, other: Telling, likely: float, ground: _Ground) -> float:
    """Return the probability in the light of parties that two accounts name."""
    sides = _apart_sides(one.event, other.event)
    if not sides and surely_one(one, other):
        return max(likely, _SURE)
    for mine, theirs in sides:
        if mine is one.event.actors and one.event.quad in _VERBAL:
            return 0.0  # two who say the same do not say it together
        same_kind = {ground.kinds.get(p) for p in mine} & {ground.kinds.get(p) for p in theirs}
        likely *= _RIVALS if same_kind else _OTHERS
    # "the attack" among "attacks of the kind", or two tolls of nobody in common
    if one.document == other.document and (_many_and_one(one, other) or _two_tolls(one, other)):
        likely *= _RIVALS
    if _meets_others(one.event, other.event) or _other_words(one, other):
        likely *= _RIVALS
    return likely


def _other_words(one: Telling, other: Telling) -> bool:
    """Say whether words of two senses tell events of two types: "opened fire", "closed"."""
    kinds = {one.event.type, other.event.type}
    return (
        len(kinds) > 1
        and bool(one.event.type and other.event.type)
        and not (one.senses & other.senses)
    )


def _two_tolls(one: Telling, other: Telling) -> bool:
    """Say whether two accounts tell no more than that people came to harm, and share none."""
    if not (one.stems <= _HARM and other.stems <= _HARM) or one.figures & other.figures:
        return False
    a, b = one.event, other.event
    return not {*a.actors, *a.recipients} & {*b.actors, *b.recipients}


def _many_and_one(one: Telling, other: Telling) -> bool:
    """Say whether one account tells of many events by the word by which another tells of one."""
    words = [t.event.mentions[0].trigger.lower() for t in (one, other)]
    return f"{words[0]}s" == words[1] or f"{words[1]}s" == words[0]


def _meets_others(one: Event, other: Event) -> bool:
    """Say whether two talks or deals have each a party that the other lacks."""
    if one.type not in _MUTUAL or other.type not in _MUTUAL:
        return False
    mine, theirs = {*one.actors, *one.recipients}, {*other.actors, *other.recipients}
    return len(mine) > 1 and len(theirs) > 1 and bool(mine - theirs) and bool(theirs - mine)


def _apart_sides(one: Event, other: Event) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the doers, and those it befell, where two accounts name none in common."""
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    return [(a, b) for a, b in sides if a and b and not set(a) & set(b)]


# --- what speaks against it -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What an event cannot leave: days, place, whether it was, and how it was done."""

    #: whether it was, as somebody says, or is only ahead
    real: bool
    first: dt.date
    last: dt.date
    place: Place | None
    mode: str | None
    #: by which events are ordered
    key: str
    #: countries spoken to or of: charges against two are not one
    addressed: frozenset[str] = frozenset()


def _bounds(document: Document, event: Event, place: Place | None) -> _Bounds:
    """Return the bounds of one page's event.

    An undated event of the page's lead is its news; any other was before the page was written.
    """
    real = event.real or event.status == "denied"
    first, last = dt.date.min, dt.date.max
    written = document.written
    date = event.date
    if date is not None:
        slack = _SLACK if date.length <= PRECISE else dt.timedelta(0)
        first, last = _moved(date.first, -slack), _moved(date.last, slack)
    elif written is not None and real:
        last = _moved(written.last, _SLACK)
        if _in_lead(document, event) and written.length <= _FRESH.days:
            first = _moved(written.first, -_FRESH)
    mode = "arms" if event.mode in _WEAPONS else event.mode
    key = date.earliest if date is not None else first.isoformat()
    return _Bounds(real, first, last, place, mode, key)


def _addressed(bounds: _Bounds, event: Event, states: Collection[str]) -> _Bounds:
    """Return the bounds of an event of words with the countries that it is addressed to."""
    if event.quad not in _VERBAL:
        return bounds
    return replace(bounds, addressed=frozenset(r for r in event.recipients if r in states))


def _moved(day: dt.date, by: dt.timedelta) -> dt.date:
    try:
        return day + by
    except OverflowError:
        return day


def _in_lead(document: Document, event: Event) -> bool:
    sentences = document.sentences
    if not sentences:
        return False
    return event.mentions[0].span.start < sentences[min(LEAD, len(sentences)) - 1][1]


def _joined(pairs: _Pairs, bounds: Sequence[_Bounds]) -> list[list[int]]:
    """Return the accounts of each event, in the order of their first.

    Only what a chain of bonds connects can become one event, so that each such part of the case is
    joined by itself.
    """
    first, second, bound = pairs.first, pairs.second, pairs.bound
    part = connected(len(bounds), first[bound].tolist(), second[bound].tolist())
    inside = np.flatnonzero(part[first] == part[second])
    inside = inside[np.argsort(part[first[inside]], kind="stable")]
    edges = np.flatnonzero(np.diff(part[first[inside]])) + 1
    found: list[list[int]] = []
    alone = np.ones(len(bounds), bool)
    for places in np.split(inside, edges) if len(inside) else []:
        a, b = first[places], second[places]
        members = np.unique(np.concatenate((a, b)))
        alone[members] = False
        one, other = np.searchsorted(members, a).tolist(), np.searchsorted(members, b).tolist()
        compared = list(zip(one, other, strict=True))
        likely = pairs.likely[places].tolist()
        bonds = [pair for pair, is_bound in zip(compared, bound[places], strict=True) if is_bound]
        merging = _Merging([bounds[n] for n in members.tolist()], bonds)
        groups = average_link(
            len(members), dict(zip(compared, likely, strict=True)), _ONE, merging.join
        )
        found += [members[group].tolist() for group in groups]
    found += [[n] for n in np.flatnonzero(alone).tolist()]
    return sorted(found)


class _Merging:
    """Keeps the bounds of clusters, and refuses joins that would break them."""

    def __init__(self, bounds: Sequence[_Bounds], bonds: Iterable[tuple[int, int]]) -> None:
        self._bounds = dict(enumerate(bounds))
        self._bonds: dict[int, set[int]] = defaultdict(set)
        for a, b in bonds:
            self._bonds[a].add(b)
            self._bonds[b].add(a)

    def join(self, a: int, b: int) -> bool:
        """Join two clusters if an account of the one is bound to one of the other, in bounds."""
        if b not in self._bonds[a]:
            return False
        one, other = self._bounds[a], self._bounds[b]
        first, last = max(one.first, other.first), min(one.last, other.last)
        if one.real != other.real:
            return False
        if one.mode and other.mode and one.mode != other.mode:
            return False
        if first > last or _apart(one.place, other.place):
            return False
        if one.addressed and other.addressed and not one.addressed & other.addressed:
            return False
        self._bounds[a] = replace(
            one,
            first=first,
            last=last,
            place=one.place or other.place,
            mode=one.mode or other.mode,
            addressed=one.addressed | other.addressed,
        )
        for c in self._bonds.pop(b):
            self._bonds[c].discard(b)
            if c != a:
                self._bonds[c].add(a)
                self._bonds[a].add(c)
        return True


def _apart(one: Place | None, other: Place | None) -> bool:
    """Say whether two places are in different countries, or towns too far from each other."""
    if one is None or other is None or one == other:
        return False
    if one.country and other.country and one.country != other.country:
        return True
    towns = one.feature in _TOWNS and other.feature in _TOWNS
    away = distance(one.latitude, one.longitude, other.latitude, other.longitude)
    return towns and away > _FAR


# --- what the accounts tell together --------------------------------------------------------------


def _counts(sides: Iterable[tuple[tuple[str, ...], int]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for parties, mentions in sides:
        for party in parties:
            counts[party] += mentions
    return counts


def _agreed(counts: Counter[str]) -> tuple[str, ...]:
    """Return the parties named more than half as often as the one most named, that one first."""
    most = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
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


def _merged(cluster: Sequence[Event], names: Mapping[str, str]) -> Event:
    types = Counter(e.type for e in cluster)
    first = min(
        cluster,
        key=lambda e: (-types[e.type], e.date is None, e.date.length if e.date else 0, e.id),
    )
    doing = _vouched(_counts((e.actors, len(e.mentions)) for e in cluster), cluster)
    done_to = _counts((e.recipients, len(e.mentions)) for e in cluster)
    # who is on both sides of the accounts is on the one that more of them give
    actors = tuple(a for a in _agreed(doing) if doing[a] >= done_to[a])
    recipients = tuple(r for r in _agreed(done_to) if r not in actors)
    mentions = sorted(
        (m for e in cluster for m in e.mentions),
        key=lambda m: (m.span.document, m.span.start, m.trigger),
    )
    figures = {(f.span.document, f.span.start): f for e in cluster for f in e.figures}
    documents = len({m.span.document for m in mentions})
    trigger = first.mentions[0].trigger
    mode = next((e.mode for e in cluster if e.mode and e.type == first.type), None)
    return msgspec.structs.replace(
        first,
        id=min(e.id for e in cluster),
        title=event_title(trigger, [names[a] for a in actors], [names[r] for r in recipients]),
        mode=mode,
        date=_agreed_date(cluster),
        context=tuple(sorted({c for e in cluster for c in e.context})),
        intensity=event_words().intensity(first.type, mode),
        status="happened" if any(e.status == "happened" for e in cluster) else first.status,
        place=next((e.place for e in cluster if e.place), None),
        actors=actors,
        recipients=recipients,
        figures=tuple(figures[key] for key in sorted(figures)),
        mentions=tuple(mentions),
        documents=documents,
        origins=documents,
    )
