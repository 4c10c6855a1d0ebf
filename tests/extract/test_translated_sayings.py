"""Frames of saying in the perfect, as translations order them."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import told


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The border post was shelled in the night, the press centre of the army has reported "
            "on its Telegram channel.",
            "the press centre of the army",
            "The border post was shelled in the night",
        ),
        (
            "The fleet left the bay at dawn, military expert Viktor Orlan has declared on air of "
            'channel "Tribuna".',
            "military expert Viktor Orlan",
            "The fleet left the bay at dawn",
        ),
    ],
)
def test_who_has_declared_a_clause_stands_behind_it(text: str, source: str, content: str) -> None:
    assert told(text) == [(source, "assert", content)]


def test_a_dash_may_stand_between_quotation_and_speaker() -> None:
    text = (
        '"We have no way back. Five thousand soldiers stand at the border, and an airstrip is '
        'being built", — has told the expert.'
    )
    assert [(who, said[:22]) for who, _, said in told(text)] == [
        ("the expert", "We have no way back. F")
    ]


def test_what_is_declared_behind_a_phrase_is_its_object() -> None:
    assert told("On Friday, the minister has declared a state of emergency.") == [
        ("the minister", "assert", "a state of emergency")
    ]


def test_a_body_says_the_second_of_its_verbs_too() -> None:
    text = (
        "In the Peruvian MFA have called the flights above the bay the provocation and have noted, "
        'that "we will not be led away from our way".'
    )
    assert [(who, said.strip('"')) for who, _, said in told(text)] == [
        ("the Peruvian MFA", "we will not be led away from our way")
    ]


def test_as_somebody_considers_is_a_frame() -> None:
    assert told("As considers the analyst Viktor Orlan, the raid will provoke a war.") == [
        ("the analyst Viktor Orlan", "predict", "the raid will provoke a war")
    ]


def test_what_somebody_refused_for_weeks_begins_behind_the_verb() -> None:
    [(who, _, said)] = told("Orlan had refused for weeks to recall his ambassador.")
    assert (who, said) == ("Orlan", "to recall his ambassador")


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("In the old harbour, the strikers have burned two lorries, has informed Thursday the "
         "prefect Luis Paz.", "the prefect Luis Paz",
         "In the old harbour, the strikers have burned two lorries"),
        ("The envoy has been received by the council in the capital, has indicated the spokesman "
         "of the embassy to the press.", "the spokesman of the embassy",
         "The envoy has been received by the council in the capital"),
        ("For the spokesman of the mutineers, the colonel Ulrich Manfou, the vote of the 26 August "
         '"did not fulfil the conditions".',
         "the spokesman of the mutineers, the colonel Ulrich Manfou",
         'the vote of the 26 August "did not fulfil the conditions"'),
        ("Three clerks have lost their life in the quarrels, one learned from a hospital source.",
         "a hospital source", "Three clerks have lost their life in the quarrels"),
        ('"There is no hunger in our prisons", has she hammered before the press.', "she",
         "There is no hunger in our prisons"),
        ("As recalled the historian Ana Ruiz, of the Institute of the Sea of Salto, the fleet had "
         "never left the bay.", "the historian Ana Ruiz", "the fleet had never left the bay"),
    ],
)  # fmt: skip
def test_who_speaks_may_stand_behind_the_verb(text: str, source: str, content: str) -> None:
    assert told(text) == [(source, "assert", content)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister, who arrived on Monday, has informed the cabinet of the plan.",
        "The company, based in Lima, has informed the court.",
    ],
)
def test_whom_somebody_has_informed_does_not_speak(text: str) -> None:
    assert told(text) == []


def test_what_an_outlet_has_learned_its_sources_say() -> None:
    text = (
        "Five hostages have been freed by their captors, has learned Orle News from local sources."
    )
    assert told(text) == [
        ("local sources", "assert", "Five hostages have been freed by their captors")
    ]


def test_who_is_told_is_not_who_tells() -> None:
    text = "“They were thirty on motorcycles”, has confided us one of them, a mechanic of Orle."
    assert [who for who, _, _ in told(text)] == ["one of them"]
