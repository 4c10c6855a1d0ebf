"""Headline and outlet of pages with hardly any lines above the story. The pages are invented."""

from __future__ import annotations

import pytest

from histor.clean import clean
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
