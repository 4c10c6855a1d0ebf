"""What the words inside a time expression mean: numbers, months, weekdays, units, parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

__all__ = ["READERS", "number"]

_MONTHS = {
    name: i
    for i, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_WEEKDAYS = {d: i for i, d in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NUMBERS = {w: i for i, w in enumerate(_ONES)} | {w: 10 * i for i, w in enumerate(_TENS, 2)}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_NTH = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.h]?(?P<minute>\d\d))?\s?(?:(?P<half>[ap])\.?m\b)?")
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_DAY_WORDS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "overnight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_OFTEN = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month",
    "quarterly": "quarter", "yearly": "year", "annually": "year",
}  # fmt: skip
_EARLIER = frozenset(
    ["earlier", "before", "prior", "previous", "preceding", "ago", "last", "ahead"]
)
#: feasts that are spelled in several ways
_FEASTS = tuple(
    (re.compile(spelled), feast)
    for spelled, feast in (
        (r"eid[- ]\w\w[- ]fitr", "eid al-fitr"),
        (r"eid[- ]\w\w[- ]a[dz]ha", "eid al-adha"),
        (r"rama?[dz]h?an", "ramadan"),
        (r"asho?ura", "ashura"),
        (r"arba'?een", "arbaeen"),
        (r"n[oae][uwv]?r[ou]+z", "nowruz"),
        (r"rosh hashanah?", "rosh hashanah"),
        (r"c?hanukkah", "hanukkah"),
    )
)
#: the months of the Muslim year by the letters they begin with
_HIJRI = tuple(
    re.compile(letters)
    for letters in (
        "muh", "saf", "rabi(?:al|ul)?(?:aw|i$)", "rabi", "juma.[ai](?:al|ul)?(?:aw|ul|i$)", "juma",
        "raj", "shaa?b", "ram", "shaw", "dhu(?:al|ul|l)?q", "dhu",
    )
)  # fmt: skip
_DIRECTIONS = {
    "last": "past",
    "past": "past",
    "previous": "past",
    "recent": "past",
    "next": "future",
    "coming": "future",
    "upcoming": "future",
    "future": "future",
    "this": "this",
    "current": "this",
}


def number(text: str) -> float | None:
    """Return the number that digits or words give; none if vague ("several", "two or three").

    >>> number("twenty-four"), number("two and a half"), number("a dozen"), number("several")
    (24.0, 2.5, 12.0, None)
    """
    words = re.sub(r"[-\s]+", " ", text.lower()).strip()
    words = re.sub(r"(?<=\d),(?=\d{3})", "", words)
    if re.fullmatch(r"\d{1,6}(?:\.\d{1,2})?", words):
        return float(words)
    if words.endswith(" 1/2"):
        whole = number(words[:-4])
        return None if whole is None else whole + 0.5
    if words.endswith(" and a half"):
        whole = number(words[:-11])
        return None if whole is None else whole + 0.5
    for name, times in (("dozen", 12), ("hundred", 100), ("thousand", 1000)):
        if words.endswith(f" {name}"):
            whole = number(words.removesuffix(f" {name}"))
            return None if whole is None else whole * times
    if words in {"half a", "half an", "a half", "an half"}:
        return 0.5
    if words in {"a", "an"}:
        return 1.0
    if words.endswith("couple") or words.endswith("couple of"):
        return 2.0
    parts = [_NUMBERS.get(word) for word in words.split()]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts) or not 1 <= len(known) <= 2:
        return None
    if len(known) == 2 and (known[0] < 20 or known[0] % 10 or not 0 < known[1] < 10):
        return None
    return float(sum(known))


def _day(text: str) -> int | None:
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    word = text.lower()
    if word.startswith("twenty-"):
        return 20 + (_day(word.removeprefix("twenty-")) or 0)
    return _ORDINALS.get(word) or _NUMBERS.get(word.removesuffix("th").removesuffix("e"))


def _decade(text: str) -> int:
    word = text.lower().lstrip("'’‘")
    if word in _DECADES:
        return 1900 + _DECADES[word]
    return int(word) if len(word) == 4 else 1900 + int(word)


def _century(text: str) -> int | None:
    named = _day(text)
    if text.lower() == "twenty-first":
        named = 21
    return None if named is None else 100 * (named - 1)


def _spelled_year(text: str) -> int | None:
    words = re.sub(r"[-\s]+(?:and\s)?", " ", text.lower())
    if words.startswith("two thousand"):
        rest = words.removeprefix("two thousand").strip()
        return 2000 + int(number(rest) or 0)
    first, _, rest = words.partition(" ")
    tens = number(rest)
    return None if tens is None else 100 * _NUMBERS[first] + int(tens)


def _short_year(text: str) -> int:
    """Read ’98: of the century that makes it nearest to the turn of the millennium."""
    value = int(text[-2:])
    return 1900 + value if value >= 50 else 2000 + value


def _part(text: str) -> str:
    words = text.lower()
    if re.search(r"\b(?:days|weeks)\Z", words):  # "the last ten days of"
        long = re.search(r"\b(?:\d\d|ten|twelve|fifteen|weeks)\b", words)
        late = re.match(r"(?:last|final|closing)\b", words)
        return ("late" if late else "early") if long else ("end" if late else "start")
    if re.search(r"\bhalf\b|\btwo\squarters\b", words):
        return "first_half" if re.search(r"\b(?:first|early)\b", words) else "second_half"
    if re.search(r"\b(?:end|close)\b", words):
        return "end"
    if re.search(r"\b(?:beginning|start)\b", words):
        return "start"
    if words in {"late", "later"} or re.search(r"\b(?:second|latter|later|last|final)\b", words):
        return "late"
    return "mid" if "mid" in words else "early"


def _unit(text: str) -> str:
    name = text.lower().removesuffix("s")
    return "century" if name.startswith("centur") else name


def _direction(text: str) -> str:
    return _DIRECTIONS[text.lower()]


def _clock(text: str) -> str | None:
    """Read a time of day as hours and minutes; none if it does not say which half of the day.

    >>> _clock("10 p.m."), _clock("7:15 am"), _clock("noon"), _clock("0735"), _clock("5 o'clock")
    ('22:00', '07:15', '12:00', '07:35', None)
    """
    words = text.lower()
    if words.startswith(("noon", "midnight")):
        return "12:00" if words.startswith("noon") else "00:00"
    match = _CLOCK.match(words)
    if match is None:
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    part = words.rpartition(" ")[2] if " in the " in words else None
    if half is None and part is None and match["minute"] is None:
        return None
    if half is not None or part is not None:
        if hour > 12 and (match["minute"] is None or hour > 23):  # "40am" is no hour
            return None
        hour = hour % 12 + 12 * (half == "p" or part in {"afternoon", "evening"})
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _nth(text: str) -> float:
    """Read "first" to "fourth", and "last" as -1."""
    return float(_NTH[text.lower()])


def _then(text: str) -> str:
    """Read the direction of what is counted from another date: "later", "the day before"."""
    words = text.lower().split()
    if words[-1] in {"that", "same"}:
        return "this"
    return "future" if _EARLIER.isdisjoint(words) else "past"


def _feast(text: str) -> str:
    """Read a feast's name in whatever spelling.

    >>> _feast("Eid ul-Azha"), _feast("Ramzan"), _feast("New Year’s Eve")
    ('eid al-adha', 'ramadan', "new year's eve")
    """
    name = re.sub(r"\s+", " ", text.lower().replace("’", "'"))
    return next((feast for spelled, feast in _FEASTS if spelled.fullmatch(name)), name)


def _hijri(text: str) -> int:
    """Read a month of the Muslim year as its number."""
    name = re.sub(r"[^a-z]", "", text.lower())
    return next(n for n, spelled in enumerate(_HIJRI, 1) if spelled.match(name))


#: named group of the grammar -> field of the normal form and how its words are read
READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "year": ("year", int),
    "to_year": ("to_year", int),
    "short_year": ("year", _short_year),
    "spelled_year": ("year", _spelled_year),
    "decade": ("year", _decade),
    "century": ("year", _century),
    "month": ("month", lambda t: int(t) if t.isdigit() else _MONTHS[t[:3].lower()]),
    "to_month": ("to_month", lambda t: _MONTHS[t[:3].lower()]),
    "day": ("day", _day),
    "to_day": ("to_day", _day),
    "weekday": ("weekday", lambda t: _WEEKDAYS[t[:3].lower()]),
    "season": ("season", lambda t: "autumn" if t.lower() == "fall" else t.lower()),
    "quarter": ("quarter", lambda t: int(t) if t.isdigit() else _ORDINALS.get(t.lower(), 4)),
    "holiday": ("holiday", _feast),
    "hijri": ("month", _hijri),
    "exact": ("exact", lambda _: True),
    "clock": ("clock", _clock),
    "nth": ("count", _nth),
    "nth_day": ("nth", _day),
    "daytime": ("daytime", str.lower),
    "night": ("daytime", str.lower),
    "unit": ("unit", _unit),
    "count": ("count", number),
    "twice": ("count", lambda t: -2.0 if t.lower().startswith("before") else 2.0),
    "one": ("count", lambda _: 1.0),
    "often": ("unit", lambda t: _OFTEN[t.lower()]),
    "word": ("count", lambda t: float(_DAY_WORDS[re.sub(r"\s+", " ", t.lower())])),
    "part": ("part", _part),
    "within": ("part", str.lower),
    "which": ("direction", _direction),
    "direction": ("direction", _direction),
    "then": ("direction", _then),
    "week": ("week", _direction),
    "to_weekday": ("to_day", lambda t: _WEEKDAYS[t[:3].lower()]),
}
