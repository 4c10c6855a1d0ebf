"""Who turns an offer down denies nothing."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import told


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Omar Lind rejected the offer of talks.", "assert"),
        ("Voters in Peru rejected the jurisdiction of the court over the border.", "assert"),
        ("The army rejected the accusation that it had shelled the town.", "deny"),
        ("The government dismissed the report as lies.", "deny"),
    ],
)
def test_what_is_rejected_tells_what_is_done(text: str, act: str) -> None:
    assert [said_as for _, said_as, _ in told(text)] == [act]
