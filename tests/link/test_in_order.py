"""Sentences set beside each other so that none goes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.link.in_order import in_order

one_word = st.sampled_from("abcd").map(lambda w: ({w: 1.0}, 6))
pages = st.lists(one_word, max_size=6)


@given(pages, pages)
def test_the_share_is_that_of_the_pairs(
    short: list[tuple[dict[str, float], int]], long: list[tuple[dict[str, float], int]]
) -> None:
    told = in_order(short, long)
    assert told.share == pytest.approx(sum(c for *_, c in told.pairs) / max(1, len(short)))
    assert told.pairs == sorted(told.pairs)
    assert sorted(j for _, j, _ in told.pairs) == [j for _, j, _ in told.pairs]


def test_two_sentences_may_stand_in_one() -> None:
    told = in_order([({"a": 1.0}, 6), ({"b": 1.0}, 2)], [({"a": 0.6, "b": 0.8}, 9)])
    assert told.share == pytest.approx((6 * 0.6 + 2 * 0.8) / 8)
    assert [(i, j) for i, j, _ in told.pairs] == [(0, 0), (1, 0)]


def test_another_order_is_told_in_part() -> None:
    mine = [({w: 1.0}, 6) for w in "abc"]
    assert in_order(mine, mine[::-1]).share == pytest.approx(1 / 3)
