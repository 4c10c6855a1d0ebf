"""What others are said to claim in a noun, what a statement asks, and where another's clause begins."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import claims_of, told


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The army rejects the union's claim that soldiers fired first.",
         ("the union", "assert", "soldiers fired first")),
        ("The minister rejected accusations by the opposition that the vote was rigged.",
         ("the opposition", "accuse", "the vote was rigged")),
    ],
)  # fmt: skip
def test_what_another_claims_in_a_noun_is_his(text: str, claim: tuple[str, str, str]) -> None:
    claims = told(text)
    assert claim in claims
    assert [act for _, act, _ in claims if act == "deny"] == ["deny"]


def test_a_statement_appeals_and_calls_upon() -> None:
    text = (
        "We appeal to members of the public to remain calm. We also call upon foreign missions to "
        "desist from commenting on matters which are before the court."
    )
    assert [act for _, act, _ in told(text)] == ["demand", "demand"]


def test_numbers_that_several_tell_are_of_each() -> None:
    text = "The ministry says nine; the party of Ana Ruiz says 46; the hospital lists 34 dead."
    claims = told(text)
    assert ("The ministry", "assert", "nine") in claims
    assert ("the party of Ana Ruiz", "assert", "46") in claims


def test_he_is_nobody_whom_he_names() -> None:
    text = "Minister Ben Ruiz is worried, his spokesman Juan Vega said. Ruiz urges calm, he added."
    named = {c.content.text: c.source.entity for c in claims_of(text) if c.source}
    assert named["Ruiz urges calm"] == next(
        e for content, e in named.items() if content.startswith("Minister")
    )


def test_he_may_be_the_spokesman_just_named() -> None:
    text = (
        "Grey Tide took the school, it said in a message sent to reporters by its spokesman, Ali "
        'Noor. "No child will be harmed if the government listens," he said.'
    )
    [claim] = [c for c in claims_of(text) if c.quoted]
    assert claim.source is not None
    assert claim.source.entity is not None
