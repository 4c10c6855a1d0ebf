"""Who lets others meet, or helps them, takes no part in their talks."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Chile held talks with the backing of Peru.", {"Chile"}),
        ("Chile met rebels with the blessing of Peru.", {"Chile"}),
        ("Chile held talks with Peru.", {"Chile", "Peru"}),
    ],
)
def test_leave_is_no_part_in_talks(text: str, parties: set[str]) -> None:
    [page] = read([article("one", text, "2024-05-06")])
    names = {e.id: e.name for e in page.entities}
    [talks] = [e for e in page.events if e.type == "CONSULT"]
    assert {names[p] for p in (*talks.actors, *talks.recipients)} == parties
