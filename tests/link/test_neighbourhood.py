"""Things that pairs join come to stand near each other."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from histor.link.neighbourhood import neighbourly


@given(st.integers(1, 30), st.data())
def test_each_has_a_place_of_its_own(count: int, data: st.DataObject) -> None:
    one = st.integers(0, count - 1)
    pairs = data.draw(st.lists(st.tuples(one, one), max_size=40))
    ends = np.array(pairs, np.int64).reshape(-1, 2)
    places = neighbourly(count, ends[:, 0], ends[:, 1])
    assert sorted(places.tolist()) == list(range(count))


def test_a_chain_in_any_numbering_is_gone_through_from_one_end() -> None:
    chain = np.random.default_rng(3).permutation(500)
    places = neighbourly(500, chain[:-1], chain[1:])
    assert np.abs(np.diff(places[chain])).max() == 1
