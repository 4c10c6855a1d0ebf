from __future__ import annotations

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
