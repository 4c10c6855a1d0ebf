"""Who says right after another's account that no such thing happened denies it."""

from __future__ import annotations

from tests.assess.test_one_page import judged


def test_no_such_incident_answers_who_spoke_last() -> None:
    text = (
        "Residents of a village in Chad said soldiers had burned 30 houses on Monday. The army said "
        "no such incident took place.\n\nA farmer said that two boys had been shot at the well. "
        "Police said no such incident had happened."
    )
    told = [f.summary for f in judged(text).findings if f.kind == "denial"]
    assert len(told) == 2
    assert any("The army" in s and "burned 30 houses" in s for s in told)
    assert any("Police" in s and "two boys" in s for s in told)
