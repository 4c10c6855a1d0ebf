"""Authors who are named below a headline without "by": "Dr Ana Lind, Senior Fellow"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from histor.clean.metadata import dates_page, find_byline

__all__ = ["find_authors"]

#: lines below a headline among which they stand, and characters of one
_BELOW, _LONGEST = 4, 110
_NAME = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]*(?:\s+(?:(?:de|da|di|van|von|der|bin|al|el)\s+)?[A-ZÀ-Þ][\w.’'-]*){1,3}"
)
_TITLE = re.compile(r"(?:Dr|Prof|Professor)\.?\s+")
#: what authors of analyses are
_ROLE = re.compile(
    r"\b(?:fellow|analyst|researcher|columnist|director|professor|lecturer|writer|correspondent|"
    r"reporter|editor|journalist|contributor|bureau chief|editorial board|economist|historian)\b",
    re.I,
)
_JOIN = re.compile(r"\s*,?\s+(?:and|&)\s+|\s*;\s*")
#: "(earlier)" and the like, behind a name of a live page
_ASIDE = re.compile(r"\s*\([^)]*\)")
#: how the lines below a story tell of its author
_TOLD = re.compile(r"\s+(?:is|was|writes|covers|reports|works|teaches)\b")
#: what is written like a name and is none: outlets, sections, rooms
_NO_NAME = re.compile(
    r"\b(?:news|times|post|desk|staff|team|institute|university|centre|center|ministry|council|asia|"
    r"africa|europe|america|middle east|east|west|north|south|policy|world|politics|opinion|press|"
    r"agency|daily|journal|media|studies|security|commentary|analysis|report|live|video|photos?)\b",
    re.I,
)


def find_authors(
    texts: Sequence[str], headline: int, below: Sequence[str]
) -> tuple[tuple[str, ...], int] | None:
    """Return the authors named right below a headline, and the index of their line.

    They have a title or an office behind their name, are two and stand beside the page's date, or
    are told of below the story.

    Args:
        texts: the page's lines down to its first paragraph.
        headline: the index of the headline.
        below: the other lines.
    """
    for i in range(headline + 1, min(headline + 1 + _BELOW, len(texts))):
        line = texts[i]
        if not line or len(line) > _LONGEST or any(c.isdigit() for c in line):
            continue
        if line.endswith((".", "!", "?", ":")) or find_byline([line]) is not None:
            continue
        dated = any(t and dates_page(t) for t in (*texts[i - 1 : i], *texts[i + 1 : i + 2]))
        names, sure = _names(line)
        told = any(t.startswith(n) and _TOLD.match(t, len(n)) for n in names for t in below)
        if names and (sure or told or (dated and len(names) > 1)):
            return names, i
    return None


def _names(line: str) -> tuple[tuple[str, ...], bool]:
    """Return the names of a line made of names, titles, offices and places; whether one is sure."""
    found: list[str] = []
    sure = False
    for part in _JOIN.split(_ASIDE.sub("", line.strip())):
        name, _, rest = part.strip(" ,|").partition(",")
        bare = _TITLE.sub("", name.strip())
        if not _NAME.fullmatch(bare) or _NO_NAME.search(bare):
            return (), False
        role = bool(rest) and _ROLE.search(rest) is not None
        # a place behind a name, as in a line of two reporters
        if rest and not role and not all(w[:1].isupper() for w in rest.split()):
            return (), False
        sure = sure or role or bare != name.strip()
        found.append(bare)
    return tuple(found), sure
