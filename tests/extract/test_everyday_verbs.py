"""Verbs of deeds that tell acts of everyday. The sentences are invented."""

from __future__ import annotations

import pytest
from spacy.language import Language

from benchmarks.articles import article, read
from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.word.text: p for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The general provided an overview of the talks to the envoys.", "provided"),
        ("Omar Diaz did not return a call seeking comment.", "return"),
        ("Omar Diaz did not return a call seeking comment.", "seeking"),
        ("The family appealed the ruling on Monday.", "appealed"),
        ("They appealed to the supreme court in Lima.", "appealed"),
        ("The visit was meant to demonstrate the resolve of Peru.", "demonstrate"),
        ("The relatives fought to keep the boy in Lima.", "fought"),
        ("The bridge was completed in 1956 by a firm from Peru.", "completed"),
        ("The site on June 14 withdrew a report that nine people had died in Lima.", "withdrew"),
        ("The court agreed with accusations that Diaz had taken money from Peru.", "agreed"),
        ("The flight of 1948 is an event that Peruvians call a catastrophe.", "call"),
        ("Diaz condemned what he called an act of terror, for which Peru will pay.", "called"),
        ("Seven Peruvians were treated at a clinic in Lima.", "treated"),
        ("Diaz was jailed on 18 charges including abuse of power in Peru.", "charges"),
        ("Diaz was jailed on 18 charges including abuse of power in Peru.", "abuse"),
        ("Diaz struck a nerve in Peru.", "struck"),
        ("The envoys spoke of preventing violence in Chile.", "preventing"),
    ],
)
def test_an_act_of_everyday_is_no_deed(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Peru provided tents to the villagers.", "provided", "AID"),
        ("Workers demonstrated in Lima against the mayor.", "demonstrated", "PROTEST"),
        ("Peru agreed with Chile to open the port.", "agreed", "AGREE"),
        ("Soldiers fought rebels near Lima.", "fought", "ASSAULT"),
        ("Peru appealed to Chile for help.", "appealed", "REQUEST"),
    ],
)
def test_the_deed_is_one(nlp: Language, text: str, word: str, kind: str) -> None:
    assert of(nlp, text)[word].type == kind


def test_who_is_told_of_before_a_relative_clause_does_not_act_in_it(nlp: Language) -> None:
    text = "Omar Diaz headed to Lima after the bombings that targeted Chilean embassies."
    assert not any("Diaz" in d.text for d in of(nlp, text)["targeted"].doers)


def test_what_talks_are_on_takes_no_part(nlp: Language) -> None:
    found = of(nlp, "Peru held talks with Chile on the situation in Brazil.")["talks"]
    assert "Brazil" not in {s.text for s in (*found.doers, *found.targets)}


def test_what_is_only_believed_is_no_demand(nlp: Language) -> None:
    text = "Peruvians believe that Chile should pay, a poll showed."
    assert all(p.type != "REQUEST" for p in proposals(nlp(text)))


def test_what_is_done_along_is_planned_with_it(nlp: Language) -> None:
    text = "The minister will return to Peru, visiting Chile on 11 December."
    assert of(nlp, text)["visiting"].status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "Chilean engineers concede that Peru has not stopped any water.",
        "Officials in Lima acknowledged that only 12 families had been paid.",
        "They were paid by those who cannot accept that Peru is free.",
        "They made us walk to Lima for four nights.",
        "A military plane left Lima at 4pm.",
        "The mayor of Lima, joined by telephone, spoke of a ransom.",
        "The president of Peru sent judges and journalists to the front.",
        "The talks in Lima yielded no result.",
        "Only that would restore deterrence, Peru says.",
        "My brother in Lima was threatened by the rebels.",
        "Vigilant people defeat a plot in Peru.",
    ],
)
def test_who_says_pays_or_leaves_yields_nothing(text: str) -> None:
    [page] = read([article("one", text, "2015-06-02")])
    types = {e.type for e in page.events}
    assert not types & {"CONCEDE", "RETREAT", "COOPERATE", "AID", "ASSAULT"}


def test_a_ransom_that_was_paid_gave_way() -> None:
    [page] = read([article("one", "Peru paid compensation to Chile on Monday.", "2015-06-02")])
    assert len(page.events) == 1
