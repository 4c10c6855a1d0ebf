"""Two people of one surname on one page."""

from __future__ import annotations

from pathlib import Path

import pytest

import histor


def people(folder: Path, text: str) -> list[tuple[str, int]]:
    """Return the people of a page with how often it names each."""
    (folder / "page.txt").write_text(f"Read\n\n3 May 2019\n\n{text}\n", encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([folder])
        entities = case.export().entities
    return sorted((e.name, len(e.mentions)) for e in entities if e.kind == "person")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "General Ibarra rejected the plan. Opposition leader Ms Ibarra said that General Ibarra "
            "should resign.",
            [("Ibarra", 1), ("Ibarra", 2)],
        ),
        (
            "Lawyer Maria Ibarra spoke in Lima. General Ibarra rejected the plan. Mrs Ibarra said "
            "that he should resign.",
            [("Ibarra", 1), ("Maria Ibarra", 2)],
        ),
        (
            "Soldiers said that General Hugo Ibarra rejected the plan. Mr Ibarra said that he would resign. General "
            "Ibarra left Peru.",
            [("Hugo Ibarra", 3)],
        ),
    ],
)
def test_what_they_are_called_tells_them_apart(
    tmp_path: Path, text: str, expected: list[tuple[str, int]]
) -> None:
    assert people(tmp_path, text) == expected


def test_a_rank_in_a_heading_tells_nobody_apart_in_a_case(tmp_path: Path) -> None:
    text = "General Ibarra has resigned. Hugo Ibarra left Lima on Thursday. Ibarra flew to Chile."
    assert people(tmp_path, text) == [("Hugo Ibarra", 3)]


def test_a_general_is_not_the_lawyer_of_his_surname(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Coup\n\n3 May 2019\n\nGeneral Hugo Ibarra seized power in Lima on Thursday.",
        encoding="utf-8",
    )
    text = (
        "Soldiers of General Ibarra seized power in Lima. Maria Ibarra, the lawyer who came second "
        "in the vote, left Peru."
    )
    assert people(tmp_path, text) == [("Hugo Ibarra", 2), ("Maria Ibarra", 1)]
