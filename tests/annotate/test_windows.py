from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from histor.annotate.windows import MAX_WORDS, window_bounds


@given(st.lists(st.sampled_from(["so", ".", "he"]), max_size=700), st.sets(st.integers(1, 690)))
def test_windows_cover_every_word_once(words: list[str], ends: set[int]) -> None:
    bounds = list(window_bounds(words, sorted(e for e in ends if e < len(words))))
    assert [i for a, b in bounds for i in range(a, b)] == list(range(len(words)))
    assert all(0 < b - a <= MAX_WORDS for a, b in bounds)


def test_a_window_ends_with_its_last_whole_paragraph() -> None:
    words = ["a"] * 200
    assert list(window_bounds(words, [50, 100, 120, 190])) == [(0, 120), (120, 200)]


def test_without_a_paragraph_end_a_window_ends_with_a_sentence() -> None:
    words = ["a"] * 200
    words[99] = "."
    assert list(window_bounds(words, [])) == [(0, 100), (100, 200)]
