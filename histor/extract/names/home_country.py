"""The country that a page is about, where its places and peoples leave no doubt of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from histor.records import Document, Entity

__all__ = ["countries_told", "home_of", "with_home"]

#: mentions of the country a page is about, their share among all, and that of the next country
_LEAST, _SHARE, _NEXT = 4, 0.55, 0.25
#: offices of a state, which need no "of": every state has one
_OFFICES = re.compile(
    r"(?:(?:\A|\s)(?:vice[- ]?)?president|minister|premier|attorney general|chief justice|"
    r"(?:army|police|opposition|defen[cs]e|military|air force|navy) (?:chief|leader|spokes\w+)|"
    r"inspector general(?: of police)?|chief of staff|first lady)\Z",
    re.I,
)
#: words of which the names of a state's bodies are made, where nothing else stands in them
_STATE_WORDS = frozenset(
    "ministry interior home foreign affairs defence defense health finance justice education "
    "information agriculture energy transport emergency emergencies irrigation water commission "
    "electoral election elections central independent national constitutional supreme high court "
    "appeal army armed forces military navy air force police federal gendarmerie guard coast "
    "republican presidential parliament senate assembly congress treasury prosecutor's prosecutor "
    "general office state security civil defender public ombudsman bank border service prison "
    "statistics of the for and".split()
)
_HEADS = frozenset(
    "ministry commission court army forces military navy force police gendarmerie guard parliament "
    "senate assembly treasury bank service office".split()
)
#: of these, words that alone name bodies of many states, too
_OF_MANY = frozenset(["commission", "bank", "service", "forces", "court", "guard", "office"])


def countries_told(entities: Iterable[Entity]) -> Counter[str]:
    """Return how often a page names places and peoples of each country, by its ISO code."""
    told = (e for e in entities if e.country and e.kind in {"place", "group"})
    return Counter(e.country for e in told for _ in e.mentions if e.country)


def home_of(entities: Iterable[Entity]) -> str | None:
    """Return the ISO code of the country of most of a page's places and peoples; none of two."""
    told = countries_told(entities)
    best = told.most_common(2)
    if not best or best[0][1] < max(_LEAST, _SHARE * told.total()):
        return None
    return best[0][0] if len(best) == 1 or best[1][1] <= _NEXT * told.total() else None


def with_home(document: Document, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities, ministers and ministries of no told country with the page's own.

    Whoever is named beside a place or people of another country may be of that one.
    """
    home = home_of(entities)
    if home is None:
        return tuple(entities)
    entities = [_of_the_state(e, home) for e in entities]
    starts = [start for start, _ in document.sentences]
    foreign = {
        bisect_right(starts, m.start)
        for e in entities
        if e.country not in {None, home}
        for m in e.mentions
    }
    return tuple(
        msgspec.structs.replace(entity, country=home)
        if entity.country is None
        and _is_of_a_state(entity)
        and bisect_right(starts, entity.mentions[0].start) not in foreign
        else entity
        for entity in entities
    )


def _of_the_state(entity: Entity, home: str) -> Entity:
    """Return a body or person of Georgia with the country of the state on a page about that."""
    if home != "US" or entity.country != "GE" or entity.kind not in {"organization", "person"}:
        return entity
    return msgspec.structs.replace(entity, country=home)


def _is_of_a_state(entity: Entity) -> bool:
    """Say whether somebody holds an office that every state has, or a body is one of a state's."""
    if not entity.mentions:
        return False
    if entity.kind == "person":
        return any(r.of is None and _OFFICES.search(r.title) for r in entity.roles)
    words = entity.name.casefold().replace("’", "'").split()
    if (len(words) == 1 and words[0] in _OF_MANY) or words == ["general", "assembly"]:
        return False  # the European Commission, the General Assembly of the UN
    return (
        entity.kind == "organization"
        and all(w in _STATE_WORDS for w in words)
        and any(w in _HEADS for w in words)
    )
