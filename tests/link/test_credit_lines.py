"""The media that lines around a story credit, on pages read from their markup."""

from __future__ import annotations

import pytest

from histor.clean import clean
from histor.extract.lexicons import is_outlet
from histor.link.credit_lines import credited_in_lines
from tests.clean.test_clean import FIRST, SECOND, THIRD, page


def markup(above: str = "", below: str = "") -> str:
    lines = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD))
    top = f'<p class="byline">{above}</p>' if above else ""
    bottom = f"<p>{below}</p>" if below else ""
    return (
        "<html><head><title>The bridge at Tarvik</title></head><body>"
        '<nav><a href="/">Home</a> <a href="/w">World</a></nav>'
        f"<article><h1>The bridge at Tarvik</h1>{top}{lines}{bottom}</article>"
        "<footer><p>Contact us. Terms.</p></footer></body></html>"
    )


LINES = [
    ("Source: TASS", {"TASS"}),
    ("With inputs from AFP and Reuters", {"AFP", "Reuters"}),
    ("(With inputs from agencies)", set()),
    ("Reporting by Reuters, additional reporting by our correspondent.", {"Reuters"}),
    ("By Reuters", {"Reuters"}),
    ("(Reuters)", {"Reuters"}),
    ("Agence France-Presse contributed to this report.", {"Agence France-Presse"}),
    ("This article was first published by The Guardian.", {"Guardian"}),
    ("Via: Al Jazeera", {"Al Jazeera"}),
    ("With reporting by AP and Reuters", {"AP", "Reuters"}),
    ("© 2025 AFP", {"AFP"}),
    ("Copyright 2025 The Associated Press. All rights reserved.", {"Associated Press"}),
    ("Photo: AP", set()),
    ("Reporting by Kari Brun in Salto; Editing by Luc Paz", set()),
]


ABOVE = [
    ("By Kari Brun, Associated Press", {"Associated Press"}),
    ("May 9, 2025 / 11:47 AM EDT / AP", {"AP"}),
    ("May 9, 2025 / 11:47 AM EDT / World", set()),
]


@pytest.mark.parametrize(
    ("line", "names", "where"),
    [
        *((line, names, where) for line, names in LINES for where in ("above", "below")),
        *((line, names, "above") for line, names in ABOVE),
    ],
)
def test_a_line_beside_the_story_credits(line: str, names: set[str], where: str) -> None:
    text = markup(**{where: line})
    document = clean(page(text, "html")).document
    assert line not in document.text
    found = list(credited_in_lines(document, lambda name: is_outlet(f"The {name}")))
    assert {name for name, _ in found} == names
    assert all(text[words.start : words.end] == words.text for _, words in found)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Reporting by Kari Brun in Salto; Editing by Luc Paz", ("Kari Brun",)),
        ("Source: TASS", ()),
        ("Originally published on Middle East Eye", ()),
        ("Photo: AP", ()),
        ("By Kari Brun", ("Kari Brun",)),
    ],
)
def test_a_credit_is_no_author(line: str, authors: tuple[str, ...]) -> None:
    assert clean(page(markup(line), "html")).document.byline == authors
