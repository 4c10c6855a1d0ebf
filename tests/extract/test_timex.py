"""What the measure of time expressions holds equal."""

from __future__ import annotations

import pytest

from benchmarks.timex_notation import canonical, within
from benchmarks.timex_ranges import ends
from histor.extract.dates.narrative import resolve_all
from histor.extract.dates.time_grammar import find_times
from histor.extract.dates.times import FoundTime


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("1949-XX", "1949", True),
        ("1998-10-XX", "1998-10", True),
        ("196X", "196", True),
        ("196X", "1965", False),
        ("2000-W7", "2000-W07", True),
        ("P12M", "P1Y", True),
        ("PT24H", "P1D", True),
        ("P2L", "P2000Y", True),
        ("PT5M", "P5M", False),
        ("P30D", "P1M", False),
        ("1989-WXX", "1989", False),
        ("1989-WXX", "1989-W43", False),
        ("PXY", "PAST_REF", False),
        ("1998-08-07TNI", "1998-08-07", False),
        ("XXXX-XX-XX", "1998-08-07", False),
        ("PT", "P", False),
    ],
)
def test_values_of_one_meaning(one: str, other: str, equal: bool) -> None:
    assert (canonical(one) == canonical(other)) is equal


@pytest.mark.parametrize(
    ("value", "gold", "right"),
    [
        ("1989-W43", "1989-WXX", True),
        ("1989-Q3", "1989-QX", True),
        ("1988-W43", "1989-WXX", False),
        ("1989-W43-WE", "1989-WXX", False),
        ("1989-10", "1989-WXX", False),
        ("1998-10", "1998-XX", False),
    ],
)
def test_a_week_without_its_number(value: str, gold: str, right: bool) -> None:
    assert within(value, gold) is right


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from May 3 to June 4, 2019", [("May 3", "2019-05-03"), ("June 4, 2019", "2019-06-04")]),
        ("between 1982 and 1992", [("1982", "1982"), ("1992", "1992")]),
        ("5-6 May 2019", [("5", "2019-05-05"), ("6 May 2019", "2019-05-06")]),
        ("in 1997-98", [("1997", "1997"), ("98", "1998")]),
        ("on 5 May 2019", [("5 May 2019", "2019-05-05")]),
    ],
)
def test_ranges_have_two_ends(text: str, expected: list[tuple[str, str]]) -> None:
    times = [FoundTime(m.start, m.end, m.form, None) for m in find_times(text)]
    extents = [None if r is None else r.extent for r in resolve_all(times, None)]
    found = [
        (text[t.start : t.end], "" if x is None else x.edtf)
        for t, x in ends(zip(times, extents, strict=True), text)
    ]
    assert found == expected
