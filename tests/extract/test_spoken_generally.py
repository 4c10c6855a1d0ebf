"""Deeds spoken of in general, and those that nobody suffers, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import proposals


@pytest.mark.parametrize(
    "text",
    [
        "A guard alerted the police, and no-one was injured.",
        "No one was hurt.",
        "Killing civilians is a crime, the minister said.",
        "Attacking clinics or bombing schools is forbidden in the faith, the mufti of Orle said.",
        "The refugees in Orle said that nobody had been killed.",
        "He said that they would go on even if they were killed.",
    ],
)
def test_a_deed_as_such_is_no_event(nlp: Language, text: str) -> None:
    assert not proposals(nlp(text))


def test_what_shall_be_avoided_is_only_asked_for(nlp: Language) -> None:
    text = '"The two armies should take all steps to avoid harming civilians," said Ana Ruiz.'
    assert {p.type for p in proposals(nlp(text))} <= {"REQUEST"}


def test_whom_somebody_is_suspected_of_helping_got_no_aid(nlp: Language) -> None:
    text = "Police detained four men on suspicion of helping the Dawn Front."
    assert [p.type for p in proposals(nlp(text))] == ["COERCE"]


def test_what_a_foiled_plot_was_for_was_not_done(nlp: Language) -> None:
    text = "The army says it has foiled plots by its foreign enemies to topple the president."
    assert [p.status for p in proposals(nlp(text)) if p.trigger.text == "topple"] == ["denied"]


def test_civilians_who_were_killed_were_killed(nlp: Language) -> None:
    text = "Two civilians were killed on Monday, and nobody has claimed responsibility."
    assert [p.status for p in proposals(nlp(text)) if p.trigger.text == "killed"] == ["happened"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz said she would like to see him contact a priest.",
        "The men's bodies were thrown into a river in Togo.",
        "We fear that these will not be the last such reports we receive, Ana Ruiz said.",
        "The group would treat any driver who carries fuel as a target.",
        "People from Togo were leaving in convoys of buses.",
    ],
)
def test_what_looks_like_a_deed_and_is_none(nlp: Language, text: str) -> None:
    assert not [p for p in proposals(nlp(text)) if p.type != "OTHER"]


def test_what_somebody_is_committed_to_do_is_not_done(nlp: Language) -> None:
    text = "The envoy, Ana Ruiz, has reiterated the government's commitment to assist the refugees."
    assert {p.status for p in proposals(nlp(text))} <= {"planned"}


def test_those_who_have_been_expelled_have_been(nlp: Language) -> None:
    text = "The agency will provide tents to those who have been expelled from Togo and wait there."
    [expelled] = [p for p in proposals(nlp(text)) if p.trigger.text == "expelled"]
    assert expelled.status == "happened"


def test_talks_that_were_cut_off_were_not_held(nlp: Language) -> None:
    text = "Talks between Togo and Benin have been cut off for two years."
    assert not [p for p in proposals(nlp(text)) if p.type == "CONSULT"]


def test_what_the_needed_arrest_would_be_is_none(nlp: Language) -> None:
    text = "The arrest and the conviction of the killers are essential, Ana Ruiz said."
    assert not [p for p in proposals(nlp(text)) if p.type != "OTHER"]


def test_raids_that_could_do_harm_have_not_been(nlp: Language) -> None:
    text = "The envoy warned that air strikes against Chile could do serious harm to the talks."
    assert {p.status for p in proposals(nlp(text)) if p.trigger.text == "strikes"} == {
        "hypothetical"
    }


def test_a_film_that_is_released_frees_nobody(nlp: Language) -> None:
    text = "Vincent Linde has spoken in Oslo before the film's release."
    assert not [p for p in proposals(nlp(text)) if p.type == "RETREAT"]


def test_what_states_are_asked_to_do_is_only_asked(nlp: Language) -> None:
    text = "The Security Council called on all states to cooperate with the authorities."
    assert [p.type for p in proposals(nlp(text))] == ["REQUEST"]


def test_what_neither_side_shall_do_is_none(nlp: Language) -> None:
    text = (
        "Under the agreement neither country would undertake any hostile action against the other, "
        "nor would they support groups carrying out attacks against the government of Peru."
    )
    assert not {p.trigger.text for p in proposals(nlp(text))} & {"support", "attacks", "action"}
