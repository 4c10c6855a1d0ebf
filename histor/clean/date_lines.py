"""Lines under a headline that tell by whom, where and when: "Harbour Post · 3 March 2021 · 4 min".

Beside the day they hold names and a few small words, and no sentence.
"""

from __future__ import annotations

import re

__all__ = ["has_own_piece", "is_date_line", "is_when_line"]

_LONGEST, _MOST_WORDS = 140, 14
_WORD = re.compile(r"[^\W\d_](?:[\w.'’&]|-(?=\w))*")
#: hours, counts and halves of the day
_NUMBER = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?::\d\d)?\b|\b[ap]\.?m\b\.?|\b(?:[A-Z]{2,4}T|UTC|GMT|ET|[A-Z]ST)\b|\d+",
)
#: words that such a line has beside names
_SMALL = frozenset(
    "a an and at by for from in of on our the to staff writer writers reporter reporters editor "
    "editors correspondent correspondents agency agencies service desk team bureau special "
    "read reads reading min mins minute minutes comment comments share shares view views edition "
    "page pages issue no local time updated update published posted modified last first created "
    "date download pdf kb mb print cite save listen audio auto-refresh refresh refreshed on off "
    "live de del da di la le el al bin ibn van von der".split()
)
#: a line with one of these belongs to a picture, a quotation or another story
_OTHERS = re.compile(
    r"\b(?:photos?|photograph|images?|pictures?|file|caption|credit|video|getty|map|"
    r"sources?(?=:)|read more|see also|related|next|previous|copyright|born|died)\b|©",
    re.I,
)
#: words of a line that tells how long ago a page was put up, and those of which it has one at least
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun today yesterday tonight ago just now hour hours hr hrs week weeks day days month "
    "months second seconds morning afternoon evening this about an".split()
)
#: and those of "Updated 3 hours ago" behind a date
_SINCE = frozenset("ago just now second seconds hour hours hr hrs day days week weeks".split())
_TELLING = frozenset("ago today yesterday posted published updated now".split())
#: what parts the pieces of a line, and words and characters of one that stands beside a date
_BARS = re.compile(r"\s*[|•·►▸]\s*|\s{3,}")
_FEW_WORDS, _PIECE = 4, 40
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*$")
_ABBREVIATED = re.compile(r"\b(?:[ap]\.m|[A-Z][a-z]{0,3})\.$")


def is_date_line(line: str, start: int, end: int) -> bool:
    """Say whether a line that has a date from ``start`` to ``end`` is made of names beside it."""
    if len(line) > _LONGEST or _OTHERS.search(line):
        return False
    beside = _NUMBER.sub(" ", f"{line[:start]} | {line[end:]}")
    if _SENTENCE.search(line) and not _ABBREVIATED.search(line) and end < len(line.rstrip(" .")):
        return False
    words = _WORD.findall(beside)
    small = _SMALL | _SINCE if "ago" in words else _SMALL
    if len(words) > _MOST_WORDS:
        return False
    return all(w[0].isupper() or w.lower() in small for w in words) or has_own_piece(
        line, start, end
    )


def has_own_piece(line: str, start: int, end: int) -> bool:
    """Say whether a date is a piece of its own between bars, and the others are buttons.

    >>> has_own_piece("3 March 2021 | Turn alerts off", 0, 12)
    True
    """
    before, after = _BARS.split(line[:start]), _BARS.split(line[end:])
    # the weekday before the day, the hour behind it
    beside = _NUMBER.sub(" ", f"{before[-1]} {after[0]}")
    if any(w.lower() not in _TIMES | _SMALL for w in _WORD.findall(beside)):
        return False
    pieces = [p for p in (*before[:-1], *after[1:]) if p]
    return bool(pieces) and all(map(_is_button, pieces))


def _is_button(piece: str) -> bool:
    """Say whether a piece of a line is a few words, and counts nothing but minutes to read."""
    words = {w.lower() for w in _WORD.findall(_NUMBER.sub(" ", piece))}
    counts = any(c.isdigit() for c in piece) and not words <= _SMALL
    return not counts and len(piece) <= _PIECE and len(piece.split()) <= _FEW_WORDS


def is_when_line(line: str) -> bool:
    """Say whether a line tells nothing but when a page was put up, without a date.

    >>> is_when_line("Updated 3 hours ago"), is_when_line("Posted Sunday"), is_when_line("Sunday")
    (True, True, False)
    """
    if len(line) > _LONGEST or _SENTENCE.search(line):
        return False
    words = {w.lower() for w in _WORD.findall(_NUMBER.sub(" ", line))}
    return bool(words & _TELLING) and bool(words & _TIMES) and words <= _TIMES | _SMALL
