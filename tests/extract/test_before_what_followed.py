"""What is said ends before the time from it to what followed."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


@pytest.mark.parametrize("time", ["a day", "just two weeks", "hours"])
def test_a_stretch_of_time_is_no_end_of_what_is_said(time: str) -> None:
    text = (
        f"Peru's health ministry said on Saturday that six people had died of the disease, {time} "
        "after the country declared its first ever outbreak of the fever."
    )
    [page] = read([article("one", text, "2024-05-06")])
    for claim in page.claims:
        assert not claim.content.text.endswith(time)
