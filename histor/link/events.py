"""Mentions of one event on several pages as one event.

Two pages' events are one when type, parties, place, day and status allow it and something binds
them: a precise day they share, or the same word for the same parties. Candidates share a party (or
a place, where no party is known), so that the cost grows with the events and not with their square.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec

from histor.extract.event_words import event_words
from histor.extract.events import event_title
from histor.link.actors import Actors
from histor.records import Claim, Date, Entity, Event, PageRecord

__all__ = ["link_events", "with_case_events"]

#: clusters of one block that an event is compared with; the latest by date
_COMPARED = 60
#: days of an interval that still says when something was
_PRECISE = 4
#: days by which two accounts of one event may differ: time zones and night
_SLACK = dt.timedelta(days=1)
#: letters of a word that mark it whatever its ending
_STEM = 5
#: sentences of a page that tell its news, and days that news is old
_LEAD, _FRESH = 12, dt.timedelta(days=7)
#: modes that accounts of one attack may mix
_WEAPONS = frozenset(["aerial", "drone", "heavy-weapons", "explosives", "firearms", "destroy"])
_REAL = frozenset(["happened", "ongoing"])


def link_events(
    pages: Sequence[PageRecord],
    ids: Mapping[str, str],
    entities: Iterable[Entity],
    behind: Actors,
) -> tuple[tuple[Event, ...], dict[str, str]]:
    """Return the case's events by date and id, and each page event's id to the case's.

    The same for any order of ``pages``. ``ids`` maps a page's entity to the case's, ``behind`` one
    of the case's to the country that it stands for.
    """
    names = {e.id: e.name for e in entities}
    own = sorted(
        (_remapped(event, ids, behind) for page in pages for event in page.events),
        key=lambda e: (e.date.earliest if e.date else "", e.id),
    )
    news = {e.id: days for page in pages for e in page.events if (days := _news_of(page, e))}
    clusters: list[list[Event]] = []
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for event in own:
        keys = _keys(event)
        near = sorted({n for key in keys for n in blocks[key][-_COMPARED:]})
        chosen = next((n for n in near if all(_one(event, e, news) for e in clusters[n])), None)
        if chosen is None:
            chosen = len(clusters)
            clusters.append([])
        clusters[chosen].append(event)
        for key in keys:
            if chosen not in blocks[key][-_COMPARED:]:
                blocks[key].append(chosen)
    merged = [_merged(cluster, names) for cluster in clusters]
    renamed = {e.id: m.id for cluster, m in zip(clusters, merged, strict=True) for e in cluster}
    merged.sort(key=lambda e: (e.date is None, e.date.earliest if e.date else "", e.id))
    return tuple(merged), renamed


def with_case_events(claims: Iterable[Claim], renamed: Mapping[str, str]) -> tuple[Claim, ...]:
    """Return the claims with the case's events in the place of their page's."""
    return tuple(
        msgspec.structs.replace(
            c, events=tuple(dict.fromkeys(renamed[e] for e in c.events if e in renamed))
        )
        if c.events
        else c
        for c in claims
    )


def _remapped(event: Event, ids: Mapping[str, str], behind: Actors) -> Event:
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


def _keys(event: Event) -> list[tuple[str, ...]]:
    parties = [*event.actors, *event.recipients] or [event.place or event.mode or ""]
    return [(event.type, party) for party in parties]


def _news_of(page: PageRecord, event: Event) -> tuple[dt.date, dt.date] | None:
    """Return the days of which an undated event in a page's lead is news; none if it is not."""
    written = page.document.written
    sentences = page.document.sentences
    if event.date is not None or written is None or not sentences:
        return None
    lead = sentences[min(_LEAD, len(sentences)) - 1][1]
    if event.mentions[0].span.start >= lead:
        return None
    first, last = written.first, written.last
    return (first - _FRESH, last) if last - first <= _FRESH else None


def _one(a: Event, b: Event, news: Mapping[str, tuple[dt.date, dt.date]]) -> bool:
    """Say whether two events can be one, and whether anything says that they are."""
    if (a.status in _REAL) != (b.status in _REAL) or (
        a.status not in _REAL and a.status != b.status
    ):
        return False
    if a.place and b.place and a.place != b.place:
        return False
    for mine, theirs in ((a.actors, b.actors), (a.recipients, b.recipients)):
        if mine and theirs and not set(mine) & set(theirs):
            return False
    same_word = bool(_stems(a) & _stems(b))
    if a.mode and b.mode and a.mode != b.mode and not {a.mode, b.mode} <= _WEAPONS:
        return False
    parties = bool(set(a.actors) & set(b.actors) or set(a.recipients) & set(b.recipients))
    if a.date and b.date:
        if not _near(a.date, b.date):
            return False
        if same_word and parties:
            return True
        precise = a.date.length <= _PRECISE and b.date.length <= _PRECISE
        return precise and (parties or bool(a.place and a.place == b.place))
    if a.id in news or b.id in news:
        return _told_freshly(a, b, news, same_word)
    same_page = {m.span.document for m in a.mentions} & {m.span.document for m in b.mentions}
    both = a.actors == b.actors and a.recipients == b.recipients
    told = bool(a.actors and (a.recipients or a.place))
    return same_word and both and told and not same_page


def _told_freshly(
    a: Event, b: Event, news: Mapping[str, tuple[dt.date, dt.date]], same_word: bool
) -> bool:
    """Say whether an undated event of a page's news is the other, by their days and all parties."""
    one, other = (news.get(e.id) or (_extent(e.date) if e.date else None) for e in (a, b))
    if one is None or other is None or one[0] > other[1] or other[0] > one[1]:
        return False
    if (a.date and a.date.length > _PRECISE) or (b.date and b.date.length > _PRECISE):
        return False
    sides = [({*x.recipients, *([x.place] if x.place else [])}, set(x.actors)) for x in (a, b)]
    shared = [bool(x & y) for x, y in zip(*sides, strict=True)]
    return all(shared) or (any(shared) and same_word)


def _extent(date: Date) -> tuple[dt.date, dt.date]:
    return date.first, date.last


def _stems(event: Event) -> set[str]:
    """Return the stems of an event's words, and the groups of words that mean the same."""
    stems = {m.trigger.lower()[:_STEM] for m in event.mentions}
    return stems | {_senses()[s] for s in stems if s in _senses()}


@cache
def _senses() -> dict[str, str]:
    return {word[:_STEM]: f"= {group}" for word, group in event_words().same.items()}


def _near(a: Date, b: Date) -> bool:
    slack = _SLACK if max(a.length, b.length) <= _PRECISE else dt.timedelta(0)
    return a.first - slack <= b.last and b.first - slack <= a.last


def _merged(cluster: Sequence[Event], names: Mapping[str, str]) -> Event:
    first = min(cluster, key=lambda e: (e.date is None, e.date.length if e.date else 0, e.id))
    actors = tuple(dict.fromkeys(a for e in cluster for a in e.actors))
    recipients = tuple(
        r for r in dict.fromkeys(r for e in cluster for r in e.recipients) if r not in actors
    )
    mentions = sorted(
        (m for e in cluster for m in e.mentions),
        key=lambda m: (m.span.document, m.span.start, m.trigger),
    )
    figures = {(f.span.document, f.span.start): f for e in cluster for f in e.figures}
    documents = len({m.span.document for m in mentions})
    trigger = first.mentions[0].trigger
    mode = next((e.mode for e in cluster if e.mode), None)
    return msgspec.structs.replace(
        first,
        id=min(e.id for e in cluster),
        title=event_title(trigger, [names[a] for a in actors], [names[r] for r in recipients]),
        mode=mode,
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
