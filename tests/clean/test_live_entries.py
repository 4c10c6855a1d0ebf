"""Entries of live pages and points above a story. The pages are invented."""

from __future__ import annotations

import pytest

from histor.clean import clean
from histor.clean.live_entries import is_stamp
from histor.records import Document, Page

TITLE = "LIVE: dam bursts above Tarvik, families taken to the hills"
ENTRIES = (
    "The governor of Tarvik says the last families have left the valley, and that nobody is missing.",
    "Engineers close the second gate. Water still runs over the wall, our reporter at the dam says.",
    "The power company denies that it was warned: “Nobody told us of a crack,” its spokesman says.",
    "Police: at about 05:10 a guard heard a blast below the wall and rang the town hall twice.",
)
BOX = ("Most read today", "– Ferry fares rise again", "– Nine ways to peel an onion")


def read(*lines: str) -> Document:
    text = "\n\n".join(lines)
    page = Page(location="p", key="p", sha256="", media="text", text=text, encoding="utf-8")
    return clean(page).document


def live(*stamps: str) -> Document:
    first, second, third, last = (f"{s}\n\n{e}" for s, e in zip(stamps, ENTRIES, strict=True))
    background = (
        "Tarvik's dam was built in the fifties. Two councils have asked for a new one since."
    )
    points = ("KEY POINTS", "• One wall of the dam broke at dawn", "• Company denies a warning")
    head = ("Tarvik Post", TITLE, "3 March 2021 | Auto-refresh ON", *points)
    foot = ("BACKGROUND", background, "Follow us: Telegram | Viber", "Comments are closed.")
    return read(*head, first, second, *BOX, third, "Sign up for our letter", last, *foot)


@pytest.mark.parametrize(
    "stamps",
    [
        ("14:20", "12:05", "09:40", "06:15"),
        ("3 Mar 14:20", "3 Mar 12:05", "3 Mar 09:40", "3 Mar 06:15"),
        ("2.20 pm", "12.05 pm", "9.40 am", "6.15 am"),
    ],
)
def test_the_entries_of_a_live_page_are_story(stamps: tuple[str, ...]) -> None:
    document = live(*stamps)
    for words in (*ENTRIES, *stamps, "BACKGROUND", "Tarvik's dam was built"):
        assert words in document.text
    for words in (*BOX, "Follow us", "Comments are closed", "Sign up", "Auto-refresh"):
        assert words not in document.text
    assert document.title == TITLE
    assert document.page_date is not None and document.page_date.edtf == "2021-03-03"


def test_points_above_a_story_are_story() -> None:
    document = live("14:20", "12:05", "09:40", "06:15")
    assert "• One wall of the dam broke at dawn\n\n• Company denies a warning" in document.text


def test_an_hour_may_open_its_entry() -> None:
    hours = ("14:20 – ", "12:05 ", "9.40 am: ", "3 Mar 06:15 | ")
    entries = [h + e for h, e in zip(hours, ENTRIES, strict=True)]
    document = read(TITLE, entries[0], *BOX, *entries[1:], "About us", "Contact")
    assert document.text.split("\n\n") == [TITLE, *entries]


def test_an_hour_may_open_the_heading_of_an_entry() -> None:
    heads = ("14:20 Valley is empty", "12:05 Gate shut", "09:40 No warning", "06:15 What we know")
    lines = [line for pair in zip(heads, ENTRIES, strict=True) for line in pair]
    document = read(TITLE, *lines[:2], *BOX, *lines[2:], "About us", "Contact")
    assert document.text.split("\n\n") == [TITLE, *lines]


def test_the_headline_of_a_live_page_stands_above_its_entries() -> None:
    heads = ("Valley is empty", "Gate of the dam shut", "No warning given", "What we know")
    hours = ("2:20 PM", "12:05 PM", "9:40 AM", "6:15 AM")
    lines = [x for three in zip(hours, heads, ENTRIES, strict=True) for x in three]
    document = read("Live: Flood over Tarvik", "LAST UPDATED: 3 MARCH 2021 - 14:21", *lines)
    assert document.title == "Live: Flood over Tarvik"


def test_hours_of_a_list_of_headlines_are_no_entries() -> None:
    ticker = ("14:20", "Ferry fares rise", "12:05", "Town votes on a bridge", "09:40", "Fog at sea")
    document = read(TITLE, *(e * 2 for e in ENTRIES), "Latest news", *ticker)
    assert "Ferry fares" not in document.text and "14:20" not in document.text


def test_hours_of_what_readers_write_are_no_entries() -> None:
    story = tuple(e * 2 for e in ENTRIES)
    words = ("Old dam, I said so years ago. Nobody listens to those who live below it.",) * 3
    hours = ("3 March 2021 at 6:34 am", "3 March 2021 at 7:20 am", "3 March 2021 at 9:05 am")
    readers = [line for pair in zip(hours, words, strict=True) for line in pair]
    document = read(TITLE, *story, "Leave a comment", *readers)
    assert "Old dam" not in document.text and "6:34" not in document.text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("22:14", True),
        ("10.05 GMT", True),
        ("3 Mar 18:05", True),
        ("Wed 3 March 2021, 18:05", True),
        ("18:05 | 3 March", True),
        ("3 March 2021", False),
        ("18:05 Shots are heard", False),
    ],
)
def test_a_stamp_is_an_hour_and_nothing_else(line: str, expected: bool) -> None:
    assert is_stamp(line) is expected
