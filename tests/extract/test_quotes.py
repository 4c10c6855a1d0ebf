from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.extract.claims.quotes import QuotedText, quoted_runs


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “we left” and “we came”.", ["we left", "we came"]),
        ('He said "we left" and "we came".', ["we left", "we came"]),
        ("He said «we left».", ["we left"]),
        ("He said „we left“ and went.", ["we left"]),
        ("A broken page: “we left» he said.", ["we left"]),
        ("He said ‘the old hall’s roof’ fell.", ["the old hall’s roof"]),
        ("The workers’ hall’s roof fell.", []),
        ("He said “a (“b”) c” today.", ["a (“b”) c"]),
        ("He said “we left and went.", []),
        ("“We left.\n\n“We came,” he said.", ["We left.", "We came,"]),
        ('A 6" pipe burst.', []),
        ("``We left,'' he said. ``We came.''", ["We left,", "We came."]),
        ("''We left!'' he said, and spoke of a ''grave'' error.", ["We left!", "grave"]),
        ("The hall is 6' 2'' high.", []),
    ],
)
def test_runs(text: str, inside: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_runs(text)] == inside


@given(st.text(alphabet="ab “”«»„'`‘’\"\n.", max_size=60))
def test_runs_are_ordered_and_within_the_text(text: str) -> None:
    at = 0
    for start, end in quoted_runs(text):
        assert at <= start <= end <= len(text)
        at = end


def test_a_span_takes_both_marks_or_neither() -> None:
    text = "it was “a grave error” indeed"
    quotes = QuotedText(text)
    end = text.index("”")
    assert quotes.balanced(0, end) == (0, end + 1)
    start = text.index("“") + 1
    assert quotes.balanced(start, len(text)) == (start - 1, len(text))
    assert quotes.balanced(start, end) == (start, end)


def test_a_mark_of_two_signs_is_taken_whole() -> None:
    text = "Saying ``nothing is certain'' about it"
    quotes = QuotedText(text)
    for start in (text.index("nothing") - 1, text.index("nothing")):
        low, high = quotes.balanced(start, len(text))
        assert text[low:high] == "``nothing is certain'' about it"
