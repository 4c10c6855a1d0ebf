"""Who answers at a sentence's end what was said in it, and who names himself beside "according to"."""

from __future__ import annotations

import pytest

from histor.extract import extract
from tests.extract.hand_made import page_of
from tests.extract.test_attributions import claims_of, model, told


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("His lawyers say he was tortured in custody, a claim the prison service rejects.",
         "he was tortured in custody", "the prison service"),
        ("The boy was beaten to death by soldiers, the lawyers said, a claim his party denied.",
         "The boy was beaten to death by soldiers", "his party"),
        ("Peru accuses Chile of arming the rebels, a charge that Santiago has repeatedly denied.",
         "Chile of arming the rebels", "Santiago"),
        ("The army says the rebels fired first, an account disputed by witnesses.",
         "the rebels fired first", "witnesses"),
        ("The group has received arms from abroad, an allegation Lima denies.",
         "The group has received arms from abroad", "Lima"),
        ("Peru accused Chile of arming the rebels, which Chile has denied.",
         "Chile of arming the rebels", "Chile"),
        ("The clerks have gone four months without pay, something the treasury has always denied.",
         "The clerks have gone four months without pay", "the treasury"),
        ("The company has insisted the pipe does no harm, a view its critics dispute.",
         "the pipe does no harm", "its critics"),
    ],
)  # fmt: skip
def test_who_answers_at_the_end_denies_what_was_said(text: str, said: str, who: str) -> None:
    assert (who, "deny", said) in told(text)
    assert {content for _, _, content in told(text)} == {said}


def test_a_claim_that_nobody_answers_is_no_part_of_what_is_said() -> None:
    text = "The minister said the dam was safe, a claim that angered residents."
    assert told(text) == [("The minister", "assert", "the dam was safe")]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("According to a spokesman for the rebels, Ali Noor, three drones were shot down.",
         "a spokesman for the rebels, Ali Noor", "three drones were shot down"),
        ("The boys left the port at dawn and sailed north, according to one of the officials, who "
         "asked not to be named because she may not speak to the press.",
         "one of the officials", "The boys left the port at dawn and sailed north"),
    ],
)  # fmt: skip
def test_what_is_told_of_a_source_is_not_said(text: str, source: str, content: str) -> None:
    [claim] = claims_of(text)
    assert claim.source is not None
    assert (claim.source.text, claim.content.text) == (source, content)


def test_what_somebody_was_told_and_told_on() -> None:
    text = (
        "A teacher inside told her husband by phone that there were about 20 attackers, the "
        "husband, Ben Ruiz, told Reuters outside the fence."
    )
    inner = next(c for c in claims_of(text) if c.source and c.source.text.startswith("A teacher"))
    assert inner.content.text == "there were about 20 attackers"
    assert [link.text for link in inner.chain] == ["the husband, Ben Ruiz", "Reuters"]


def test_according_to_may_stand_before_the_verb_of_saying() -> None:
    text = (
        "The governor's chief of staff, according to a diplomat briefed on the conversation, told "
        'the Chilean envoy that the raid was "a local affair".'
    )
    [claim] = claims_of(text)
    assert claim.source is not None
    assert claim.source.text == "The governor's chief of staff"
    assert [link.text for link in claim.chain] == ["a diplomat briefed on the conversation"]


def test_whose_officer_speaks_does_not() -> None:
    text = "Ana Ruiz's chief of staff, Ben Vega, told aides that the mine would reopen."
    record = extract(page_of(text, "2021-06-11"), model()(text))
    names = {e.id: e.name for e in record.entities}
    [claim] = record.claims
    assert claim.source is not None
    assert names[claim.source.entity or ""] == "Ben Vega"


def test_a_quotation_behind_a_colon_is_the_last_speakers() -> None:
    text = (
        "Nor does the movement come out of this stronger, says Ana Ruiz of the Institute for "
        'Peace. Whether it will strike again is another question: "I would not rule out an attack '
        'before Christmas."'
    )
    quoted = [c for c in claims_of(text) if c.quoted]
    assert [(c.source.text[:8], c.content.text) for c in quoted if c.source] == [
        ("Ana Ruiz", "I would not rule out an attack before Christmas")
    ]


def test_a_clause_on_a_noun_ends_before_the_nouns_verb() -> None:
    text = 'Peru\'s claim that it would move people from the "dangerous areas" immediately sparked anger.'
    assert told(text) == [("Peru", "assert", 'it would move people from the "dangerous areas"')]


def test_adverbs_before_a_speaker_are_no_name() -> None:
    text = "Now even loyalists admit in private that the assault has cost him the north."
    assert [who for who, _, _ in told(text)] == ["loyalists"]
