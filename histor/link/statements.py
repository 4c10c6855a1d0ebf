"""What a statement says: its words, numbers and names, and whether it denies.

Two tellings of one statement keep its numbers and names, whatever becomes of its words; one that
gives another number or town, denies, or has the parties change sides is another statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from histor.extract.figures.numbers import Amount, amounts
from histor.link.accounts import lemmas_of, sense_of
from histor.link.vectors import STEM

__all__ = ["Statement", "at_odds", "read_statement"]

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’-][^\W\d_]+)*|[%$£€]")
_SMALL = frozenset(
    "the and its for his her their our your was were are been has have had that this these those "
    "with from who which will would shall should could can may might than then there they them "
    "him she you not but into onto out about over under after before more most also all any some "
    "said says saying told".split()
)
_NEGATIONS = frozenset("not never no nobody none neither nor without cannot".split())
#: letters by which the groups of like words know a word; letters of words that say something
_SENSE, _FEWEST = 5, 3
#: share by which one number may be off another: "about 40", "nearly 40"
_NEAR = 0.15
#: share of words with a capital from which capitals tell no names
_TITLED = 0.6


@dataclass(frozen=True, slots=True)
class Statement:
    """What a statement says."""

    #: words as their stems or the group of like words, and numbers, each once, and how they stand
    words: Mapping[str, str]
    #: each number, in the middle of what it can be
    numbers: tuple[float, ...]
    #: words that are names, in their order
    names: tuple[str, ...]
    #: the first letters of names that stand side by side, and those names
    initials: Mapping[str, tuple[str, ...]]
    denies: bool
    #: whether the order of its names can tell nothing: "by", "and"
    turned: bool


@lru_cache(maxsize=10_000)
def read_statement(text: str) -> Statement:
    """Read a statement.

    >>> read_statement("At least three of the Lowmark dockers were not shelled").numbers
    (3.0,)
    """
    tokens = _TOKEN.findall(text)
    lower = [t.lower() for t in tokens]
    found = amounts(tokens)
    counted = {n for amount in found for n in range(amount.start, amount.end)}
    numbers = [_middle(amount) for amount in found]
    rest = [n for n in range(len(tokens)) if n not in counted and tokens[n][0].isalpha()]
    denying = {n for n in rest if lower[n] in _NEGATIONS or lower[n].endswith(("n't", "n’t"))}
    words = {_word(lower[n]): lower[n] for n in rest if _long(tokens[n]) and n not in denying}
    named = _named(tokens, lower, rest)
    return Statement(
        words={f"# {n:g}": f"{n:g}" for n in numbers} | words,
        numbers=tuple(numbers),
        names=tuple(dict.fromkeys(_word(lower[n]) for n in named)),
        initials=dict(_initials(lower, named)),
        denies=bool(denying),
        turned="by" in lower or "and" in lower,
    )


def _middle(amount: Amount) -> float:
    ends = [end for end in (amount.low, amount.high) if end is not None]
    return sum(ends) / len(ends)


def _long(token: str) -> bool:
    return len(token) >= _FEWEST or (len(token) > 1 and token.isupper())


@lru_cache(maxsize=50_000)
def _word(word: str) -> str:
    """Return the group of like words that a word is of, else the stem of its base form."""
    word = word.removesuffix("'s").removesuffix("’s")
    bases = lemmas_of(word)
    groups = (sense_of(form[:_SENSE]) for form in (word, *bases))
    return next((g for g in groups if g.startswith("=")), bases[0][:STEM])


def _named(tokens: Sequence[str], lower: Sequence[str], rest: Sequence[int]) -> list[int]:
    """Return which words are names; the first has its capital from its place, all in a heading."""
    saying = [n for n in rest if _long(tokens[n]) and lower[n] not in _SMALL]
    capitals = [n for n in saying if tokens[n][0].isupper()]
    if len(capitals) >= _TITLED * len(saying):
        return []
    return [n for n in capitals if n > 0 or tokens[n].isupper()]


def _initials(lower: Sequence[str], named: Sequence[int]) -> Iterator[tuple[str, tuple[str, ...]]]:
    run: list[int] = []
    for n in [*named, len(lower) + 1]:
        if run and n != run[-1] + 1:
            if len(run) > 1:
                yield "".join(lower[m][0] for m in run), tuple(_word(lower[m]) for m in run)
            run = []
        run.append(n)


def at_odds(one: Statement, other: Statement) -> bool:
    """Say whether two statements cannot be one, however alike their words.

    >>> one, other = map(read_statement, ("the raid killed 40 men", "the raid killed 14 men"))
    >>> at_odds(one, other)
    True
    """
    if one.denies != other.denies:
        return True
    if _lacks(one.numbers, other.numbers) and _lacks(other.numbers, one.numbers):
        return True
    if _names_more(one, other) and _names_more(other, one):
        return True
    if one.turned or other.turned:
        return False
    both = {*one.names, *other.names}
    order = [[w for w in x.words if w in both] for x in (one, other)]
    return [n for n in order[0] if n in order[1]] != [n for n in order[1] if n in order[0]]


def _lacks(numbers: Sequence[float], others: Sequence[float]) -> bool:
    """Say whether one of some numbers is none of others, nor near one."""
    return any(not any(abs(n - o) <= _NEAR * min(abs(n), abs(o)) for o in others) for n in numbers)


def _names_more(one: Statement, other: Statement) -> bool:
    """Say whether a statement names what another does not, by its name or its initials."""
    short = {n for run, names in one.initials.items() if run in other.names for n in names}
    known = {*other.words, *other.names, *other.initials, *short}
    return any(name not in known for name in one.names)
