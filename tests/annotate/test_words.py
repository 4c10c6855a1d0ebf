from __future__ import annotations

import pytest
from spacy.vocab import Vocab
from tokenizers import Tokenizer

from histor.annotate.encoder import MODEL
from histor.annotate.tokens import BoundedTokenizer, closed
from histor.annotate.words import MAX_PIECES, encode_words, shape_of


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(MODEL / "tokenizer.json"))


def test_capitals_tell_words_apart() -> None:
    words = ["may", "May", "MAY", "McGee", "1917", "?!", "U"]
    assert [shape_of(w) for w in words] == list(range(7))


@pytest.mark.parametrize("word", ["", "\u202e", "😀", "مرحبا", "ß" * 5000])
def test_any_word_has_a_shape(word: str) -> None:
    assert shape_of(word) in range(8)


def test_each_word_begins_at_its_first_piece(tokenizer: Tokenizer) -> None:
    encoded = encode_words(tokenizer, ["Truce", "unbelievableness", "\x00", "."], [1, 0, 5, 5], [3])
    assert len(encoded.first) == 4
    assert len(encoded.pieces) == len(encoded.shapes)
    assert encoded.pieces[encoded.first[3] - 1] == encoded.pieces[-1]  # the separators


def test_a_window_of_runaway_words_still_fits(tokenizer: Tokenizer) -> None:
    words = ["qxzjvkwpqxzjvkwpqxzj"] * 130
    encoded = encode_words(tokenizer, words, [0] * 130, list(range(1, 130)))
    assert len(encoded.pieces) <= MAX_PIECES
    assert len(encoded.first) == 130


def test_a_hyphen_behind_initials_cuts_a_word() -> None:
    words = [t.text for t in BoundedTokenizer(Vocab())("The U.S.-led force met U.N.-backed men.")]
    assert words == [
        "The", "U.S.", "-", "led", "force", "met", "U.N.", "-", "backed", "men", ".",
    ]  # fmt: skip


def test_an_agency_in_brackets_is_parted_from_the_first_word() -> None:
    words = [t.text for t in BoundedTokenizer(Vocab())("LIMA (ANP):Chief Ana Lim left.")]
    assert words[2:5] == ["ANP", "):", "Chief"]


def test_a_hyphen_that_may_be_left_out_cuts_no_word() -> None:
    words = [
        t.text for t in BoundedTokenizer(Vocab())('A "Cease-fire" was re-opened, as cease-fires.')
    ]
    assert "sit-ins" in [t.text for t in BoundedTokenizer(Vocab())("The sit-ins in Lima went on.")]
    assert words == ["A", '"', "Cease-fire", '"', "was", "re-opened", ",", "as", "cease-fires", "."]


@pytest.mark.parametrize(
    ("word", "read"),
    [("cease-fires", "ceasefires"), ("Co-operating", "Cooperating"), ("Lima-based", "Lima-based")],
)
def test_such_a_word_is_read_as_without_it(word: str, read: str) -> None:
    assert closed(word) == read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Captain Said Hassan told reporters .", True),
        ("The minister , Said Ali , left .", True),
        ("Minister Said Bridge Is Safe", False),
        ("“ The road is shut , ” Said Ruiz , who drove it .", False),
        ("The road is shut , said Ruiz .", False),
    ],
)
def test_a_first_name_is_no_verb_of_saying(tokenizer: Tokenizer, text: str, name: bool) -> None:
    words = text.split()
    at = next(i for i, word in enumerate(words) if word.lower() == "said")
    encoded = encode_words(tokenizer, words, [0] * len(words), [])
    verb = tokenizer.encode("said", add_special_tokens=False).ids[0]
    assert (encoded.pieces[encoded.first[at]] != verb) == name
