"""What a page calls a body beside its name; the sentences are invented."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Peru's paramilitary Rapid Defence Forces seized Arequipa on Monday.", "PRM"),
        ("The Rapid Defence Forces of Peru seized Arequipa on Monday.", "MIL"),
        ("The rebel group Mountain Defence Army attacked a base in Peru.", "REB"),
        ("The Mountain Defence Army, a rebel group, attacked a base in Peru.", "REB"),
        ("The Mountain Defence Army, former rebels now in the government, held Lima.", "MIL"),
    ],
)
def test_words_beside_a_name_tell_whose_arms_a_body_bears(text: str, sector: str) -> None:
    [page] = read([article("one", text, "2024-05-17")])
    assert [e.sector for e in page.entities if "Defence" in e.name] == [sector]
