"""Mishaps told in several words, and who speaks of them; the sentences are invented."""

from __future__ import annotations

from benchmarks.articles import article, read
from tests.extract.test_short_deeds import events


def test_a_boat_that_capsizes_and_sinks_is_one_disaster_with_its_dead() -> None:
    text = (
        "At least 59 people drowned on Wednesday when a trawler packed with migrants capsized and "
        "sank off Greece, the coast guard said."
    )
    [page] = read([article("one", text, "2024-05-17")])
    assert [(e.type, sorted(m.trigger for m in e.mentions)) for e in page.events] == [
        ("OTHER", ["capsized", "drowned", "sank"])
    ]


def test_where_people_are_from_is_not_where_they_were_rescued() -> None:
    text = "Forty people were rescued, most of them men from Egypt, Syria and Pakistan."
    [page] = read([article("one", text, "2024-05-17")])
    assert [e.place for e in page.events] == [None]


def test_who_warns_that_it_may_happen_again_threatens_nobody() -> None:
    assert "warned" not in events("Norwegian envoy Kari Brun warned that it could happen again.")


def test_who_asks_about_a_thing_requests_nothing() -> None:
    assert "asked" not in events("Kari Brun of Norway asked survivors in Lima about the rope.")
    assert events("Norway asked Chad to free the crew.")["asked"][0] == "REQUEST"


def test_who_speaks_of_an_inquiry_does_not_hold_it() -> None:
    text = (
        "Amnesty International said on Thursday that the Greek investigation had made no headway."
    )
    assert "Amnesty International" not in [
        name for _, _, doers, whom in events(text).values() for name in (*doers, *whom)
    ]
