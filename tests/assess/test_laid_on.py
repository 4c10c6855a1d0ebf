"""Whose missile it was: one deed that two who speak lay on two doers."""

from __future__ import annotations

import pytest

from tests.assess.test_one_page import judged

HIT = "A missile hit a market in Nakuru on Tuesday, killing nine people. "


@pytest.mark.parametrize(
    "texts",
    [
        (
            HIT
            + "Kenya's president, John Odera, said that Ugandan forces had fired the missile at "
            "the market.",
            "Nine people died in Nakuru on Tuesday when a missile fell on the market. Uganda's army "
            "said that a Kenyan air-defence missile had hit the market in Nakuru.",
        ),
        (
            HIT + "Kenya blamed Uganda for the strike. Uganda said the missile had been fired by "
            "Kenya's own air defence.",
        ),
        (
            "Twelve people were killed in an attack on a convoy near Nakuru on Tuesday. The army said "
            "the rebels of the White Front were responsible. A spokesman for the White Front said "
            "army helicopters had attacked the convoy.",
        ),
        (
            "Government troops entered Nakuru on Tuesday. Residents said soldiers had shot nine men in "
            "their houses. The ministry blamed outlaw groups for the killings.",
        ),
    ],
)
def test_one_deed_that_two_lay_on_two_is_in_dispute(texts: tuple[str, ...]) -> None:
    [dispute] = [d for d in judged(*texts, day="2019-05-08").disputes if d.about == "doer"]
    assert dispute.why == "conflict"
    assert len(dispute.accounts) == 2


@pytest.mark.parametrize(
    "text",
    [
        # both lay it on one
        HIT + "Kenya blamed Uganda for the strike. Tanzania said Ugandan forces had fired on it.",
        # another deed, on each one's own
        "The army clashed with rebels near Nakuru on Tuesday. The army said rebels had fired at its "
        "post. The rebels said soldiers had shelled their camp.",
        # no deed
        HIT + "Kenya accused Uganda of being a bad neighbour. Uganda said Kenya was as bad.",
    ],
)
def test_what_is_laid_on_one_or_is_two_deeds_is_not(text: str) -> None:
    assert not [d for d in judged(text, day="2019-05-08").disputes if d.about == "doer"]
