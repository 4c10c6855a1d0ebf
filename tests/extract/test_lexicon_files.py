from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from histor.errors import InputError
from histor.extract.lexicon_files import FOLDER, lexicon_lines, lexicon_tables


def test_a_user_s_lines_follow_histor_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "titles.txt").write_text("# mine\nhetman\n\n", encoding="utf-8")
    own = len(list(lexicon_lines("titles.txt")))
    monkeypatch.setenv(FOLDER, str(tmp_path))
    lines = list(lexicon_lines("titles.txt"))
    assert len(lines) == own + 1
    assert lines[-1] == (tmp_path / "titles.txt", "hetman")
    assert len(list(lexicon_tables("acts.toml"))) == 1


@pytest.mark.parametrize("text", [b"acts = [", b"\xff\xfe\x00"])
def test_a_broken_list_is_named(
    text: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "acts.toml").write_bytes(text)
    monkeypatch.setenv(FOLDER, str(tmp_path))
    with pytest.raises(InputError, match=r"acts\.toml"):
        list(lexicon_tables("acts.toml"))


def test_a_folder_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, "/nowhere/at/all")
    with pytest.raises(InputError, match="no folder"):
        list(lexicon_lines("titles.txt"))


def test_an_invented_world_is_read_by_its_own_lists(tmp_path: Path) -> None:
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "places.txt").write_text(
        "Tarnovia\t61.5\t-3.2\tTV\t900000\tPCLI\nLowmark\t61.6\t-3.3\tTV\t9000\n",
        encoding="utf-8",
    )
    (lists / "demonyms.txt").write_text("TV tarnovian\n", encoding="utf-8")
    (lists / "sectors.txt").write_text("MIL hetmanate\n", encoding="utf-8")
    page = tmp_path / "page.json"
    page.write_text(
        json.dumps(
            {
                "title": "Hetmanate shells Lowmark",
                "date": "2021-05-04",
                "text": "Shells fell on Lowmark on 3 May 2021, killing two people. The Tarnovian "
                "Hetmanate shelled Lowmark, its governor said. Nobody in Tarnovia spoke of it. "
                "Rain fell on the town for the rest of the day, and the markets stayed shut.",
            }
        ),
        encoding="utf-8",
    )

    def histor(*args: str) -> str:
        command = [sys.executable, "-m", "histor", *args]
        env = {**os.environ, FOLDER: str(lists)}
        return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout

    case = str(tmp_path / "case.db")
    histor("add", case, str(page))
    record = json.loads(histor("export", case, "--format", "json"))
    places = {e["name"]: e["place"] for e in record["entities"] if e["kind"] == "place"}
    assert places["Lowmark"]["latitude"] == 61.6
    assert places["Tarnovia"]["feature"] == "PCLI"
    [body] = [e for e in record["entities"] if "Hetmanate" in e["name"]]
    assert (body["country"], body["sector"]) == ("TV", "MIL")
