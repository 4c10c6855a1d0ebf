"""Headline and outlet of pages with hardly any lines above the story. The pages are invented."""

from __future__ import annotations

import pytest

from histor.clean import clean
from histor.clean.mastheads import split_title
from histor.records import Page

STORY = (
    "The harbour of Lowmark stayed shut on Monday after two ships ran aground in the night, and "
    "the town's bakers said that flour would be scarce by the end of the week.\n\n"
    "Nobody was hurt, the harbour office said, and the crews were taken to a school."
)


def page(*top: str) -> Page:
    text = "\n\n".join([*top, STORY])
    return Page(location="p.txt", key="p", sha256="", media="text", text=text, encoding="utf-8")


@pytest.mark.parametrize(
    ("top", "outlet", "title"),
    [
        (("Lowmark Evening Post | LATEST | SPORT", "Two ships close the harbour"),
         "Lowmark Evening Post", "Two ships close the harbour"),
        (("HillVoice.example", "Why the bakers worry"), "HillVoice.example", "Why the bakers worry"),
        (("Hill Notes - a blog on the uplands", "What we know about the ships"),
         "Hill Notes", "What we know about the ships"),
        (("Middle East", "Two ships close the harbour"), None, "Two ships close the harbour"),
        (("What we know about the ships",), None, "What we know about the ships"),
    ],
)  # fmt: skip
def test_masthead_and_headline(top: tuple[str, ...], outlet: str | None, title: str) -> None:
    document = clean(page(*top)).document
    assert (document.outlet, document.title) == (outlet, title)


TOWN = "Two ships run aground off Lowmark"
MARKUP = "".join(f"<p>{p}</p>" for p in STORY.split("\n\n") * 3)


def marked(title: str, below: str = "") -> Page:
    text = (
        f"<html><head><title>{title}</title></head><body><div>Menu</div><h1>{TOWN}</h1>"
        f"{below}{MARKUP}</body></html>"
    )
    return Page(location="p", key="p", sha256="", media="html", text=text, encoding="utf-8")


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        (f"Hill Voice - {TOWN}", "Hill Voice"),
        (f"{TOWN} - World - Hill Voice", "Hill Voice"),
        (f"{TOWN} - Hill Voice - Africa", "Hill Voice"),
        (f"Opinion | {TOWN}", None),
        (f"Breaking News | {TOWN}", None),
    ],
)
def test_an_outlet_beside_the_headline_in_a_title(title: str, outlet: str | None) -> None:
    document = clean(marked(title)).document
    assert (document.outlet, document.title) == (outlet, TOWN)


def test_a_question_before_the_outlet_belongs_to_the_title() -> None:
    assert split_title("Talks collapse in the hills - what next - Hill Voice") == (
        "Talks collapse in the hills - what next",
        "Hill Voice",
    )


def test_a_sentence_right_below_the_headline_is_story() -> None:
    below = "Crews are safe but the port stays shut and the town is short of flour"
    found = clean(marked(TOWN, f"</header>\n<h2>{below}</h2>")).document
    assert found.text.startswith(f"{TOWN}\n\n{below}\n\n")
    assert not any(r.text == below for r in found.removed)
    again = clean(
        marked(TOWN, f"<h2>{below}</h2><p>{below}, the mayor said. They ask for help.</p>")
    )
    assert again.document.text.count(below) == 1
    teaser = clean(marked(TOWN, "<h2>Most read</h2>")).document
    assert "Most read" not in teaser.text


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Main / Policy / World", False),
        ("December 4, 2023 9:12 AM GMT · Updated 3 hours ago", False),
        ("The ships / the crews / the cargo: what happened on the day", True),
    ],
)
def test_a_path_or_an_hour_above_the_story_is_no_story(line: str, kept: bool) -> None:
    document = clean(marked(TOWN, f"<p>{line}</p>")).document
    assert (line in document.text) == kept


@pytest.mark.parametrize(
    "title",
    [
        "Lowmark: Flight from the hills – Flash Update No. 3 (as of 3 May 2021)",
        "Lowmark: Flight from the hills | Situation Report 12",
        "Lowmark: Flight from the hills - Bulletin #4",
    ],
)
def test_the_number_of_a_report_is_no_outlet(title: str) -> None:
    assert split_title(title) == (title, None)
