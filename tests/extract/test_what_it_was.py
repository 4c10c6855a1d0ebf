"""Which deed a word names, and whether it names one, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from benchmarks.articles import article, read
from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.word.text: p for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Half of the dead were hit when a rocket crashed into a school.", "crashed", "ASSAULT"),
        ("A crowd met in Lima, but police dispersed it with batons.", "dispersed", "ASSAULT"),
        ("Mali sent its soldiers home on Monday.", "sent", "RETREAT"),
        ("Within two hours Chad had sent in F-16s.", "sent", "MOBILIZE"),
        ("A farmer was hacked to death in his home near Lima.", "hacked", "ASSAULT"),
        ("Local Greeks parked trucks across the roads in Himara.", "parked", "PROTEST"),
    ],
)
def test_the_words_beside_it_tell_the_type(nlp: Language, text: str, word: str, kind: str) -> None:
    assert of(nlp, text)[word].type == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Two were hurt, though neither of them was in danger of losing his life.", "losing"),
        ("The court gave the island to Honduras by nine votes to three.", "votes"),
        ("No politician in Honduras loses votes by being firm.", "votes"),
        ("Elections called for June 18 in Nauru were put off.", "called"),
        ("Togo has recognised that the army of Benin holds the town.", "recognised"),
        ("The UN refugee agency warned that the camps had emptied overnight.", "warned"),
        ("The premier, Li Wei, cautioned that things may turn into war.", "cautioned"),
        ("Omar Diaz said at a rally in Ohio that he would call a judge.", "rally"),
        ("Juan Paz took the blame for the raid in Lima.", "blame"),
        ("President Omar Diaz gave up the mediation between Chad and Libya.", "mediation"),
        ("Relations between Togo and Benin sank to a new low in June.", "sank"),
        ("The minister came under fire for the delay of the road in Lima.", "fire"),
        ("Togo built the bridge in 2011 over the protests of Benin and its allies.", "protests"),
        ("In Arequipa, schools closed on Tuesday and shops shut early.", "closed"),
        ("Ana Ruiz declined that her guards had been put on alert.", "declined"),
        ("The army said that Mali fired, in what it called a mistake.", "called"),
        ("Ruiz, as tells Fena calling itself upon the cabinet, said Peru waits.", "calling"),
        ("The group had trained at an army base in Peru.", "trained"),
        ("A day after a one-sided stop-fire in Mali the rebels took Kaya.", "fire"),
        ("The premier asked to halt Togo's aggression.", "aggression"),
        ("It leaves open the questions which families have been asking Ana Ruiz.", "asking"),
        ("Belgium could not rule out that Mali was preparing a raid.", "rule"),
    ],
)
def test_what_names_no_deed(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Who killed the nurses, who bombed the rally: what we know about northern Mali",
        "Is there a war in Chad? The border is open.",
        "Has Peru shelled the port? Nobody in the port says so.",
    ],
)
def test_what_is_only_asked_was_not(text: str) -> None:
    [page] = read([article("one", text, "2015-06-02")])
    assert not [e for e in page.events if e.type in {"ASSAULT", "OTHER"}]


def test_whose_shots_are_denied_dismissed_nobody() -> None:
    text = (
        '"Not a single bullet was fired by our officers," the deputy director of the force, '
        "Ilir Hoxha, told this website. Officials gave no further details on Wednesday."
    )
    [page] = read([article("one", text, "2015-06-02")])
    assert "SANCTION" not in {e.type for e in page.events}


def test_why_somebody_did_it_is_a_question_about_a_deed() -> None:
    text = "Why did the guards who shot nine miners in Cusco go home? The mayor did not say."
    [page] = read([article("one", text, "2015-06-02")])
    assert "ASSAULT" in {e.type for e in page.events}


def test_those_who_got_away_are_no_dead() -> None:
    text = "Three gunmen were killed near Zouar, and at least 20 of them escaped on foot."
    [page] = read([article("one", text, "2015-06-02")])
    assert [f.low for e in page.events for f in e.figures if f.quantity == "killed"] == [3]


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Angola announced that talks would open in Lobito on 18 May.", "talks", "planned"),
        ("It would no longer attend the talks in Lobito, Chad said.", "talks", "denied"),
        ("Human Rights Now urged Peru to investigate attacks on miners.", "attacks", "happened"),
        ("Peru and Chile meet in Lima, agree to swap prisoners", "agree", "happened"),
        ("A big explosion is looming in Peru, the premier said.", "explosion", "predicted"),
        ("The clerk whom the guards had asked to not shoot fled.", "shoot", "denied"),
        ("The vote on recalling the mayors, planned for May, is dear.", "vote", "planned"),
        ("Peru and Chile could not agree at a meeting in Cusco.", "agree", "denied"),
        ("Peru and Chile could not agree at a meeting in Cusco.", "meeting", "happened"),
        ("No further meeting of Peru and Chile was expected in May.", "meeting", "denied"),
        ("Ana Paz accused Omar Diaz of ordering the attack on the ferry.", "attack", "happened"),
        ("Ana Paz called for Peru to impose sanctions on Mali.", "sanctions", "planned"),
        ("In Cancun Omar Diaz asked sanctions against Honduras.", "sanctions", "planned"),
        (
            "Local elections called for June 18 to replace the clerks who resigned were put off "
            "on May 10 by President Ana Ruiz.",
            "elections",
            "denied",
        ),
        ("Local elections in Peru were put off on Monday by a judge.", "elections", "denied"),
    ],
)
def test_whether_it_was(nlp: Language, text: str, word: str, status: str) -> None:
    assert of(nlp, text)[word].status == status
