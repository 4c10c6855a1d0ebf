"""What grammar mends in the attributions that the language model read, on sentences of our own.

The sentences are annotated by the shipped model, whose reading is what is mended.
"""

from __future__ import annotations

import functools

import pytest
from spacy.language import Language

from histor.annotate import load
from histor.extract import extract
from histor.records import Claim
from tests.extract.hand_made import page_of


@functools.cache
def model() -> Language:
    return load()


def claims_of(text: str) -> list[Claim]:
    return list(extract(page_of(text, "2021-06-11"), model()(text)).claims)


def told(text: str) -> list[tuple[str | None, str, str]]:
    """Return source, act and content of a text's claims."""
    return [(c.source.text if c.source else None, c.act, c.content.text) for c in claims_of(text)]


def test_a_second_verb_of_saying_is_a_claim_of_its_own() -> None:
    text = (
        "Ana Lima said that her party had left the talks and called on all sides to lay down their "
        "arms."
    )
    assert told(text) == [
        ("Ana Lima", "assert", "her party had left the talks"),
        ("Ana Lima", "demand", "all sides to lay down their arms"),
    ]


def test_two_verbs_of_one_form_stay_one_content() -> None:
    text = "The union said that the army attacked the village and threatened its people."
    assert told(text) == [
        ("The union", "assert", "the army attacked the village and threatened its people")
    ]


def test_a_frame_tells_who_is_quoted() -> None:
    text = (
        "According to several neighbours, armed men walk in the town. «We hear shots since the "
        "morning», testifies a mother of the harbour district. «We are locked up with the children»."
    )
    said = {(c.source.text, c.content.text) for c in claims_of(text) if c.source and c.quoted}
    assert said == {
        ("a mother of the harbour district", "We hear shots since the morning"),
        ("a mother of the harbour district", "We are locked up with the children"),
    }


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("UN rights chief: ‘unspeakable suffering’", "UN rights chief", "unspeakable suffering"),
        ("UN rights chief: 'unspeakable suffering'", "UN rights chief", "unspeakable suffering"),
        (
            "For the minister Ana Lima, «the island is determined to take the port».",
            "the minister Ana Lima",
            "the island is determined to take the port",
        ),
    ],
)
def test_quotations_introduced_without_a_verb(text: str, source: str, content: str) -> None:
    assert [(c.source and c.source.text, c.content.text) for c in claims_of(text)] == [
        (source, content)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry did not say who had been named to replace him.",
        "They declined to be named because they were not authorised to speak to the press.",
        "Nobody has claimed the attack.",
        "The envoy asked not to be identified.",
        "The council should demand a protection force.",
        "The toll of the battle is disputed.",
    ],
)
def test_what_is_not_said_is_no_claim(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content", "act"),
    [
        (
            "Dozens of people were reportedly killed in the market.",
            "Dozens of people were reportedly killed in the market",
            "assert",
        ),
        ("The general is said to have fled.", "The general is said to have fled", "assert"),
        ("There were reports of looting in the centre.", "looting in the centre", "assert"),
    ],
)
def test_hearsay_is_a_whole_clause_without_a_source(text: str, content: str, act: str) -> None:
    assert told(text) == [(None, act, content)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("In an interview with CNN on Monday, Ana Lima said the port was safe.", ["CNN"]),
        (
            "The ministry said in a statement carried by the news agency Mava that it refused.",
            ["Mava"],
        ),
        ("The governor told state television that schools would open.", ["state television"]),
    ],
)
def test_an_outlet_that_carried_the_words_is_in_the_chain(text: str, chain: list[str]) -> None:
    [claim] = claims_of(text)
    assert [link.text for link in claim.chain] == chain


def test_who_is_cited_speaks_and_the_outlet_passes_it_on() -> None:
    text = "Two soldiers were killed, Interfax reported, citing military officials."
    [claim] = claims_of(text)
    assert claim.source is not None
    assert claim.source.text == "military officials"
    assert [link.text for link in claim.chain] == ["Interfax"]


def test_who_is_quoted_as_saying_speaks() -> None:
    text = "The Financial Times quoted a diplomat as saying that the talks had collapsed."
    [claim] = claims_of(text)
    assert (claim.source and claim.source.text, claim.content.text) == (
        "a diplomat",
        "the talks had collapsed",
    )
    assert [link.text for link in claim.chain] == ["The Financial Times"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The doctors put the number of dead at between 100 and 200.", ("The doctors", "assert")),
        ("We undertake to bring the sailors home by the end of the week.", ("We", "promise")),
    ],
)
def test_plain_sayings_that_the_model_passes_over(text: str, claim: tuple[str, str]) -> None:
    assert [(source, act) for source, act, _ in told(text)] == [claim]


def test_words_that_do_what_they_say() -> None:
    text = "“We condemn the attack on our boats,” Ana Lima said."
    assert told(text) == [("Ana Lima", "condemn", "We condemn the attack on our boats")]


def test_a_turn_ends_what_is_said() -> None:
    text = (
        "According to the army, the town fell at dawn, but residents say that fighting continues."
    )
    assert told(text) == [
        ("the army", "assert", "the town fell at dawn"),
        ("residents", "assert", "fighting continues"),
    ]


def test_a_quotation_is_with_the_speaker_beside_it() -> None:
    text = (
        "“The port is ours and it stays open,” the mayor said.\n\n"
        "People should stay at home, the ministry says."
    )
    assert told(text) == [
        ("the mayor", "assert", "The port is ours and it stays open"),
        ("the ministry", "assert", "People should stay at home"),
    ]


def test_the_name_in_apposition_is_of_the_speaker() -> None:
    text = (
        "The spokesman of the navy, lieutenant general Ana Lima, had denounced that six boats sank."
    )
    [claim] = claims_of(text)
    assert claim.source is not None
    assert claim.source.text == "The spokesman of the navy, lieutenant general Ana Lima"


def test_a_closing_verb_before_its_speaker() -> None:
    text = "The envoy spoke by telephone with the chief of the navy, informed the State Department."
    assert ("the State Department", "assert") in {(source, act) for source, act, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Lima called the raid “a shame”.",
            ("Ana Lima", "assert", "the raid “a shame”"),
        ),
        (
            "The army had no losses, the embassy in Beijing, which had dismissed reports of downed "
            "jets as “disinformation”, wrote.",
            ("the embassy in Beijing", "deny", "reports of downed jets as “disinformation”"),
        ),
        (
            "The union has spoken of more than 2,000 victims.",
            ("The union", "assert", "more than 2,000 victims"),
        ),
    ],
)
def test_names_given_in_marks_and_clauses_with_which(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in told(text)


def test_under_if_nothing_is_said() -> None:
    text = "The general asked what happens if the envoy says that there was no truce."
    assert "the envoy" not in {source for source, _, _ in told(text)}


def test_who_only_passes_on_what_another_said_makes_no_claim() -> None:
    text = "Ana Lima threatened to quit if the truce became permanent, according to Channel 12."
    [claim] = claims_of(text)
    assert (claim.source and claim.source.text, claim.act) == ("Ana Lima", "warn")
    assert [link.text for link in claim.chain] == ["Channel 12"]


def test_what_is_said_to_an_outlet_goes_on_in_its_paragraph() -> None:
    text = "In an interview with CNN, Ana Lima said the port was safe. “I live there,” she said."
    assert [[link.text for link in claim.chain] for claim in claims_of(text)] == [["CNN"], ["CNN"]]


def test_according_to_keeps_its_source() -> None:
    text = "According to Lima, there is no army at the site"
    assert [(c.source and c.source.text) for c in claims_of(text)] == ["Lima"]


def test_a_second_quotation_after_the_speaker_is_theirs() -> None:
    text = (
        "It was “a step forward”, said Ana Lima, but “the proof will be whether anyone goes home”."
    )
    assert ("Ana Lima", "assert", "the proof will be whether anyone goes home") in told(text)


def test_a_participle_of_saying_ends_what_is_said_before() -> None:
    text = "The union said forty people had been killed, accusing the army of looting."
    assert told(text) == [
        ("The union", "assert", "forty people had been killed"),
        ("The union", "accuse", "the army of looting"),
    ]


def test_a_speaker_in_the_middle_parts_no_statement() -> None:
    assert told("The town, the army says, is calm.") == [
        ("the army", "assert", "The town, the army says, is calm")
    ]


def test_a_venue_is_of_its_own_sentence_and_a_platform_is_none() -> None:
    text = (
        "The government says the port is “under control”. Speaking on state television on Tuesday, "
        "Ana Lima urged all to stay at home. In a video shown on Telegram, Bo Salto warned drivers "
        "against supplying the army."
    )
    chains = {c.source.text: [x.text for x in c.chain] for c in claims_of(text) if c.source}
    assert chains == {
        "The government": [],
        "Ana Lima": ["state television"],
        "Bo Salto": [],
    }
