from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.link import rows as module
from histor.link.rows import Holders, Rows

THINGS = 7


@given(
    st.lists(st.lists(st.integers(0, THINGS - 1), unique=True, max_size=5), max_size=8),
    st.integers(1, 5),
    st.integers(1, 20),
)
def test_holders_are_those_that_have_a_thing(
    table: list[list[int]], most: int, at_once: int
) -> None:
    rows = Rows()
    for own in table:
        rows.append(own)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_SORTED", at_once)
        holders = Holders(rows, THINGS, most)
    for thing in range(THINGS):
        having = [n for n, own in enumerate(table) if thing in own]
        assert holders.counts[thing] == len(having)
        at = holders.of(thing)
        assert holders.rows[at].tolist() == (having if len(having) <= most else [])
        assert all(rows.flat[place] == thing for place in holders.places[at].tolist())
