"""Who bears which name in a case: what its pages say of each, and what they name beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from histor.link.names import name_key
from histor.link.same_name import name_node
from histor.records import Entity, EntityKind, Judgement

__all__ = ["CRITERION", "Bearer", "Company", "agree", "bearers", "plainly", "same", "skeleton"]

CRITERION = "histor.other_spelling.v1"
#: bearers whose company is kept
_KEPT = 64
#: people called by their surname on one page and in full on another who are surely one of them
_THIRDS = 2
#: letters and groups that transliterations take for one another
_SOUNDS = (
    ("sch", "s"), ("shch", "s"), ("tch", "c"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("sh", "s"),
    ("ch", "c"), ("ts", "c"), ("tz", "c"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("q", "k"),
    ("x", "ks"), ("dj", "j"), ("dzh", "j"), ("y", "i"), ("w", "v"), ("z", "s"), ("c", "s"),
    ("g", "h"), ("j", "h"),
)  # fmt: skip
_VOWELS = re.compile(r"(?<=.)[aeiou']+")
#: what French writes for "w" and "u", and a breath that may be left out: "Ouedraogo", "Abdullah"
_SPELT = (
    (re.compile(r"\bou(?=[aeiou])"), "w"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"(?<=[aeiou])h\b"), ""),
)
_TWICE = re.compile(r"(.)\1+")


_T = TypeVar("_T")
_NONE: frozenset[Any] = frozenset()
#: members up to which equal sets are held once
_SMALL = 4


@dataclass(slots=True, eq=False)
class Bearer:
    """What the case's pages say of one name."""

    node: str
    kind: EntityKind
    key: str
    names: tuple[str, ...] = ()
    countries: Set[str] = _NONE
    located: bool = False
    #: heads of the titles it is given, in lower case
    titles: Set[str] = _NONE
    pages: Set[str] = _NONE
    #: GeoNames' ids of the places it means
    ids: Set[int] = _NONE


def bearers(entities: Iterable[Entity]) -> list[Bearer]:
    """Return the names of the case; a person of one word is a bearer of its own on each page."""
    found: dict[str, Bearer] = {}
    held: dict[Set[Any], Set[Any]] = {}

    def more(own: Set[_T], new: Iterable[_T]) -> Set[_T]:
        """Return a set and what is new: small sets, of which many are equal, are held once."""
        added = {x for x in new if x not in own}
        if not added:
            return own
        if isinstance(own, set):
            own |= added
            return own
        both = own | added
        return set(both) if len(both) > _SMALL else held.setdefault(both, both)

    for entity in entities:
        key = name_key(entity.name)
        if not key:
            continue
        bare = entity.kind == "person" and " " not in key
        node = entity.id if bare else name_node(entity.kind, key)
        bearer = found.setdefault(node, Bearer(node, entity.kind, key))
        if entity.name not in bearer.names:
            bearer.names += (entity.name,)
        bearer.countries = more(bearer.countries, [entity.country] if entity.country else ())
        bearer.located |= entity.place is not None
        titles = (r.title.split()[-1].lower() for r in entity.roles if r.title)
        bearer.titles = more(bearer.titles, titles)
        bearer.pages = more(bearer.pages, (m.document for m in entity.mentions))
        ids = [entity.place.geonames_id] if entity.place is not None else ()
        bearer.ids = more(bearer.ids, ids)
    return [found[node] for node in sorted(found)]


class Company:
    """The nodes of the names on each page that a name of one word can be told by."""

    def __init__(self, bearers: Sequence[Bearer]) -> None:
        self._on: dict[str, list[str]] = defaultdict(list)
        #: who is named on a page, by surname: in full, or by that alone
        self._surnames_on: dict[str, set[str]] = defaultdict(set)
        for bearer in bearers:
            if bearer.kind == "person":
                for page in bearer.pages:
                    self._surnames_on[page].add(bearer.key.rpartition(" ")[2])
            if bearer.kind != "person" or " " in bearer.key:
                for page in bearer.pages:
                    self._on[page].append(bearer.node)
        self._people = frozenset(b.node for b in bearers if b.kind == "person" and " " in b.key)
        # a name that many pages have is held against many others in a row
        self._of = lru_cache(_KEPT)(self._read)

    def shared(self, one: Bearer, other: Bearer) -> bool:
        """Say whether pages of two names share one, or name some third in common."""
        if not one.pages.isdisjoint(other.pages):
            return True
        theirs = self._of(other)
        both = {one.node, other.node}
        return any(
            n in theirs and n not in both for page in one.pages for n in self._on.get(page, ())
        )

    def third_person(self, one: Bearer, other: Bearer) -> bool:
        """Say whether pages of two names name some third person in common, or two by surname."""
        both = self._of(one) & self._of(other) & self._people
        if not both <= {one.node, other.node}:
            return True
        own = {*one.key.split(), *other.key.split()}
        return len((self._surnames(one) & self._surnames(other)) - own) >= _THIRDS

    def _surnames(self, bearer: Bearer) -> set[str]:
        return {name for page in bearer.pages for name in self._surnames_on.get(page, ())}

    def _read(self, bearer: Bearer) -> frozenset[str]:
        return frozenset(n for page in bearer.pages for n in self._on.get(page, ()))


def agree(one: Bearer, other: Bearer) -> bool:
    """Say whether no country speaks against two names meaning one bearer."""
    return not (one.countries and other.countries) or bool(one.countries & other.countries)


def skeleton(word: str) -> str:
    """Return a word's consonants, those alike that transliterations take for one another.

    >>> skeleton("hryhorenko") == skeleton("grigorenko"), skeleton("lezcano") == skeleton("lescano")
    (True, True)
    """
    text = plainly(word)
    for group, sound in _SOUNDS:
        text = text.replace(group, sound)
    return _TWICE.sub(r"\1", _VOWELS.sub("", text))


def in_throat(word: str) -> str:
    """Return a word's consonants where its "q" is the sound that others write "gh".

    >>> in_throat("qalibaf") == skeleton("ghalibaf"), skeleton("qalibaf") == skeleton("kalibaf")
    (True, True)
    """
    return skeleton(word.replace("q", "gh"))


def plainly(word: str) -> str:
    """Return a word with one spelling where two languages write one sound in two ways.

    >>> plainly("ouedraogo"), plainly("moussa"), plainly("abdullah")
    ('wedraogo', 'mussa', 'abdulla')
    """
    for pattern, sound in _SPELT:
        word = pattern.sub(sound, word)
    return word


def same(one: Bearer, other: Bearer, why: str) -> Judgement:
    """Return that two names mean one bearer, because they are or do what ``why`` says."""
    names = sorted((min(one.names), min(other.names)))
    left, right = sorted((one.node, other.node))
    return Judgement(
        left=left,
        right=right,
        verdict="same",
        by=CRITERION,
        score=0.9,
        reasons=(f"“{names[0]}” and “{names[1]}” {why}.",),
    )
