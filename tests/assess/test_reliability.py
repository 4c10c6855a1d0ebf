"""How far sources may be relied on: the user's list, and what became of forecasts."""

from __future__ import annotations

from pathlib import Path

import pytest

import histor
from histor.assess.reliability import graded
from histor.assess.source_list import FILE, Listed, listed_sources, source_list_digest
from histor.errors import InputError
from tests.sample_heaps import write_heap


@pytest.mark.parametrize(
    ("due", "borne_out", "grade"),
    [
        (0, 0, "F"),
        (2, 2, "F"),
        (3, 3, "C"),
        (6, 6, "B"),
        (20, 20, "B"),
        (4, 2, "F"),
        (3, 1, "D"),
        (5, 0, "D"),
        (6, 1, "E"),
    ],
)
def test_a_track_record_moves_a_source_and_never_to_a(due: int, borne_out: int, grade: str) -> None:
    assert graded(due, borne_out)[0] == grade
    assert graded(due, borne_out)[1]


TOML = '[[source]]\nname = "Tarn Post"\nreliability = "b"\nwhy = "own people on the pier"\n'
CSV = "name,reliability,why\nTarn Post,B,own people on the pier\n"


@pytest.mark.parametrize(("name", "text"), [("list.toml", TOML), ("list.csv", CSV)])
def test_a_list_is_toml_or_csv(
    name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv(FILE, str(tmp_path / name))
    assert listed_sources() == {"tarn post": Listed("B", "own people on the pier")}
    assert source_list_digest()


def test_without_a_list_nothing_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FILE, raising=False)
    assert listed_sources() == {}
    assert source_list_digest() == ""


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("list.toml", "[[source", "is no TOML"),
        ("list.toml", "source = 3", "no [[source]] tables"),
        ("list.toml", '[[source]]\nreliability = "B"\n', "has no name"),
        ("list.toml", '[[source]]\nname = "Tarn Post"\nreliability = "1"\n', "one of A to F"),
        ("list.csv", "name;reliability\nTarn Post;B\n", "has no name"),
        ("list.toml", None, "cannot be read"),
    ],
)
def test_a_broken_list_is_named_with_what_is_wrong(
    name: str, text: str | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text, encoding="utf-8")
    monkeypatch.setenv(FILE, str(path))
    with pytest.raises(InputError, match=str(path).replace("\\", "\\\\")) as error:
        listed_sources()
    assert said in str(error.value)


def test_the_list_grades_the_sources_of_a_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.toml"
    path.write_text(TOML, encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([write_heap(tmp_path)])
        grades = {s.name: (s.reliability, s.why) for s in case.export().sources}
    monkeypatch.setenv(FILE, str(path))
    with histor.Case.temporary() as case:
        case.add([tmp_path / "heap"])
        listed = {s.name: (s.reliability, s.why) for s in case.export().sources}
    outlet = next(n for n in grades if "arn" in n.lower() and "ost" in n.lower())
    assert grades[outlet][0] == "F"
    assert {grade for grade, _ in grades.values()} == {"F"}
    assert listed.keys() == grades.keys()
