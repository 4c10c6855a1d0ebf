from __future__ import annotations

import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest

import histor
from histor.case import Case
from histor.cli.main import app, main

Output = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
COMMANDS = ["check", "diff", "add", "watch", "read", "report", "export", "show", "search", "schema"]


def test_version_is_the_packages(capsys: Output) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"histor {histor.__version__}\n"
    assert histor.__version__ == version("histor")


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help(capsys: Output, command: list[str], flag: str) -> None:
    assert main([*command, flag]) == 0
    assert capsys.readouterr().out.startswith("Usage: histor")


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["add"],
        ["add", "a.case"],
        ["show", "a.case", "everything"],
        ["export", "a.case", "--format", "xml"],
        ["show", "a.case", "claims", "--limit", "0"],
        ["--fast"],
    ],
)
def test_a_mistyped_command_exits_2(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert "Usage" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments", [["show", "claims"], ["search", "word"], ["export"], ["report"]]
)
def test_a_case_that_is_not_there(arguments: list[str], tmp_path: Path, capsys: Output) -> None:
    command, *rest = arguments
    missing = tmp_path / "none.case"
    assert main([command, str(missing), *rest]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert str(missing) in err
    assert "Traceback" not in err
    assert not missing.exists()


def test_a_file_that_is_no_case(tmp_path: Path, capsys: Output) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>A page.</p>", encoding="utf-8")
    assert main(["show", str(page), "claims"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert page.read_text(encoding="utf-8") == "<p>A page.</p>"


def test_the_unexpected_is_one_sentence_and_a_log_if_asked(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    def broken(self: Case) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(Case, "claims", broken)
    assert main(["show", case, "claims"]) == 1
    err = capsys.readouterr().err
    assert "ZeroDivisionError: by nought" in err
    assert "Traceback" not in err
    assert main(["--debug", "show", case, "claims"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_a_closed_pipe_is_no_error(case: str) -> None:
    command = f"{sys.executable} -m histor.cli export {case} --pretty | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True, timeout=60)
    assert len(done.stdout) == 10
    assert done.stderr == b""


def test_help_is_quick_and_loads_no_model() -> None:
    code = (
        "import sys; from histor.cli.main import main; main(['--help']); "
        "heavy = {'spacy', 'onnxruntime', 'trafilatura', 'sqlalchemy', 'lxml'} & set(sys.modules); "
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    # a bound that a loaded model breaks and a busy machine does not
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str, capsys: Output) -> None:
    described = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert {c.name for c in app.registered_commands} == set(COMMANDS)
    assert f"## histor {name}" in described
    main([name, "--help"])
    words = capsys.readouterr().out.split()
    for option in {w.rstrip(",") for w in words if w.startswith("--")}:
        assert f"`{option}" in described or f" {option}`" in described, option
