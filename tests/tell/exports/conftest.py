from __future__ import annotations

from pathlib import Path

import pytest

import histor
from histor.case import Case
from histor.tell.exports import CaseState

pytest.register_assert_rewrite("tests.tell.exports.readers")
EXAMPLES = Path(__file__).parents[3] / "examples" / "pages"


@pytest.fixture(scope="package")
def case_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A case of the sample pages."""
    path = tmp_path_factory.mktemp("exports") / "river.case"
    with histor.open(path) as case:
        case.add([EXAMPLES])
    return str(path)


@pytest.fixture(scope="package")
def state(case_file: str) -> CaseState:
    """The sample pages' record, as it is exported."""
    with histor.open(case_file, create=False) as case:
        return case.state()


@pytest.fixture(scope="package")
def few() -> CaseState:
    """The record of a few of the sample pages: with a warning, relations, places and findings."""
    with Case.temporary() as case:
        case.add([EXAMPLES / f for f in ("01_deltawire.html", "05_spun.txt", "11_warning.html")])
        return case.state()
