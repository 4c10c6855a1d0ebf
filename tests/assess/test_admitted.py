"""What is denied and later admitted stands beside its denial; a copy denies nothing anew."""

from __future__ import annotations

import pytest

from tests.assess.test_other_mouths import REPORT, RETOLD
from tests.assess.test_warnings import judged as heap

DENIED = (
    "denied",
    "2015-03-11",
    "Chad said it had sent troops to Kenya. Kenya's government denied on Monday that any Chadian "
    "soldiers were in the country.",
)


@pytest.mark.parametrize(
    ("later", "admitted"),
    [
        ("Kenya's government confirmed for the first time that Chadian soldiers were in the country.", True),
        ("Kenya's government has not confirmed that Chadian soldiers were in the country.", False),
        ("Kenya's government confirmed that the road to the lake was shut.", False),
    ],
)  # fmt: skip
def test_what_is_admitted_later_stands_beside_the_denial(later: str, admitted: bool) -> None:
    found = heap(DENIED, ("later", "2015-03-17", later)).findings
    [denial] = [f for f in found if f.kind == "denial" and "denied by" in f.summary]
    assert ("confirmed" in denial.summary) == admitted


def test_a_copy_denies_nothing_anew() -> None:
    pages = (
        ("first", "2015-06-01", REPORT + " Rosa Ibarra denied that any tents had been sold off."),
        (
            "second",
            "2015-06-02",
            RETOLD.format("Rosa Ibarra") + " Rosa Ibarra denied that their tents had been sold.",
        ),
    )
    assert len([f for f in heap(*pages).findings if f.kind == "denial"]) == 1
