"""What somebody says ends where the page goes on with what he, or another, does."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import told


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Archbishop Ana Ruiz declared that “the chapel belongs to those who built it” and locked "
            "the gate of the yard.",
            ["the chapel belongs to those who built it"],
        ),
        (
            "Clerks who complained that Oslo had cheated left Bergen on 3 May 2019, stayed abroad for "
            "two years, and were hired in Peru.",
            ["Oslo had cheated"],
        ),
        (
            "The yard has been idle since work stopped after the union demanded that "
            "Chile pay the welders at once and Chile declined.",
            ["Chile pay the welders at once"],
        ),
        (
            "Chile has confirmed that the Peruvian divers “and their boats” are in Arica and asks "
            "fishermen to wait.",
            [
                "the Peruvian divers “and their boats” are in Arica",
                "fishermen to wait",
            ],
        ),
        (
            "The bureau also warned that wells in the north that already served 30 farms had run "
            "dry.",
            ["wells in the north that already served 30 farms had run dry"],
        ),
        (
            "More than 60 bridges have been closed in Peru, according to its roads office, and "
            "some 12 in Bolivia, according to the governor of Oruro.",
            ["More than 60 bridges have been closed in Peru", "some 12 in Bolivia"],
        ),
        (
            "The ferry sank off Salto in Uruguay on Wednesday, owners and sailors stated, barely a "
            "week after a wharf which they had repaired gave way.",
            ["The ferry sank off Salto in Uruguay on Wednesday"],
        ),
        (
            "The Harbour Bank, which announced the sale of the wharf early on Monday, closed the "
            "gates after hours of talks on Tuesday, a night porter said.",
            [
                "The Harbour Bank, which announced the sale of the wharf early on Monday, closed "
                "the gates after hours of talks on Tuesday",
            ],
        ),
        (
            "Harbour chief Ben Ruiz: “The pumps are old. We ordered new ones.” He asks the "
            "crews to wait on shore.",
            ["The pumps are old. We ordered new ones"],
        ),
    ],
)
def test_what_is_said_ends_before_what_is_told(text: str, contents: list[str]) -> None:
    assert [content for *_, content in told(text)][: len(contents)] == contents


def test_what_another_does_may_be_said_too() -> None:
    text = "Ana Ruiz said that the men had shot a guard and burned the gate."
    assert told(text) == [("Ana Ruiz", "assert", "the men had shot a guard and burned the gate")]
