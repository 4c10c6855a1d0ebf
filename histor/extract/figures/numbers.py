"""Numbers as news writes them, with the bounds that their wording leaves.

``more than 100`` is 100 or above; ``nearly 100`` a little below; ``dozens`` two dozen or more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from histor.clean.printed_dates import MONTHS

__all__ = ["Amount", "amounts"]

_UNITS = {
    word: float(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10.0 * n
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALES |= {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "dozen": 12.0}
#: vague plurals: at least two of them
_PLURALS = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6}
_PLURALS |= {"billions": 2e9}
#: digits are bounded: hundreds of them are no number, and more than a float holds
_DIGITS = re.compile(r"(\d{1,3}(?:[,  ]\d{3}){1,8}|\d{1,24})(\.\d+)?(k|m|bn|mn)?\Z", re.I)
_ABOVE = (
    ("at", "least"), ("more", "than"), ("over",), ("above",), ("no", "fewer", "than"),
    ("no", "less", "than"), ("not", "less", "than"), ("upwards", "of"), ("exceeding",),
    ("in", "excess", "of"), ("a", "minimum", "of"), ("topped",), ("exceeded",), ("surpassed",),
    ("topping",), ("exceeds",), ("tops",),
)  # fmt: skip
_BELOW = (
    ("up", "to"), ("as", "many", "as"), ("fewer", "than"), ("less", "than"), ("under",),
    ("below",), ("at", "most"), ("a", "maximum", "of"), ("no", "more", "than"),
)  # fmt: skip
#: verbs that "up" goes with, not "up to"
_UP_TO = ("up", "to")
_GONE = frozenset("go goes gone went moved crept shot jumped rose risen climbed".split())
_NEARLY = (("nearly",), ("almost",), ("close", "to"), ("just", "under"))
_ABOUT = (
    ("about",), ("around",), ("some",), ("roughly",), ("approximately",), ("an", "estimated"),
    ("estimated",), ("circa",),
)  # fmt: skip
_SIGNS = frozenset(["$", "£", "€", "¥", "us$", "a$", "c$"])
#: behind "m" they make it a million: "1.5 m euros"
_CURRENCIES = frozenset("euro euros dollar dollars pound pounds yen yuan francs rubles".split())
_WHOLES = (["dozen"], ["hundred"], ["thousand"], ["million"], ["billion"])
#: thousands that a comma and a blank stand before, as flattened pages have them
_PARTED = [",", "000"]
#: the digits before a blank that marks thousands, those behind it, and what no number stands after
_FIRST, _NEXT = re.compile(r"[1-9]\d{0,2}\Z"), re.compile(r"\d{3}\Z")
_NUMBERED = MONTHS.keys() | frozenset(
    "figure fig table page chapter article section resolution number no day phase level unit "
    "route flight room class grade".split()
)
#: from where on nothing is counted in hundreds
_MOST = 1e12
#: how far from its number an uncertain amount may be
_SLACK = 0.1


@dataclass(frozen=True, slots=True)
class Amount:
    """Words ``[start, end)`` that give a number, wording included, and its bounds."""

    start: int
    end: int
    #: where the number itself begins, the wording before it left out
    number: int
    low: float | None
    high: float | None


def amounts(words: Sequence[str]) -> list[Amount]:
    """Return the numbers among words, in order; none overlaps another."""
    lower = [w.lower() for w in words]
    found: list[Amount] = []
    i = 0
    while i < len(lower):
        read = _number(lower, i) if _may_begin(lower[i]) else None
        if read is None:
            i += 1
            continue
        low, high, end = read
        share = lower[end : end + 1]
        if share in (["percent"], ["%"]) and lower[end + 1 : end + 2] in (["to"], ["and"]):
            # "40 percent to 70 percent", "between 40 percent and 70 percent"
            second = _number(lower, end + 2)
            between = i > 0 and lower[i - 1] == "between"
            ranged = between or lower[end + 1] == "to"
            if ranged and second is not None and lower[second[2] : second[2] + 1] == share:
                found.append(Amount(i - between, second[2], i, low, second[0]))
                i = second[2]
                continue
        if end + 1 < len(lower) and lower[end] in {"to", "-", "–", "and", "or"}:
            second = _number(lower, end + 1)
            between = i > 0 and lower[i - 1] == "between"
            joined = lower[end] in {"to", "-", "–", "or"} or between
            if second is not None and joined and low is not None and (second[0] or 0) > low:
                start = i - 1 if between else i
                found.append(Amount(start, second[2], i, low, second[0]))
                i = second[2]
                continue
        found.append(_worded(lower, i, end, low, high))
        i = end
    return found


def _worded(words: list[str], start: int, end: int, low: float, high: float | None) -> Amount:
    sign = start > 0 and words[start - 1] in _SIGNS  # "nearly $40 million"
    first = start - 1 if sign else start
    for table, bounds in (
        (_ABOVE, (low, None)),
        (_NEARLY, (round(low * (1 - _SLACK), 6), low)),
        (_BELOW, (None, low)),
        (_ABOUT, (round(low * (1 - _SLACK), 6), round(low * (1 + _SLACK), 6))),
    ):
        for phrase in table:
            if tuple(words[max(0, first - len(phrase)) : first]) == phrase:
                before = first - len(phrase) - 1
                if phrase == _UP_TO and before >= 0 and words[before] in _GONE:
                    break  # "has gone up to 21": it is 21
                return Amount(first - len(phrase), end, start, *bounds)
    if tuple(words[end : end + 2]) in {("or", "more"), ("or", "so")}:
        return Amount(
            start,
            end + 2,
            start,
            low,
            None if words[end + 1] == "more" else round(low * (1 + _SLACK), 6),
        )
    return Amount(start, end, start, low, high)


def _number(words: list[str], at: int) -> tuple[float, float | None, int] | None:
    """Return low, high and the end of the number that begins at a word; none if none does."""
    if at >= len(words):
        return None  # "a 100% to"
    word = words[at]
    if word in {"tens", "hundreds"} and words[at + 1 : at + 2] == ["of"]:
        scale = {"tens": 20.0, "hundreds": 200.0}[word]
        following = words[at + 2 : at + 3]
        if following and following[0] in {"thousands", "millions"}:
            return scale * _SCALES[following[0][:-1]], None, at + 3
    if word in {"several", "few"} and words[at + 1 : at + 2] in _WHOLES:
        return 2 * _SCALES[words[at + 1]], None, at + 2  # "several thousand", "a few dozen"
    if word in _PLURALS:
        return _PLURALS[word], None, at + 1
    if word == "half" and tuple(words[at + 1 : at + 3]) in {("a", "million"), ("a", "billion")}:
        scale = _SCALES[words[at + 2]] / 2
        return scale, scale, at + 3
    if word in {"a", "an"} and words[at + 1 : at + 2] in _WHOLES:
        scale = _SCALES[words[at + 1]]
        return scale, scale, at + 2
    return _exact(words, at) if _begins(word) else None


#: words that begin a number with those behind them: "a hundred", "tens of thousands"
_OPENING = frozenset(["tens", "hundreds", "several", "few", "half", "a", "an"])


@lru_cache(20_000)
def _may_begin(word: str) -> bool:
    return word in _OPENING or word in _PLURALS or _begins(word)


@lru_cache(20_000)
def _begins(word: str) -> bool:
    """Say whether a number can begin with a word."""
    tied = "-" in word and all(w in _TENS or w in _UNITS for w in word.split("-"))
    return tied or word in _UNITS or word in _TENS or _DIGITS.match(word) is not None


def _exact(words: list[str], at: int) -> tuple[float, float, int] | None:
    total, part, i = 0.0, 0.0, at
    read = False
    while i < len(words):
        word = words[i]
        digits = _DIGITS.match(word)
        if digits and not read:
            part = float(re.sub(r"[^\d]", "", digits[1]) + (digits[2] or ""))
            part *= _SCALES[digits[3].lower()] if digits[3] else 1.0
            while words[i + 1 : i + 3] == _PARTED and len(word) <= 3:  # "30, 000"
                part, i = part * 1e3, i + 2
            for group in _spaced(words, i):  # "2 376"
                part, i = part * 1e3 + float(group), i + 1
        elif word in _UNITS or word in _TENS:
            if read and part % 10 == 0 and part % 100 >= 20 and word in _UNITS:
                part += _UNITS[word]
            elif not read or part >= 100 or part == 0:
                part += _UNITS.get(word, _TENS.get(word, 0.0))
            else:
                break
        elif read and word == "m." and at > 0 and words[at - 1] in _SIGNS and i == at + 1:
            total, part = total + part * _SCALES["m"], 0.0  # "came to $300m."
        elif word in _SCALES and read and (word not in {"k", "m"} or _is_of_sum(words, at, i)):
            if _SCALES[word] == 100:
                if part >= _MOST:  # "hundred" without end
                    break
                part *= 100
            else:
                total += part * _SCALES[word]
                part = 0.0
        elif "-" in word and not read and all(w in _TENS or w in _UNITS for w in word.split("-")):
            part = sum(_TENS.get(w, _UNITS.get(w, 0.0)) for w in word.split("-"))
        elif not (word in {"-", "and"} and read and _goes_on(words, i, part)):
            break
        read = True
        i += 1
    return (total + part, total + part, i) if read else None


def _spaced(words: list[str], at: int) -> list[str]:
    """Return the groups of three digits that a blank parts from a number: "12 450 tents".

    They count something, and "on May 3 200 tents" tells a day first.
    """
    if not _FIRST.match(words[at]) or (at > 0 and words[at - 1].rstrip(".") in _NUMBERED):
        return []
    end = at + 1
    while end < len(words) and _NEXT.match(words[end]):
        end += 1
    counts = end < len(words) and words[end].isalpha()
    return words[at + 1 : end] if counts else []


def _is_of_sum(words: list[str], number: int, letter: int) -> bool:
    """Say whether a letter behind a number stands for a million: "£1.3 m"; not for metres."""
    signed = number > 0 and words[number - 1] in _SIGNS
    named = not _CURRENCIES.isdisjoint(words[letter + 1 : letter + 2])
    return letter == number + 1 and (signed or named)


def _goes_on(words: list[str], at: int, part: float) -> bool:
    """Say whether "and" or a hyphen joins two words of one number ("two hundred and five")."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "-":
        return following in _UNITS and part % 10 == 0 and part >= 20
    return following in _UNITS | _TENS and part >= 100 and part % 100 == 0
