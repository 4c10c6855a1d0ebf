"""One event of another page or none: what else an account could tell speaks against it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.link import rivals
from histor.link.rivals import against_rivals

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] < p[1]),
    st.floats(0.01, 1),
    max_size=40,
)


def weighed(pairs: dict[tuple[int, int], float], page: list[int]) -> dict[tuple[int, int], float]:
    keys = sorted(pairs)
    first = np.array([a for a, _ in keys], np.int32)
    second = np.array([b for _, b in keys], np.int32)
    likely = np.array([pairs[k] for k in keys])
    against_rivals(first, second, likely, np.array(page, np.int64))
    return dict(zip(keys, likely.tolist(), strict=True))


def one_by_one(
    pairs: dict[tuple[int, int], float], page: list[int]
) -> dict[tuple[int, int], float]:
    known = pairs | {(b, a): value for (a, b), value in pairs.items()}

    def rivals_of(a: int, b: int) -> float:
        others = [c for c in range(len(page)) if page[c] == page[b] and c not in {a, b}]
        return sum(known.get((a, c), 0.0) * (1 - known.get((b, c), 0.0)) for c in others)

    found = {}
    for (a, b), value in pairs.items():
        most = max(rivals_of(a, b), rivals_of(b, a)) if page[a] != page[b] else 0.0
        found[a, b] = value / (1 + 0.4 * most)
    return found


def test_one_of_many_like_strikes_is_not_likely_the_one() -> None:
    page = [0, 1, 1, 1]
    alone = weighed({(0, 1): 0.9}, page)
    among = weighed({(0, 1): 0.9, (0, 2): 0.9, (0, 3): 0.9}, page)
    assert alone[0, 1] == 0.9
    assert among[0, 1] < 0.6


def test_mentions_of_one_event_are_no_rivals() -> None:
    page = [0, 1, 1]
    pairs = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 1.0}
    assert weighed(pairs, page) == pairs


@given(PAIRS, st.lists(st.integers(0, 3), min_size=12, max_size=12), st.integers(1, 9))
def test_rivals_are_counted_as_one_by_one(
    pairs: dict[tuple[int, int], float], page: list[int], at_once: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rivals, "_AT_ONCE", at_once)
        found = weighed(pairs, page)
    assert found == pytest.approx(one_by_one(pairs, page), abs=1e-6)
