"""``histor watch`` as a command: logs, exit codes, signals, two at once."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from filelock import FileLock

import histor
from histor.cli.main import main
from histor.watch import read_plan, watch
from tests.watch.site import Site, article, serve


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as served:
        yield served


def write(folder: Path, text: str) -> str:
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_once_logs_a_line_for_each_source(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = site.page("/one", article("Esk"))
    feed = site.feed("/feed", one)
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "two.html").write_bytes(article("Tarn"))
    sources = write(tmp_path, f"[[feed]]\nurl = '{feed}'\n[[folder]]\npath = 'saved'\n")
    case = str(tmp_path / "a.case")
    command = ["watch", case, sources, "--once", "--allow-private"]
    assert main(command) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    stamp = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
    assert re.fullmatch(
        rf"{stamp} feed {feed}: 1 new, 0 changed, 0 unchanged; next at {stamp}", lines[0]
    )
    assert "folder" in lines[1]
    assert main([*command, "--json"]) == 0
    looks = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [look["early"] for look in looks] == [True, True]
    with histor.open(case, create=False) as opened:
        assert len(opened.documents()) == 2


def test_sources_that_cannot_be_had_are_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = write(tmp_path, "[[feed]]\nurl = 'http://127.0.0.1:9/feed'\n")
    assert main(["watch", str(tmp_path / "a.case"), sources, "--once", "--allow-private"]) == 1
    assert "cannot be reached" in capsys.readouterr().out
    other = str(tmp_path / "b.case")
    assert main(["watch", other, sources, "--once"]) == 1
    assert "private network" in capsys.readouterr().out


def test_check_only_reads_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources = write(tmp_path, "[[feed]]\nurl = 'https://a.example/f'\nhosts = ['b.example']\n")
    assert main(["watch", str(tmp_path / "a.case"), sources, "--check"]) == 0
    assert "https://a.example/f every 0:30:00; also b.example" in capsys.readouterr().out
    assert not (tmp_path / "a.case").exists()
    bad = write(tmp_path, "[[feeds]]\nurl = 'https://a.example/f'\n")
    assert main(["watch", str(tmp_path / "a.case"), bad, "--check"]) == 1
    assert "feeds" in capsys.readouterr().err


def test_two_do_not_watch_into_one_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources = write(tmp_path, "[[folder]]\npath = '.'\n")
    case = str(tmp_path / "a.case")
    with FileLock(f"{case}.watch.lock"):
        assert main(["watch", case, sources, "--once"]) == 1
    assert "another histor watch" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGKILL])
def test_stopped_by_a_signal_it_goes_on_from_there(
    site: Site, tmp_path: Path, stop: signal.Signals
) -> None:
    feed = site.feed("/feed", *(site.page(f"/{n}", article(f"Town{n}")) for n in range(3)))
    sources = write(tmp_path, f"[[feed]]\nurl = '{feed}'\n")
    case = tmp_path / "a.case"
    command = [sys.executable, "-m", "histor", "watch", str(case), sources, "--allow-private"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 30
    # a second between two requests leaves time to stop it between pages
    while site.asked["/0"] == 0 and time.monotonic() < deadline:
        time.sleep(0.02)
    run.send_signal(stop)
    _, said = run.communicate(timeout=30)
    assert site.asked["/2"] == 0
    if stop is not signal.SIGKILL:
        assert run.returncode == 130
        assert "goes on from there" in said
    plan = read_plan(sources, allow_private=True)
    quick = msgspec.structs.replace(plan.settings, delay=0.0)
    with histor.open(case, create=False) as opened:
        watch(opened, msgspec.structs.replace(plan, settings=quick), lambda look: None, once=True)
        assert len(opened.documents()) == 3
