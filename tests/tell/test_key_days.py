from __future__ import annotations

import datetime as dt

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from histor.records import Date, Event, EventMention, EventStatus, Span, TimeExpression
from histor.tell.key_days import day_scores, key_days
from histor.time_forms import TimeForm
from tests.sample_records import assault

DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2019, 12, 31))


def date(iso: str) -> Date:
    return Date(edtf=iso, earliest=iso, latest=iso, basis="stated")


def time(page: str, start: int, iso: str, kind: str = "calendar") -> TimeExpression:
    span = Span(document=page, start=start, end=start + 3, text="day")
    return TimeExpression(
        id=f"{page}{start}{iso}",
        document=page,
        span=span,
        date=date(iso),
        sentence=span,
        form=TimeForm(kind=kind),  # type: ignore[arg-type]
    )


def event(
    name: str, iso: str, page: str, start: int, actor: str, status: EventStatus = "happened"
) -> Event:
    span = Span(document=page, start=start, end=start + 3, text="day")
    mention = EventMention(span=span, trigger="hit", status="happened")
    return assault(name, mention, title=name, status=status, date=date(iso), actors=(actor,))


TIMES = [
    time("a", 0, "2019-03-07"),
    time("b", 0, "2019-03-07", "weekday"),
    time("b", 9, "2019-03-07"),
    time("a", 9, "2019-03-08"),
    time("c", 0, "2019-05-01"),
]
EVENTS = [
    event("blast", "2019-03-07", "a", 0, "ent_x"),
    event("threat", "2019-03-07", "b", 0, "ent_x", "planned"),
    event("march", "2019-05-01", "c", 0, "ent_y"),
]


def test_the_days_most_sentences_are_dated_to_in_the_order_of_the_calendar() -> None:
    days = key_days(TIMES, EVENTS, 2)
    assert [d.day for d in days] == ["2019-03-07", "2019-03-08"]
    assert days[0].events == ("blast",)
    assert (days[0].pages, len(days[0].sentences)) == (2, 3)


def test_the_days_of_one_entity_and_of_some_pages() -> None:
    assert [d.day for d in key_days(TIMES, EVENTS, 9, entity="ent_y")] == ["2019-05-01"]
    assert [d.day for d in key_days(TIMES, EVENTS, 9, documents={"a"})] == [
        "2019-03-07",
        "2019-03-08",
    ]


def test_a_stretch_of_days_is_no_day() -> None:
    stretch = msgspec.structs.replace(
        TIMES[0], date=msgspec.structs.replace(date("2019-03-07"), latest="2019-03-31")
    )
    assert key_days([stretch], [], 5) == ()


def test_a_day_on_which_stories_were_filed_alone_did_not_matter() -> None:
    line = Span(document="d", start=0, end=19, text="June 2 (Delta Wire)")
    filed = msgspec.structs.replace(time("d", 0, "2019-06-02"), sentence=line)
    assert [d.day for d in key_days([*TIMES, filed], EVENTS, 9)][-1] == "2019-05-01"
    march = event("strike", "2019-06-02", "d", 30, "ent_y")
    assert [d.day for d in key_days([*TIMES, filed], [*EVENTS, march], 9)][-1] == "2019-06-02"


@given(st.lists(st.tuples(DAYS, st.booleans())))
def test_a_day_more_spoken_of_never_matters_less(dated: list[tuple[dt.date, bool]]) -> None:
    scores = day_scores(dated)
    assert set(scores) == {d for d, _ in dated}
    for day, calendar in dated[:3]:
        assert day_scores([*dated, (day, calendar)])[day] >= scores[day]
