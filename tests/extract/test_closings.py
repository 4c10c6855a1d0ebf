"""Who says it at a sentence's end, with what he did meanwhile behind it."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import told


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The truce would take effect at midnight, Mr Castell said, standing between Peru's "
            "President Ana Moro and Chile's acting Prime Minister Rui Kara.",
            "The truce would take effect at midnight",
        ),
        (
            "Peru and Chile agreed on Monday to an “immediate and full” truce to end five days of "
            "fighting that has killed at least 36 people and displaced more than 270,000, Kenyan "
            "Prime Minister Jon Castell said after hosting talks.",
            "Peru and Chile agreed on Monday to an “immediate and full” truce to end five days of "
            "fighting that has killed at least 36 people and displaced more than 270,000",
        ),
        (
            "The bridge was closed to all traffic, the mayor said, gesturing at the river.",
            "The bridge was closed to all traffic",
        ),
    ],
)
def test_what_a_speaker_did_meanwhile_is_not_said(text: str, content: str) -> None:
    assert content in [said for _, _, said in told(text)]
    assert not any(said.startswith(("standing", "gesturing")) for _, _, said in told(text))
    assert not any(", Mr Castell" in said for _, _, said in told(text))


def test_what_goes_on_behind_the_speaker_is_said() -> None:
    text = "Though the change was quick, he said, replacing the pumps would be much harder."
    assert any("would be much harder" in said for _, _, said in told(text))
