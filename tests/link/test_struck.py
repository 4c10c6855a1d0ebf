"""Attacks on two things that have names are two, whatever else they share."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from histor.extract.events.kinds_struck import kinds_struck
from histor.link import link
from histor.link.struck import Thing, struck
from histor.records import EventMention, Span
from tests.sample_records import assault

ONE = (
    "Rebels in Yemen attacked the MV Aurora Star in the Red Sea on Monday with drones, "
    "killing three sailors, the navy said."
)
OTHER = (
    "Rebels in Yemen attacked the MV Tarn Queen in the Red Sea on Monday with drones, "
    "killing two sailors, the navy said."
)


@pytest.mark.parametrize(("texts", "count"), [((ONE, OTHER), 2), ((ONE, ONE + " It sank."), 1)])
def test_two_ships_are_two_attacks(texts: tuple[str, ...], count: int) -> None:
    linked = link(read([article(f"page {n}", t, "2015-06-02") for n, t in enumerate(texts)]))
    found = [e for e in linked.events if any(m.trigger == "attacked" for m in e.mentions)]
    assert len(found) == count


@pytest.mark.parametrize(
    ("sentence", "trigger", "met"),
    [
        ("Gunmen attacked the Aurora on Monday.", "attacked", True),
        ("The assault on the cargo ship Aurora went on.", "assault", True),
        ("The Aurora was sunk on Monday.", "sunk", True),
        ("Gunmen attacked a port as the Aurora lay at anchor.", "attacked", False),
        ("The Aurora sailed before gunmen attacked.", "attacked", False),
    ],
)
def test_what_stands_beside_a_deed_s_word_met_it(sentence: str, trigger: str, met: bool) -> None:
    span = Span(document="d", start=0, end=len(sentence), text=sentence)
    event = assault("e", EventMention(span=span, trigger=trigger, status="happened"))
    at = sentence.index("Aurora")
    assert ("ship" in struck(event, [Thing(at, at + len("Aurora"), "ship")])) == met


@pytest.mark.parametrize(
    ("sentence", "trigger", "kinds"),
    [
        ("Rockets hit a petrol station on Monday.", "hit", {"fuel"}),
        ("A school used as a shelter was hit.", "hit", {"school"}),
        ("Shells struck two clinics and the bus station.", "struck", {"hospital", "station"}),
        ("The mayor went to the hospital when shells struck the market.", "struck", {"market"}),
        ("Shells struck houses near the hospital.", "struck", set()),
        ("Gunmen attacked a school teacher.", "attacked", set()),
    ],
)
def test_the_kind_of_thing_that_was_struck_is_known(
    sentence: str, trigger: str, kinds: set[str]
) -> None:
    assert kinds_struck(sentence, trigger) == kinds


def test_a_school_and_a_depot_struck_on_one_day_are_two_attacks() -> None:
    text = (
        "Two people died when rockets hit a fuel depot at Portobel on Thursday, the mayor said. "
        "On Thursday a shell hit the primary school at Portobel, killing two teachers, he said."
    )
    linked = link(read([article("page", text, "2015-06-05")]))
    assert len([e for e in linked.events if any(m.trigger == "hit" for m in e.mentions)]) == 2
