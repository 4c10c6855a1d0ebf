"""What tells of no saying though a word of saying stands there, and what is said only once."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import claims_of, told


@pytest.mark.parametrize(
    "text",
    [
        "The assault on the hills was known as Operation Night Owl.",
        "Varovia fired, the first time that a member of the pact is known to have fired shots there.",
        "The secretary of state, Marcin Bosek, showed the 15 members photographs of the wreckage.",
        "A spokesman declined to say whether planes were in the air, according to Reuters.",
        "Officers on the quay are unable to confirm reports about a second bomb.",
        "Any member can turn to the council when it believes that its security is threatened.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert told(text) == []


def test_who_is_asked_about_a_thing_asks_nothing() -> None:
    text = (
        "The foreign minister, Pavel Orlik, was in Brno. Orlik, asked about the remark, said: “I don't "
        "believe it.”"
    )
    assert [(act, said) for _, act, said in told(text)] == [("assert", "I don't believe it")]


def test_who_asks_not_to_be_named_in_the_words_of_translations_asks_for_nothing() -> None:
    text = (
        "The doctor, who asks that one does not give his name, affirms having received 60 bodies."
    )
    assert [act for _, act, _ in told(text)] == ["assert"]


def test_who_says_that_he_believes_it_says_it_once() -> None:
    text = "Gen. Ivan Petrov said he now believed the hostage had been killed within a week."
    assert told(text) == [
        ("Gen. Ivan Petrov", "assert", "he now believed the hostage had been killed within a week")
    ]


def test_reports_that_a_speaker_tells_of_are_in_what_he_says() -> None:
    text = (
        "A spokesman for the office, Ali Maro, told reporters that there were credible reports of at "
        "least 10 people killed in Varna."
    )
    assert [source for source, _, _ in told(text)] == ["A spokesman for the office, Ali Maro"]


def test_a_second_clause_with_that_is_said_too() -> None:
    text = (
        "The army chief, Pavel Murak, said his forces had destroyed some drones, and that Minsk had "
        "warned Warsaw and Vilnius during the night."
    )
    assert told(text) == [
        (
            "The army chief, Pavel Murak",
            "assert",
            "his forces had destroyed some drones, and that Minsk had warned Warsaw and Vilnius "
            "during the night",
        )
    ]


def test_hearsay_keeps_a_subject_with_a_name_in_apposition() -> None:
    text = "The pastor, Tom Adel, is thought to have been recently radicalised."
    assert [c.content.text for c in claims_of(text)] == [text[:-1]]


def test_a_speaker_is_whole_past_a_genitive() -> None:
    text = (
        "A spokesman for Germany's defence ministry, as the agency DPA passes on, has confirmed that "
        "radars had tracked the boats."
    )
    assert [source for source, _, _ in told(text)] == ["A spokesman for Germany's defence ministry"]


def test_sources_in_a_body_are_not_the_body() -> None:
    text = (
        "The house was struck by a missile, the daily Rzecz reported, citing unnamed sources in the "
        "state security services."
    )
    assert [source for source, _, _ in told(text)] == [
        "unnamed sources in the state security services"
    ]


def test_an_entry_of_a_live_page_names_its_speaker_before_a_colon() -> None:
    text = (
        "13:20 Lithuanian President Gitan Nauda: Russia is deliberately widening its aggression. "
        "Trains between the two towns had stopped at noon."
    )
    assert (
        "Lithuanian President Gitan Nauda",
        "Russia is deliberately widening its aggression",
    ) in [(source, said) for source, _, said in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Federal arrest warrants were issued for James Kopp, 44, of Brod.",
        "Nicknamed the “Atomic Dog” in the movement, Kopp had been arrested in several states.",
    ],
)
def test_what_is_issued_or_nicknamed_is_not_said(text: str) -> None:
    assert told(text) == []


def test_who_is_believed_to_be_somewhere_believes_nothing() -> None:
    text = "It depends on how many of the militants believed to be inside Mossa put up a fight."
    assert [source for source, _, _ in told(text)] in ([], [None])
