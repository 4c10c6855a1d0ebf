"""Names and numbers in their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.link.skeletons import skeleton, told_in_order

bones = st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1), max_size=6)


def even(_: str) -> float:
    return 1.0


def test_names_and_numbers_alone_are_kept() -> None:
    words = [["ent_1", "storm", "5300"], ["sea"], ["ent_2"]]
    assert list(skeleton(words)) == [frozenset(["ent_1", "5300"]), frozenset(["ent_2"])]


@given(bones, bones)
def test_a_share_is_between_nothing_and_all(
    one: list[frozenset[str]], two: list[frozenset[str]]
) -> None:
    assert 0 <= told_in_order(one, two, even) <= 1 + 1e-9


@given(bones.filter(bool))
def test_a_page_tells_itself_in_order(own: list[frozenset[str]]) -> None:
    assert told_in_order(own, own, even) == pytest.approx(1)


def test_another_order_is_no_retelling() -> None:
    one = [frozenset("a"), frozenset("b"), frozenset("c")]
    assert told_in_order(one, one[::-1], even) == pytest.approx(1 / 3)
