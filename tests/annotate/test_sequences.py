from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.annotate.sequences import allowed_steps, best_path, best_paths, runs

TAGS = ("O", "B-X", "I-X", "B-Y", "I-Y")


def test_runs_name_their_label_and_bounds() -> None:
    assert runs(np.array([0, 1, 2, 1, 0, 3]), TAGS) == [("X", 1, 3), ("X", 3, 4), ("Y", 5, 6)]


def test_an_inside_tag_needs_its_own_begin() -> None:
    scores = np.array([[0, 1, 0, 0, 0], [0, 0, 0, 0, 5]], dtype=np.float32)
    path = best_path(scores, allowed_steps(TAGS), TAGS)
    assert path.tolist() == [3, 4]


def test_no_words_have_no_tags() -> None:
    assert len(best_path(np.zeros((0, 5), dtype=np.float32), allowed_steps(TAGS), TAGS)) == 0


@given(st.lists(st.lists(st.floats(-9, 9, width=32), min_size=5, max_size=5), min_size=1))
def test_every_best_path_is_valid(rows: list[list[float]]) -> None:
    path = best_path(np.array(rows, dtype=np.float32), allowed_steps(TAGS), TAGS)
    assert len(path) == len(rows)
    named = [TAGS[i] for i in path]
    for before, tag in zip(["O", *named], named, strict=False):
        if tag.startswith("I-"):
            assert before in {tag, "B" + tag[1:]}


@given(st.integers(1, 4), st.integers(1, 5), st.integers(0, 2**16))
def test_the_paths_are_the_best_of_all_valid_ones(n: int, words: int, seed: int) -> None:
    tags = ("O", "B-a", "I-a")
    scores = np.random.default_rng(seed).normal(size=(n, words, 3)).astype(np.float32)
    steps = allowed_steps(tags)
    for row, path in zip(scores, best_paths(scores, steps, tags), strict=True):

        def total(chosen: Sequence[int], row: np.ndarray = row) -> float:
            valid = chosen[0] != 2 and all(steps[a, b] == 0 for a, b in pairwise(chosen))
            return sum(float(row[i, k]) for i, k in enumerate(chosen)) if valid else -np.inf

        best = max(product(range(3), repeat=words), key=total)
        assert total(path.tolist()) == pytest.approx(total(best), abs=1e-4)
