"""A retelling that lays a statement in another's mouth is found; two people who say much the same are not."""

from __future__ import annotations

import pytest

from tests.assess.test_warnings import judged as heap

REPORT = (
    "A strong earthquake shook the island of Chiloe in Chile before dawn on Monday and brought down "
    "forty houses. Rescue teams pulled nine survivors from a collapsed school in the harbour "
    "quarter. The mayor, Rosa Ibarra, said that the island would run out of clean water and tents "
    "within two days. Engineers closed the only bridge because cracks had opened in its northern "
    "pier. The ferry company doubled its sailings to bring families off the island by night."
)
RETOLD = (
    "Before dawn on Monday a strong earthquake shook Chiloe island in Chile, bringing forty houses "
    "down. Nine survivors were pulled by rescue teams from a school that collapsed near the harbour. "
    "{} said that the island would be without clean water and tents in two days. Cracks opened in "
    "the northern pier, so engineers closed the only bridge. The ferry company doubled sailings, "
    "bringing families off the island at night."
)


@pytest.mark.parametrize(
    ("speaker", "moved"),
    [
        ("The bishop, Luis Caro,", True),
        ("The mayor, Rosa Ibarra,", False),
        ("Rosa Ibarra", False),
        ("The mayor, Roza Ibbarra,", False),
    ],
)
def test_a_statement_in_another_mouth(speaker: str, moved: bool) -> None:
    pages = ("first", "2015-06-01", REPORT), ("second", "2015-06-02", RETOLD.format(speaker))
    found = [f for f in heap(*pages).findings if f.kind == "attribution_mismatch"]
    assert [("Luis Caro" in f.summary, "Rosa Ibarra" in f.summary) for f in found] == (
        [(True, True)] if moved else []
    )
