"""Storms that have a name: things and no persons, whose tolls are of one disaster."""

from __future__ import annotations

from benchmarks.articles import article, read
from histor.extract.names.storms import called_storms, is_kind_of_storm
from histor.link import link
from histor.records import PageRecord


def page(text: str, day: str = "2023-10-26") -> PageRecord:
    [record] = read([article("one", text, day)])
    return record


def test_a_storm_is_a_thing_and_no_party() -> None:
    told = page(
        "Hurricane Vera tore into Arica early on Wednesday. Vera killed at least 27 people and "
        "destroyed hotels. The storm made landfall at dawn."
    )
    [storm] = [e for e in told.entities if e.name == "Vera"]
    assert storm.kind == "other"
    assert {e.type for e in told.events} == {"OTHER"}
    assert all(storm.id not in (*e.actors, *e.recipients) for e in told.events)


def test_all_that_one_storm_did_on_a_page_is_one_event() -> None:
    told = page(
        "Death toll from Hurricane Vera rises to 27\n\nAt least 27 people were killed after "
        "Hurricane Vera struck Peru's coast, the government said.\n\nResidents looted shops in "
        "Arica. The death toll rose to 29, officials said later."
    )
    [storm] = [e for e in told.events if e.mode in {"disaster", "death"}]
    assert {f.low for f in storm.figures if f.quantity == "killed"} == {27.0, 29.0}


def test_two_pages_on_one_storm_tell_one_disaster() -> None:
    one = article("one", "Tropical Cyclone Vera made landfall in Peru on Sunday.", "2023-03-13")
    other = article(
        "two", "Peru toll hits 438\n\nThe number of people killed in Peru by Cyclone Vera has "
        "jumped to 438, the disaster agency said on Friday.", "2023-03-17",
    )  # fmt: skip
    [event] = [e for e in link(read([one, other])).events if e.mode == "disaster"]
    assert event.documents == 2


def test_words_for_storms_are_no_names() -> None:
    assert called_storms(
        "Storm Shadow missiles hit; the Hurricane Center said Storm Boris came"
    ) == {"boris"}
    assert is_kind_of_storm("Tropical Cyclone")
    assert not is_kind_of_storm("Tropical Cyclone Vera")
