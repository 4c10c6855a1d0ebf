"""In what a place is said to lie, by the words between two names.

"The village of Ao in Oromia", "Cairo's suburb of Ao", "the Ao district of Homs". A name right
behind a comma says so less surely: it may be the next of a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

__all__ = ["KINDS", "OWNS", "WITHIN", "Container", "container_of"]

#: parts of towns, and what else a small place is called
_PARTS = (
    "district|area|quarter|suburb|neighbou?rhood|square|street|road|ward|camp|market|airport|bridge"
)
KINDS = rf"{_PARTS}|villages?|town|city|province|region|county|hills?|valley|river|island|islands"
_WHERE = r"(?:(?:the|central|downtown|(?:north|south|east|west)\w*)\s){0,2}"
#: what may stand between a place and the one it lies in: "the Alto district of | Lima"
WITHIN = re.compile(
    rf"(?:['’]s)?(?:\s(?:{KINDS}))?(?:,|\s(?:of|in|on)|\s\()\s{_WHERE}(?:(?:{KINDS})\sof\s)?"
)
#: what may stand between a place and one in it: "Lima's main | Plaza"
OWNS = re.compile(r"(?:['’]s?)\s(?:\w+\s){0,2}")
_SURELY = re.compile(
    rf"(?:\s(?:{KINDS}))?,?\sin\s{_WHERE}(?:(?:{KINDS}|zone|state|governorate|department)\sof\s)?|"
    rf"\s(?:{KINDS}),\s{_WHERE}(?:(?:{KINDS})\sof\s)?|,?\son\sthe\sisland\sof\s"
)
#: "the Ao district of | Homs", "the Punjab district of | Attock": the larger holds the other
_EITHER = re.compile(rf"\s(?:{KINDS})\sof\s{_WHERE}")
#: what stands by another is near it
_BY = re.compile(
    r"(?:\s(?:camp|base|airport|crossing|checkpoint|mine|station))?,?\s(?:just\s)?(?:outside|near)\s"
)
_CALLED = re.compile(rf"['’]s?\s(?:[\w-]+\s){{0,2}}(?:{KINDS})\sof\s")
_OWNED = re.compile(r"['’]s?\s(?:(?:main|central|old|capital|port|border|\w+ern)\s){0,2}")
_KIND_BEHIND = re.compile(rf"\s(?:{KINDS}|zone)\b")
_KIND_BEFORE = re.compile(rf"\b(?:{KINDS}|hamlet|settlement|outpost)\s(?:of\s)?\Z")
_PART_BEHIND = re.compile(rf"\s(?:{_PARTS})\b")
_PART_BEFORE = re.compile(rf"\b(?:{_PARTS})\s(?:of\s)?\Z")
#: a district about a town stands where the town does
_COUNTY = re.compile(r"\s(?:district|county|municipality|zone|raion|subdistrict|department)\b")
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Container:
    """What a name is said to lie in."""

    #: the number of its span
    span: int
    #: whether the words call the name a village, a district or the like
    small: bool
    #: whether they call it a part of a town, or of the district about one
    part: bool


def container_of(
    text: str, spans: Sequence[tuple[int, int]], n: int, size: Callable[[str], int]
) -> Container | None:
    """Return in which other span's place a span's place surely lies; none where nothing says so.

    Args:
        text: the text.
        spans: the places that it names, in its order.
        n: the number of the span.
        size: how many live in what a name may mean.
    """
    start, end = spans[n]
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    small = bool(_KIND_BEFORE.search(before) or _KIND_BEHIND.match(behind))
    part = bool(_PART_BEFORE.search(before) or _PART_BEHIND.match(behind))
    if n + 1 < len(spans) and _SURELY.fullmatch(text, end, max(end, spans[n + 1][0])):
        whole = n + 1
        owned = max(spans[whole][1], spans[n + 2][0]) if n + 2 < len(spans) else len(text)
        if _OWNED.fullmatch(text, spans[whole][1], owned) and size(text[slice(*spans[n + 2])]):
            whole = n + 2  # "in Peru's Ao district"
        return Container(whole, small, part or bool(_COUNTY.match(text, spans[whole][1])))
    if small and n + 1 < len(spans) and _BY.fullmatch(text, end, max(end, spans[n + 1][0])):
        return Container(n + 1, small, part)
    either = n + 1 < len(spans) and _EITHER.fullmatch(text, end, max(end, spans[n + 1][0]))
    if either and size(text[start:end]) <= size(text[slice(*spans[n + 1])]):
        return Container(n + 1, small, part)
    if n > 0 and spans[n - 1][1] < start:
        low = spans[n - 1][1]
        larger = size(text[slice(*spans[n - 1])]) > size(text[start:end])
        if _CALLED.fullmatch(text, low, start) or (larger and _EITHER.fullmatch(text, low, start)):
            return Container(n - 1, small, part)
        if _KIND_BEHIND.match(behind) and _OWNED.fullmatch(text, low, start):
            return Container(n - 1, small, part)
    return None
