"""What a plain install brings with it: versions, licences and sizes, for docs/dependencies.md.

python -m benchmarks.dependencies > docs/dependencies.md

Reads requirements.lock and the metadata of what is installed beside this Python; run it in the
environment `make demo` sets up.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

__all__ = ["Locked", "licence", "locked", "page"]

_ROOT = Path(__file__).parents[1]
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s\\]+)", re.M)
_VIA = re.compile(r"^\s+#\s+(?:via\s+)?(\S.*)$")
#: a licence field longer than this is the licence's text
_NAME = 60
#: what the files of a wheel call the licence where its metadata give its text or nothing
_BY_TEXT = (
    ("MIT License", "MIT"),
    ("Apache License", "Apache-2.0"),
    ("Redistribution and use in source and binary forms", "BSD"),
    ("ISC License", "ISC"),
    ("Mozilla Public License", "MPL-2.0"),
    ("Permission is hereby granted, free of charge", "MIT"),
)


class Locked(NamedTuple):
    """A pinned package."""

    name: str
    version: str
    #: packages that ask for it; ``histor`` where pyproject.toml does
    via: tuple[str, ...]


def locked(lock: Path = _ROOT / "requirements.lock") -> list[Locked]:
    """Return the packages of a lock file, in its order.

    Raises:
        OSError: the file cannot be read.
    """
    text = lock.read_text(encoding="utf-8")
    starts = list(_PINNED.finditer(text))
    ends = [*(m.start() for m in starts[1:]), len(text)]
    return [
        Locked(m[1], m[2], tuple(_asking(text[m.end() : end])))
        for m, end in zip(starts, ends, strict=True)
    ]


def _asking(block: str) -> Iterator[str]:
    for line in block.splitlines():
        match = _VIA.match(line)
        if match and match[1] != "via":
            yield match[1].partition(" ")[0]


def licence(package: Distribution) -> str:
    """Return a package's licence: as SPDX where it says so, else its classifier, field or text."""
    said = package.metadata
    if "License-Expression" in said:
        return said["License-Expression"]
    classifiers = said.get_all("Classifier") or []
    known = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License :: ")]
    known = [name for name in known if name != "OSI Approved"]
    if known:
        return ", ".join(known)
    field = said["License"].strip() if "License" in said else ""
    if field and len(field) <= _NAME and "\n" not in field:
        return field
    texts = [field, *_licence_files(package)]
    return next((name for mark, name in _BY_TEXT for text in texts if mark in text), "not stated")


def _licence_files(package: Distribution) -> Iterator[str]:
    for file in package.files or ():
        if re.match(r"licen[cs]e|copying", file.name, re.I):
            yield Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")


def size(package: Distribution) -> int:
    """Return the bytes of a package's files as installed; those it no longer has count nothing."""
    paths = (Path(str(file.locate())) for file in package.files or ())
    return sum(path.stat().st_size for path in paths if path.is_file())


def page(packages: list[Locked]) -> str:
    """Return the page docs/dependencies.md.

    Raises:
        PackageNotFoundError: a package is not installed here.
        ValueError: another version of it is.
    """
    rows, total = [], 0
    for one in packages:
        package = distribution(one.name)
        if package.version != one.version:
            raise ValueError(f"{one.name} {package.version} is installed, {one.version} is locked")
        bytes_ = size(package)
        total += bytes_
        rows.append(
            f"| {one.name} | {one.version} | {licence(package)} | {bytes_ / 1e6:.1f} | "
            f"{', '.join(one.via)} |"
        )
    return _PAGE.format(count=len(packages), total=f"{total / 1e6:.0f}", rows="\n".join(rows))


_PAGE = """# Dependencies

A plain install brings {count} packages, pinned with their hashes in `requirements.lock`, {total} MB
in all; histor's own files, the model among them, add 30 MB. All come as wheels: `make` installs by
`--only-binary :all:`, so that no package runs a build script, and with `--require-hashes`, so that
none is another than was locked.

`make audit` looks the locked versions, those for development too, up in the list of known
vulnerabilities ([pip-audit](https://pypi.org/project/pip-audit/), which asks PyPI; it needs the
network and sets up a virtual environment of its own). `make lock` takes newer versions.

This page is written by `python -m benchmarks.dependencies`; a test holds it against the lock file.
A licence is what the package's own metadata say. `build` and what it asks for are needed to install
histor from its sources, not to run it.

| package | version | licence | MB | asked for by |
| --- | --- | --- | --- | --- |
{rows}
"""


def main() -> int:
    """Print the page."""
    try:
        print(page(locked()), end="")
    except (OSError, ValueError, PackageNotFoundError) as error:
        print(f"{error}; run this where `make demo` has installed histor.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
