"""Events are the same whether a case is joined part by part or as one whole."""

from __future__ import annotations

import datetime as dt

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from histor.link.account_pairs import AccountPairs
from histor.link.average_link import average_link
from histor.link.bounds import Bounds, Merging
from histor.link.events import _ONE, _groups, _joined
from histor.link.limits import Limits

COUNT = 9
DAY = dt.date(2019, 5, 1)

BOUNDS = st.builds(
    lambda real, first, days, mode, addressed, toll: Bounds(
        real,
        DAY + dt.timedelta(days=first),
        DAY + dt.timedelta(days=first + days),
        None,
        mode,
        frozenset(addressed),
        (toll, 2 * toll),
    ),
    st.sampled_from([True, True, True, False]),
    st.integers(0, 3),
    st.integers(0, 3),
    st.sampled_from([None, None, "arms", "siege"]),
    st.sets(st.sampled_from("ab"), max_size=2),
    st.sampled_from([0.0, 0.0, 1.0, 15.0]),
)
PAIRS = st.dictionaries(
    st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)).filter(lambda p: p[0] < p[1]),
    st.tuples(st.sampled_from([0.0, 0.1, 0.25, 0.3, 0.6, 0.9]), st.booleans()),
    max_size=24,
)


@given(
    st.lists(BOUNDS, min_size=COUNT, max_size=COUNT),
    PAIRS,
    st.permutations(range(COUNT)),
)
def test_parts_are_joined_as_the_whole(
    bounds: list[Bounds], pairs: dict[tuple[int, int], tuple[float, bool]], order: list[int]
) -> None:
    merging = Merging(bounds, [pair for pair, (_, bound) in pairs.items() if bound])
    likely = {pair: value for pair, (value, _) in pairs.items()}
    whole = average_link(COUNT, likely, _ONE, merging.join)

    limits = Limits()
    places = np.array(order, np.int64)
    for n in np.argsort(places).tolist():
        limits.append(bounds[n])
    ends = np.array([*pairs], np.int32).reshape(-1, 2)
    values, bound = (np.array([v[n] for v in pairs.values()]) for n in (0, 1))
    can_be = limits.agree(places, ends[:, 0], ends[:, 1])
    kept = AccountPairs(
        ends[can_be, 0],
        ends[can_be, 1],
        values[can_be],
        bound.astype(bool)[can_be],
        np.zeros(int(can_be.sum()), bool),
    )
    assert [*_groups(_joined(kept, limits, places))] == whole
