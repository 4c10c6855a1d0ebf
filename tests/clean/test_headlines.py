"""Headline, outlet and authors of flattened pages with much above the story. All is invented."""

from __future__ import annotations

import pytest

from histor.clean import clean
from histor.clean.mastheads import full_name
from histor.records import Document, Page

HEADLINE = "Ferry crews of Tarvik strike as talks on pay break down"
DAY = "3 March 2021"
STORY = (
    "Ferry crews in the harbour of Tarvik walked out on Monday after talks with the council about "
    "pay broke down, and the islands were cut off for the first time in nine years.",
    "“We have waited since the autumn,” said Petra Hollin, who speaks for the crews. The council "
    "said that it had no more money to give, and asked both sides to meet again.",
    "The islands have food for two weeks, according to the mayor of the largest of them, who told "
    "people not to buy more than they need.",
)


def read(*top: str, foot: tuple[str, ...] = ()) -> Document:
    text = "\n\n".join((*top, *STORY, *foot))
    page = Page(location="p", key="p", sha256="", media="text", text=text, encoding="utf-8")
    return clean(page).document


@pytest.mark.parametrize(
    "top",
    [
        ("Harbour Post", HEADLINE, f"Published: Wed, {DAY}, 21:36", "A ferry in port. - Agency"),
        ("Papers > Short Papers > Northern Coast", DAY, HEADLINE),
        (HEADLINE, "1. The crews walk out", "2. What the council says"),
        ("CoastVoice24 — Your Coast, Your Ferry Talks", HEADLINE),
        (HEADLINE, "Key moments | Show crews only | Please turn on JavaScript to use this page"),
        ("Automatic translation from Swedish | See the original", HEADLINE, DAY),
        ("HCSS – Harbour and Coast Strike Studies", DAY, HEADLINE),
        ("* Ferry talks of Tarvik", "* Crews of the islands walk out", HEADLINE, DAY),
        (*(f"Section {n} of the site" for n in range(90)), HEADLINE, DAY),
    ],
)
def test_what_stands_around_a_headline_is_none(top: tuple[str, ...]) -> None:
    assert read(*top).title == HEADLINE


@pytest.mark.parametrize(
    ("top", "foot", "outlet"),
    [
        (("HCSS – Harbour and Coast Strike Studies", DAY), (), "Harbour and Coast Strike Studies"),
        (("HCSS | Hill Country Security School", "Papers"), (), "Hill Country Security School"),
        (("CoastVoice24 — Your Coast, Your Tales", "MENU"), (), "CoastVoice24"),
        (("Coast Voice | English", "Home  Live  Sport", "LIVE"), (), "Coast Voice"),
        (("Facebook Instagram Twitter", "Coast Courier – the news of two shores"), (),
         "Coast Courier"),
        (("Hill Country Security School", "Papers"), ("© HCSS 2021. Subscribe | Privacy",),
         "Hill Country Security School"),
        (("Coast & Hill", "World / Europe"), ("Copyright AFP. All rights reserved.",),
         "Coast & Hill"),
    ],
)  # fmt: skip
def test_the_name_at_the_head_is_the_outlet(
    top: tuple[str, ...], foot: tuple[str, ...], outlet: str
) -> None:
    assert read(*top, HEADLINE, foot=foot).outlet == outlet


def test_the_name_between_headline_and_day_is_the_outlet() -> None:
    assert read(HEADLINE, "The Coast & Hill Courier", f"{DAY} – 06:15").outlet == (
        "The Coast & Hill Courier"
    )


def test_a_name_below_a_headline_that_is_told_of_below_the_story() -> None:
    foot = ("Anna Lind is a columnist who lives on the islands.",)
    assert read(HEADLINE, "Anna Lind", DAY, foot=foot).byline == ("Anna Lind",)


def test_a_section_between_headline_and_day_is_no_outlet() -> None:
    assert read(HEADLINE, "World News", f"{DAY} – 06:15").outlet is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Dr Anna Lind, Senior Research Fellow", ("Anna Lind",)),
        ("Prof. Anna Lind and Nils van Berg", ("Anna Lind", "Nils van Berg")),
        ("Anna Lind, Tarvik, and Nils Berg, Ostby", ("Anna Lind", "Nils Berg")),
        ("Anna Lind (now) and Nils Berg (earlier)", ("Anna Lind", "Nils Berg")),
        ("By Harbour Desk", ()),
        ("By Ferry Reporter", ()),
        ("By Anna Lind Staff Writer", ("Anna Lind",)),
        ("By Anna Lind, Staff Reporter", ("Anna Lind",)),
        ("Coast News and Ferry Times", ()),
        ("Anna Lind", ()),
        ("Northern Isles, Southern Isles", ()),
    ],
)
def test_names_below_a_headline(line: str, names: tuple[str, ...]) -> None:
    document = read("Harbour Post", HEADLINE, line, f"{DAY}, 17:05")
    assert document.byline == names
    assert line not in document.text


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("HCSI – Hill Country Security Institute", "Hill Country Security Institute"),
        ("CPS (Centre for Peace and Security)", "Centre for Peace and Security"),
        ("LIVE – Ferry crews strike", None),
        ("COAST – Ferry crews strike over pay and hours", None),
    ],
)
def test_an_acronym_and_its_name(line: str, name: str | None) -> None:
    assert full_name(line) == name
