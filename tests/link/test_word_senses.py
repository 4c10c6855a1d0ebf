from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.link.word_senses import word_senses

WORDS = "attack assault strike quake earthquake arrest detain resign foil thwart elect zzyx".split()


@pytest.mark.parametrize(("one", "other"), [("quake", "earthquake"), ("foil", "thwart")])
def test_words_of_one_meaning_are_near(one: str, other: str) -> None:
    assert other in word_senses().near(WORDS)[one]
    assert max(word_senses().likeness([one], [other])) > max(
        word_senses().likeness([one], ["elect"])
    )


def test_words_of_two_meanings_are_not_near() -> None:
    near = word_senses().near(WORDS)
    assert "resign" not in near["quake"]
    assert "elect" not in near["attack"]


def test_a_word_that_no_lexicon_has_is_like_no_other() -> None:
    assert "zzyx" not in word_senses()
    assert "zzyx" not in word_senses().near(WORDS)
    assert word_senses().likeness(["zzyx"], WORDS) == (0.0, 0.0)


@given(st.lists(st.sampled_from(WORDS), max_size=4), st.lists(st.sampled_from(WORDS), max_size=4))
def test_likeness_hangs_on_no_order(one: list[str], other: list[str]) -> None:
    sense, near = word_senses().likeness(one, other)
    assert (sense, near) == word_senses().likeness(other[::-1], one[::-1])
    assert 0 <= sense <= 1
    assert 0 <= near <= 1
