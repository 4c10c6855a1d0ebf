"""Words to the encoder's input: pieces, word shapes, and where each word begins."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tokenizers import Tokenizer

__all__ = ["MAX_PIECES", "MAX_PIECES_A_WORD", "Encoded", "encode_words", "shape_of"]

#: pieces of one word that are read; the rest of a runaway word tells nothing more
MAX_PIECES_A_WORD = 6
#: pieces that the encoder has positions for
MAX_PIECES = 512
#: characters of one word that are looked at
_MAX_CHARACTERS = 100
#: another writing of it, which no verb has
_FIRST_NAME = "Saeed"
#: words before it among which one has no capital
_AROUND = 6
_CLS, _SEP, _UNKNOWN = 101, 102, 100
_LOWER, _TITLE, _UPPER, _MIXED, _DIGIT, _PUNCT, _INITIAL = range(7)


@dataclass(frozen=True, slots=True)
class Encoded:
    """A window as the encoder takes it; all lists are indices, ``first`` one a word."""

    pieces: list[int]
    shapes: list[int]
    first: list[int]


@lru_cache(maxsize=50_000)
def shape_of(word: str) -> int:
    """Return the shape id, 0 to 6, that gives an uncased encoder back the word's capitals."""
    word = word[:_MAX_CHARACTERS]
    if word.islower():
        return _LOWER
    if word[:1].isdigit():
        return _DIGIT
    if not any(c.isalnum() for c in word):
        return _PUNCT
    if len(word) == 1:
        return _INITIAL if word.isupper() else _LOWER
    if word.isupper():
        return _UPPER
    if word[0].isupper():
        return _TITLE if word[1:].islower() else _MIXED
    return _MIXED if any(c.isupper() for c in word) else _LOWER


@lru_cache(maxsize=50_000)
def _ids(tokenizer: Tokenizer, word: str) -> list[int]:
    """Return a word's pieces; news repeats its words, and asking anew takes longer than reading."""
    found: list[int] = tokenizer.encode(word[:_MAX_CHARACTERS], add_special_tokens=False).ids
    return found or [_UNKNOWN]


def _first_names(words: Sequence[str], starts: Collection[int]) -> Iterator[int]:
    """Yield where "Said" is a first name, which an uncased encoder cannot tell from the verb.

    In a heading whose words all have capitals it is the verb.
    """
    for i in range(1, len(words) - 1):
        if words[i] == "Said" and words[i + 1].istitle() and i not in starts:
            before, around = words[i - 1], (*words[max(0, i - _AROUND) : i], *words[i + 2 : i + 4])
            if (before == "," or before[:1].isalpha()) and any(w.islower() for w in around):
                yield i


def encode_words(
    tokenizer: Tokenizer, words: Sequence[str], shapes: Sequence[int], breaks: Sequence[int]
) -> Encoded:
    """Encode one window.

    A paragraph break, given as the index of the word after it, becomes a separator piece.
    """
    starts = set(breaks)
    ids = [_ids(tokenizer, w) for w in words]
    for i in _first_names(words, starts):
        ids[i] = _ids(tokenizer, _FIRST_NAME)
    room = MAX_PIECES - 2 - len(breaks)
    limit = MAX_PIECES_A_WORD
    if sum(map(len, ids)) > room:  # a window of runaway words is read by the heads of its words
        limits = range(MAX_PIECES_A_WORD, 1, -1)
        limit = next((n for n in limits if sum(min(n, len(i)) for i in ids) <= room), 1)
    pieces, kinds, first = [_CLS], [0], []
    for index, word in enumerate(ids):
        if index in starts:
            pieces.append(_SEP)
            kinds.append(0)
        first.append(len(pieces))
        own = word[:limit]
        pieces += own
        kinds += [shapes[index]] * len(own)
    pieces.append(_SEP)
    kinds.append(0)
    return Encoded(pieces, kinds, first)
