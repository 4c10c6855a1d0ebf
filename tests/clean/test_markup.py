"""Markers in HTML: where each run of a page's text stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.clean.markup import extract_blocks, mark

_MARKER = re.compile("[\u2800-\u28ff]{2}")
PARTS = (
    "<p>", "</p>", "<br/>", "<!--", "-->", "-", "<script>", "</script>", "</SCRIPT >", "<svg a='>'>",
    "</svg>", "<title>", "</title>", "<", ">", "</", "<!", " ", "\n", "five", "a<b", "&amp;", "&#65;",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_markers_change_nothing_else_and_runs_stand_where_they_say(source: str) -> None:
    page = mark(source)
    assert _MARKER.sub("", page.source) == source
    for start, text in page.runs:
        assert source[start : start + len(text)] == text


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("<p>One</p> <p>two</p>", ["One", "two"]),
        ("<p> <b> </b>\n<script>if (a < b) { x }</script><i>text</i>", ["text"]),
        ("<!-- a - b -- c --><p>said</p><!-- open", ["said"]),
        ("<script>var a = '</p>';</SCRIPT ><p>after</p>", ["after"]),
        ("<title>Not the story</title><style>p{}</style><p>5 &lt; 6", ["5 ", "&lt;", "6"]),
        ("<svg><text>drawn</text></svg><p>a < b", ["a < b"]),
    ],
)
def test_text_of_elements_is_marked_and_that_of_scripts_is_not(
    source: str, runs: list[str]
) -> None:
    assert [text for _, text in mark(source).runs] == runs


def test_an_own_braille_sign_makes_room_for_the_markers_and_comes_back() -> None:
    page = mark("<p>dots \u2801 here</p>")
    assert page.original is not None
    assert "\u2801" not in _MARKER.sub("", page.source)


def test_a_story_of_a_few_words_is_found() -> None:
    source = (
        "<html><body><nav><a href='/'>Home</a></nav><article><p>The harbour of Lowmark was closed "
        "on Monday after two ships ran aground, its master said.</p></article></body></html>"
    )
    blocks, _ = extract_blocks(source)
    assert blocks[-1].text.startswith("The harbour of Lowmark was closed on Monday")
