"""Who is blamed or hailed does not say so himself."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import told


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Chilean filmmaker slammed for likening drivers to bandits", None),
        ("Clerk accused of hiding rifles in the chapel", None),
        ("Among the injured was a guard hailed as a hero for stopping the gunman.", None),
        ("General blamed for the deaths of nine fishermen by rights group", "rights group"),
        ("The law is widely believed to have won him the support of many voters.", None),
        ("The men accused the mayor of theft.", "The men"),
        ("The union has criticised the plan for its cost.", "The union"),
        ("The plan was condemned by the union as a betrayal.", "the union"),
    ],
)
def test_only_by_tells_who_judges(text: str, source: str | None) -> None:
    assert [who for who, _, _ in told(text)] == [source]


def test_who_is_asked_does_not_ask() -> None:
    [(who, act, _)] = told("The mayor brought him back, asking Lind to share his views.")
    assert (who, act) == ("The mayor", "ask")
