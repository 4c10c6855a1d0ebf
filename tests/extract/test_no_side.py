"""Words beside a deed that name neither side of it, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.trigger.text: p for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    ("text", "trigger", "beside"),
    [
        ("The gunmen accused her of filming for the army.", "accused", "army"),
        ("The rebels accused him of spying for Togo.", "accused", "Togo"),
        (
            "The probe into the blasts is not linked to the raid on Togo, the bureau said.",
            "probe",
            "Togo",
        ),
        ("Soldiers were dispatched through Togo and Benin.", "dispatched", "Benin"),
        ("Peru and Chile discussed a new round of talks in Togo's capital.", "discussed", "Togo"),
    ],
)
def test_who_only_stands_beside_is_no_side(
    nlp: Language, text: str, trigger: str, beside: str
) -> None:
    found = of(nlp, text)[trigger]
    assert beside not in {s.root.text for s in (*found.doers, *found.targets)}


def test_a_house_kills_nobody(nlp: Language) -> None:
    found = of(nlp, "Rudi Kahl fled after the bombing of a Lima clinic that killed a guard.")
    assert not found["killed"].doers


def test_what_a_deed_was_names_no_doer(nlp: Language) -> None:
    text = "Witnesses believe the attack in Orle was an air strike."
    assert all(not p.doers for p in proposals(nlp(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Two days of talks with Togo in Orle had failed to produce a solution.",
        "The blast in Orle toppled a crowded building.",
        "The two aides left for Togo to investigate the issue.",
    ],
)
def test_talks_that_fail_refuse_nothing_and_houses_are_no_rulers(nlp: Language, text: str) -> None:
    assert not {p.type for p in proposals(nlp(text))} & {"REJECT", "COERCE", "ACCUSE"}


def test_what_a_deed_is_named_for_did_not_do_it(nlp: Language) -> None:
    text = "He is charged in the 1996 Olympic bombing in Orle that killed one person."
    assert all("Olympic" not in str(d) for p in proposals(nlp(text)) for d in p.doers)


def test_the_outbreak_of_a_war_is_no_disease(nlp: Language) -> None:
    text = "Ten nurses have died in Togo since the outbreak of civil war."
    assert "outbreak" not in of(nlp, text)


def test_what_the_main_clause_tells_of_others_is_not_of_a_deed_in_an_aside(nlp: Language) -> None:
    text = (
        "Lima, which has not confirmed that it carried out Thursday's air strikes, closed the two "
        "main crossings, Arica and Tacna, officials said."
    )
    strikes = of(nlp, text)["strikes"]
    assert not {t.root.text for t in strikes.targets} & {"crossings", "Arica", "Tacna"}
    assert "Thursday" not in {d.root.text for d in strikes.doers}


@pytest.mark.parametrize(
    ("text", "trigger", "beside"),
    [
        (
            "The two leaders discussed the next steps in the operation of the Dawn Front.",
            "discussed",
            "Front",
        ),
        (
            "As the second largest giver to the Nordic League, Togo has carried out 20 bombing "
            "raids on the rebels.",
            "raids",
            "League",
        ),
        (
            "Hundreds waved the Togolese flag and called for the release of the former president.",
            "called",
            "Togolese",
        ),
        ("Norway condemned the Dawn Front's treatment of residents of Lima.", "condemned", "Lima"),
        ("People who have been forced to flee from Peru's shelling need tents.", "flee", "Peru"),
    ],
)
def test_who_is_only_named_there_is_no_side(
    nlp: Language, text: str, trigger: str, beside: str
) -> None:
    found = of(nlp, text)[trigger]
    assert beside not in {t.text for s in (*found.doers, *found.targets) for t in s}


def test_followers_who_gather_do_not_protest_against_whom_they_want_freed(nlp: Language) -> None:
    text = (
        "Hundreds of supporters of Ana Ruiz gathered outside the court, calling for the former "
        "president's release."
    )
    [protest] = [p for p in proposals(nlp(text)) if p.type == "PROTEST"]
    assert not protest.targets


def test_whoever_is_outraged_accuses_and_is_not_accused(nlp: Language) -> None:
    outraged = of(nlp, "Norway was outraged by the attack on Chile.")["outraged"]
    assert [d.text for d in outraged.doers] == ["Norway"]
    assert not outraged.targets


def test_who_says_it_behind_his_title_did_not_do_it(nlp: Language) -> None:
    text = (
        '"The arrest and the punishment of its leaders are overdue," said the U.S. Deputy '
        "Ambassador Peter Hill."
    )
    assert not any("Hill" in str(d) for p in proposals(nlp(text)) for d in p.doers)


@pytest.mark.parametrize(
    ("text", "trigger", "beside"),
    [
        (
            "The fighting in an area near the border with Togo and Benin was intense.",
            "fighting",
            "Benin",
        ),
        (
            "The police barred the crowd from reaching the Togolese consulate in the city.",
            "barred",
            "consulate",
        ),
        (
            "Former President Luc Ado fired the judge in 2007, sparking a wave of protests.",
            "protests",
            "Ado",
        ),
        (
            "Gen. Omar Diallo, a loyalist of ousted Prime Minister Prince Norbert Ranko, said he "
            "hopes to return.",
            "ousted",
            "loyalist",
        ),
        (
            "He had been working for a mine team when he was abducted with his Togolese interpreter "
            "Amadou Keita in March 1996.",
            "abducted",
            "Keita",
        ),
    ],
)
def test_who_is_near_a_deed_is_no_side(nlp: Language, text: str, trigger: str, beside: str) -> None:
    found = of(nlp, text)
    sides = (*found[trigger].doers, *found[trigger].targets) if trigger in found else ()
    assert beside not in {t.text for s in sides for t in s}


@pytest.mark.parametrize(
    "text",
    [
        "The team of Ana Ruiz was clearing mines near Lima.",
        "Norway hopes to help to build a negotiated peace for Togo.",
    ],
)
def test_mines_that_are_cleared_and_peace_that_is_negotiated(nlp: Language, text: str) -> None:
    assert not {p.type for p in proposals(nlp(text))} & {"COERCE", "CONSULT"}


def test_a_border_and_a_capital_beyond_are_no_sides(nlp: Language) -> None:
    text = (
        "The fighting in an area near the border with Georgia and Azerbaijan was some of the most "
        "intense in recent months."
    )
    assert not of(nlp, text).get("fighting")
    shootout = of(nlp, "A shootout north of the capital of Togo left four gunmen killed.")
    assert "Togo" not in {t.root.text for t in shootout["shootout"].targets}


def test_who_pushes_to_do_something_asks_nobody(nlp: Language) -> None:
    assert not proposals(nlp("Britain has been pushing hard to resolve the case."))
