"""Is every part of a sentence that histor writes carried by the words it cites?

The summaries are put together from the record's own parts, so that a part without its words is a
fault of the program: the sentence is withheld and counted, never shown (SPICED and FActScore ask
the same of generated text part by part: Wright et al. 2022, Min et al. 2023).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from histor.extract.figures.numbers import amounts

__all__ = ["Held", "held", "unsupported"]

_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?:-\d\d)*(?:/[\d.-]+)?")
_NAME = re.compile(r"(?<![.:“] )(?<!\A)\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
#: quotes within quotes are told in other marks than the page's
_MARKS = str.maketrans("", "", "“”„«»‘’\"'")
_WORD = re.compile(r"[\w.,-]+")


class Held(NamedTuple):
    """Texts that can carry a part of a sentence, made ready to be looked through many times."""

    #: their words, plain
    texts: tuple[str, ...]
    #: the numbers they tell
    numbers: frozenset[float]


def held(texts: Iterable[str]) -> Held:
    """Make texts ready for :func:`unsupported`."""
    plain = tuple(map(_plain, texts))
    return Held(plain, frozenset(n for text in plain for n in _numbers(text)))


def unsupported(
    sentence: str, evidence: Iterable[str], known: Held | None = None
) -> tuple[str, ...]:
    """Return the parts of a sentence that nothing carries, in its order; none if all are carried.

    Parts are what stands in quotation marks, numbers, and names.

    Args:
        sentence: what histor is about to say.
        evidence: the cited words of the pages, and what else the record holds for this sentence.
        known: what it holds for every sentence: the names.
    """
    own, known = held(evidence), known or held(())
    texts = (*own.texts, *known.texts)
    numbers = own.numbers | known.numbers
    missing = []
    rest = sentence
    for quoted in _quotations(sentence):
        rest = rest.replace(f"“{quoted}”", "“”", 1)
        pieces = [_plain(p) for p in quoted.split("…") if p.strip()]
        if not all(any(piece in text for text in texts) for piece in pieces):
            missing.append(quoted)
    for match in _NUMBER.finditer(rest):
        said = match[0].rstrip(".,")
        if not any(said.casefold() in text for text in texts) and _value(said) not in numbers:
            missing.append(said)
    for match in _NAME.finditer(rest):
        if not any(_plain(match[0]) in text for text in texts):
            missing.append(match[0])
    return tuple(missing)


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text.translate(_MARKS)).strip().casefold()


def _quotations(sentence: str) -> Iterator[str]:
    """Yield what stands between outermost quotation marks."""
    depth, start = 0, 0
    for i, character in enumerate(sentence):
        if character == "“":
            depth += 1
            start = i + 1 if depth == 1 else start
        elif character == "”" and depth:
            depth -= 1
            if depth == 0:
                yield sentence[start:i]


def _numbers(text: str) -> Iterator[float]:
    for amount in amounts(_WORD.findall(text)):
        yield from (x for x in (amount.low, amount.high) if x is not None)


def _value(number: str) -> float | None:
    try:
        return float(number.replace(",", ""))
    except ValueError:  # a date
        return None
