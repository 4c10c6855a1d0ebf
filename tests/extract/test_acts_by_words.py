"""What a saying does, by its own words: denials, commands, forecasts and demands behind "said"."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import claims_of


def acts_of(text: str) -> list[tuple[str, str]]:
    return [(c.act, c.content.text) for c in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "The foreign minister, Mahmud Kabo, insisted that no excessive force had been used.",
            "deny",
        ),
        ("The government says the number is “hugely exaggerated”.", "deny"),
        ("Uganda's army chief, Muho Karu, called the story “nonsense” on X.", "deny"),
        ("The mission recommended that the government undertake urgent reforms.", "demand"),
        ("Chancellor Ana Ruiz advised people to stay at home.", "demand"),
        ("“To Markov, my message is clear: stop the war in Varovia,” he told reporters.", "demand"),
        ("He estimates that the president will harden still more.", "predict"),
        ("By Christmas, he reckons, there will be at least one more airport closed.", "predict"),
    ],
)
def test_words_that_do_more_than_assert(text: str, act: str) -> None:
    assert [done for done, _ in acts_of(text)] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "“Thank God we got out in time,” the mother said.",
        "“Let me be clear about the road,” the mayor said.",
        "The pair met on Monday. He is due to speak to the king this afternoon, an aide tells Reuters.",
    ],
)
def test_words_that_bid_nobody_to_do_a_thing(text: str) -> None:
    assert [done for done, _ in acts_of(text)] == ["assert"]


def test_who_rejects_what_he_is_accused_of_denies_it() -> None:
    text = (
        "Rights groups had accused the government of carrying out a wave of arrests, which the "
        "government has rejected."
    )
    assert ("deny", "carrying out a wave of arrests") in acts_of(text)


def test_what_is_called_for_by_a_letter_is_demanded() -> None:
    text = (
        "Twelve embassies, among them those of Peru and Chile, called in a joint statement for the "
        "release of all political prisoners."
    )
    assert acts_of(text) == [("demand", "the release of all political prisoners")]
