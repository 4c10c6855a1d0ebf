"""The page of dependencies says what the lock file says, and nothing is built at installing."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from benchmarks.dependencies import Locked, licence, locked, page

ROOT = Path(__file__).parents[1]
_ROW = re.compile(
    r"^\| (?P<name>[^|]+) \| (?P<version>[^|]+) \| (?P<licence>[^|]+) \| [\d.]+ \|", re.M
)


def rows() -> dict[str, tuple[str, str]]:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    return {m["name"]: (m["version"], m["licence"]) for m in _ROW.finditer(text)}


def test_the_page_names_the_locked_versions() -> None:
    assert {name: version for name, (version, _) in rows().items()} == {
        one.name: one.version for one in locked()
    }


def test_the_licences_are_those_of_what_is_installed() -> None:
    checked = 0
    for name, (version, said) in rows().items():
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        if package.version == version:
            assert licence(package) == said, name
            checked += 1
    assert checked > 20


def test_every_licence_is_stated_and_lets_histor_be_passed_on() -> None:
    kinds = re.compile(r"MIT|Apache|BSD|ISC|MPL|Mozilla|PSF|Python Software|Unlicense|CC0|Zlib|LGPL|Public Domain|HPND|0BSD", re.I)  # fmt: skip
    odd = {name: said for name, (_, said) in rows().items() if not kinds.search(said)}
    assert odd == {}


def test_everything_locked_has_hashes_and_is_installed_as_a_wheel() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for one in locked():
        assert re.search(
            rf"^{re.escape(one.name)}=={re.escape(one.version)} \\\n +--hash=", lock, re.M
        )
    installs = [
        line for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
        if "pip install" in line and "-r " in line
    ]  # fmt: skip
    assert len(installs) >= 2
    assert all("--only-binary :all:" in i and "--require-hashes" in i for i in installs)


def test_a_package_that_is_not_the_locked_one_is_refused() -> None:
    with pytest.raises(ValueError, match=r"0\.0\.0 is locked"):
        page([Locked("lxml", "0.0.0", ())])


@pytest.mark.parametrize("module", sorted(p.stem for p in (ROOT / "benchmarks").glob("[a-z]*.py")))
def test_every_benchmark_does_without_the_packages_of_training(module: str) -> None:
    assert import_module(f"benchmarks.{module}").__doc__
