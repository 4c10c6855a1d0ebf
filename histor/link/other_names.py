"""Names of bodies and places that mean one bearer: short forms, slips, names of one point."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA, JaroWinkler

from histor.extract.names.affiliations import countries_in
from histor.extract.names.name_kinds import names_ship
from histor.extract.places.gazetteer import gazetteer
from histor.link.bearers import Bearer, Company, agree, same, skeleton
from histor.link.names import name_key, without_article
from histor.records import Entity, Judgement

__all__ = ["judge_bodies", "judge_places"]

#: likeness of two names, letters of a name that may be misspelt, and by how many strokes
_NAMES, _LONG, _STROKES = 0.95, 8, 2
_LEAST_ACRONYM, _LONG_ACRONYM = 2, 4
#: words of a name that translations put in another order: "Relief Unit of the Tarn"
_WORDS_TURNED = 3
#: words before what a body is for, and words of its name before them
_WHAT_FOR, _LEAST_BEGUN = frozenset(["for", "against", "on"]), 2
#: letters that two forms of one long word share
_FORM = 8
_SMALL_WORDS = frozenset(["of", "the", "and", "for", "in", "on", "to", "de", "del", "la", "al"])
_FIRMS = frozenset(
    "inc corp corporation co company ltd limited llc plc ag sa spa gmbh nv bv oy ab "
    "holdings".split()
)
_COUNTRIES = {"us": "united states", "uk": "united kingdom", "un": "united nations"}
#: what bodies are, and are called for short with a capital
_CALLED_SO = frozenset(
    "front movement party union league alliance coalition council commission committee authority "
    "agency army guard guards brigade battalion corps federation association congress assembly "
    "organization organisation institute foundation centre center bloc mission court tribunal "
    "junta ministry bank fund group company".split()
)
#: of these, what a country has of its own
_STATE_S = "army"
#: how names of places begin, in short
_SHORT = {"mt": "mount", "ft": "fort", "st": "saint"}
#: what a place is, behind its name
_IS = frozenset(["market", "village", "neighbourhood", "neighborhood", "suburb", "quarter", "camp"])
#: whose camp it is
_CAMP = re.compile(r"\s(?:displacement|displaced|refugees?|idps?|migrants?|tent|relief)\Z")
#: a middle name's letter, that some pages leave out of a ship's name
_INITIAL = re.compile(r"\b[a-z]\s")
#: initials in which small letters stand for small words: "MoD"
_MIXED = re.compile(r"(?=.*[a-z])[A-Z](?:[a-z]{0,2}[A-Z]){1,4}")
#: what stands behind the name of a division, on some pages only
_KIND = re.compile(r"\s(?:Province|Region|Governorate|Oblast|Prefecture|District|County)\Z", re.I)


def judge_bodies(
    entities: Iterable[Entity], bodies: Sequence[Bearer], near: Company
) -> Iterator[Judgement]:
    """Yield that two names of bodies mean one: initials, firms, ships, short forms, slips."""
    yield from _introduced(entities, bodies)
    yield from _acronyms(bodies)
    yield from _companies(bodies)
    yield from _ships(bodies)
    yield from _by_last_word(bodies)
    yield from _without_what_for(bodies, near)
    yield from _written_out(bodies)
    yield from _misspelt(bodies, near)


def judge_places(places: Sequence[Bearer], near: Company) -> Iterator[Judgement]:
    """Yield that two names of places mean one: names of one point of the map, and slips."""
    yield from _one_place(places)
    yield from _abbreviated(places)
    yield from _with_what_it_is(places)
    yield from _misspelt(places, near)


def _introduced(entities: Iterable[Entity], bodies: Sequence[Bearer]) -> Iterator[Judgement]:
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
            # a country of the full name's own words is no other than that of long initials
            told = len(short.replace(" ", "")) > _LONG_ACRONYM
            if key in by_key and (told or agree(by_key[short], by_key[key])):
                yield same(by_key[short], by_key[key], "are one body on a page that gives both")


def _companies(bodies: Sequence[Bearer]) -> Iterator[Judgement]:
    """Yield the firms whose names differ by what kind of firm they are."""
    by_key: dict[str, list[Bearer]] = defaultdict(list)
    for body in bodies:
        words = body.key.split()
        while len(words) > 1 and words[-1] in _FIRMS:
            words = words[:-1]
        by_key[" ".join(words)].append(body)
    for _, alike in sorted(by_key.items()):
        for other in alike[1:]:
            if agree(alike[0], other):
                yield same(alike[0], other, "differ by the kind of firm alone")


def _ships(bodies: Sequence[Bearer]) -> Iterator[Judgement]:
    """Yield the ships that a page names without their navy's letters, where one navy has such."""
    by_key = {b.key: b for b in bodies}
    full: dict[str, list[Bearer]] = defaultdict(list)
    for body in bodies:
        for key in {body.key, _INITIAL.sub("", body.key)}:
            rest = key.partition(" ")[2]
            if rest in by_key and names_ship(key, rest):
                full[rest].append(body)
    for rest, ships in sorted(full.items()):
        if len(ships) == 1:
            yield same(by_key[rest], ships[0], "differ by what a navy puts before its ships' names")


def _by_last_word(bodies: Sequence[Bearer]) -> Iterator[Judgement]:
    """Yield bodies called by the last word of their names: "the Front", where all pages have one.

    The pages that name the Front must name one body in full that is one; if not all of them do, it
    is the only one of the case.
    """
    ending: dict[str, list[Bearer]] = defaultdict(list)
    for body in bodies:
        first, _, last = body.key.rpartition(" ")
        if first:
            ending[last].append(body)
    for body in bodies:
        if body.key not in _CALLED_SO or not body.pages:
            continue
        full = ending.get(body.key, ())
        if (
            body.key == _STATE_S
        ):  # beside "the White Guard Army" a heading's "Army" is the country's
            full = [b for b in full if any(countries_in(n) for n in b.names)]
        there = [b for b in full if b.pages & body.pages]
        sure = len(there) == 1 and (len(full) == 1 or body.pages <= there[0].pages)
        if sure and agree(body, there[0]):
            yield same(body, there[0], "are a body and the word that it is, on the same pages")


def _without_what_for(bodies: Sequence[Bearer], near: Company) -> Iterator[Judgement]:
    """Yield the bodies that are called without what they are for: "Tarn Watch", "… for Rivers".

    One alone begins so, and pages of both name another in common.
    """
    begun: dict[str, list[Bearer]] = defaultdict(list)
    for body in bodies:
        words = body.key.split()
        at = next((n for n, w in enumerate(words) if w in _WHAT_FOR), 0)
        if at >= _LEAST_BEGUN and at + 1 < len(words):
            begun[" ".join(words[:at])].append(body)
    for body in bodies:
        full = begun.get(body.key, [])
        if len(full) == 1 and agree(body, full[0]) and near.shared(body, full[0]):
            yield same(body, full[0], "differ by what the body is for, which one leaves out")


def _acronyms(bodies: Sequence[Bearer]) -> Iterator[Judgement]:
    """Yield the bodies whose initials are another's name, where only one has them.

    Two letters can be much else: the body must stand on half of the pages that have them.
    """
    spelt: dict[str, list[Bearer]] = defaultdict(list)
    for body in bodies:
        for short in _short_forms(body.key.split()):
            spelt[short].append(body)
    mixed: dict[str, list[Bearer]] = defaultdict(list)
    for body in bodies:
        words = body.key.split()
        mixed["".join(w[0] if w in _SMALL_WORDS else w[0].upper() for w in words)].append(body)
    for body in bodies:
        for name in filter(_MIXED.fullmatch, body.names):
            if len(full := mixed.get(name, [])) == 1 and agree(body, full[0]):
                yield same(
                    body, full[0], "are initials and the only name in the case that has them"
                )
        upper = any(n.replace(".", "").isupper() for n in body.names)
        full = spelt.get(body.key, [])
        if len(body.key) == _LEAST_ACRONYM:
            full = [b for b in full if 2 * len(b.pages & body.pages) >= len(body.pages)]
        if upper and len(full) == 1 and agree(body, full[0]):
            yield same(body, full[0], "are initials and the only name in the case that has them")


def _short_forms(words: Sequence[str]) -> set[str]:
    """Return the initials of a name, and what else is made of them.

    Long ones may have those of small words as well, or two letters of one word.

    >>> sorted(_short_forms("river council of west tarn".split()))
    ['rcowt', 'rcwet', 'rcwt', 'rcwta', 'ricwt']
    """
    own = [w for w in words if w not in _SMALL_WORDS]
    if len(own) < _LEAST_ACRONYM:
        return set()
    found = {"".join(w[0] for w in own)}
    if len(own) >= _LONG_ACRONYM:
        found.add("".join(w[0] for w in words))
        found |= {"".join(w[: 1 + (m == n)] for m, w in enumerate(own)) for n in range(len(own))}
    return found


def _written_out(bodies: Sequence[Bearer]) -> Iterator[Judgement]:
    """Yield the bodies whose names differ by small words, or a country's short form.

    "US" and "United States", "Organization of Ports" and "Organization for Ports".
    """
    by_key: dict[str, list[Bearer]] = defaultdict(list)
    for body in bodies:
        words = body.key.split()
        full = [*_COUNTRIES.get(words[0], words[0]).split(), *words[1:]]
        content = [w for w in full if w not in _SMALL_WORDS]
        if len(content) >= _WORDS_TURNED:  # "Revolution Guards Corps", "Revolutionary Guard Corps"
            content = [w.removesuffix("s")[:_FORM] for w in content]
        by_key[" ".join(content) if len(words) > 1 and len(content) > 1 else body.key].append(body)
    orders: dict[tuple[str, ...], list[Bearer]] = defaultdict(list)
    for key, alike in sorted(by_key.items()):
        for other in alike[1:]:
            if agree(alike[0], other):
                yield same(
                    alike[0],
                    other,
                    "differ by small words, forms of one word, or a country's short form",
                )
        if len(key.split()) >= _WORDS_TURNED:
            orders[tuple(sorted(key.split()))].append(alike[0])
    for _, turned in sorted(orders.items()):
        for other in turned[1:]:
            if agree(turned[0], other):
                yield same(turned[0], other, "have the same words in another order")


def _one_place(places: Sequence[Bearer]) -> Iterator[Judgement]:
    """Yield the names that GeoNames has for one place, each of which means that place alone."""
    by_id: dict[int, list[Bearer]] = defaultdict(list)
    for place in places:
        id_ = next(iter(place.ids)) if len(place.ids) == 1 else 0
        plain = {_KIND.sub("", name) for name in place.names} | {without_article(place.key)}
        if id_ and any(c.id == id_ for name in plain for c in gazetteer().named(name)):
            by_id[id_].append(place)
    for _, alike in sorted(by_id.items()):
        for other in alike[1:]:
            yield same(alike[0], other, "are names of one place (GeoNames)")


def _abbreviated(places: Sequence[Bearer]) -> Iterator[Judgement]:
    """Yield the places whose names differ by a short form: "Mt Tarn" and "Mount Tarn"."""
    by_key: dict[str, list[Bearer]] = defaultdict(list)
    for place in places:
        first, *rest = place.key.split()
        if rest:
            by_key[" ".join([_SHORT.get(first, first), *rest])].append(place)
    for _, alike in sorted(by_key.items()):
        for other in alike[1:]:
            apart = alike[0].ids and other.ids and not alike[0].ids & other.ids
            if agree(alike[0], other) and not apart:
                yield same(alike[0], other, "differ by the short form of a word alone")


def _with_what_it_is(places: Sequence[Bearer]) -> Iterator[Judgement]:
    """Yield the places on no map of which some pages say behind the name what they are."""
    known: dict[str, Bearer] = {}
    for place in sorted(places, key=lambda p: len(p.key)):
        name = _what_it_is(place)
        if any(place.ids) or (name is None and place.located):  # a place of the map
            continue
        name = name or place.key
        other = known.setdefault(name, place)
        if other is not place and agree(other, place):
            yield same(other, place, "differ by the word for what the place is")


def _what_it_is(place: Bearer) -> str | None:
    """Return a name without the word behind it for what it is; none if that is part of it."""
    name, _, kind = place.key.rpartition(" ")
    if kind not in _IS or not any(n.endswith(f" {kind}") for n in place.names):
        return None
    return _CAMP.sub("", name) if kind == "camp" else name


def _misspelt(names: Sequence[Bearer], near: Company) -> Iterator[Judgement]:
    blocks: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for name in names:
        if len(name.key) >= _LONG:
            sounds = skeleton(name.key.replace(" ", "").replace("ph", "p").replace("f", "p"))
            blocks[name.kind, sounds].append(name)
    for _, block in sorted(blocks.items()):
        for n, one in enumerate(block):
            for other in block[n + 1 :]:
                if not _strokes_apart(one.key, other.key) or not agree(one, other):
                    continue
                if one.kind == "place" and one.located and other.located:
                    continue  # two places of the map
                if near.shared(one, other):
                    yield same(one, other, "are spelt alike on pages that name the same others")


def _strokes_apart(one: str, other: str) -> bool:
    alike = JaroWinkler.similarity(one, other) >= _NAMES
    return alike and OSA.distance(one, other) <= _STROKES
