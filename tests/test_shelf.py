"""Shelves give back what was put on them."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.records import Span
from histor.shelf import ById, Runs, Shelf

SPANS = st.builds(
    Span,
    document=st.text(max_size=5),
    start=st.integers(0, 10**6),
    end=st.integers(0, 10**6),
    text=st.text(max_size=900),
)


@given(st.lists(SPANS, max_size=20))
def test_what_is_put_on_a_shelf_stands_there_in_order(spans: list[Span]) -> None:
    shelf = Shelf(Span, spans)
    assert list(shelf) == spans
    assert [shelf[n] for n in range(-len(spans), len(spans))] == [*spans, *spans]
    assert shelf[1:3] == spans[1:3]
    assert shelf == spans


@given(st.lists(SPANS, min_size=1, max_size=8), SPANS, st.data())
def test_a_shelf_changed_and_arranged_anew(
    spans: list[Span], other: Span, data: st.DataObject
) -> None:
    shelf = Shelf(Span, spans)
    at = data.draw(st.integers(0, len(spans) - 1))
    assert shelf[at] == spans[at]
    shelf.put(at, other)
    assert list(shelf) == [*spans[:at], other, *spans[at + 1 :]]
    order = data.draw(st.permutations(range(len(spans))))
    now = list(shelf)
    shelf.arrange(order)
    assert list(shelf) == [now[n] for n in order]


def test_large_shelves_lie_in_a_file() -> None:
    spans = [Span(document="d", start=n, end=n, text=f"{n} " * 3000) for n in range(300)]
    shelf = Shelf(Span, spans)
    assert [shelf[n] for n in (299, 0, 150)] == [spans[n] for n in (299, 0, 150)]


def test_what_is_not_there_is_no_place_on_the_shelf() -> None:
    with pytest.raises(IndexError):
        Shelf(int, [1])[1]


def test_records_by_id_and_in_runs() -> None:
    spans = [Span(document=d, start=n, end=n, text="") for n, d in enumerate("aabccc")]
    runs = Runs(Shelf(Span, spans), lambda s: s.document)
    assert {d: [s.start for s in own] for d, own in runs.items()} == {
        "a": [0, 1],
        "b": [2],
        "c": [3, 4, 5],
    }
    found = ById({"first": 0, "last": 5}, Shelf(Span, spans))
    assert found["last"] == spans[5]
    assert dict(found) == {"first": spans[0], "last": spans[5]}
    assert "other" not in found


def test_what_cannot_be_decoded_says_so() -> None:
    shelf: Shelf[object] = Shelf(int, ["no number"])
    with pytest.raises(msgspec.ValidationError):
        list(shelf)
