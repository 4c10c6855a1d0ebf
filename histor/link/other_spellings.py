"""Names that mean one bearer in other spellings: transliterations, misspellings, short forms.

"Hryhorenko" and "Grigorenko", "Nikos Papas" and "N. Papas", a surname alone, "OSCE" and its full
name. Names are compared within blocks of like consonants, so that the cost grows with the names
(blocking after Christen 2012); what kind, country, first name or office contradicts is never one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from histor.link.names import name_key
from histor.link.same_name import name_node
from histor.records import Entity, EntityKind, Judgement

__all__ = ["CRITERION", "judge_spellings"]

CRITERION = "histor.other_spelling.v1"
#: likeness of two surnames of one consonant skeleton, and of two names of bodies or places
_SURNAMES, _NAMES = 0.84, 0.95
#: letters of a name that may be misspelt, and by how many strokes
_LONG, _STROKES = 8, 2
_LEAST_ACRONYM = 3
#: bearers whose company is kept
_KEPT = 64
_SMALL_WORDS = frozenset(["of", "the", "and", "for", "in", "on", "to", "de", "del", "la", "al"])
_FIRMS = frozenset(
    "inc corp corporation co company ltd limited llc plc ag sa spa gmbh nv bv oy ab "
    "holdings".split()
)
#: letters and groups that transliterations take for one another
_SOUNDS = (
    ("sch", "s"), ("shch", "s"), ("tch", "c"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("sh", "s"),
    ("ch", "c"), ("ts", "c"), ("tz", "c"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("q", "k"),
    ("x", "ks"), ("dj", "j"), ("dzh", "j"), ("y", "i"), ("w", "v"), ("z", "s"), ("c", "s"),
    ("g", "h"), ("j", "h"),
)  # fmt: skip
_VOWELS = re.compile(r"(?<=.)[aeiou']+")
_TWICE = re.compile(r"(.)\1+")


@dataclass(slots=True)
class _Bearer:
    """What the case's pages say of one name."""

    node: str
    kind: EntityKind
    key: str
    names: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    located: bool = False
    pages: set[str] = field(default_factory=set)


def judge_spellings(entities: Iterable[Entity]) -> Iterator[Judgement]:
    """Yield that two names of all pages' entities mean one bearer, with reasons, in a fixed order.

    A surname alone, and a place misspelt, are looked for on pages that name another entity in
    common.
    """
    bearers = _bearers(entities)
    near = _Company(bearers)
    people = [b for b in bearers if b.kind == "person"]
    yield from _people(people, near)
    bodies = [b for b in bearers if b.kind == "organization"]
    yield from _introduced(entities, bodies)
    yield from _acronyms(bodies)
    yield from _companies(bodies)
    yield from _misspelt([b for b in bearers if b.kind in {"organization", "place"}], near)


def _bearers(entities: Iterable[Entity]) -> list[_Bearer]:
    """Return the names of the case; a person of one word is a bearer of its own on each page."""
    found: dict[str, _Bearer] = {}
    for entity in entities:
        key = name_key(entity.name)
        if not key:
            continue
        bare = entity.kind == "person" and " " not in key
        node = entity.id if bare else name_node(entity.kind, key)
        bearer = found.setdefault(node, _Bearer(node, entity.kind, key))
        bearer.names.add(entity.name)
        bearer.countries |= {entity.country} if entity.country else set()
        bearer.located |= entity.place is not None
        bearer.pages |= {m.document for m in entity.mentions}
    return [found[node] for node in sorted(found)]


class _Company:
    """The nodes of the names on each page that a name of one word can be told by."""

    def __init__(self, bearers: Sequence[_Bearer]) -> None:
        found: dict[str, set[str]] = defaultdict(set)
        for bearer in bearers:
            if bearer.kind != "person" or " " in bearer.key:
                for page in bearer.pages:
                    found[page].add(bearer.node)
        self._on = {page: frozenset(nodes) for page, nodes in found.items()}
        self._pages = {bearer.node: bearer.pages for bearer in bearers}
        # a name that many pages have is held against many others in a row
        self._of = lru_cache(_KEPT)(self._read)

    def shared(self, one: _Bearer, other: _Bearer) -> bool:
        """Say whether pages of two names share one, or name some third in common."""
        if not one.pages.isdisjoint(other.pages):
            return True
        theirs = self._of(other.node)
        both = {one.node, other.node}
        return any((self._on.get(page, frozenset()) & theirs) - both for page in one.pages)

    def _read(self, node: str) -> frozenset[str]:
        return frozenset(n for page in self._pages[node] for n in self._on.get(page, ()))


def _people(people: Sequence[_Bearer], near: _Company) -> Iterator[Judgement]:
    blocks: dict[str, list[_Bearer]] = defaultdict(list)
    for person in people:
        blocks[skeleton(person.key.split()[-1])].append(person)
    for _, block in sorted(blocks.items()):
        full = [b for b in block if " " in b.key]
        for n, one in enumerate(full):
            for other in full[n + 1 :]:
                if _one_person(one, other):
                    yield _same(one, other, "are spelt alike, and no page tells them apart")
        for bare in block:
            if " " in bare.key:
                continue
            fitting = [b for b in full if _surname_of(bare, b) and near.shared(bare, b)]
            groups = {b.key.split()[0] for b in fitting}
            if fitting and all(_like_first(a, b) for a in groups for b in groups):
                yield _same(bare, fitting[0], "share a surname that only one person there has")


def _one_person(one: _Bearer, other: _Bearer) -> bool:
    first, second = one.key.split(), other.key.split()
    if first[-1] == second[-1] and first[0] == second[0]:
        return _agree(one, other)
    alike = JaroWinkler.similarity(first[-1], second[-1]) >= _SURNAMES
    return alike and _like_first(first[0], second[0]) and _agree(one, other)


def _surname_of(bare: _Bearer, full: _Bearer) -> bool:
    surname = full.key.split()[-1]
    alike = surname == bare.key or JaroWinkler.similarity(surname, bare.key) >= _SURNAMES
    return alike and _agree(bare, full)


def _like_first(one: str, other: str) -> bool:
    """Say whether two first names can be one: equal, an initial of the other, or spelt alike."""
    if one[:1] == other[:1] and 1 in (len(one), len(other)):
        return True
    return one == other or (
        skeleton(one) == skeleton(other) and JaroWinkler.similarity(one, other) >= _SURNAMES
    )


def _agree(one: _Bearer, other: _Bearer) -> bool:
    return not (one.countries and other.countries) or bool(one.countries & other.countries)


def _introduced(entities: Iterable[Entity], bodies: Sequence[_Bearer]) -> Iterator[Judgement]:
    """Yield the bodies that a page names in full and by the short form another page has alone."""
    by_key = {b.key: b for b in bodies}
    full: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        if entity.kind == "organization":
            key = name_key(entity.name)
            for name in entity.names:
                short = name_key(name.text)
                if short != key and name.text.replace(".", "").isupper():
                    full[short].add(key)
    for short, keys in sorted(full.items()):
        if short in by_key and len(keys) == 1:
            [key] = keys
            if key in by_key and _agree(by_key[short], by_key[key]):
                yield _same(by_key[short], by_key[key], "are one body on a page that gives both")


def _companies(bodies: Sequence[_Bearer]) -> Iterator[Judgement]:
    """Yield the firms whose names differ by what kind of firm they are."""
    by_key: dict[str, list[_Bearer]] = defaultdict(list)
    for body in bodies:
        words = body.key.split()
        while len(words) > 1 and words[-1] in _FIRMS:
            words = words[:-1]
        by_key[" ".join(words)].append(body)
    for _, same in sorted(by_key.items()):
        for other in same[1:]:
            if _agree(same[0], other):
                yield _same(same[0], other, "differ by the kind of firm alone")


def _acronyms(bodies: Sequence[_Bearer]) -> Iterator[Judgement]:
    """Yield the bodies whose initials are another's name, where only one has them."""
    spelt: dict[str, list[_Bearer]] = defaultdict(list)
    for body in bodies:
        words = [w for w in body.key.split() if w not in _SMALL_WORDS]
        if len(words) >= _LEAST_ACRONYM:
            spelt["".join(w[0] for w in words)].append(body)
    for body in bodies:
        upper = any(n.replace(".", "").isupper() for n in body.names)
        full = spelt.get(body.key, [])
        if upper and len(full) == 1 and _agree(body, full[0]):
            yield _same(body, full[0], "are initials and the only name in the case that has them")


def _misspelt(names: Sequence[_Bearer], near: _Company) -> Iterator[Judgement]:
    blocks: dict[tuple[str, str], list[_Bearer]] = defaultdict(list)
    for name in names:
        if len(name.key) >= _LONG:
            sounds = skeleton(name.key.replace(" ", "").replace("ph", "p").replace("f", "p"))
            blocks[name.kind, sounds].append(name)
    for _, block in sorted(blocks.items()):
        for n, one in enumerate(block):
            for other in block[n + 1 :]:
                if not _strokes_apart(one.key, other.key) or not _agree(one, other):
                    continue
                if one.kind == "place" and one.located and other.located:
                    continue  # two places of the map
                if near.shared(one, other):
                    yield _same(one, other, "are spelt alike on pages that name the same others")


def _strokes_apart(one: str, other: str) -> bool:
    alike = JaroWinkler.similarity(one, other) >= _NAMES
    return alike and OSA.distance(one, other) <= _STROKES


def skeleton(word: str) -> str:
    """Return a word's consonants, those alike that transliterations take for one another.

    >>> skeleton("hryhorenko") == skeleton("grigorenko"), skeleton("lezcano") == skeleton("lescano")
    (True, True)
    """
    text = word
    for group, sound in _SOUNDS:
        text = text.replace(group, sound)
    return _TWICE.sub(r"\1", _VOWELS.sub("", text))


def _same(one: _Bearer, other: _Bearer, why: str) -> Judgement:
    names = sorted((Counter(one.names).most_common(1)[0][0], sorted(other.names)[0]))
    left, right = sorted((one.node, other.node))
    return Judgement(
        left=left,
        right=right,
        verdict="same",
        by=CRITERION,
        score=0.9,
        reasons=(f"“{names[0]}” and “{names[1]}” {why}.",),
    )
