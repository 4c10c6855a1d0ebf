"""Comments, headlines and notes on the author below a story are none of it; invented pages."""

from __future__ import annotations

import pytest

from histor.clean import clean
from histor.clean.lines_below import tells_of_author
from histor.records import Page

STORY = [
    "The council of Lorne met on Monday to hear the keepers of the two bridges over the Tarn.",
    "The keepers told the council that the eastern bridge had been closed twice since January.",
    "The council will hear the engineers of the province before it decides what is to be done.",
    "“We want to know who pays for it,” said Ana Ruiz, who keeps the mill below the old bridge.",
]


@pytest.mark.parametrize(
    "note",
    [
        "Ruth Delgado is the paper's river correspondent.",
        "Ruth Delgado writes about rivers and mills.",
        "Dr Ruth Delgado is a senior fellow at the Institute of Bridges in Portobel.",
    ],
)
def test_a_note_on_who_wrote_it_is_no_story(note: str) -> None:
    assert tells_of_author(note, STORY, ())


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ana Ruiz is a professor of law at Portobel.",  # the story names her
        "Ruth Delgado is the mayor of Lorne.",
        "Ruth Delgado is a lecturer in law, and “nobody asked us”, she said.",
    ],
)
def test_a_paragraph_on_somebody_else_is_story(paragraph: str) -> None:
    assert not tells_of_author(paragraph, STORY, ())


def test_what_is_told_of_the_one_who_signs_is_no_story() -> None:
    note = "Ruth Delgado covered the Tarn war and was arrested in Morvia in 2003."
    assert tells_of_author(note, STORY, ["Ruth Delgado"])
    assert not tells_of_author(note, STORY, ())


def cleaned(below: str) -> str:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    text = (
        "<html><head><title>Council hears the keepers</title></head><body>"
        f"<h1>Council hears the keepers</h1>{story}{below}</body></html>"
    )
    page = Page(
        location="page.html", key="page", sha256="0" * 64, media="html", text=text, encoding="utf-8"
    )
    return clean(page).document.text


def test_what_stands_below_the_heading_of_comments_is_no_story() -> None:
    below = (
        "<p>Leave a commentary. Your address of mail will not be published.</p>"
        "<p>LuisR: they should drown the whole council, thieves!!</p>"
    )
    text = cleaned(below)
    assert STORY[-1] in text and "drown" not in text


def test_headlines_below_the_heading_of_other_stories_are_no_story() -> None:
    below = "<h3>Notes related</h3><ul><li>Lorry sinks in the Tarn, two drowned</li></ul>"
    text = cleaned(f"{below}<p>The keepers went home.</p>")
    assert "drowned" not in text and "went home" in text


def test_headlines_in_a_list_between_paragraphs_are_no_story() -> None:
    below = "<h4>You may also like</h4><ul><li>Lorry sinks in the Tarn, two drowned</li></ul>"
    text = cleaned(below + "".join(f"<p>{p}</p>" for p in reversed(STORY)))
    assert "drowned" not in text
    assert text.count(STORY[0]) == 2
