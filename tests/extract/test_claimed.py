"""Who claims a deed is told as its doer. The sentences are invented."""

from __future__ import annotations

import pytest

from tests.extract.test_who_is_meant import events


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Red Dawn claimed responsibility for the bombing in Lima.", "bombing", ["Red Dawn"]),
        ("Red Dawn later claimed full responsibility for a suicide attack in Lima.", "attack",
         ["Red Dawn"]),
        ("A group calling itself Red Dawn claimed responsibility for the attack in Lima.",
         "attack", ["Red Dawn"]),
        ("Red Dawn said it was behind the attack in Lima.", "attack", ["Red Dawn"]),
        ("No group immediately claimed responsibility for the attack in Lima.", "attack", []),
        ("Nobody has yet claimed responsibility for the attack in Lima.", "attack", []),
    ],
)  # fmt: skip
def test_who_claims_a_deed_is_its_doer(text: str, word: str, who: list[str]) -> None:
    assert events(text)[word][1] == who


def test_a_claim_is_of_the_attack_told_before() -> None:
    found = events(
        "Gunmen attacked a hotel in Lima on Monday. Nine people were killed. "
        "The Red Dawn group claimed responsibility in a statement."
    )
    assert found["attacked"][1] == ["Red Dawn"]
    assert found["killed"][1] == ["Red Dawn"]


def test_a_claim_takes_no_attack_from_who_did_it() -> None:
    found = events("Chile bombed Lima on Monday. Red Dawn claimed responsibility.")
    assert found["bombed"][1] == ["Chile"]
    found = events("A bomb exploded in Lima on Monday. No group claimed responsibility.")
    assert found["exploded"][1] == []
