"""Which type a word's event has, where the reader and what the word may mean must agree.

The sentences are invented.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.arguments import arguments_of
from histor.extract.events.proposals import Proposal, proposals
from tests.extract.hand_made import annotated


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.trigger.text: p for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    "text",
    [
        "The report focuses on what Kenya said of Uganda and compares both.",
        "Doctor Ana Ruiz was named the best surgeon in Peru.",
        "The singer married a lawyer in Lima last year.",
        "Shares of the brewery fell by two percent in Oslo.",
    ],
)
def test_words_of_everyday_name_no_event(nlp: Language, text: str) -> None:
    assert proposals(nlp(text)) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Hetmans have said they will not begin talks with the Peruvian government.", "begin"),
        ("Peru will not lift its embargo on Chile.", "lift"),
    ],
)
def test_what_one_will_not_do_is_refused(nlp: Language, text: str, word: str) -> None:
    found = of(nlp, text)[word]
    assert (found.type, found.status) == ("REJECT", "happened")


def test_a_rejection_that_was_not_stays_denied(nlp: Language) -> None:
    found = of(nlp, "The army did not reject the offer.")["reject"]
    assert (found.type, found.status) == ("REJECT", "denied")


@pytest.mark.parametrize("way", ["border", "airspace", "ports"])
def test_a_closed_way_is_coercion(nlp: Language, way: str) -> None:
    found = of(nlp, f"Chile closed its {way} to Peruvian traders on Monday.")["closed"]
    assert found.type in {"COERCE", "SANCTION"}


def test_who_dies_did_nothing(nlp: Language) -> None:
    found = of(nlp, "Three villagers drowned and a nurse died when the dam broke.")
    assert {(found[w].type, found[w].kind) for w in ("drowned", "died")} == {("OTHER", "death")}
    assert all(found[w].doers == () for w in ("drowned", "died"))


def test_a_flood_that_displaces_attacks_nobody(nlp: Language) -> None:
    found = of(nlp, "The flood displaced 4,000 people in the valley on Monday.")
    assert {p.type for p in found.values()} == {"OTHER"}


def test_who_is_called_on_is_asked(nlp: Language) -> None:
    found = {p.trigger.text: p for p in proposals(nlp("Chile called on Peru to free the sailors."))}
    assert found["called on"].type == "REQUEST"
    assert found["free"].status == "planned"


def test_people_are_no_events(nlp: Language) -> None:
    assert "protesters" not in of(nlp, "Angry protesters held a banner outside the ministry.")


def test_who_is_charged_did_it_not_who_arrests(nlp: Language) -> None:
    text = (
        "Lima police arrested a man on charges of plotting to build bombs to kill Chilean soldiers."
    )
    kill = of(nlp, text)["kill"]
    assert {d.root.text for d in kill.doers} == {"man"}
    assert {t.root.text for t in kill.targets} == {"soldiers"}
    assert kill.status == "planned"


def test_who_is_arrested_after_a_deed_need_not_have_done_it(nlp: Language) -> None:
    found = of(nlp, "Police arrested a woman after gunmen attacked a shop, killing two.")
    assert {d.root.text for d in found["attacked"].doers} == {"gunmen"}
    found = of(nlp, "The army arrested three men, killing two in the raid.")
    assert {d.root.text for d in found["killing"].doers} == {"army"}


def test_an_agent_is_one_whatever_stands_before_it() -> None:
    doc = annotated(
        "vessels were released by guards",
        tags={"vessels": "NOUN NNS", "released": "VERB VBN", "guards": "NOUN NNS"},
        tree={
            "vessels": ("nsubj:pass", "released"),
            "were": ("aux:pass", "released"),
            "released": ("ROOT", "released"),
            "by": ("mark", "released"),
            "guards": ("obl:agent", "released"),
        },
    )
    assert [t.text for t in arguments_of(doc[2]).doers] == ["guards"]


def test_whom_a_clause_accuses(nlp: Language) -> None:
    text = "And Amnesty Watch put out a report accusing the Peruvian army of failing to respond."
    assert {t.root.text for t in of(nlp, text)["accusing"].targets} == {"army"}


def test_a_car_pulled_over_is_no_retreat(nlp: Language) -> None:
    assert "pulled" not in of(nlp, "Two police officers pulled over a white car.")
    assert of(nlp, "Chad pulled its troops out of Mali.")["pulled"].type == "RETREAT"


def test_who_condemns_an_attack_did_not_do_it(nlp: Language) -> None:
    attack = of(nlp, "The attack, condemned by the White House, killed nine people.")["attack"]
    assert attack.doers == ()


def test_whose_embassy_was_bombed_is_not_condemned(nlp: Language) -> None:
    text = "The Security Council condemned the bombings of Peruvian embassies in Kenya."
    assert [t.text for t in of(nlp, text)["condemned"].targets] == ["bombings"]
    named = of(nlp, "Chad condemned Libya's attack on its town.")["condemned"].targets
    assert {t.root.text for t in named} == {"Libya"}


def test_a_ward_that_treats_the_sick_attacks_nobody(nlp: Language) -> None:
    read = of(
        nlp,
        "Shells struck a hospital treating cholera patients in the Kenyan city of Nakuru on "
        "Wednesday, killing nine people and wounding 17, two doctors and the army said, as an "
        "outbreak that began last week spread along the coast.",
    )
    assert read["struck"].type == "ASSAULT"
    assert "treating" not in read or read["treating"].type != "ASSAULT"
