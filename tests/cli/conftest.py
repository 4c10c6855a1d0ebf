from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from histor.cli.main import main
from tests.sample_heaps import write_heap


@pytest.fixture(scope="package")
def heap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_heap(tmp_path_factory.mktemp("cli"))


@pytest.fixture(scope="package")
def case(heap: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("cli") / "tarn.case")
    assert main(["add", path, str(heap), "--quiet"]) == 0
    return path


@pytest.fixture(autouse=True)
def logging_as_it_was() -> Iterator[None]:
    """Take ``--debug``'s handler away: its stream is closed when the test ends."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
