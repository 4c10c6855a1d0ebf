"""Text that ends anywhere, or whose words stand in any order, is read without a fault."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from spacy.language import Language

from histor.annotate import load
from histor.extract import extract
from histor.extract.figures.numbers import amounts
from tests.extract.hand_made import page_of

_PAGES = Path(__file__).parents[2] / "examples" / "pages"
_WORDS = [
    word
    for path in sorted(_PAGES.glob("*.txt"))
    for word in path.read_text(encoding="utf-8", errors="replace").split()
]


@pytest.fixture(scope="module")
def reader() -> Language:
    return load()


def read(reader: Language, text: str) -> None:
    assert extract(page_of(text, "2021-05-04"), reader(text)).document.text == text


@pytest.mark.parametrize("seed", range(120))
def test_words_in_any_order_are_read(reader: Language, seed: int) -> None:
    chance = random.Random(seed)
    first = chance.randrange(len(_WORDS) - 60)
    words = _WORDS[first : first + chance.randrange(4, 60)]
    if seed % 2:
        chance.shuffle(words)
    read(reader, " ".join(words).rstrip("."))


@pytest.mark.parametrize(
    "text",
    [
        "Two dead, nine hurt as police clash with crowds in Lima",
        "Ana Velik, director of the",
        "You gave a 100% to",
        "They were visiting",
        "A raid on Lima police",
    ],
)
def test_what_ends_at_once_is_read(reader: Language, text: str) -> None:
    read(reader, text)


def test_a_range_that_ends_at_once_is_its_first_number() -> None:
    assert [a.low for a in amounts(["between", "5", "and"])] == [5]
