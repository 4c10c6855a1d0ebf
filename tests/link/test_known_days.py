"""Strikes on one town day after day, told by many pages in like words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import histor
from histor.link.bounds import Bounds, Merging
from histor.records import CaseExport

PAGES = {
    "a": "Planes bombed a school in Nakuru on Monday, killing nine people, a nurse said.",
    "b": "Nine people were killed when planes bombed a school in Nakuru on Monday.",
    "c": "Planes bombed a mosque in Nakuru on Tuesday, killing four people, a nurse said.",
    "d": "Four people were killed when planes bombed a mosque in Nakuru on Tuesday.",
    "e": "Planes bombed a school in Nakuru on Tuesday, killing nine people, said a priest.",
}


def export(folder: Path, pages: str) -> CaseExport:
    for name in pages:
        text = f"Read {name}\n\n8 May 2019\n\n{PAGES[name]}\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([folder])
        return case.export()


@pytest.mark.parametrize(("pages", "most"), [("abcd", 1), ("abe", 2)])
def test_days_that_several_pages_tell_are_two(tmp_path: Path, pages: str, most: int) -> None:
    days = [
        {m.date.edtf for m in event.mentions if m.date is not None}
        for event in export(tmp_path, pages).events
        if event.type == "ASSAULT"
    ]
    assert set().union(*days) == {"2019-05-06", "2019-05-07"}
    assert max(map(len, days)) == most


def test_arrests_of_two_days_are_two_though_the_days_are_next_to_each_other(tmp_path: Path) -> None:
    text = (
        "Police in Nakuru detained 30 people on Sunday over the fire in the mill. Seven teachers "
        "who had come to help said that they had been detained by police on Saturday."
    )
    (tmp_path / "a.txt").write_text(f"Held\n\n8 May 2019\n\n{text}\n", encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([tmp_path])
        events = case.export().events
    held = [e for e in events if any(m.trigger == "detained" for m in e.mentions)]
    assert sorted(e.date.edtf for e in held if e.date is not None) == ["2019-05-04", "2019-05-05"]


def test_what_is_never_one_is_not_joined_by_a_third() -> None:
    merging = Merging([_anything()] * 3, [(0, 1), (1, 2), (0, 2)], [(0, 2)])
    assert merging.join(0, 1)
    assert not merging.join(0, 2)


def _anything() -> Bounds:
    return Bounds(True, dt.date.min, dt.date.max, None, None)
