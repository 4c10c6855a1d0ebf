"""EDTF dates as words a reader takes in at once, with their uncertainty kept."""

from __future__ import annotations

import re

from histor.records import Date

__all__ = ["basis_words", "date_words", "edtf_words"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_MARKS = {"~": "about ", "?": "possibly ", "%": "possibly about ", "": ""}


def edtf_words(edtf: str) -> str:
    """Return an EDTF text (level 1 subset) in words; a text of another form is returned as is."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(edtf)
    if first == last == "..":
        return "no day told"
    if last == "..":
        return f"since {_one(first)}"
    if first == "..":
        return f"until {_one(last)}"
    if first.endswith("~") and last.endswith("~"):
        return f"about {_one(first[:-1])} to {_one(last[:-1])}"
    return f"{_one(first)} to {_one(last)}"


def _one(text: str) -> str:
    body, mark = (text[:-1], text[-1]) if text[-1:] in {"~", "?", "%"} else (text, "")
    match = re.fullmatch(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?", body)
    if not match:
        return text
    year, month, day = match.groups()
    if year.endswith("XX"):
        words = f"{year[:2]}00s"
    elif year.endswith("X"):
        words = f"{year[:3]}0s"
    elif month is None or month == "XX":
        words = year
    elif month in _SEASONS:
        words = f"{_SEASONS[month]} {year}"
    elif 1 <= int(month) <= 12:
        words = f"{_MONTHS[int(month) - 1]} {year}"
        if day and day != "XX":
            words = f"{int(day)} {words}"
    else:
        return text
    return _MARKS[mark] + words


def date_words(date: Date) -> str:
    """Return a date in words."""
    return edtf_words(date.edtf)


def basis_words(date: Date) -> str:
    """Say what a date rests on, so that no resolved date passes for a stated one."""
    if date.basis == "stated":
        return "stated"
    if date.basis == "resolved" and len(date.evidence) > 1:
        return f"counted from “{date.evidence[1].text}”"
    if date.basis == "resolved":
        if date.anchor and "/" in date.anchor:
            return f"resolved against {edtf_words(date.anchor)}, when the page was judged written"
        against = (
            f" against {edtf_words(date.anchor)}, the day the page gives" if date.anchor else ""
        )
        return f"resolved{against}"
    return "taken from another page" if date.basis == "linked" else "as printed on the page"
