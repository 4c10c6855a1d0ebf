"""Who says right after another's account that no such thing happened denies it."""

from __future__ import annotations

from tests.assess.test_one_page import judged
from tests.assess.test_warnings import judged as heap


def test_no_such_incident_answers_who_spoke_last() -> None:
    text = (
        "Residents of a village in Chad said soldiers had burned 30 houses on Monday. The army said "
        "no such incident took place.\n\nA farmer said that two boys had been shot at the well. "
        "Police said no such incident had happened."
    )
    told = [f.summary for f in judged(text).findings if f.kind == "denial"]
    assert len(told) == 2
    assert any("the army" in s and "burned 30 houses" in s for s in told)
    assert any("Police" in s and "two boys" in s for s in told)


def test_a_deed_told_on_another_page_is_held_against_who_says_it_was_not() -> None:
    told = (
        "told",
        "2015-06-02",
        "Soldiers in Norway detained President Luc Houngbo at the palace of Oslo on Tuesday.",
    )
    denied = (
        "denied",
        "2015-06-02",
        "President Luc Houngbo has left the palace of Oslo, Captain Peter Obi said. “The president was "
        "not arrested. He asked for our protection and he received it,” he said.",
    )
    [summary] = [f.summary for f in heap(told, denied).findings if f.kind == "denial"]
    assert "Peter Obi" in summary and "Soldiers in Norway detained" in summary


def test_who_says_that_his_side_had_no_part_answers_who_said_that_it_had() -> None:
    text = (
        "“The saboteurs were sent by Bolivia,” President Ana Ruiz of Peru said on Monday. “Bolivia "
        "had no hand in the fire,” Bolivia's foreign minister, Evo Paz, said an hour later."
    )
    [summary] = [f.summary for f in judged(text).findings if f.kind == "denial"]
    assert "sent by Bolivia" in summary and "Evo Paz" in summary


def test_a_negation_in_quotation_marks_is_held_against_who_told_it() -> None:
    text = (
        "The UN said in June that at least 40 prisoners had been tortured in the fort. Chad's "
        "navy told the agency that “no prisoner was tortured in the fort” and that a cook was a liar."
    )
    assert any("no prisoner was tortured" in f.summary for f in judged(text).findings)


def test_how_a_fire_did_not_begin_denies_no_fire() -> None:
    broke_out = (
        "told",
        "2015-06-03",
        "Some 700 people were in the mill of Oslo when the fire broke out on Tuesday, a minister said.",
    )
    not_so = (
        "not so",
        "2015-06-05",
        "The fire in the mill of Oslo did not break out in a fuse box but in the grain, the "
        "prosecutor Peter Obi said on Friday.",
    )
    assert not [f for f in heap(broke_out, not_so).findings if f.kind == "denial"]
