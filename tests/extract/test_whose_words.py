"""Whose words they are, read by the whole pipeline from invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


def sources(text: str) -> set[tuple[str, str, str, tuple[str, ...]]]:
    [page] = read([article("one", text, "2015-06-02")])
    return {
        (
            c.source.text if c.source else "",
            c.cue.text if c.cue else "",
            c.content.text,
            tuple(x.text for x in c.chain),
        )
        for c in page.claims
    }


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Planes bombed Lima, Ali Koren, a union lawyer, said in a radio interview "
            "from the city.",
            {("Ali Koren, a union lawyer", "said", "Planes bombed Lima", ())},
        ),
        (
            "Calling the vote a farce, Koren told the Herald that Peru must act.",
            {
                ("Koren", "Calling", "the vote a farce", ()),
                ("Koren", "told", "Peru must act", ("Herald",)),
            },
        ),
        (
            "The mayor dismissed as absurd the claim that he had fled.",
            {("The mayor", "dismissed", "the claim that he had fled", ())},
        ),
        (
            "Scuffles began as Lima police fought students demanding an end to army rule.",
            {("students", "demanding", "an end to army rule", ())},
        ),
        (
            "Commanders meeting on Monday swore to defend Peru, an aide told the Herald.",
            {
                (
                    "an aide",
                    "told",
                    "Commanders meeting on Monday swore to defend Peru",
                    ("Herald",),
                ),
                ("Commanders", "swore", "to defend Peru", ("an aide", "Herald")),
            },
        ),
        (
            "According to the union, which denies any part in it, nine people died in the raid.",
            {
                ("the union", "According to", "nine people died in the raid", ()),
                ("the union", "denies", "any part in it", ()),
            },
        ),
        (
            "Nine people were killed when gunmen opened fire, state television quoted a ministry "
            "spokesman as saying.",
            {
                (
                    "a ministry spokesman",
                    "saying",
                    "Nine people were killed when gunmen opened fire",
                    ("state television",),
                )
            },
        ),
        (
            "Investigators found that officers booked rooms on 25 May, the day of the vote, and "
            "left, Marin said.",
            {
                (
                    "Marin",
                    "said",
                    "Investigators found that officers booked rooms on 25 May, the day of the "
                    "vote, and left",
                    (),
                ),
                (
                    "Investigators",
                    "found",
                    "officers booked rooms on 25 May, the day of the vote, and left",
                    ("Marin",),
                ),
            },
        ),
    ],
)
def test_whose_words_they_are(
    text: str, claims: set[tuple[str, str, str, tuple[str, ...]]]
) -> None:
    assert sources(text) == claims


def test_who_acts_beside_an_accusation_does_not_make_it() -> None:
    text = "The League has been accused of curbing the press, as Peruvian deputies called a vote."
    assert {source for source, cue, _, _ in sources(text) if "accused" in cue} == {""}


@pytest.mark.parametrize(
    "text",
    [
        "A top aide to Peru's President Ivo Koren slammed the verdict on Monday.",
        "Opponents of Peruvian President Ivo Koren say that he must go.",
        "Senior commanders, including Koren ally General Ali Marin, say they have switched sides.",
        "Tribesmen freed a Thai woman on Monday, Peruvian and Chilean officials said.",
    ],
)
def test_who_only_stands_beside_a_speaker_is_not_he(text: str) -> None:
    [page] = read([article("one", text, "2015-06-02")])
    [claim] = page.claims
    assert claim.source is not None
    assert claim.source.entity is None
