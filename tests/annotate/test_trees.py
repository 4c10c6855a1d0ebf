from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from histor.annotate.trees import best_trees


def is_tree(heads: list[int]) -> bool:
    if sum(h == i for i, h in enumerate(heads)) != 1:
        return False
    for i in range(len(heads)):
        at = i
        for _ in heads:
            at = heads[at]
        if heads[at] != at:
            return False
    return True


def weight(scores: np.ndarray[tuple[int, int], np.dtype[np.float32]], heads: list[int]) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(heads)))


@st.composite
def matrices(draw: st.DrawFn) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    n = draw(st.integers(1, 9))
    flat = draw(st.lists(st.integers(-50, 50), min_size=n * n, max_size=n * n))
    return np.array(flat, dtype=np.float32).reshape(n, n)


@given(matrices())
def test_heads_form_one_tree(scores: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> None:
    assert is_tree(best_trees([scores]))


def test_a_cycle_is_broken_at_the_best_place() -> None:
    scores = np.array([[9, 0, 0], [1, -9, 8], [2, 8, -9]], dtype=np.float32)
    assert best_trees([scores]) == [0, 2, 0]


def test_two_would_be_roots_leave_one() -> None:
    scores = np.array([[9, 1, 0], [0, 5, 4], [0, 9, 0]], dtype=np.float32)
    found = best_trees([scores])
    assert is_tree(found)
    trees = [list(h) for h in itertools.product(range(3), repeat=3) if is_tree(list(h))]
    assert weight(scores, found) == max(weight(scores, t) for t in trees)


@given(st.lists(matrices(), min_size=1, max_size=4))
def test_sentences_are_read_each_by_itself(
    scores: list[np.ndarray[tuple[int, int], np.dtype[np.float32]]],
) -> None:
    found = best_trees(scores)
    start = 0
    for own in scores:
        end = start + len(own)
        assert [head - start for head in found[start:end]] == best_trees([own])
        start = end
