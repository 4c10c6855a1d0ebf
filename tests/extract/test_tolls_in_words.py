from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.figures.tolls_in_words import tolls_in


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("All staff of the embassy in Lima are safe after the fire.", 0, "All staff of the embassy in Lima are safe"),
        ("No casualties were reported in Salto.", 0, "No casualties"),
        ("Nobody in the silo was hurt, the mayor said.", 0, "Nobody in the silo was hurt"),
        ("A 34-year-old clerk died in the fire.", 1, "A 34-year-old clerk died"),
        ("Shells destroyed four houses and killed a shepherd.", 1, "killed a shepherd"),
        ("A soldier was killed near Salto.", 1, "A soldier was killed"),
        ("Ana Lim was hurt and another man was killed in Salto.", 1, "another man was killed"),
    ],
)  # fmt: skip
def test_tolls_without_a_number(nlp: Language, text: str, number: int, words: str) -> None:
    [toll] = tolls_in(nlp(text)[:])
    assert (toll.number, toll.words.text) == (number, words)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry hopes that all staff will be safe.",
        "It was not clear whether everyone was safe.",
        "A plan died in the senate.",
        "Nine people were killed.",
        "They want to keep all passengers safe.",
        "Nobody else was hurt in the blast.",
        "No other casualties were reported in Salto.",
    ],
)
def test_what_is_hoped_or_no_person_is_no_toll(nlp: Language, text: str) -> None:
    assert list(tolls_in(nlp(text)[:])) == []


def test_nobody_who_knows_how_many_died_is_no_toll(nlp: Language) -> None:
    [sentence] = nlp("Nobody here knows how many people died.").sents
    assert [*tolls_in(sentence)] == []


@pytest.mark.parametrize(
    ("text", "number", "who"),
    [
        ("A mother and her child were killed in Salto.", 2, "mother and child"),
        ("A man, a woman and a child were killed in Salto.", 3, "man, woman and child"),
        ("A clerk and two guards were killed in Salto.", 1, "clerk"),
    ],
)
def test_each_who_died_is_counted(nlp: Language, text: str, number: int, who: str) -> None:
    [toll] = tolls_in(nlp(text)[:])
    assert (toll.number, toll.who) == (number, who)
