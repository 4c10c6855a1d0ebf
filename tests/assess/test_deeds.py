"""Deeds as columns are found as one by one. Names and days are drawn by chance."""

from __future__ import annotations

import datetime as dt

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from histor.assess.deeds import Deeds
from histor.link.rows import Numbering
from histor.records import Date, Event
from tests.sample_records import assault

FIRST = dt.date(2019, 1, 1)
WEEK = 7


def interval(start: int, days: int) -> Date:
    first, last = (FIRST + dt.timedelta(days=n) for n in (start, start + days))
    earliest, latest = first.isoformat(), last.isoformat()
    return Date(edtf=f"{earliest}/{latest}", earliest=earliest, latest=latest, basis="stated")


DATES = st.builds(interval, st.integers(0, 30), st.sampled_from([0, 0, 1, 2, 7, 8, 20]))
PARTIES = st.lists(st.sampled_from("abc"), max_size=2, unique=True).map(tuple)


@st.composite
def deeds(draw: st.DrawFn) -> Event:
    bare = assault("event", date=draw(DATES), actors=draw(PARTIES), recipients=draw(PARTIES))
    return msgspec.structs.replace(bare, place=draw(st.sampled_from([None, "a", "d"])))


def parties(event: Event) -> set[str]:
    return {*event.actors, *event.recipients, *([event.place] if event.place else [])}


def fulfils(done: Event, warned: Event, window: Date) -> bool:
    assert done.date is not None
    if not window.first <= done.date.first <= window.last:
        return False
    if done.date.length > WEEK and done.date.last > window.last:
        return False
    to = parties(msgspec.structs.replace(warned, actors=()))
    by = not warned.actors or bool({*warned.actors} & {*done.actors})
    return by and (not to or bool(to & parties(msgspec.structs.replace(done, actors=()))))


def may_fulfil(done: Event, warned: Event, window: Date, known: list[Event]) -> bool:
    assert done.date is not None
    if done.date.last < window.first or done.date.first > window.last:
        return False
    sides = ((warned.actors, done.actors), (warned.recipients, done.recipients))
    if any(mine and theirs and not {*mine} & {*theirs} for mine, theirs in sides):
        return False
    return done.date.length <= WEEK or not any(
        one.date is not None
        and one.date.length <= 1
        and done.date.first <= one.date.first <= done.date.last
        and not window.first <= one.date.first <= window.last
        and parties(one) & parties(done)
        for one in known
    )


def columns(events: list[Event], numbering: Numbering) -> Deeds:
    found = Deeds(numbering)
    for place, event in enumerate(events):
        found.add(event, 2 * place)
    return found


def by_day(events: list[Event]) -> list[Event]:
    return sorted(events, key=lambda e: e.date.earliest if e.date else "")


MANY = st.lists(deeds(), max_size=8).map(by_day)


@given(MANY, MANY, deeds(), DATES)
def test_deeds_are_found_as_one_by_one(
    done: list[Event], announced: list[Event], warned: Event, window: Date
) -> None:
    numbering = Numbering()
    known, others = columns(done, numbering), columns(announced, numbering)
    fulfilling = [2 * n for n, e in enumerate(done) if fulfils(e, warned, window)]
    assert [*known.fulfilling(warned, window)] == fulfilling
    for events, deeds_ in ((done, known), (announced, others)):
        possible = [2 * n for n, e in enumerate(events) if may_fulfil(e, warned, window, done)]
        assert [*deeds_.overlapping(warned, window, known)] == possible
