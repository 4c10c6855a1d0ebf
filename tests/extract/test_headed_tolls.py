"""The attack of a heading and that of its lead, by the toll that both give."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read

LEAD = (
    "Gunmen burst into a packed hall on the outskirts of Lima on Friday and opened fire on the "
    "crowd, killing at least 40 people, Peru's police said."
)


@pytest.mark.parametrize(
    ("heading", "attacks"),
    [
        ("At least 40 dead as gunmen storm concert hall near Lima", 1),
        ("Raid near Arica left 90 dead, gunmen storm concert hall near Lima", 2),
    ],
)
def test_one_toll_in_heading_and_lead_is_of_one_attack(heading: str, attacks: int) -> None:
    [page] = read([article("one", f"{heading}\n\n{LEAD}", "2024-03-22")])
    with_tolls = [e for e in page.events if any(f.quantity == "killed" for f in e.figures)]
    assert len(with_tolls) == attacks
