"""Lines under a headline that tell by whom, where and when: "Harbour Post · 3 March 2021 · 4 min".

Beside the day they hold names and a few small words, and no sentence.
"""

from __future__ import annotations

import re

__all__ = ["is_date_line", "is_when_line"]

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
    "page issue no local time updated published posted modified last first created date "
    "de del da di la le el al bin ibn van von der".split()
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
    return len(words) <= _MOST_WORDS and all(w[0].isupper() or w.lower() in small for w in words)


def is_when_line(line: str) -> bool:
    """Say whether a line tells nothing but when a page was put up, without a date.

    >>> is_when_line("Updated 3 hours ago"), is_when_line("Posted Sunday"), is_when_line("Sunday")
    (True, True, False)
    """
    if len(line) > _LONGEST or _SENTENCE.search(line):
        return False
    words = {w.lower() for w in _WORD.findall(_NUMBER.sub(" ", line))}
    return bool(words & _TELLING) and bool(words & _TIMES) and words <= _TIMES | _SMALL
