"""How countries dealt with each other, month by month, from PLOVER's intensity of their events.

Events are counted once, however many pages tell them (PLOVER manual, draft 2.0, 2024: intensity
from -10 to 10). What a government, army or leader does, its country does.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from histor.link.actors import countries_of
from histor.records import Entity, Event, Relation

__all__ = ["country_behind", "relations_of"]

_STATE = frozenset(["GOV", "MIL", "COP", "SPY", "LEG", "JUD", None])
#: GeoNames features of countries and regions
_REALMS = ("PCL", "ADM1", "RGN", "TERR")
#: days of a date that still tells the month
_MONTH = 31


def relations_of(events: Sequence[Event], entities: Mapping[str, Entity]) -> tuple[Relation, ...]:
    """Return the relations by pair and month."""
    behind = country_behind(entities)
    cells: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in events:
        if not event.real or event.date is None or not event.intensity:
            continue
        if event.date.length > _MONTH:
            continue
        for a, b in sorted(_pairs(event, behind)):
            if not (_acts(entities.get(a)) and _acts(entities.get(b))):
                continue
            cells[a, b, event.date.earliest[:7]].append(event)
    return tuple(_relation(a, b, month, cells[a, b, month]) for a, b, month in sorted(cells))


def _acts(entity: Entity | None) -> bool:
    """Say whether an entity is a country, a region, a people or a body."""
    if entity is None or entity.kind in {"person", "other"}:
        return False
    if entity.kind == "place":
        return entity.place is None or entity.place.feature.startswith(_REALMS)
    return True


def country_behind(entities: Mapping[str, Entity]) -> Callable[[str], str]:
    """Return what maps an entity to the country that it acts for, or to itself."""
    countries = countries_of(entities.values())

    def behind(name: str) -> str:
        entity = entities.get(name)
        if entity is None or entity.country not in countries or entity.sector not in _STATE:
            return name
        if entity.kind == "place" and entity.place is not None and entity.place.feature != "PPLC":
            return name
        return countries[entity.country].id

    return behind


def _pairs(event: Event, behind: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    actors = sorted({behind(a) for a in event.actors})
    others = sorted({behind(r) for r in event.recipients} - set(actors))
    sides = [(a, b) for a in actors for b in others]
    if not others:  # talks and fights have actors alone
        sides = [(a, b) for n, a in enumerate(actors) for b in actors[n + 1 :]]
    yield from {(min(a, b), max(a, b)) for a, b in sides if a != b}


def _relation(a: str, b: str, month: str, events: Sequence[Event]) -> Relation:
    own = {e.id: e.intensity or 0.0 for e in events}
    cooperation = sum(x for x in own.values() if x > 0)
    conflict = -sum(x for x in own.values() if x < 0)
    year, number = int(month[:4]), int(month[5:])
    last = calendar.monthrange(year, number)[1]
    return Relation(
        a=a,
        b=b,
        from_=f"{month}-01",
        to=f"{month}-{last:02}",
        cooperation=round(cooperation, 2),
        conflict=round(conflict, 2),
        net=round(cooperation - conflict, 2),
        events=tuple(sorted(own)),
    )
