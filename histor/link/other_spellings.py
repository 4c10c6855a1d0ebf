"""Names of people that mean one bearer in other spellings: transliterations, surnames alone.

"Hryhorenko" and "Grigorenko", "Nikos Papas" and "N. Papas", a surname alone. Names are compared
within blocks of like consonants, so that the cost grows with the names (blocking after Christen
2012); what kind, country, first name or office contradicts is never one. Bodies and places are in
``other_names``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from rapidfuzz.distance import OSA, JaroWinkler

from histor.extract.names.namesakes import namesake_id
from histor.link.bearers import (
    CRITERION,
    Bearer,
    Company,
    agree,
    bearers,
    in_throat,
    plainly,
    same,
    skeleton,
)
from histor.link.given_names import (
    a_letter_apart,
    alike_behind,
    cut_short,
    ending,
    first_name,
    in_one_word,
    in_other_order,
    left_out,
    like_first,
    one_of_many,
    surname,
    without_the_last,
)
from histor.link.other_names import judge_bodies, judge_places
from histor.records import Entity, Judgement

__all__ = ["CRITERION", "judge_spellings", "skeleton"]

#: likeness of two surnames of one consonant skeleton
_SURNAMES = 0.84
#: letters of a surname that may be a letter off
_LONG_SURNAME = 6
#: letters of a first name that stands alone
_FIRST_NAME = 4
#: letters on which a name of one sex ends where that of the other does not
_OPEN = frozenset("aeiou")


def judge_spellings(entities: Iterable[Entity]) -> Iterator[Judgement]:
    """Yield that two names of all pages' entities mean one bearer, with reasons, in a fixed order.

    A surname alone, and a place misspelt, are looked for on pages that name another entity in
    common.
    """
    known = bearers(entities)
    near = Company(known)
    people = [b for b in known if b.kind == "person"]
    yield from _people(people, near)
    yield from _by_first_name(people, near)
    yield from _a_stroke_apart(people, near)
    for one, other in in_other_order(people, near):
        yield same(one, other, "are one name in two orders, and no page has both")
    for one, other in without_the_last(people, near):
        yield same(one, other, "differ by a last name that one leaves out")
    yield from judge_bodies(entities, [b for b in known if b.kind == "organization"], near)
    yield from judge_places([b for b in known if b.kind == "place"], near)


def _people(people: Sequence[Bearer], near: Company) -> Iterator[Judgement]:
    blocks: dict[str, list[Bearer]] = defaultdict(list)
    for person in people:
        blocks[skeleton(surname(person.key))].append(person)
    for _, block in sorted(blocks.items()):
        full = [b for b in block if " " in b.key]
        ending_so: dict[tuple[str, ...], list[Bearer]] = defaultdict(list)
        for person in full:
            ending_so[ending(person.key)].append(person)
        for n, one in enumerate(full):
            for other in full[n + 1 :]:
                if _one_person(one, other):
                    yield same(one, other, "are spelt alike, and no page tells them apart")
                elif cut_short(one, other, full, near):
                    yield same(one, other, "have first names that begin alike, and no one else has")
                elif a_letter_apart(one, other, full, near):
                    yield same(one, other, "have first names a letter apart, and no one else has")
            longer = left_out(one, ending_so[ending(one.key)], near)
            if longer is not None:
                yield same(one, longer, "differ by a first name that one leaves out")
        for other in (b for b in full if "q" in surname(b.key)):
            for one in blocks.get(in_throat(surname(other.key)), ()):
                if "q" not in surname(one.key) and " " in one.key and _one_person(one, other):
                    yield same(one, other, "are spelt alike, and no page tells them apart")
        yield from _by_title([b for b in block if " " not in b.key], near)
        yield from _by_surname([b for b in block if " " not in b.key], full, near)


def _by_surname(
    alone: Sequence[Bearer], full: Sequence[Bearer], near: Company
) -> Iterator[Judgement]:
    """Yield surnames alone with whom they mean: the only bearer, or the only one of the title.

    A second one of that surname on a page is the other, where there are two.
    """
    many = Counter((page, bare.key) for bare in alone for page in bare.pages)
    named_on: dict[str, set[str]] = defaultdict(set)
    for bare in alone:
        named_on[bare.key] |= bare.pages
    left: list[tuple[Bearer, list[Bearer]]] = []
    taken: dict[tuple[str, str], Bearer] = {}
    for bare in alone:
        second = {page for page in bare.pages if namesake_id(page, bare.key) == bare.node}
        fitting = [
            b
            for b in full
            if _surname_of(bare, b, named_on[bare.key])
            and second.isdisjoint(b.pages)
            and near.shared(bare, b)
        ]
        beside = second or any(many[page, bare.key] > 1 for page in bare.pages)
        bearer = one_of_many(bare, fitting) if not beside else None
        titled = [b for b in fitting if b.titles & bare.titles]
        if bearer is not None:
            yield same(bare, bearer, "share a surname that only one person there has")
        elif len(titled) == 1 and all(b.titles for b in fitting):
            taken |= {(page, bare.key): titled[0] for page in bare.pages}
            yield same(bare, titled[0], "share a surname and a title that nobody else has")
        else:
            left.append((bare, fitting))
    for bare, fitting in left:
        others = {taken[page, bare.key].node for page in bare.pages if (page, bare.key) in taken}
        free = [b for b in fitting if b.node not in others]
        if others and len(free) == 1:
            yield same(bare, free[0], "share a surname whose other bearer the page names too")


def _by_first_name(people: Sequence[Bearer], near: Company) -> Iterator[Judgement]:
    """Yield first names alone: "the nurses' leader, Rosa" is Rosa Ibarra, their leader.

    Nobody else in the case has it as first name or surname, and a title is shared, or pages of both
    name a third person.
    """
    full: dict[str, list[Bearer]] = defaultdict(list)
    surnames = set()
    for person in people:
        if " " in person.key:
            full[first_name(person.key)].append(person)
            surnames.add(surname(person.key))
    for bare in people:
        if bare.key in surnames or len(bare.key) < _FIRST_NAME:
            continue
        bearer = one_of_many(bare, full.get(bare.key, ()))
        if bearer is None or not agree(bare, bearer) or not near.shared(bare, bearer):
            continue
        if bare.titles & bearer.titles or near.third_person(bare, bearer):
            yield same(bare, bearer, "are a first name that only one person in the case has")


def _by_title(bare: Sequence[Bearer], near: Company) -> Iterator[Judgement]:
    """Yield surnames alone of one title: "President Ibarra" on pages that name the same others."""
    titled: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for person in bare:
        for title in person.titles:
            titled[person.key, title].append(person)
    for (_, title), alike in sorted(titled.items()):
        for other in alike[1:]:
            if agree(alike[0], other) and near.shared(alike[0], other):
                yield same(alike[0], other, f"are a surname with one title, “{title}”")


def _a_stroke_apart(people: Sequence[Bearer], near: Company) -> Iterator[Judgement]:
    """Yield the people of one first name whose long surnames differ by a letter.

    Both names on one page are two people there. Names a letter apart share a form with a letter
    left out, by which they are found (SymSpell's symmetric delete, Garbe 2012).
    """
    alike: dict[str, list[Bearer]] = defaultdict(list)
    for person in people:
        if " " in person.key and len(surname(person.key)) >= _LONG_SURNAME:
            alike[skeleton(first_name(person.key))].append(person)
    for _, named in sorted(alike.items()):
        # the forms of one first name at a time: of all names they would take most memory of all
        blocks: dict[str, list[Bearer]] = defaultdict(list)
        for person in named:
            last = surname(person.key)
            for form in sorted({last, *(last[:i] + last[i + 1 :] for i in range(len(last)))}):
                blocks[form].append(person)
        judged: set[tuple[str, str]] = set()
        for _, block in sorted(blocks.items()):
            for n, one in enumerate(block):
                for other in block[n + 1 :]:
                    pair = one.node, other.node
                    if (
                        pair not in judged
                        and _may_be_a_slip(one, other)
                        and near.shared(one, other)
                    ):
                        judged.add(pair)
                        yield same(
                            one, other, "differ by a letter on pages that name the same others"
                        )


def _may_be_a_slip(one: Bearer, other: Bearer) -> bool:
    surnames = surname(one.key), surname(other.key)
    if skeleton(surnames[0]) == skeleton(surnames[1]):
        return False  # looked at with those spelt alike
    return one.pages.isdisjoint(other.pages) and agree(one, other) and OSA.distance(*surnames) == 1


def _one_person(one: Bearer, other: Bearer) -> bool:
    firsts = first_name(one.key), first_name(other.key)
    lasts = surname(one.key), surname(other.key)
    if not alike_behind(one.key, other.key):
        return False
    if lasts[0] == lasts[1] and firsts[0] == firsts[1]:
        return agree(one, other)
    alike = JaroWinkler.similarity(*map(plainly, lasts)) >= _SURNAMES
    if not alike or not agree(one, other):
        return False
    return like_first(*firsts) or in_one_word(one.key, other.key)


def _surname_of(bare: Bearer, full: Bearer, pages: Set[str]) -> bool:
    """Say whether a name alone can be somebody's surname, in another spelling too.

    ``pages`` name somebody so: where one of them names the other in full, they are two people. Nor
    is "Karina" a spelling of "Karin".
    """
    last = surname(full.key)
    if last == bare.key:
        return agree(bare, full)
    alike = JaroWinkler.similarity(last, bare.key) >= _SURNAMES and pages.isdisjoint(full.pages)
    one_end = (last[-1] in _OPEN) == (bare.key[-1] in _OPEN)
    return alike and one_end and agree(bare, full)
