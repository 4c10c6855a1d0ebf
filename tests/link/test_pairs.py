"""Candidates found through numbers are those that sets of words would find."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.link import shingles
from histor.link.connected import connected
from histor.link.pairs import pairs_sharing
from histor.link.rows import Holders, Rows, shared
from histor.link.shingles import Shingles

MARKS = st.lists(st.sets(st.integers(0, 12)), max_size=14)


def holders(marks: list[set[int]], most: int) -> dict[int, list[int]]:
    found = {m: [n for n, own in enumerate(marks) if m in own] for m in set().union(*marks)}
    return {m: having for m, having in found.items() if len(having) <= most}


@given(MARKS, st.integers(1, 6))
def test_things_that_share_a_mark_that_few_have(marks: list[set[int]], most: int) -> None:
    expected = {p for having in holders(marks, most).values() for p in combinations(having, 2)}
    numbered = [(3 * n, own) for n, own in enumerate(marks)]
    assert list(pairs_sharing(numbered, most)) == [(3 * a, 3 * b) for a, b in sorted(expected)]


@given(MARKS, st.integers(1, 6), st.integers(0, 3), st.sampled_from([0.0, 0.25, 0.5]))
def test_pages_that_share_enough_shingles(
    marks: list[set[int]], most: int, least: int, share: float
) -> None:
    counts = Counter(p for having in holders(marks, most).values() for p in combinations(having, 2))
    expected = []
    for (a, b), count in sorted(counts.items()):
        fewer = min(len(marks[a]), len(marks[b]))
        if fewer >= least and count / fewer >= share:
            expected.append((a, b, count))
    made = Shingles(np.array(sorted(own), np.int64) for own in marks)
    assert list(made.sharing(most, least, share)) == expected


@given(MARKS)
def test_shingles_sorted_in_parts_are_those_sorted_at_once(marks: list[set[int]]) -> None:
    made = Shingles(np.array(sorted(own), np.int64) for own in marks)
    whole = list(made.sharing(6, 0, 0.0))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shingles, "_SORTED", 5)
        assert list(made.sharing(6, 0, 0.0)) == whole


@given(st.lists(st.tuples(st.sets(st.integers(0, 12)), st.sets(st.integers(0, 12)))), st.data())
def test_what_rows_share(sets: list[tuple[set[int], set[int]]], data: st.DataObject) -> None:
    one, other = Rows(), Rows()
    for mine, theirs in sets:
        one.append(sorted(mine))
        other.append(sorted(theirs))
    places = st.lists(st.integers(0, max(0, len(sets) - 1)), max_size=20 if sets else 0)
    first = data.draw(places)
    second = data.draw(st.permutations(first))
    found = shared(one, np.array(first, np.int64), other, np.array(second, np.int64))
    assert one.flat[found.one].tolist() == other.flat[found.other].tolist()
    assert list(zip(found.pairs.tolist(), one.flat[found.one].tolist(), strict=True)) == [
        (n, thing)
        for n, (a, b) in enumerate(zip(first, second, strict=True))
        for thing in sorted(sets[a][0] & sets[b][1])
    ]


@given(MARKS, st.integers(1, 6))
def test_the_holders_of_a_thing(marks: list[set[int]], most: int) -> None:
    rows = Rows()
    for own in marks:
        rows.append(sorted(own))
    found = Holders(rows, 13, most)
    for mark in range(13):
        having = [n for n, own in enumerate(marks) if mark in own]
        assert found.counts[mark] == len(having)
        expected = having if len(having) <= most else []
        assert found.rows[found.of(mark)].tolist() == expected
        assert rows.flat[found.places[found.of(mark)]].tolist() == [mark] * len(expected)


@given(st.integers(1, 9), st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8))))
def test_connected_things_have_one_least_member(count: int, pairs: list[tuple[int, int]]) -> None:
    pairs = [(a % count, b % count) for a, b in pairs]
    groups = [{n} for n in range(count)]
    for a, b in pairs:
        if groups[a] is not groups[b]:
            joined = groups[a] | groups[b]
            for n in joined:
                groups[n] = joined
    ends = np.array(pairs, np.int64).reshape(-1, 2)
    found = connected(count, ends[:, 0], ends[:, 1])
    assert found.tolist() == [min(own) for own in groups]


def test_pairs_are_the_same_however_many_shingles_are_sorted_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = np.random.default_rng(3)
    pages = [np.unique(chance.integers(0, 900, 60)) * 7919 for _ in range(60)]
    whole = list(Shingles(pages).sharing(40, 12, 0.05))
    monkeypatch.setattr(shingles, "_SORTED", 100)
    assert list(Shingles(pages).sharing(40, 12, 0.05)) == whole != []
