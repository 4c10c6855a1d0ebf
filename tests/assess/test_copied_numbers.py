"""A retelling that changes a number is found; two independent counts are none of it."""

from __future__ import annotations

import pytest

from tests.assess.test_other_mouths import REPORT, RETOLD
from tests.assess.test_warnings import judged as heap

DEAD = " At least {} people were killed in the collapsed houses on the island, the mayor said."


@pytest.mark.parametrize(("told", "retold", "changed"), [(20, 21, True), (20, 20, False)])
def test_a_number_that_changed_on_its_way(told: int, retold: int, changed: bool) -> None:
    pages = (
        ("first", "2015-06-01", REPORT + DEAD.format(told)),
        ("second", "2015-06-02", RETOLD.format("Rosa Ibarra") + DEAD.format(retold)),
    )
    found = [f for f in heap(*pages).findings if f.kind == "figure_conflict"]
    assert bool(found) == changed
    assert all("which retells it" in f.summary for f in found)
