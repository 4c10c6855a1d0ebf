"""A disaster by which several pages count their days is one event, however a page dates it."""

from __future__ import annotations

from benchmarks.articles import article, read
from histor.link.cases import Linked, link

FIRST = """Sixty drown as floods sweep through Tarnia

TARN, May 12 - Floods in the province of Tarnia killed sixty people on Tuesday, rescuers in Tarn said.
"""
LATER = """Toll of Tarnia floods rises

The floods of 11 May in the province of Tarnia killed 84 people, the governor in Tarn said on Sunday.
"""
MARCH = """Thousands march in Tarn

Thousands marched in Tarn on Saturday to demand that the governor resign over the floods which
killed at least 84 people in the province of Tarnia.
"""
SPEECH = """Governor of Tarnia admits mistakes

The governor of Tarnia told its council in Tarn on Monday that mistakes had been made in the
response to last month's floods.
"""
OTHER = """Floods in Lowmark

Floods in the town of Lowmark killed three people on Friday, the mayor of Lowmark said.
"""


def floods(linked: Linked) -> list[set[str]]:
    location = {d.id: d.location for d in linked.documents}
    return [
        {location[m.span.document] for m in e.mentions if m.trigger.lower() == "floods"}
        for e in linked.events
        if any(m.trigger.lower() == "floods" for m in e.mentions)
    ]


def test_one_disaster_is_one_event_by_whatever_it_is_dated() -> None:
    linked = link(
        read(
            [
                article("first", FIRST, "2021-05-12"),
                article("later", LATER, "2021-05-17"),
                article("march", MARCH, "2021-06-06"),
                article("speech", SPEECH, "2021-06-08"),
                article("other", OTHER, "2021-06-05"),
            ]
        )
    )
    told = floods(linked)
    assert {"first", "later", "march", "speech"} in told
    assert {"other"} in told


def test_the_toll_of_the_disaster_counted_from_is_not_that_of_the_news() -> None:
    text = """Quake topples houses in Lowmark

A quake in the town of Lowmark killed four people on Monday, three weeks after the catastrophe that
has killed more than 900 people in Tarnia, rescuers said.
"""
    linked = link(read([article("quake", text, "2021-06-08")]))
    quakes = [e for e in linked.events if any(m.trigger == "quake" for m in e.mentions)]
    assert quakes
    assert not any(f.low == 900 for e in quakes for f in e.figures)


def test_a_house_that_fell_and_a_ship_that_burned_are_two_disasters() -> None:
    text = """Lowmark counts its losses

A third of the hospital in Lowmark collapsed in the morning.

At the harbour of Lowmark a fire broke out among the boats.
"""
    linked = link(read([article("losses", text, "2021-06-08")]))
    [fire] = [e for e in linked.events if any(m.trigger == "fire" for m in e.mentions)]
    assert {m.trigger for m in fire.mentions} == {"fire"}


def test_whom_each_side_says_that_the_other_killed_is_told_twice() -> None:
    one = """Gunners of Veldora fired on bus

Tarnia's army said on Monday that Veldoran gunners shelled a bus near Krell on Sunday and killed
four passengers.
"""
    other = """Veldora blames Tarnia

Veldora's army said on Monday that Tarnian forces shelled the bus near Krell on Sunday and killed
its four passengers.
"""
    linked = link(read([article("one", one, "2021-06-07"), article("other", other, "2021-06-07")]))
    killed = [e for e in linked.events if {m.trigger for m in e.mentions} == {"killed"}]
    assert all(e.documents == 1 for e in killed)
