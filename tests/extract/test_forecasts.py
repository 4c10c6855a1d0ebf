"""What those say who only watch is a forecast, if it is ahead."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import told


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Military expert: Peru will enter Uyuni before New Year", ["predict"]),
        ("An analyst said on Monday that rebels will storm the capital.", ["predict"]),
        ("The road will reopen on Monday, the ministry said.", ["assert"]),
        ("Analysts say the army will not attack the town.", ["assert"]),
    ],
)
def test_an_onlooker_predicts_what_others_will_do(text: str, acts: list[str]) -> None:
    assert [act for _, act, _ in told(text)] == acts
