"""Verbs of many senses, and the company in which they tell a deed. The sentences are invented."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.word.text: p for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Omar Diaz left the courtroom with his friends on Monday.", "left"),
        ("The hotel opened in Lima in 2007.", "opened"),
        ("The shops in Lima will reopen on Monday, the mayor said.", "reopen"),
        ("The pupils lifted their arms as Omar Diaz spoke.", "lifted"),
        ("The aunt allowed him to sleep on her couch in Lima.", "allowed"),
        ("He plans a stop in Lima before returning to Chile.", "returning"),
        ("Omar Diaz joined the diplomatic service of Peru in 1976.", "joined"),
        ("Omar Diaz joined the convoy on Sunday.", "joined"),
        ("Omar Diaz bought a van in 1967.", "bought"),
        ("Her brother helped her win the seat in Lima.", "helped"),
        ("The gunman shouted about Lima in Spanish.", "shouted"),
        ("The campaign of Omar Diaz raised $20 million in Peru in January.", "raised"),
        ("The clashes threaten to disrupt the vote in Peru.", "threaten"),
        ("Diaz said the growing rift threatened Peru.", "threatened"),
        ("Ana Ruiz hung a banner for Peru on the town hall.", "hung"),
        ("A shootout in Lima left four gunmen dead.", "left"),
        ("Mateo Ruiz cut into the lead of Omar Diaz in Peru.", "cut"),
        ("Omar Diaz was charged after stealing meat from a shop in Lima.", "stealing"),
        ("The snow forced drivers in Lima to turn back.", "forced"),
        ("Omar Diaz withdrew his request to the council of Lima.", "withdrew"),
        ("The identities of Ana Lim and Omar Diaz were released on Monday.", "released"),
        ("The theft was captured on video in Lima.", "captured"),
    ],
)
def test_without_its_company_a_verb_tells_no_deed(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Peru reopened its border with Chile on Monday.", "reopened", "RETREAT"),
        ("Chile returned the golden mask to Peru on Monday.", "returned", "RETREAT"),
        ("Peru's troops left Lima on Monday.", "left", "RETREAT"),
        ("Soldiers forced villagers in Peru from their homes.", "forced", "COERCE"),
        ("Peru cut the power to Lima on Monday.", "cut", "COERCE"),
        ("Peru lifted the blockade of Lima on Monday.", "lifted", "RETREAT"),
        ("Peru pulled its troops out of Chile on Monday.", "pulled", "RETREAT"),
        ("The rebels released the hostages in Lima.", "released", "RETREAT"),
        ("Peru sold missiles to Chile on Monday.", "sold", "COOPERATE"),
        ("Peru provided tents to the refugees from Chile.", "provided", "AID"),
        ("The rebels threatened to bomb Lima.", "threatened", "THREATEN"),
        ("A letter threatened Omar Diaz with death.", "threatened", "THREATEN"),
        ("Soldiers opened fire on the marchers in Lima.", "opened", "ASSAULT"),
    ],
)
def test_in_its_company_it_tells_one(nlp: Language, text: str, word: str, kind: str) -> None:
    assert of(nlp, text)[word].type == kind
