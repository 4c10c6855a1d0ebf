"""The country of places, persons and bodies whose own words tell none, by the places about them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from histor.extract.names.affiliations import countries_in
from histor.extract.places.gazetteer import gazetteer
from histor.extract.places.lying_in import KINDS, OWNS, WITHIN
from histor.records import Document, Entity, Span

__all__ = ["with_countries"]

#: names of what several countries lie in
_WIDE = re.compile(r"\b(?:states|countries|nations|gulf|sea|ocean|coast|border)\b", re.I)
#: words that tell that a name is a small place's
_SMALL = re.compile(rf"\b(?:{KINDS})\b", re.I)
#: names of a list before one: "the villages of | Ao, Bo and"
_LISTED = re.compile(r"(?:[A-Z]\w+(?:\s[A-Z]\w+)?(?:,\s(?:and\s)?|\sand\s))+\Z")
#: characters about a name that are looked at
_NEAR = 40
_BEFORE = 3
#: names on each side that may stand so near
_NAMES_NEAR = 4
#: places of a page, and the share of one country among them, by which its small places are there
_LEAST, _SHARE = 3, 0.8
#: inhabitants of a capital that is hardly meant as anything else
_LARGE = 500_000

#: where a place is named, and its country
_Located = tuple[int, int, str]


def with_countries(document: Document, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities, those of unknown country with what the places about them tell.

    "The governor of Salto" is of the country Salto is in; a village that no gazetteer has is in the
    country of the place it is said to lie in, of the adjective before it, or, where nearly all
    places of the page are in one country, in that. Where words tell two countries, none is told.
    """
    located = sorted(
        (m.start, m.end, e.country)
        for e in entities
        if e.kind == "place" and e.country is not None
        for m in e.mentions
    )
    placed = Counter(
        e.country for e in entities for _ in e.mentions if e.place is not None and e.country
    )
    found = tuple(_with_place(document, e, located, placed) for e in entities)
    known: dict[str, set[str]] = {}
    for entity in found:
        if entity.country and entity.kind in {"place", "organization"}:
            for name in entity.names:
                known.setdefault(name.text.casefold(), set()).add(entity.country)
    return tuple(
        msgspec.structs.replace(entity, country=_of(entity, known))
        if entity.country is None and entity.kind in {"person", "organization"}
        else entity
        for entity in found
    )


def _with_place(
    document: Document, entity: Entity, located: Sequence[_Located], placed: Counter[str]
) -> Entity:
    if entity.kind != "place" or entity.country is not None or entity.place is not None:
        return entity
    if _WIDE.search(entity.name):
        return entity
    told = Counter(c for m in entity.mentions for c in _about(document.text, m, located))
    if not told and any(_is_small(document.text, m) for m in entity.mentions):
        total = placed.total()
        told.update(c for c, n in placed.items() if total >= _LEAST and n >= _SHARE * total)
    if len(told) != 1:
        return entity
    return msgspec.structs.replace(entity, country=next(iter(told)))


def _about(text: str, mention: Span, located: Sequence[_Located]) -> list[str]:
    """Return the countries of what a place is said to lie in, else of the adjective before it."""
    inside: list[str] = []
    at = bisect_left(located, (mention.start,))
    following = located[at : at + _NAMES_NEAR]
    for start, _, country in following:
        if start > mention.end and start <= mention.end + _NEAR:
            inside += [country] if WITHIN.fullmatch(text[mention.end : start]) else []
    for _, end, country in located[max(0, at - _NAMES_NEAR) : at]:
        if mention.start - _NEAR <= end < mention.start and OWNS.fullmatch(
            text[end : mention.start]
        ):
            inside.append(country)
    if inside:
        return inside
    words = text[max(0, mention.start - _NEAR) : mention.start].rsplit(".", 1)[-1].split()
    return countries_in(" ".join(words[-_BEFORE:]))


def _is_small(text: str, mention: Span) -> bool:
    before = _LISTED.sub("", text[max(0, mention.start - 2 * _NEAR) : mention.start])
    before = before[-_NEAR // 2 :]
    return bool(_SMALL.search(before + " " + text[mention.end : mention.end + _NEAR // 4]))


def _of(entity: Entity, known: Mapping[str, set[str]]) -> str | None:
    """Return the country of what a person is of, or of the place that a body's name has in it."""
    of = [r.of for r in entity.roles if r.of]
    texts = of if entity.kind == "person" else [entity.name]
    found = {c for text in texts for name in _names_in(text, known) for c in known[name]}
    if not found and entity.kind == "organization":
        return _of_capital(entity.name)
    return next(iter(found)) if len(found) == 1 else None


def _of_capital(name: str) -> str | None:
    """Return the country of the large capital that begins a body's name: "Oslo University"."""
    first, _, rest = name.partition(" ")
    best = next(iter(gazetteer().named(first)), None) if rest else None
    capital = best is not None and best.feature == "PPLC" and best.population >= _LARGE
    return best.country if best is not None and capital else None


def _names_in(text: str, known: Mapping[str, set[str]]) -> list[str]:
    """Return the known names that a text has in whole words, the longest first."""
    words = re.findall(r"\w[\w.'’-]*", text.casefold())
    words = [w.removesuffix("'s").removesuffix("’s") for w in words]
    found: list[str] = []
    taken: set[int] = set()
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            place = range(start, start + length)
            name = " ".join(words[start : start + length])
            if name in known and taken.isdisjoint(place):
                found.append(name)
                taken.update(place)
    return found
