"""How the accounts of a dispute are worded."""

import pytest

from histor.assess.ledger import short, within_sentence
from histor.assess.words import telling_words
from tests.assess.test_one_page import judged

_LONG = (
    "Speaking to reporters in the capital late at night, as he had on each of the days before, the "
    "adviser said the goal was to reach the river, and added that villagers had been warned by text."
)


def test_a_long_account_shows_the_words_that_are_meant() -> None:
    words = short(_LONG, telling_words("no villager was warned"))
    assert words.startswith("…") and words.endswith("villagers had been warned by text.")
    assert short(_LONG).startswith("Speaking to reporters") and len(short(_LONG)) <= 160


def test_a_short_account_is_shown_in_full() -> None:
    assert short("Villagers were warned.", frozenset(["villag"])) == "Villagers were warned."


def test_a_denial_shows_what_it_answers_and_its_own_verb() -> None:
    text = (
        "The envoy was recalled after a Norwegian soldier lost a leg to a mine that Norway alleged "
        "had been laid by Swedish troops. Sweden dismissed the accusation as baseless."
    )
    [dispute] = [d for d in judged(text).disputes if d.why == "denial"]
    says = [account.says for account in dispute.accounts]
    assert any(s.startswith("a Norwegian soldier lost a leg to a mine that Norway") for s in says)
    assert "dismissed the accusation as baseless" in says


@pytest.mark.parametrize(
    ("name", "inside"),
    [("His critics", "his critics"), ("The army", "the army"), ("Ana Ruiz", "Ana Ruiz")],
)
def test_a_source_stands_within_a_sentence_without_its_capital(name: str, inside: str) -> None:
    assert within_sentence(name) == inside
