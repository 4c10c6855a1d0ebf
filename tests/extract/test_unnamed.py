"""Sides of a deed of whom a page gives no name are told in its words. Sentences are invented."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from histor.link import link


def titles(text: str) -> list[str]:
    [record] = read([article("page", text, "2015-06-02")])
    return sorted(event.title for event in record.events)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Soldiers fired on protesters in the town on Monday.", "Soldiers fired on protesters"),
        ("On Monday armed men raided a police station.", "armed men raided police station"),
        ("Two miners were killed by gunmen on Monday.", "gunmen killed miners"),
        ("The government declared a state of emergency.", "government declared state of emergency"),
        ("Three sailors died in hospital on Monday.", "sailors died"),
        ("Norway shelled a bridge on Monday.", "Norway shelled bridge"),
    ],
)
def test_titles_tell_who_did_what_to_whom(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_the_words_are_those_of_the_account() -> None:
    [record] = read([article("page", "Soldiers fired on protesters on Monday.", "2015-06-02")])
    [mention] = record.events[0].mentions
    assert (mention.by, mention.to) == ("Soldiers", "on protesters")


def test_names_are_told_where_they_are_known() -> None:
    pages = {"one": "Gunmen shelled Bergen on Monday.", "two": "Sweden shelled Bergen on Monday."}
    linked = link(read([article(key, text, "2015-06-02") for key, text in pages.items()]))
    assert [e.title for e in linked.events if e.documents > 1] == ["Sweden shelled Bergen"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Two of Dahl's ministers resigned on Monday. Ole Dahl was silent.", "ministers resigned"),
        ("Orle Airlines said on Monday that it had suspended flights.", "Orle Airlines suspended"),
        ("The drone strike at Nuevo Alamar killed 30 people on Monday.", "strike"),
    ],
)
def test_who_only_stands_beside_does_nothing(text: str, title: str) -> None:
    assert [t for t in titles(text) if t.startswith(title)] == titles(text)
