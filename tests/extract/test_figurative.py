"""Figures of speech: words of harm that harm nobody, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import proposals


def types(nlp: Language, text: str) -> set[str]:
    return {p.type for p in proposals(nlp(text))}


def test_people_told_to_be_killed_are_no_figure_of_speech(nlp: Language) -> None:
    text = "The council in Lima is checking reports that nine people have been killed since Sunday."
    assert "killed" in {p.word.text for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    "text",
    [
        "Footage shot by a drone in Lima is blurred.",
        "President Ana Gomez hit back at her opponents in Lima.",
        "An explosion of violence shook Lima on Monday.",
        "Oil has rallied in Lima since Monday.",
        "The minister was bombarded with questions in Lima on Thursday.",
        "Chile killed the bill on Monday.",
        "Chile damaged ties to Peru on Monday.",
        "The senator shot down the proposal in Lima.",
        "Maria Lopez suffered a heart attack in Lima on Monday.",
        "The Kenyan shilling collapsed on Monday.",
        "A storm of protest followed in Lima on Monday.",
        "A political earthquake shook Lima on Monday.",
        "Ana Gomez is battling cancer.",
        "Peru's attack on inflation failed.",
        "Ana Gomez shot back that Chile was lying.",
        "Brazil was knocked out by Chile in a penalty shootout.",
        "Peru called the ban an act of economic warfare.",
        "A rescue operation in Lima failed.",
        "A flood of refugees crossed into Peru.",
        "Chile celebrated the tenth anniversary of the battle of Arica on Monday.",
    ],
)
def test_a_figure_of_speech_is_no_event(nlp: Language, text: str) -> None:
    assert types(nlp, text) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels bombarded Lima with shells on Monday.", "ASSAULT"),
        ("The explosion of a gas tank in Lima hurt nine.", "OTHER"),
        ("The army attacked the rebels' positions near Lima.", "ASSAULT"),
        ("A storm flooded Lima on Monday.", "OTHER"),
        ("Gunmen shot down a helicopter over Lima.", "ASSAULT"),
        ("Lightning struck a farm near Lima.", "OTHER"),
    ],
)
def test_the_same_words_tell_deeds_and_disasters(nlp: Language, text: str, kind: str) -> None:
    assert kind in types(nlp, text)


def test_who_attacks_a_record_criticises(nlp: Language) -> None:
    assert types(nlp, "Peru's president attacked the council's record on crime.") == {"ACCUSE"}


def test_what_a_trial_is_called_is_no_war(nlp: Language) -> None:
    text = "He has pleaded not guilty and calls the trial a war on the army of Peru."
    assert "ASSAULT" not in types(nlp, text)
    assert "REQUEST" not in types(nlp, text)
