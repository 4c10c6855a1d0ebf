"""Through whom it came: who was quoted by an outlet, who has seen a letter, who heard it said."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import claims_of, told


@pytest.mark.parametrize(
    ("text", "source", "chain"),
    [
        ("Peru's foreign minister, Ben Ruiz, was quoted by the Courier daily as saying that all "
         "roads were open.", "Peru's foreign minister, Ben Ruiz", ["Courier"]),
        ("According to the Peruvian news site Andina, citing a military source, the convoy was "
         "ambushed near Cuzco, leaving 14 dead.", "a military source",
         ["the Peruvian news site Andina"]),
        ('"Stay in your homes. The army is coming," he said on local radio, according to two '
         "residents.", "he", ["local radio", "two residents"]),
    ],
)  # fmt: skip
def test_who_speaks_and_who_passes_it_on(text: str, source: str, chain: list[str]) -> None:
    [claim] = claims_of(text)
    assert claim.source is not None
    assert claim.source.text == source
    assert [link.text for link in claim.chain] == chain


def test_who_has_seen_a_letter_did_not_write_it() -> None:
    text = (
        "In a letter to the council dated 3 July and seen by Meridian, Khartoum accuses Peru of "
        "having filled the lake without notice and warns that 20 million people are at risk."
    )
    assert [(who, act) for who, act, _ in told(text)] == [
        ("Khartoum", "accuse"),
        ("Khartoum", "warn"),
    ]


def test_who_stands_beside_the_verb_alleges() -> None:
    text = "Peru's Grey Tide group, the opposition alleges, was paid in gold."
    assert [who for who, _, _ in told(text)] == ["the opposition"]


def test_a_spokesman_is_named_whole_for_both_his_verbs() -> None:
    text = (
        "The mission's spokesperson, Colonel Ana Ruiz, confirmed the withdrawal but rejected as "
        '"false" reports that weapons had been left behind for the militia.'
    )
    who = "The mission's spokesperson, Colonel Ana Ruiz"
    assert [(source, act) for source, act, _ in told(text)] == [(who, "assert"), (who, "deny")]


def test_a_semicolon_ends_what_the_first_of_two_says() -> None:
    text = "Aid groups say at least 70 people were shot; the junta puts the number of dead at 12."
    assert ("Aid groups", "assert", "at least 70 people were shot") in told(text)


def test_what_a_minister_was_asked_he_does_not_ask() -> None:
    text = 'Asked whether he regretted it, the minister shot back: "Ask the mothers of our sons."'
    assert [act for _, act, _ in told(text)] == ["assert"]


def test_what_a_speaker_was_told_is_said_by_who_told_him() -> None:
    text = (
        "The opposition leader, Ana Ruiz, said she had been told by two pilots that the boat never "
        "came closer than a mile."
    )
    inner = next(c for c in claims_of(text) if c.source and c.source.text == "two pilots")
    assert inner.content.text == "the boat never came closer than a mile"
    assert [link.text for link in inner.chain] == ["The opposition leader, Ana Ruiz"]


def test_who_speaks_to_somebody_is_not_the_paper_that_tells_of_it() -> None:
    text = (
        "“Our patience is at an end,” Foreign Minister Ana Ruiz told her Chilean counterpart in a "
        "call at night, according to a statement of the ministry."
    )
    [claim] = claims_of(text)
    assert claim.source is not None
    assert claim.source.text == "Foreign Minister Ana Ruiz"
    assert [link.text for link in claim.chain] == ["a statement of the ministry"]


def test_who_was_quoted_as_saying_something_by_an_agency() -> None:
    text = (
        "“Nobody will keep us from our water,” Ana Ruiz was quoted as saying by the Lima News "
        "Agency."
    )
    [claim] = claims_of(text)
    assert claim.source is not None
    assert claim.source.text == "Ana Ruiz"
    assert [link.text for link in claim.chain] == ["Lima News Agency"]


def test_who_was_reported_to_have_said_something_said_it() -> None:
    text = (
        "General Ana Ruiz was less careful. Whoever attacks the dam “will live to rue it,” she was "
        "reported to have said at a parade."
    )
    assert ("she", "assert", "will live to rue it") in told(text)


def test_who_speaks_behind_a_colon_ends_what_another_disputes() -> None:
    text = "The farmers dispute that number: the loss, they say, would be under a tenth."
    assert told(text) == [
        ("The farmers", "deny", "that number"),
        ("they", "assert", "the loss, they say, would be under a tenth"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN says troops are turning back lorries; Lima denies the charge and blames rebels.",
         [("Lima", "deny", "the charge"), ("Lima", "accuse", "rebels")]),
        ("10 May – Guards kill five in Salto, according to the opposition; government denies it",
         [("government", "deny", "it")]),
    ],
)  # fmt: skip
def test_who_speaks_behind_a_semicolon(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text)[1:] == expected


def test_what_a_heading_is_about_says_nothing() -> None:
    assert told("Harbour protests: guards and union trade blame over deaths") == []


def test_who_opens_an_entry_of_a_live_page_speaks_in_it() -> None:
    text = "19:42 Peru calls for return to the talks\n\nPeru has condemned the takeover."
    assert told(text)[0] == ("Peru", "demand", "return to the talks")


def test_what_a_statement_by_somebody_says_is_his() -> None:
    text = (
        "The minister contradicted a statement a day earlier by the Peruvian foreign ministry that "
        "a deal had been reached."
    )
    assert ("the Peruvian foreign ministry", "assert", "a deal had been reached") in told(text)


def test_who_asks_is_not_who_tells_of_it() -> None:
    text = (
        "The gang that kidnapped 17 members of a choir on Saturday is asking for $1 million "
        "apiece to release them, Peru's justice minister, Ana Ruiz, said on Tuesday."
    )
    assert ("The gang", "ask") in [(who, act) for who, act, _ in told(text)]


def test_news_that_dashes_hopes_says_nothing() -> None:
    text = (
        "The pipe will not reopen, Energy Minister Ana Ruiz said on Tuesday, dashing hopes of an "
        "early end to a halt of six months."
    )
    assert [act for _, act, _ in told(text)] == ["assert"]


def test_who_gives_a_count_beside_another_verb() -> None:
    text = "Spokeswoman Ana Ruiz confirmed the blasts but gave a lower figure of five wounded."
    assert told(text) == [
        ("Spokeswoman Ana Ruiz", "assert", "the blasts"),
        ("Spokeswoman Ana Ruiz", "assert", "a lower figure of five wounded"),
    ]


def test_who_is_named_before_a_speaker_speaks_with_him_only_in_a_list() -> None:
    cut = (
        "«The only way to reach calm in the valley is the full withdrawal of the Chilean army and "
        "the end of the so-called council.» Maoist, Peruvian diplomacy pointed out in a press release."
    )
    assert {source for source, *_ in told(cut)} == {"Peruvian diplomacy"}
