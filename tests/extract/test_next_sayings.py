"""Two sayings of one sentence, and what is told of whom one blames; the sentences are invented."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


def said(text: str) -> list[tuple[str, str]]:
    [page] = read([article("one", text, "2024-05-17")])
    return [(c.source.text if c.source else "", c.content.text) for c in page.claims]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The envoy said he was “horrified” and the union’s president, Ursula Brun, said she was “sad”.",
            [
                ("The envoy", "he was “horrified”"),
                ("the union’s president, Ursula Brun", "she was “sad”"),
            ],
        ),
        (
            "The president said he was ready to talk and the mayor said he would send a team.",
            [
                ("The president", "he was ready to talk"),
                ("the mayor", "he would send a team"),
            ],
        ),
        (
            "Norway said it had no plans and said its troops would stay.",
            [("Norway", "it had no plans"), ("Norway", "its troops would stay")],
        ),
    ],
)
def test_each_saying_has_its_speaker(text: str, told: list[tuple[str, str]]) -> None:
    assert said(text) == told


def test_who_is_blamed_is_not_what_a_clause_tells_of_him() -> None:
    text = "Officials blamed the Front, which is thought to be massing men for an assault on Oro."
    assert ("Officials", "the Front") in said(text)
