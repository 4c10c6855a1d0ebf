"""How countries dealt with each other, month by month, from PLOVER's intensity of their events.

Events are counted once, however many pages tell them (PLOVER manual, draft 2.0, 2024: intensity
from -10 to 10). What a government, army or leader does, its country does. A shift is a window whose
net is far from that of the windows before it: months, or weeks where a pair's case is short.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

import msgspec

from histor.records import Entity, Event, Relation, Shift, make_id

__all__ = ["country_behind", "dealings_of", "relations_of", "shifts_of"]

_STATE = frozenset(["GOV", "MIL", "COP", "SPY", "LEG", "JUD", None])
#: GeoNames features of countries and regions
_REALMS = ("PCL", "ADM1", "RGN", "TERR")
#: what stands before the name of a scene
_AT = r"\b(?:near|at|in|outside|around|(?:town|village|city|district) of)"
#: days of a date that still tells the month, and the week
_MONTH, _WEEK = 31, 6
#: days from a pair's first event to its last up to which its weeks are compared
_SHORT = 70
#: change of the net from which relations turned, and where they changed sides
_TURN, _SIDES = 10.0, 5.0
_SHOWN = 3

_Pair = tuple[str, str]


def relations_of(dealings: Mapping[_Pair, Sequence[Event]]) -> tuple[Relation, ...]:
    """Return the relations by pair and month, of the events between each pair."""
    cells: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for (a, b), own in dealings.items():
        for event in own:
            if event.date is not None:
                cells[a, b, event.date.earliest[:7]].append(event)
    return tuple(_relation(a, b, month, cells[a, b, month]) for a, b, month in sorted(cells))


def shifts_of(
    dealings: Mapping[_Pair, Sequence[Event]], entities: Mapping[str, Entity]
) -> tuple[Shift, ...]:
    """Return the turns in relations by window and pair, with the events behind each.

    A window is set against the last one before it in which the two dealt with each other.
    """
    found = []
    for pair, own in dealings.items():
        for before, after in pairwise(_windows(own)):
            shift = _shift(pair, before, after, entities)
            if shift is not None:
                found.append(shift)
    return tuple(sorted(found, key=lambda s: (s.from_, s.a, s.b)))


def dealings_of(
    events: Iterable[Event], entities: Mapping[str, Entity], behind: Callable[[str], str]
) -> dict[_Pair, list[Event]]:
    """Return the dated events between each pair of actors, with their first accounts alone.

    ``behind`` maps an entity to the country that it acts for, or to itself.
    """
    found: dict[_Pair, list[Event]] = defaultdict(list)
    for event in events:
        if not event.real or event.date is None or not event.intensity:
            continue
        if event.date.length > _MONTH:
            continue
        for a, b in sorted(_pairs(event, behind)):
            if not (_acts(entities.get(a)) and _acts(entities.get(b))):
                continue
            if not any(_scene(entities[x], event) for x in (a, b)):
                first = msgspec.structs.replace(event, mentions=event.mentions[:1], figures=())
                found[a, b].append(first)
    return found


def _acts(entity: Entity | None) -> bool:
    """Say whether an entity is a country, a region, a people or a body."""
    if entity is None or entity.kind in {"person", "other"}:
        return False
    if entity.kind == "place":
        return entity.place is None or entity.place.feature.startswith(_REALMS)
    return True


def _scene(entity: Entity, event: Event) -> bool:
    """Say whether a place that no gazetteer knows is where an event was, and no party to it."""
    if entity.kind != "place" or entity.place is not None:
        return False
    names = "|".join(re.escape(n.text) for n in entity.names)
    at = re.compile(rf"{_AT} (?:{names})\b")
    return any(at.search(m.span.text) for m in event.mentions)


def country_behind(
    entities: Mapping[str, Entity], countries: Mapping[str, str]
) -> Callable[[str], str]:
    """Return what maps an entity to the country that it acts for, or to itself.

    ``countries``: the entity of each country that is named, by its ISO 3166 code.
    """

    def behind(name: str) -> str:
        entity = entities.get(name)
        if entity is None or entity.country not in countries or entity.sector not in _STATE:
            return name
        if entity.kind == "place" and entity.place is not None and entity.place.feature != "PPLC":
            return name
        return countries[entity.country or ""]

    return behind


def _pairs(event: Event, behind: Callable[[str], str]) -> Iterator[_Pair]:
    actors = sorted({behind(a) for a in event.actors})
    others = sorted({behind(r) for r in event.recipients} - set(actors))
    sides = [(a, b) for a in actors for b in others]
    if not others:  # talks and fights have actors alone
        sides = [(a, b) for n, a in enumerate(actors) for b in actors[n + 1 :]]
    yield from {(min(a, b), max(a, b)) for a, b in sides if a != b}


def _net(events: Sequence[Event]) -> float:
    return round(sum({e.id: e.intensity or 0.0 for e in events}.values()), 2)


def _relation(a: str, b: str, month: str, events: Sequence[Event]) -> Relation:
    own = {e.id: e.intensity or 0.0 for e in events}
    cooperation = sum(x for x in own.values() if x > 0)
    conflict = -sum(x for x in own.values() if x < 0)
    first, last = _bounds(month)
    return Relation(
        a=a,
        b=b,
        from_=first,
        to=last,
        cooperation=round(cooperation, 2),
        conflict=round(conflict, 2),
        net=round(cooperation - conflict, 2),
        events=tuple(sorted(own)),
    )


def _bounds(month: str) -> tuple[str, str]:
    year, number = int(month[:4]), int(month[5:])
    return f"{month}-01", f"{month}-{calendar.monthrange(year, number)[1]:02}"


# --- shifts ---------------------------------------------------------------------------------------


class _Window(NamedTuple):
    first: str
    last: str
    events: tuple[Event, ...]

    @property
    def words(self) -> str:
        """Return the month or week in words: what happened on a day of it is not of its first."""
        first = dt.date.fromisoformat(self.first)
        if (dt.date.fromisoformat(self.last) - first).days > _WEEK:
            return f"{first:%B %Y}"
        return f"the week from {first.day} {first:%B %Y}"


def _windows(events: Sequence[Event]) -> list[_Window]:
    """Return a pair's windows in order, those without events left out."""
    days = [(e.date.first, e.date.last, e) for e in events if e.date is not None]
    if not days:
        return []
    weekly = (max(d for _, d, _ in days) - min(d for d, *_ in days)).days <= _SHORT
    found: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for first, last, event in days:
        if not weekly:
            found[_bounds(first.isoformat()[:7])].append(event)
        elif (last - first).days <= _WEEK:
            monday = first - dt.timedelta(days=first.weekday())
            sunday = monday + dt.timedelta(days=_WEEK)
            found[monday.isoformat(), sunday.isoformat()].append(event)
    return [_Window(*key, tuple(found[key])) for key in sorted(found)]


def _shift(
    pair: _Pair, before: _Window, after: _Window, entities: Mapping[str, Entity]
) -> Shift | None:
    was, now = _net(before.events), _net(after.events)
    change = abs(now - was)
    if change < _TURN and not (was * now < 0 and change >= _SIDES):
        return None
    sign = 1 if now > was else -1
    direction: Literal["better", "worse"] = "better" if now > was else "worse"
    # what turned them pulls the way they went
    behind = [e for e in after.events if (e.intensity or 0.0) * sign > 0]
    if not behind:  # nothing new was done: the old has only ended
        return None
    behind.sort(key=lambda e: (-abs(e.intensity or 0.0), e.id))
    a, b = (entities[x].name for x in pair)
    told = ", ".join(f"“{e.title}” ({e.date.edtf})" for e in behind[:_SHOWN] if e.date is not None)
    return Shift(
        id=make_id("shift", *pair, after.first),
        a=pair[0],
        b=pair[1],
        from_=after.first,
        to=after.last,
        direction=direction,
        before=was,
        after=now,
        summary=(
            f"{a} and {b} dealt {direction} with each other in {after.words} than in "
            f"{before.words}: {told}."
        ),
        evidence=tuple(e.mentions[0].span for e in behind[:_SHOWN]),
        events=tuple(e.id for e in behind),
    )
