"""Nouns whose type hangs on what stands beside, and who does what they name; invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.word.text: p for p in proposals(nlp(text))}


def parties(proposal: Proposal) -> tuple[list[str], list[str]]:
    return [d.text for d in proposal.doers], [t.text for t in proposal.targets]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        (
            "Peru and Chile began a round of joint naval exercises on Monday.",
            "exercises",
            "COOPERATE",
        ),
        ("Juan Torre held a conference call with the ministers of Chile.", "call", "CONSULT"),
        ("Peru hailed the visit to Lima on Monday by Chile's premier.", "visit", "CONSULT"),
        ("The navy of Peru issued threats that it may act.", "threats", "THREATEN"),
        ("There was bloodshed in two towns of Peru.", "bloodshed", "ASSAULT"),
        ("Fighting along the border of Peru goes on.", "Fighting", "ASSAULT"),
        ("Juan Torre made an urgent plea to Peru to drop the plan.", "plea", "REQUEST"),
        ("A judge in Peru imposed a prison sentence on Ana Lim.", "sentence", "SANCTION"),
        ("The mayors declared their allegiance to the rebels of Peru.", "allegiance", "SUPPORT"),
        ("Juan Torre reaffirmed support for the truce in Peru.", "support", "SUPPORT"),
        ("The cabinet of Peru approved emergency powers on Monday.", "powers", "COERCE"),
        ("Peru began a military exercise off its coast on Thursday.", "exercise", "MOBILIZE"),
        ("Kenya began a bombing campaign in Somalia.", "campaign", "ASSAULT"),
        ("Togo launched a mediation effort between Ghana and Benin.", "effort", "CONSULT"),
        ("Peru gave Chile a deadline to return the boats.", "deadline", "THREATEN"),
        ("Chile announced the release of its envoy.", "release", "RETREAT"),
        ("Kenya accepted 900 Somali refugees in May.", "accepted", "AID"),
        ("The gunmen are holding dozens of pupils and teachers.", "holding", "ASSAULT"),
        ("Norway expelled three Kazakh diplomats on Monday.", "expelled", "SANCTION"),
        ("Ecuador sent two planes with tents and blankets to Peru.", "sent", "AID"),
        ("Chile sent two frigates to the strait.", "sent", "MOBILIZE"),
        ("The protesters burned tyres in Lima.", "burned", "PROTEST"),
        ("Chile asked Peru to send observers.", "asked", "REQUEST"),
    ],
)
def test_what_stands_beside_tells_the_type(nlp: Language, text: str, word: str, kind: str) -> None:
    assert of(nlp, text)[word].type == kind


def test_a_press_release_frees_nobody(nlp: Language) -> None:
    assert "release" not in of(nlp, "The ministry announced the release of a new stamp.")


def test_who_is_given_a_deadline_is_threatened(nlp: Language) -> None:
    found = of(nlp, "Peru gave Chile a deadline to return the boats.")
    assert parties(found["deadline"]) == (["Peru"], ["Chile"])


def test_who_receives_a_loan_gives_none(nlp: Language) -> None:
    found = of(nlp, "Tunisia received a loan of 120 million euros from Norway in June.")
    assert parties(found["loan"]) == (["Norway"], ["Tunisia"])


def test_who_is_convicted_in_a_clause_without_subject_did_not_convict(nlp: Language) -> None:
    found = of(nlp, "If convicted, the general could be jailed for 30 years.")
    assert parties(found["convicted"]) == ([], ["the general"])
    assert found["convicted"].status == "hypothetical"


def test_what_no_hostage_suffered_did_not_happen(nlp: Language) -> None:
    found = of(nlp, "No hostage has been harmed, the police said.")
    assert found["harmed"].status == "denied"


def test_who_says_that_another_ignored_it_did_not(nlp: Language) -> None:
    text = "Ghana's minister said the trawler had ignored repeated warnings."
    assert all("Ghana" not in d.text for p in proposals(nlp(text)) for d in p.doers)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Chile offered to store the goods.", "offered", "AGREE"),
        ("The union threatened to close the port of Arica.", "threatened", "THREATEN"),
        ("A formal protest was delivered to Peru on Monday.", "protest", "ACCUSE"),
        ("About 400 of them marched on the office in Lima.", "marched", "PROTEST"),
        ("Peru revoked the licence of a Chilean bank.", "revoked", "SANCTION"),
        ("Honduran officers stopped a convoy of trucks on Monday.", "stopped", "COERCE"),
    ],
)
def test_clauses_and_objects_tell_the_type(nlp: Language, text: str, word: str, kind: str) -> None:
    assert of(nlp, text)[word].type == kind


def test_who_warns_his_own_citizens_threatens_nobody(nlp: Language) -> None:
    text = "The United States has warned its citizens to avoid the centre of Lima."
    assert "warned" not in of(nlp, text)
