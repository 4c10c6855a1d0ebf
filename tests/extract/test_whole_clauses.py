"""Where a clause begins that its speaker closes."""

from __future__ import annotations

from tests.extract.test_attributions import claims_of, told


def test_both_clauses_before_the_speaker_are_said() -> None:
    text = (
        "Five sailors were killed and two survived when a patrol boat sank in a wooded inlet near "
        "Peru's border with Chile, the government in Lima said on Thursday, a day after the vessel "
        "vanished from radar."
    )
    assert [c.content.text[:30] for c in claims_of(text)] == ["Five sailors were killed and t"]


def test_what_stands_behind_a_colon_is_no_saying_about_a_saying() -> None:
    text = (
        "But Ana Ruiz told a news conference that Peru would not budge: the dispute must be "
        "settled at the court, she said."
    )
    assert not any(said.startswith("But") for _, _, said in told(text))
    assert any(who == "Ana Ruiz" for who, _, _ in told(text))


def test_what_goes_on_beside_a_saying_is_not_said() -> None:
    text = (
        "A Peruvian jet bombed targets in Chile on Thursday, both sides said, as weeks of tension "
        "over the border ended in clashes."
    )
    assert [said for _, _, said in told(text)] == [
        "A Peruvian jet bombed targets in Chile on Thursday"
    ]
