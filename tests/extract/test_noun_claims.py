"""A claim to a thing is no statement."""

from __future__ import annotations

from tests.extract.test_attributions import told


def test_a_claim_to_a_thing_is_what_is_backed() -> None:
    headline = "Peruvians back claim to Bolivia's lithium-rich Uyuni in referendum"
    assert told(headline) == [
        ("Peruvians", "support", "claim to Bolivia's lithium-rich Uyuni in referendum")
    ]


def test_who_claims_to_have_done_something_says_so() -> None:
    assert ("Rebels", "assert", "to have taken the port") in told(
        "Rebels claim to have taken the port"
    )
