"""What is found on the sample heaps, against what a careful reader finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.findings import heaps, read_heap, sample

#: percent that no change may fall below; the figures stand in benchmarks/RESULTS.md
FLOORS = {"dev": (95, 90), "test": (90, 75)}


@pytest.fixture(scope="module", params=sorted(FLOORS))
def split(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def figures(split: str) -> dict[str, Any]:
    return sample(split)


def test_findings_are_right_and_few_are_missed(split: str, figures: dict[str, Any]) -> None:
    precision, recall = FLOORS[split]
    found = figures["findings"]["all"]
    assert found["p"] >= precision, figures["faults"]
    assert found["r"] >= recall, figures["faults"]


def test_no_trap_is_fallen_into(figures: dict[str, Any]) -> None:
    assert figures["traps_fallen_into"] == 0, figures["faults"]


def test_the_ledger_says_why_accounts_differ(figures: dict[str, Any]) -> None:
    assert figures["disputes"]["all"]["p"] >= 90, figures["faults"]
    assert figures["disputes"]["all"]["r"] >= 75, figures["faults"]


def test_warnings_come_out_as_the_pages_tell(figures: dict[str, Any]) -> None:
    assert figures["warnings"]["all"] == {**figures["warnings"]["all"], "p": 100, "r": 100}
    assert figures["shifts"]["all"]["r"] == 100


@pytest.mark.parametrize("path", [p for s in FLOORS for p in heaps(s)], ids=lambda p: p.stem)
def test_labels_name_pages_and_words_of_their_heap(path: Path) -> None:
    pages, tables = read_heap(path)
    texts = {page.location: page.text.casefold() for page in pages}
    for table in ("label", "dispute", "warning"):
        for label in tables.get(table, ()):
            assert set(label["pages"]) <= set(texts)
            held = " ".join(texts[p] for p in label["pages"])
            assert all(w.casefold() in held for w in label.get("words", ()))
