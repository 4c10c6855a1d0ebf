"""The media that the lines around a story credit: "With inputs from AFP", "Source: TASS".

Such a line is no part of the story, and stands among what was taken out of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from histor.records import Document, PageWords, Removed

__all__ = ["credited_in_lines"]

#: characters of a line that credits
_LONGEST = 220
_LEAD = re.compile(
    r"(?:\A|[.;,(]|\band\b)\W{0,5}(?:"
    r"(?:additional )?reporting (?:by|from)"
    r"|with (?:additional )?(?:inputs?|reporting|files?|material|information|contributions?)"
    r" (?:from|by)"
    r"|sources?|via|courtesy(?: of)?"
    r"|(?:(?:this|the) (?:article|story|report|piece|interview|post) )?(?:was |has been )?"
    r"(?:(?:first|originally|previously) )*(?:published|appeared|posted|released) (?:by|on|in|at)"
    r"|(?:(?:this|the) (?:article|story|report|piece) )?(?:was |is )?"
    r"(?:produced|provided|supplied|distributed|syndicated) by"
    r")\b\s*:?\s*(?P<names>[^.;()\n]+)",
    re.I,
)
_BY = re.compile(r"\W*(?:by|from) (?P<names>[^.;()\n]+)", re.I)
_CONTRIBUTED = re.compile(r"\W*(?P<names>[^.;()\n]+?) (?:staff )?contributed\b", re.I)
_ALONE = re.compile(r"[(\[]\s*(?P<names>[^()\[\]\n]{2,40}?)\s*[)\]]\W*")
_NAME_ALONE = re.compile(r"(?P<names>.+)")
_SOURCE = re.compile(r"\W*sources?\s*:", re.I)
#: who owns the words: "© 2024 AFP", "Copyright 2024 The Associated Press"
_OWNED = re.compile(r"(?:©|\(c\)|\bcopyright)\W{0,3}(?:\d{4}\W{0,3})(?P<names>[^.;()\n]+)", re.I)
#: what stands with the day above a story: "May 9, 2025 / 11:47 AM EDT / AP"
_WITH_DAY = re.compile(
    r"[^\n\d]{0,20}(?:\d{1,2}\D{1,12})?\d{4}\b[^\n]{0,40}\s[/|•·]\s(?P<names>[^\n/|•·\d]{2,40})\W*"
)
_AND = re.compile(r"\s*(?:[,/&|]|\band\b|\bvia\b)\s*", re.I)
_AROUND = re.compile(
    r"\A(?:the|by|from|in|on|at)\s+|\s+(?:in|at|on|staff|agenc(?:y|ies))\b.*\Z", re.I
)


def credited_in_lines(
    document: Document, is_media: Callable[[str], bool]
) -> Iterator[tuple[str, PageWords]]:
    """Yield the media that a page's lines beside its story credit, and the words that name them.

    Args:
        document: the page.
        is_media: whether a name is that of a newspaper, an agency or the like.
    """
    signed = False
    for piece in document.removed:
        length = len(piece.text)
        if piece.start is None or piece.end != piece.start + length or length > _LONGEST:
            continue
        if piece.reason == "byline":
            found = [*_LEAD.finditer(piece.text)]
            found += [m for p in (_CONTRIBUTED, _ALONE) if (m := p.match(piece.text))]
            if not signed and (by := _BY.match(piece.text)):  # a later one signs another story
                found.append(by)
            signed = signed or bool(found)
            found += _OWNED.finditer(piece.text)
        elif piece.reason == "caption" and _SOURCE.match(piece.text):
            found = [*_LEAD.finditer(piece.text)]
        elif piece.reason == "legal":
            found = [*_OWNED.finditer(piece.text)]
        elif piece.reason == "caption":  # with more words it is a picture's
            found = [m] if (m := _OWNED.fullmatch(piece.text)) else []
        elif piece.reason in ("other", "date"):
            found = [m for p in (_WITH_DAY, _BY) if not signed and (m := p.fullmatch(piece.text))]
        elif piece.reason == "masthead" or piece.text in document.byline:
            found = [m] if (m := _NAME_ALONE.fullmatch(piece.text)) else []
        else:
            continue
        for match in found:
            yield from _named(piece, match, is_media)


def _named(
    piece: Removed, match: re.Match[str], is_media: Callable[[str], bool]
) -> Iterator[tuple[str, PageWords]]:
    start = match.start("names")
    for words in _AND.split(match["names"]):
        name = _AROUND.sub("", _AROUND.sub("", words.strip()))
        if not name or not is_media(name):
            continue
        at = piece.text.find(name, start)
        if piece.start is not None and at >= 0:
            first = piece.start + at
            yield name, PageWords(start=first, end=first + len(name), text=name)
