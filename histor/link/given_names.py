"""First names as pages give them: left out, cut short, or behind a "Jr"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from histor.link.bearers import Bearer, Company, agree, plainly, skeleton
from histor.link.names import ARTICLES

__all__ = [
    "a_letter_apart",
    "alike_behind",
    "cut_short",
    "ending",
    "first_name",
    "in_one_word",
    "in_other_order",
    "left_out",
    "like_first",
    "one_of_many",
    "surname",
    "without_the_last",
]

#: words of a name with a first name, and what stands behind a surname
_FEWEST = 2
_YOUNGER = frozenset(["jr", "sr", "junior", "senior", "ii", "iii", "iv"])
#: what honours somebody before a first name, as if it were one
_HONOURS = frozenset(
    "seyyed seyed sayyed sayyid sayed saiyid syed sheikh shaikh sheik haji hajji hadji hajj mullah "
    "mawlawi maulvi maulana ayatollah hojatoleslam hojjatoleslam".split()
)
#: likeness of two spellings of a first name
_ALIKE = 0.84
#: letters with which two forms of a first name begin, and of a surname that few bear
_BEGINNING, _RARE = 4, 8
#: letters that a short form lacks, more than a woman's name adds to a man's
_LONGER = 3
#: how many names of one family begin: "Abdullah", "Abdulaziz"
_COMPOUND = "abd"
#: how many times as many pages must name one as all others of the surname, and how many at least
_TIMES, _PAGES = 5, 5
_NOBODY = -1
_PAIR = 2
#: last letters by which names of men and women differ
_VOWELS = "aeoy"


def surname(key: str) -> str:
    """Return the surname of a name's key.

    >>> surname("rosa ibarra"), surname("hugo lezcano jr")
    ('ibarra', 'lezcano')
    """
    return _words(key)[0][-1]


def first_name(key: str) -> str:
    """Return the first word of a name's key."""
    return _words(key)[0][0]


def alike_behind(one: str, other: str) -> bool:
    """Say whether the same stands behind two surnames: "Jr", or nothing."""
    return _words(one)[1] == _words(other)[1]


def ending(key: str) -> tuple[str, ...]:
    """Return the last words of a name, those before its surname but one left out."""
    words, behind = _words(key)
    return words[-_FEWEST:] + behind


@lru_cache(maxsize=100_000)
def _words(key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a name's words, and what stands behind its surname."""
    words = tuple(key.split())
    while len(words) > _FEWEST and words[0] in _HONOURS:
        words = words[1:]
    end = len(words)
    while end > _FEWEST and words[end - 1] in _YOUNGER:
        end -= 1
    return words[:end], words[end:]


def like_first(one: str, other: str) -> bool:
    """Say whether two first names can be one: equal, an initial of the other, or spelt alike.

    >>> like_first("mikhail", "mihail"), like_first("paul", "paula")
    (True, False)
    """
    if min(len(one), len(other)) > 1 and (one + "a" == other or other + "a" == one):
        return False  # a man's name and a woman's
    if one[:1] == other[:1] and 1 in (len(one), len(other)):
        return True
    return _spelt_alike(one, other)


def in_one_word(one: str, other: str) -> bool:
    """Say whether two names have one first name, that is two words in the one.

    >>> in_one_word("abdel rahim al tarni", "abdelrahim tarni")
    True
    >>> in_one_word("jo ann ruiz", "jo ruiz")
    False
    """
    own, theirs = ([w for w in _words(key)[0] if w not in ARTICLES] for key in (one, other))
    if len(own) == len(theirs) or min(len(own), len(theirs)) < _FEWEST:
        return False
    return like_first("".join(own[:-1]), "".join(theirs[:-1]))


def left_out(one: Bearer, full: Iterable[Bearer], near: Company) -> Bearer | None:
    """Return who of some bears a name and one more before it: "Ana Ruiz" is "Rosa Ana Ruiz".

    Nobody where a page has both names, or no page names a third with each.
    """
    longer = one_of_many(one, [b for b in full if _ends_with(b.key, one.key) and agree(one, b)])
    if longer is None or not one.pages.isdisjoint(longer.pages):
        return None
    return longer if near.shared(one, longer) else None


def _ends_with(name: str, other: str) -> bool:
    (words, behind), (end, behind_end) = _words(name), _words(other)
    return len(words) > len(end) and words[-len(end) :] == end and behind == behind_end


def cut_short(one: Bearer, other: Bearer, full: Iterable[Bearer], near: Company) -> bool:
    """Say whether two first names are forms of one: "Fred" and "Frederick", "Alexis", "Alexandros".

    Nobody else of the surname is in the case and no page has both. If the one does not go on where
    the other ends, as those of brothers may not, pages of both name a third person.
    """
    short, long = sorted((first_name(one.key), first_name(other.key)), key=len)
    if short == long or short[:_BEGINNING] != long[:_BEGINNING] or len(short) < _BEGINNING:
        return False
    if surname(one.key) != surname(other.key) or not alike_behind(one.key, other.key):
        return False
    if any(first_name(b.key) not in (short, long) for b in full):
        return False
    if not one.pages.isdisjoint(other.pages) or not agree(one, other):
        return False
    rare = len(surname(one.key)) >= _RARE
    if long.startswith(short):
        longer = len(long) - len(short) >= _LONGER
        return longer and (rare or bool(one.titles & other.titles)) and near.shared(one, other)
    return rare and not short.startswith(_COMPOUND) and near.third_person(one, other)


def a_letter_apart(one: Bearer, other: Bearer, full: Iterable[Bearer], near: Company) -> bool:
    """Say whether two first names are one, a letter in it left out: "Josep", "Joseph".

    Nobody else of the surname is in the case, no page has both, and a title is shared or pages of
    both name a third person. A last vowel more is a woman's name.
    """
    firsts = first_name(one.key), first_name(other.key)
    short, long = sorted(firsts, key=len)
    if len(short) <= _BEGINNING or len(long) != len(short) + 1 or short[0] != long[0]:
        return False
    if OSA.distance(short, long) != 1 or (long.startswith(short) and long[-1] in _VOWELS):
        return False
    if not _spelt_alike(surname(one.key), surname(other.key)):
        return False
    if not alike_behind(one.key, other.key) or any(first_name(b.key) not in firsts for b in full):
        return False
    return _met_again(one, other, near)


def _spelt_alike(one: str, other: str) -> bool:
    """Say whether two words differ by no more than spelling: "raphael", "rafael"."""
    if one == other:
        return True
    written = (one, other), (one.replace("q", "gh"), other.replace("q", "gh"))
    return any(
        skeleton(a) == skeleton(b) and JaroWinkler.similarity(plainly(a), plainly(b)) >= _ALIKE
        for a, b in written
    )


def _met_again(one: Bearer, other: Bearer, near: Company) -> bool:
    """Say whether no page has both of two names, and a title or a third person speaks for one."""
    if not one.pages.isdisjoint(other.pages) or not agree(one, other):
        return False
    return near.third_person(one, other) or (
        bool(one.titles & other.titles) and near.shared(one, other)
    )


def in_other_order(people: Iterable[Bearer], near: Company) -> Iterator[tuple[Bearer, Bearer]]:
    """Yield names of two people that are one, the family name first in one of them.

    No page has both; a title is shared, or pages of both name a third person.
    """
    alike: dict[tuple[str, ...], list[Bearer]] = defaultdict(list)
    for person in people:
        if " " in person.key:
            alike[tuple(sorted(person.key.split()))].append(person)
    for _, named in sorted(alike.items()):
        if len(named) == _PAIR and _met_again(named[0], named[1], near):
            yield named[0], named[1]


def without_the_last(people: Iterable[Bearer], near: Company) -> Iterator[tuple[Bearer, Bearer]]:
    """Yield names of two words, and who bears them and a last one: "Ana Ruiz", "Ana Ruiz Soto".

    Only one goes on so, and no page has both; a title is shared, or pages of both name a third
    person.
    """
    longer: dict[str, list[Bearer]] = defaultdict(list)
    short: dict[str, Bearer] = {}
    for person in people:
        words, behind = _words(person.key)
        if len(words) > _FEWEST and not behind:
            longer[" ".join(words[:_FEWEST])].append(person)
        elif len(words) == _FEWEST and not behind:
            short[person.key] = person
    for key, full in sorted(longer.items()):
        one = short.get(key)
        if one is not None and len(full) == 1 and _met_again(one, full[0], near):
            yield one, full[0]


def one_of_many(bare: Bearer, fitting: Sequence[Bearer]) -> Bearer | None:
    """Return whom a surname alone means: its one bearer, or the one of whom the case is full.

    A kinsman whom a few pages name takes nobody's surname away.
    """
    if not fitting:
        return None
    groups = _persons(tuple(b.key for b in fitting))
    if _NOBODY in groups:
        return None
    pages: dict[int, set[str]] = defaultdict(set)
    for bearer, group in zip(fitting, groups, strict=True):
        pages[group] |= bearer.pages
    most = max(pages, key=lambda group: (len(pages[group]), -group))
    if len(pages) > 1:
        rest = sum(len(own) for group, own in pages.items() if group != most)
        if len(pages[most]) < max(_PAGES, _TIMES * rest):
            return None
        if any(not bare.pages.isdisjoint(own) for own in pages.values()):
            return None
    return fitting[groups.index(most)]


@lru_cache(maxsize=1_000)
def _persons(keys: tuple[str, ...]) -> list[int]:
    """Return for each of some names of one surname a number that those of one person share.

    ``_NOBODY`` for names that others tie to each other: "Rosa", "Roberto" and "R."
    """
    groups = list(range(len(keys)))
    for n, key in enumerate(keys):
        for m in range(n):
            if groups[m] != groups[n] and _one(key, keys[m]):
                low, high = sorted((groups[m], groups[n]))
                groups = [low if group == high else group for group in groups]
    told_apart = {
        groups[n]
        for n, key in enumerate(keys)
        for m in range(n)
        if groups[m] == groups[n] and not _one(key, keys[m])
    }
    return [_NOBODY if group in told_apart else group for group in groups]


def _one(one: str, other: str) -> bool:
    if _ends_with(one, other) or _ends_with(other, one):
        return True
    return like_first(first_name(one), first_name(other)) and alike_behind(one, other)
