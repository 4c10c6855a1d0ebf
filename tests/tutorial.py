"""docs/tutorial.md, run: each block of code in turn, with what it prints under it.

python -m tests.tutorial rewrites what is printed.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["TUTORIAL", "as_run"]

ROOT = Path(__file__).parents[1]
TUTORIAL = ROOT / "docs" / "tutorial.md"
_BLOCK = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```", re.S)


def as_run(text: str, folder: Path) -> str:
    """Return the tutorial with what its code prints, run in ``folder`` as from the repository."""
    (folder / "examples").symlink_to(ROOT / "examples")
    names: dict[str, Any] = {}

    def run(block: re.Match[str]) -> str:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(block[1], str(TUTORIAL), "exec"), names)  # noqa: S102 - our own page
        printed = "\n".join(line.rstrip() for line in out.getvalue().splitlines())
        return f"```python\n{block[1]}```\n\n```text\n{printed}\n```"

    with _inside(folder):
        return _BLOCK.sub(run, text)


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        TUTORIAL.write_text(as_run(TUTORIAL.read_text("utf-8"), Path(name)), encoding="utf-8")
