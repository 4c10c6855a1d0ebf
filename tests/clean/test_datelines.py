"""Datelines as agencies and papers write them, and what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import histor
from histor.clean.datelines import find_dateline, only_dateline


@pytest.mark.parametrize(
    ("paragraph", "words", "day"),
    [
        ("PORTOBEL, Aug 13 (Wend) -- Two", "Aug 13", (None, 8, 13)),
        ("Portobel, 9 November 2021 - Two", "9 November 2021", (2021, 11, 9)),
        ("ST. ANN'S BAY, April 05, 2018 (NEWS WIRE) -- A", "April 05, 2018", (2018, 4, 5)),
        ("SOUTH LOWMARK, April 5 (WP):Chief", "April 5", (None, 4, 5)),
        ("PUERTO WEND, 3 JAN 90 (EFW) -- [TEXT] THE", "3 JAN 90", (1990, 1, 3)),
        ("PORT-AU-WEND, Tarnia (WP) — Feb. 3 — Gangs", "Feb. 3", (None, 2, 3)),
        ("Lowmark, Tuesday 18 April 2023 – Fighting", "18 April 2023", (2023, 4, 18)),
        ("Mar. 21 (WP) -- The smoke", "Mar. 21", (None, 3, 21)),
    ],
)
def test_datelines(paragraph: str, words: str, day: tuple[int | None, int, int]) -> None:
    line = find_dateline(paragraph)
    assert line is not None
    assert paragraph[line.start : line.end] == words
    assert (line.year, line.month, line.day) == day


@pytest.mark.parametrize(
    "paragraph",
    [
        "PORTOBEL (Wend) - Police said",
        "The bombings on Aug. 7 killed nobody",
        "Revenue fell 8% to 3 May",
        "On May 3 - the day of the vote",
        "Tuesday, Sept. 19, 2023 - The council met",
        "PORTOBEL, Feb 30 (Wend) -- Two",
        "May 3 - Rebels take the town",
    ],
)
def test_what_is_no_dateline(paragraph: str) -> None:
    assert find_dateline(paragraph) is None


def test_a_chronicle_has_no_dateline() -> None:
    days = ["LOWMARK, May 3 - Rebels come.", "LOWMARK, May 5 - Rebels leave."]
    assert only_dateline(enumerate(days[:1])) is not None
    assert only_dateline(enumerate(days)) is None


@given(st.text(max_size=200))
def test_any_paragraph_is_read(paragraph: str) -> None:
    line = find_dateline(paragraph)
    assert line is None or 0 <= line.start < line.end <= len(paragraph)


def test_a_dateline_alone_is_no_headline(tmp_path: Path) -> None:
    story = (
        "Page 1: harbour closures\n\nPublished 2015-06-02\n\nLOWMARK, Norway (NTB) _\n\n"
        "The ferry of Lowmark in western Norway was halted on Tuesday, the harbour master said, "
        "after a storm had damaged the pier.\n\nShe said that the boats would sail again when the "
        "pier had been mended, which could take until the end of the week.\n"
    )
    (tmp_path / "page.txt").write_text(story, encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([tmp_path / "page.txt"])
        [page] = case.export().documents
    assert page.title != "LOWMARK, Norway (NTB) _"


def test_the_agency_may_stand_before_the_place() -> None:
    line = find_dateline("(CoastWire) ORLE, Peru, July 31 - The toll rose")
    assert line is not None and (line.month, line.day) == (7, 31)
    assert find_dateline("(Agency) - The army said on July 31 - as before") is None
