"""Where an event was, if its own words do not say: the place of the scene that it belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.test_deeds import parties, read


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("In Homs, gunmen killed three people and wounded ten on Monday.", "wounded", "Homs"),
        (
            "Near Mosul, aircraft carried out five strikes on a convoy of the rebels.",
            "strikes",
            "Mosul",
        ),
        ("At least 12 people died in Goma when rebels shelled a market.", "shelled", "Goma"),
        (
            "In Kampala, police fired tear gas on Friday as protesters set tyres alight.",
            "fired",
            "Kampala",
        ),
        ("The army shelled Bukavu on Sunday and again on Monday night.", "shelled", "Bukavu"),
        ("Soldiers came to Goma, where they burned houses and killed five.", "burned", "Goma"),
        ("Rebels attacked a market in Goma on Sunday. Nine traders were killed.", "killed", "Goma"),
        (
            "The ministers agreed on a date at the Geneva summit of the alliance.",
            "summit",
            "Geneva",
        ),
        ("Police in Nakuru detained eight people on Monday.", "detained", "Nakuru"),
        ("President Omar Diaz travelled to Kigali for talks with Uganda.", "travelled", "Kigali"),
        ("Uganda has sent tanks to Goma, a week after rebels came near the town.", "sent", "Goma"),
    ],
)
def test_a_scene_has_one_place(tmp_path: Path, text: str, trigger: str, place: str) -> None:
    assert parties(read(tmp_path, text), trigger)[2] == place


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("In Geneva, an envoy said that soldiers had arrested dozens.", "arrested"),
        ("The rebels withdrew from Goma and shelled a convoy.", "shelled"),
        ("A riot broke out in Goma on Sunday. Three were killed in the bombing.", "killed"),
        ("Rebels shelled Goma on Sunday. Elsewhere, nine traders were killed.", "killed"),
        ("Seven guards were killed, according to a doctor at the hospital in Goma.", "killed"),
    ],
)
def test_another_scene_has_not(tmp_path: Path, text: str, trigger: str) -> None:
    assert parties(read(tmp_path, text), trigger)[2] is None
