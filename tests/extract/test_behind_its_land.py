"""Names behind what they are and whose they are; the sentences are invented."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The government of Kenya's Garissa region blamed Uganda.", "Garissa", "place"),
        (
            "Eritrea withdrew on Friday from the East African bloc IGAD, accusing it of bias.",
            "IGAD",
            "organization",
        ),
    ],
)
def test_a_name_is_read_without_its_land_and_kind(text: str, name: str, kind: str) -> None:
    [page] = read([article("one", text, "2024-05-17")])
    assert kind in [e.kind for e in page.entities if e.name.startswith(name)]
