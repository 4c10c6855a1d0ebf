"""Turns in relations, over events made by hand."""

from __future__ import annotations

import msgspec

from histor.assess.relations import country_behind, dealings_of, relations_of, shifts_of
from histor.records import Date, Entity, Event, EventMention, Name, Span
from tests.sample_records import assault


def country(key: str, name: str) -> Entity:
    return Entity(id=key, name=name, kind="place", names=(Name(text=name, count=1),), mentions=())


ENTITIES = {"a": country("a", "Tarnia"), "b": country("b", "Veldora")}


def event(key: str, day: str, intensity: float, status: str = "happened") -> Event:
    span = Span(document="doc", start=0, end=7, text="shelled")
    made = assault(
        key,
        EventMention(span=span, trigger="shelled", status="happened"),
        title=f"Tarnia {key} Veldora",
        date=Date(edtf=day, earliest=day, latest=day, basis="stated"),
        actors=("a",),
        recipients=("b",),
    )
    return msgspec.structs.replace(made, intensity=intensity, status=status)


def between(*events: Event) -> dict[tuple[str, str], list[Event]]:
    return dealings_of(events, ENTITIES, country_behind(ENTITIES, {}))


def test_a_turn_names_the_events_behind_it() -> None:
    events = [event("praised", "2019-01-10", 5.0), event("shelled", "2019-06-03", -9.0)]
    [shift] = shifts_of(between(*events), ENTITIES)
    assert (shift.direction, shift.before, shift.after) == ("worse", 5.0, -9.0)
    assert (shift.from_, shift.to) == ("2019-06-01", "2019-06-30")
    assert shift.events == ("shelled",)
    assert shift.summary == (
        "Tarnia and Veldora dealt worse with each other in June 2019 than in January 2019: "
        "“Tarnia shelled Veldora” (2019-06-03)."
    )


def test_weeks_are_compared_where_all_lies_within_ten() -> None:
    events = [event("praised", "2019-06-04", 5.0), event("shelled", "2019-06-13", -9.0)]
    [shift] = shifts_of(between(*events), ENTITIES)
    assert (shift.from_, shift.to) == ("2019-06-10", "2019-06-16")
    assert "in the week from 10 June 2019 than in the week from 3 June 2019" in shift.summary


def test_little_changes_and_what_only_ended_are_no_turns() -> None:
    few = between(event("x", "2019-01-10", 3.0), event("y", "2019-06-03", 5.0))
    assert shifts_of(few, ENTITIES) == ()
    # from much conflict to less of it: nothing was done for the better
    worse = [event("x", "2019-01-10", -9.0), event("z", "2019-01-11", -9.0)]
    assert shifts_of(between(*worse, event("y", "2019-06-03", -2.0)), ENTITIES) == ()


def test_what_is_planned_turns_nothing() -> None:
    events = [event("x", "2019-01-10", 5.0), event("y", "2019-06-03", -9.0, "planned")]
    assert shifts_of(between(*events), ENTITIES) == ()
    assert [r.net for r in relations_of(between(*events))] == [5.0]


def test_a_village_where_it_was_is_no_party() -> None:
    shelled = event("shelled", "2019-06-03", -9.0)
    span = Span(document="doc", start=0, end=22, text="Tarnia shelled Veldora")
    mention = EventMention(span=span, trigger="shelled", status="happened")
    assert between(msgspec.structs.replace(shelled, mentions=(mention,)))
    there = Span(document="doc", start=0, end=34, text="Tarnia shelled a post near Veldora")
    mention = EventMention(span=there, trigger="shelled", status="happened")
    assert not between(msgspec.structs.replace(shelled, mentions=(mention,)))
