"""What was typed, read as a query: words, phrases, beginnings, and fields to narrow by.

There is no syntax error. What is not a field with a value histor understands is a word to look for.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

import msgspec

__all__ = ["FIELDS", "Query", "any_word", "parse", "words_of"]

#: what a query may be narrowed by
FIELDS = ("source", "actor", "place", "after", "before")
_TERM = re.compile(rf'(?:({"|".join(FIELDS)}):)?(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_WORD = re.compile(r"\w+")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
#: terms that FTS5 joins; a longer query is a pasted text, whose first words tell enough
_MOST_TERMS = 60
_MOST_CHARACTERS = 1_000


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What to look for."""

    #: FTS5 expression of what must stand in title, outlet or text; none if nothing must
    match: str | None = None
    #: names, one of which the outlet or a speaker must bear, for each entry
    sources: tuple[str, ...] = ()
    #: names that the doer of an event on the page must bear
    actors: tuple[str, ...] = ()
    #: names of places the page must name
    places: tuple[str, ...] = ()
    #: ISO day: the page is dated to it or later
    after: str | None = None
    #: ISO day: the page is dated before it
    before: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is looked for."""
        return self == Query()


def parse(typed: str) -> Query:
    """Read what was typed.

    Words in double quotes are a phrase, ``word*`` is a beginning, ``field:value`` and
    ``field:"two words"`` narrow by one of :data:`FIELDS`; nothing else is syntax. Dates are
    ``2021``, ``2021-03`` or ``2021-03-12``.
    """
    terms: list[str] = []
    names: dict[str, list[str]] = {"source": [], "actor": [], "place": []}
    days: dict[str, str] = {}
    for field, phrase, word in _TERM.findall(typed.encode("utf-8", "replace").decode()):
        name, value = field.lower(), phrase or word
        if name in names and _has_word(value):
            names[name].append(value)
        elif name in ("after", "before") and (day := _first_day(value)) is not None:
            days[name] = _closer(name, day, days.get(name))
        elif len(terms) < _MOST_TERMS:
            terms += _term(f"{field}:{value}" if field else value, beginning=word.endswith("*"))
    return Query(
        match=" ".join(terms) or None,
        sources=tuple(names["source"]),
        actors=tuple(names["actor"]),
        places=tuple(names["place"]),
        **days,
    )


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence, each once and as an FTS5 expression."""
    words = _WORD.findall(sentence.encode("utf-8", "replace").decode().casefold())
    return [f'"{word}"' for word in list(dict.fromkeys(words))[:_MOST_TERMS]]


def any_word(sentence: str) -> str | None:
    """Return the FTS5 expression for pages with any word of a sentence; none if it has none."""
    return " OR ".join(words_of(sentence)) or None


def _term(value: str, *, beginning: bool) -> list[str]:
    term = value.replace('"', "").replace("\0", " ")[:_MOST_CHARACTERS]
    return [f'"{term}"' + ("*" if beginning else "")] if _has_word(term) else []


def _has_word(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _first_day(value: str) -> str | None:
    """Return the first day of a year, month or day; none if the value is no date."""
    found = _DAY.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    if not (1 <= month <= 12 and year >= 1 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day).isoformat()


def _closer(name: str, day: str, other: str | None) -> str:
    """Return the narrower of two bounds on one side."""
    if other is None:
        return day
    return max(day, other) if name == "after" else min(day, other)
