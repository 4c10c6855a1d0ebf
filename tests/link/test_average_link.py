from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from histor.link.average_link import average_link

Pairs = dict[tuple[int, int], float]


def always(_: int, __: int) -> bool:
    return True


def test_the_most_alike_are_joined_first() -> None:
    pairs = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1, (3, 4): 0.6}
    assert average_link(5, pairs, 0.5, always) == [[0, 1], [2], [3, 4]]


def test_what_was_not_compared_counts_as_unlike() -> None:
    chain = {(0, 1): 0.9, (1, 2): 0.9, (2, 3): 0.9}
    assert average_link(4, chain, 0.5, always) == [[0, 1], [2, 3]]


def test_a_refused_join_leaves_the_rest() -> None:
    pairs = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.8}
    refused = average_link(3, pairs, 0.5, lambda a, b: (a, b) != (0, 1))
    assert refused == [[0, 2], [1]]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]),
        st.floats(0, 1),
        max_size=20,
    )
)
def test_every_thing_is_in_one_cluster(pairs: Pairs) -> None:
    groups = average_link(8, pairs, 0.4, always)
    assert sorted(n for g in groups for n in g) == list(range(8))
    assert groups == average_link(8, dict(reversed(pairs.items())), 0.4, always)
