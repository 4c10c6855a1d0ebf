"""Who only tells of an event, and what is none, by sentences that histor once read otherwise."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal
from tests.extract.test_not_deeds import of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Experts warned that Lima was simply seeking to replace one ruler with another.", "seeking"),
        ("The president backed the strike in Lima, globally recognised as part of Peru.", "recognised"),
        ("The region declared independence during the collapse of the Soviet Union.", "collapse"),
        ("The coalition government collapsed in May.", "collapsed"),
        ("Rescuers searched for survivors in Lima on Friday.", "searched"),
    ],
)  # fmt: skip
def test_what_is_no_deed(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


def test_a_tower_that_collapsed_is_a_disaster(nlp: Language) -> None:
    assert of(nlp, "Ten died in the collapse of a tower in Quito.")["collapse"].kind == "disaster"


def test_a_war_is_told_once_where_it_is_fought(nlp: Language) -> None:
    found = of(nlp, "Peru and Chile fought a war over the corridor in 2020.")
    assert [d.text for d in found["war"].doers] == ["Peru", "Chile"]
    assert "fought" not in found


def test_what_might_be_repeated_was(nlp: Language) -> None:
    assert of(nlp, "They want to avoid a repeat of the 2020 war.")["war"].status == "happened"


def test_who_says_it_is_not_hit(nlp: Language) -> None:
    text = "According to Peruvian separatist officials, Lima is being targeted by intense fire."
    assert "officials" not in " ".join(t.text for t in of(nlp, text)["targeted"].targets)


def test_who_goes_on_to_say_it_does_not_do_it(nlp: Language) -> None:
    text = (
        "The Chilean leader went on to stress that Prime Minister Anton Velik had explicitly "
        "accepted Peru's offer."
    )
    doers = [d.text for p in of(nlp, text).values() for d in p.doers if p.word.text == "accepted"]
    assert not any("Chilean" in d for d in doers)


@pytest.mark.parametrize(
    "text",
    [
        "Teachers' strike enters third week as police fire tear gas in Lima",
        "Police fired tear gas.",
    ],
)
def test_gas_that_is_fired_is_no_dismissal(nlp: Language, text: str) -> None:
    found = of(nlp, text)
    assert (found.get("fire") or found["fired"]).type == "ASSAULT"


def test_a_minister_who_calls_a_strike_illegal_does_not_strike(nlp: Language) -> None:
    text = 'Secretary Ana Velik called the strike "illegal" and ordered teachers to return.'
    assert not {"strike", "called"} & of(nlp, text).keys()


def test_an_appeal_before_a_court_asks_nobody(nlp: Language) -> None:
    assert "appeal" not in of(nlp, "The union would appeal.")
    assert of(nlp, "The minister appealed to Peru for help.")["appealed"].type == "REQUEST"


@pytest.mark.parametrize(
    "text",
    ["The union called a strike for Monday.", "The strike that the council called went ahead."],
)
def test_a_strike_that_a_union_calls_hits_nobody(nlp: Language, text: str) -> None:
    found = of(nlp, text)
    assert "ASSAULT" not in {p.type for p in found.values()}
    assert found["strike"].type == "PROTEST"


def test_who_is_well_treated_gets_no_aid(nlp: Language) -> None:
    assert "treated" not in of(nlp, "The sailors are well treated in Lima.")


def test_three_shot_dead_are_an_attack(nlp: Language) -> None:
    assert of(nlp, "The hospital in Axim counts three shot dead.")["shot"].type == "ASSAULT"


def test_what_is_done_for_an_evacuation_to_come_has_not_evacuated_anybody(nlp: Language) -> None:
    text = "The ministry set up corridors to ensure the evacuation of the population."
    assert of(nlp, text)["evacuation"].status == "planned"


def test_who_fires_on_homes_is_no_victim(nlp: Language) -> None:
    # the tree takes the verb for a passive
    found = of(nlp, "Norwegian forces fired on homes in Bergen on Sunday.")["fired"]
    assert [d.text for d in found.doers] == ["Norwegian forces"]


def test_soldiers_wounded_in_a_town_wound_nobody(nlp: Language) -> None:
    found = of(nlp, "Norwegian soldiers wounded in Bergen were flown out on Sunday.")["wounded"]
    assert found.doers == ()
    assert [t.text for t in found.targets] == ["Norwegian soldiers"]


def test_who_is_arrested_on_a_charge_arrests_nobody(nlp: Language) -> None:
    found = of(nlp, "Jackson arrested on theft charge")["arrested"]
    assert found.doers == ()


def parties(proposal: Proposal) -> tuple[list[str], list[str]]:
    return [d.text for d in proposal.doers], [t.text for t in proposal.targets]


def test_where_they_are_to_meet_again_agrees_to_nothing(nlp: Language) -> None:
    text = "Peru and Chile held talks on Monday. They agreed to meet again in Brazil."
    assert "Brazil" not in str(parties(of(nlp, text)["agreed"]))


def test_a_call_is_between_who_acts_in_it_and_whom_it_is_with(nlp: Language) -> None:
    text = (
        "Foreign Minister Ana Ruiz backed the plan of Peru in a call with Hugo Lezcano on Monday."
    )
    call = of(nlp, text)["call"]
    assert call.type == "CONSULT"
    assert parties(call) == (["Foreign Minister Ana Ruiz"], ["Hugo Lezcano"])


def test_whom_a_visit_angers_is_not_visited(nlp: Language) -> None:
    visit = of(nlp, "Norway's visit to Chile angers Peru; thousands of troops begin a drill")[
        "visit"
    ]
    assert "Peru" not in str(parties(visit))


def test_a_headline_names_two_who_agree(nlp: Language) -> None:
    agree = of(nlp, "Peru, Chile agree not to use force in border row")["agree"]
    assert sorted(parties(agree)[0]) == ["Chile", "Peru"]
