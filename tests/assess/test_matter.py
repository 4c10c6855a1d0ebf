"""Whether two numbers are told of one matter, over accounts made by hand."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from histor.assess.matter import one_matter
from histor.assess.parts import Told
from histor.records import Date, EventMention, Figure, Span
from tests.link.test_origins import document
from tests.sample_records import assault


def account(key: str, written: str, text: str) -> Told:
    span = Span(document=key, start=0, end=len(text), text=text)
    day = Date(edtf=written, earliest=written, latest=written, basis="page")
    mention = EventMention(span=span, trigger="injured", status="happened")
    figure = Figure(quantity="injured", low=1.0, high=1.0, unit=None, who="person", span=span)
    return Told(
        figure=figure,
        event=assault(f"event_{key}", mention),
        sentence=span,
        said=text,
        words={"injure": 0.6, key: 0.8},
        document=msgspec.structs.replace(document(key, text), written=day, story="story"),
        numbers=frozenset(),
        beside=(figure,),
        days=(),
        weekdays=frozenset(),
        places=frozenset(),
        part=False,
        lands=frozenset(),
        town=False,
        claim=None,
    )


@pytest.mark.parametrize(
    ("written", "one"), [("2016-03-02", True), ("2016-03-04", True), ("2016-03-08", False)]
)
def test_like_deeds_of_another_week_are_not_one(written: str, one: bool) -> None:
    first = account("a", "2016-03-02", "One person was injured, the palace said.")
    second = account("b", written, "Six people were injured, a nurse said.")
    assert one_matter(first, second, None) is one


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Residents put the number of injured at 23.", True),
        ("Residents put number of injured at 23", False),
        ("Eight people were injured there, a nurse said.", False),
        ("Eight people were injured on the road, a nurse said.", False),
        ("Since the war began, 23 people have been injured, a nurse said.", False),
    ],
)
def test_a_toll_of_the_joined_event_needs_no_day_and_place_of_its_own(text: str, one: bool) -> None:
    told = account("a", "2016-03-02", "Eleven people were injured in Orle on Monday.")
    first = replace(told, places=frozenset(["Orle"]), weekdays=frozenset(["monday"]))
    second = replace(account("b", "2016-03-03", text), event=first.event, words={"other": 1.0})
    assert one_matter(first, second, None) is one
