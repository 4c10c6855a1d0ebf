"""The map from story to page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from histor.spans import CleanSpan, OffsetMap, RawSpan, Segment


def test_neighbours_are_joined_and_gaps_kept() -> None:
    found = OffsetMap.of([Segment(0, 10, 5, 5), Segment(5, 15, 5, 5), Segment(12, 40, 3, 3)])
    assert found.segments == (Segment(0, 10, 10, 10), Segment(12, 40, 3, 3))
    assert found.to_raw(CleanSpan(8, 14)) == (RawSpan(18, 20), RawSpan(40, 42))
    assert found.to_raw(CleanSpan(10, 12)) == ()


def test_a_run_of_other_length_is_mapped_whole() -> None:
    found = OffsetMap.of([Segment(0, 0, 2, 2), Segment(2, 2, 1, 5), Segment(3, 7, 4, 4)])
    assert found.to_raw(CleanSpan(2, 3)) == (RawSpan(2, 7),)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 9)), max_size=12))
def test_each_character_keeps_its_place(parts: list[tuple[int, int, int]]) -> None:
    clean = raw = 0
    segments, places = [], {}
    for clean_gap, raw_gap, length in parts:
        clean, raw = clean + clean_gap, raw + raw_gap
        segments.append(Segment(clean, raw, length, length))
        places.update({clean + i: raw + i for i in range(length)})
        clean, raw = clean + length, raw + length
    found = OffsetMap.of(segments)
    for at, place in places.items():
        assert found.to_raw(CleanSpan(at, at + 1)) == (RawSpan(place, place + 1),)
