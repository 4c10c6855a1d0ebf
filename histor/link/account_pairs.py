"""Which accounts are compared, how likely the two of a pair tell one event, and what binds them.

Candidates stand on pages near each other and share a word's sense, or share type, party and month,
so that the cost grows with the events. They are compared some thousands at once.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from histor.link.accounts import Accounts, column
from histor.link.bounds import Limits
from histor.link.near_pages import NearPages
from histor.link.rivals import against_rivals
from histor.link.rows import Floats, Ints, Rows, shared
from histor.link.same_event import Pairs, compared, days_shared, probabilities, sides, surely_one
from histor.link.vectors import News
from histor.link.word_senses import word_senses
from histor.records import Entity

__all__ = ["VERBAL", "AccountPairs", "Ground", "account_pairs", "candidates"]

#: accounts of one type, party and month that an account is compared with; the latest
_COMPARED = 60
#: accounts of one sense on one page that an account is compared with, before and after its own
#: place or on another page, and of all pages; news has ten of one sense, a page made to hang has
#: thousands
_BESIDE, _MET = 40, 500_000
#: pairs that are compared together
_AT_ONCE = 4_000
#: candidates that are put in order together
_PACKED = 4_000_000
#: probability of what parties and day or word leave no doubt of
_SURE = 0.7
#: what is left of it where two accounts name parties apart: of one kind, or of two
_RIVALS, _OTHERS = 0.35, 0.7
#: cosine from which pages are near enough to tell one event, and how many of the nearest are
_NEAR, _PAGES = 0.05, 40
_MONTH = 31
#: names of a few pages, or of a small share of them, tell one matter from another
_FEW, _SHARE, _TOWN_SHARE = 3, 0.05, 0.5
_WIDE = ("place PCL", "place CON", "place RGN", "group")
#: cosine of two sentences of which one retells the other, and of two that touch each other
_RETOLD, _TOUCHED = 0.4, 0.08
#: cosine of two pages that tell one matter, and of two that nearly do
_ALIKE, _NEARLY = 0.3, 0.2
#: probability from which they tell one event; rarity of an event's word that few pages have
_LIKELY, _RARE = 0.6, 3.5
#: days by which two accounts of one event may differ: time zones and night
_SLACK = 1
#: PLOVER's quad classes of words
VERBAL = frozenset([1, 3])
#: types of events that are known by who takes part
_MUTUAL = frozenset(["CONSULT", "AGREE", "COOPERATE"])

#: the half of a packed pair that holds the greater
_LOWER = 0xFFFFFFFF

_Bools = NDArray[np.bool_]


class AccountPairs(NamedTuple):
    """Accounts that were compared: the lesser number first, page by page."""

    first: NDArray[np.int32]
    second: NDArray[np.int32]
    #: how likely they tell one event
    likely: Floats
    #: whether more than a likeness of words binds them
    bound: _Bools


class Ground:
    """What the case knows of its names and pages, on which two accounts are judged."""

    def __init__(self, entities: Iterable[Entity], accounts: Accounts) -> None:
        kinds: dict[str, str] = {}
        towns: set[str] = set()
        for e in entities:
            kinds[e.id] = f"{e.kind} {e.place.feature[:3] if e.place else ''}"
            if e.place is not None and e.place.feature == "PPL":
                towns.add(e.id)
        number = {kind: n for n, kind in enumerate(sorted(set(kinds.values())), 1)}
        #: the kind of each party; 0 of one that the case does not know
        self.kind_of = np.array(
            [number.get(kinds.get(e, ""), 0) for e in accounts.entities.words], np.int64
        )
        told_on = len(np.unique(column(accounts.pages)))
        common, usual = max(_FEW, _SHARE * told_on), max(_FEW, _TOWN_SHARE * told_on)
        names, pages = accounts.naming()
        #: names that tell one matter from another: no country's, nor one that is on every page.
        #: the town where it happened may be on many pages of a crisis; a capital is on those of all
        self.telling = np.zeros(accounts.count_of_words, bool)
        for n, count in zip(names.tolist(), pages.tolist(), strict=True):
            name = accounts.word(n)
            most = usual if name in towns else common
            self.telling[n] = count <= most and not kinds.get(name, "").startswith(_WIDE)


def account_pairs(own: Accounts, news: News, ground: Ground, limits: Limits) -> AccountPairs:
    """Return the pairs of accounts that can be one event, and what speaks for it.

    ``limits`` hold the accounts' bounds, in the order of their rows.
    """
    packed = candidates(own, news)
    near = NearPages(news)
    number = np.empty(len(own), np.int32)
    number[own.order] = np.arange(len(own), dtype=np.int32)
    count = len(packed)
    first, second = np.empty(count, np.int32), np.empty(count, np.int32)
    likely, bound = np.empty(count), np.empty(count, bool)
    for start in range(0, count, _AT_ONCE):
        batch = slice(start, start + _AT_ONCE)
        one, other = number[packed[batch] >> 32], number[packed[batch] & _LOWER]
        first[batch], second[batch] = np.minimum(one, other), np.maximum(one, other)
        pairs = compared(own, own.order[first[batch]], own.order[second[batch]], near)
        likely[batch] = _weighed(pairs, ground)
        bound[batch] = _bound(pairs, ground, likely[batch])
    del packed, number, near
    likely = against_rivals(first, second, likely, column(own.pages)[own.order])
    # what breaks the bounds of an account may be its rival, but is never of one event with it
    can_be = limits.agree(own.order, first, second)
    return AccountPairs(first[can_be], second[can_be], likely[can_be], bound[can_be])


# --- which accounts are compared ------------------------------------------------------------------


def candidates(own: Accounts, news: News) -> Ints:
    """Return the pairs of accounts worth comparing, as rows of their columns: the lesser one above.

    They share a word's sense, or have words near in meaning, and stand on one page or on pages near
    each other; or they share type, party and month, or sense, doer and whom it befell. The numbers
    rise, so that the pairs come page by page and two pages are held against each other once.
    """
    found, batch, held = list[Ints](), list[Ints](), 0
    for pairs in chain(_of_one_key(own), _near(own, news)):
        batch.append(pairs)
        held += len(pairs)
        if held > _PACKED:
            found.append(_once(batch))
            held = 0
    return _once([*found, _once(batch)])


def _once(parts: list[Ints]) -> Ints:
    """Return the numbers of some arrays, each once and rising; the arrays are let go."""
    every = np.concatenate([np.empty(0, np.int64), *parts])
    parts.clear()
    every.sort()
    once: Ints = every[np.append(True, every[1:] != every[:-1])[: len(every)]]
    return once


def _near(own: Accounts, news: News) -> Iterator[Ints]:
    """Yield for each page the pairs of its accounts with those of near pages of one sense."""
    edges = np.searchsorted(column(own.pages), np.arange(len(own.ids) + 1))
    words, near_words = _meanings(own)
    marks = [(own.senses, own.senses), (near_words, words)]
    for page in np.flatnonzero(np.diff(edges)).tolist():
        near = np.array([page, *(d for d, _ in news.near_numbers(page, _NEAR, _PAGES))])
        for mine, theirs in marks:
            own_marks = slice(mine.starts[edges[page]], mine.starts[edges[page + 1]])
            if own_marks.start == own_marks.stop:
                continue
            order = np.argsort(mine.flat[own_marks], kind="stable")
            asked = mine.flat[own_marks][order]
            begins = theirs.starts[edges[near]]
            places = _run(begins, theirs.starts[edges[near + 1]] - begins)
            low = np.searchsorted(asked, theirs.flat[places])
            many = np.searchsorted(asked, theirs.flat[places], side="right") - low
            met = np.flatnonzero(many)  # most have nothing in common
            row = np.searchsorted(theirs.starts, places[met], side="right") - 1
            own_row = np.searchsorted(mine.starts, own_marks.start + order, side="right") - 1
            if many.max(initial=0) > _BESIDE:
                inside = (row >= edges[page]) & (row < edges[page + 1])
                low[met], many[met] = _nearest(own_row, row, low[met], many[met], inside)
                met = met[np.cumsum(many[met]) <= _MET]
                row = row[: len(met)]
            one = np.repeat(row, many[met])
            other = own_row[_run(low[met], many[met])]
            apart = one != other
            one, other = one[apart], other[apart]
            yield np.unique(np.minimum(one, other) << 32 | np.maximum(one, other))


def _nearest(own_row: Ints, row: Ints, low: Ints, many: Ints, inside: _Bools) -> tuple[Ints, Ints]:
    """Return fewer of the accounts that each account meets, where it meets very many.

    Args:
        own_row: the rows of a page's accounts, mark by mark, those of one mark rising.
        row: the accounts that meet some of them.
        low, many: which ones, as runs in ``own_row``.
        inside: which of ``row`` are of the page itself: they meet those beside them, others the
            first.
    """
    beside = np.minimum(many, np.where(inside, 2 * _BESIDE + 1, _BESIDE))
    for n in np.flatnonzero(inside & (beside < many)).tolist():
        run = own_row[low[n] : low[n] + many[n]]
        at = int(np.searchsorted(run, row[n])) - _BESIDE
        low[n] += min(max(at, 0), int(many[n] - beside[n]))
    return low, beside


def _meanings(own: Accounts) -> tuple[Rows, Rows]:
    """Return each account's words that the table of meanings has, and those near them."""
    near = word_senses().near(w for known in own.meant for w in known)
    number = {word: n for n, word in enumerate(sorted(near))}
    sets = [
        (
            sorted(number[w] for w in known),
            sorted({number[o] for w in known for o in near[w]}),
        )
        for known in own.meant
    ]
    words, near_words = Rows(), Rows()
    for meaning in own.meanings:
        words.append(sets[meaning][0])
        near_words.append(sets[meaning][1])
    return words, near_words


def _run(first: Ints, many: Ints) -> Ints:
    """Return the numbers from each first one on, so many of each."""
    return np.repeat(first - np.cumsum(many) + many, many) + np.arange(many.sum())


def _of_one_key(own: Accounts) -> Iterator[Ints]:
    """Yield for each key the pairs of an account and those latest before it."""
    marks, holders = array("q"), array("i")
    for n, row in enumerate(own.order.tolist()):
        keys = _keys(own, row)
        marks.extend([hash(key) for key in keys])
        holders.extend([n] * len(keys))
    if not marks:
        return
    # the holders of a key stand together, rising by their day
    order = np.argsort(np.frombuffer(marks, np.int64), kind="stable")
    key = np.frombuffer(marks, np.int64)[order]
    holder = own.order[np.frombuffer(holders, np.int32)[order]]
    del order
    for back in range(1, _COMPARED + 1):
        same = np.flatnonzero(key[back:] == key[:-back])
        if not len(same):
            break
        one, other = holder[same], holder[same + back]
        yield np.minimum(one, other) << 32 | np.maximum(one, other)


def _keys(own: Accounts, row: int) -> set[tuple[int, ...]]:
    """Return by what an account is compared with others, on whatever page."""
    keys: set[tuple[int, ...]] = {
        (s, a, r)
        for s in own.senses[row]
        for a in own.actors[row]
        for r in own.recipients[row]
    }  # fmt: skip
    first = own.firsts[row]
    if own.types[row] and first >= 0 and own.lasts[row] - first <= _MONTH:
        day = dt.date.fromordinal(first)
        month = 12 * day.year + day.month
        keys |= {(own.types[row], party, month, 0) for party in own.parties[row]}
    return keys


# --- how likely they tell one event ---------------------------------------------------------------


def _weighed(pairs: Pairs, ground: Ground) -> Floats:
    """Return the probabilities in the light of the parties that two accounts name."""
    own, a, b = pairs.own, pairs.a, pairs.b
    likely = probabilities(pairs.features)
    alone = likely.copy()
    actors, recipients = pairs.has("actors apart"), pairs.has("recipients apart")
    apart = actors | recipients
    sure = ~apart & surely_one(pairs)
    for side, rows in ((actors, own.actors), (recipients, own.recipients)):
        at = np.flatnonzero(side)
        alike = _one_kind(rows, a[at], b[at], ground.kind_of)
        likely[at] *= np.where(alike, _RIVALS, _OTHERS)
    # "the attack" among "attacks of the kind", or two tolls of nobody in common
    one_page = pairs.has("one page")
    likely[one_page & (_many_and_one(pairs) | _two_tolls(pairs))] *= _RIVALS
    likely[_meets_others(pairs) | _other_words(pairs)] *= _RIVALS
    likely[~one_page & _other_number(pairs)] *= _RIVALS
    likely[one_page & _otherwise(pairs)] *= _RIVALS
    likely[one_page & (_others_harmed(pairs) | _denied_alone(pairs))] = 0.0
    likely[_days_told_apart(pairs) | (one_page & _another(pairs))] = 0.0
    # two who say the same do not say it together, nor is criticism of two one criticism
    likely[actors & _verbal(own, a)] = 0.0
    likely[one_page & _to_others(pairs)] = 0.0
    sure &= ~_days_told_apart(pairs)
    likely[sure] = np.maximum(alone[sure], _SURE)
    return likely


def _days_told_apart(pairs: Pairs) -> _Bools:
    """Say which are of two days of which a page tells such events: it knows them from each other.

    Else two days next to each other can be one, by time zones and night.
    """
    own = pairs.own
    day_a, day_b = own.days[pairs.a], own.days[pairs.b]
    found: _Bools = (day_a >= 0) & (day_b >= 0) & (day_a != day_b)
    some = np.flatnonzero(found)
    a, b = pairs.a[some], pairs.b[some]
    found[some] = own.tells_on(b, a) | own.tells_on(a, b)
    return found


def _another(pairs: Pairs) -> _Bools:
    """Say which later one of a page is told as another: "a second strike", "a similar raid"."""
    own = pairs.own
    others = np.frombuffer(own.others, np.bool_)
    starts = column(own.sentences)
    later_a = starts[pairs.a] > starts[pairs.b]
    later_b = starts[pairs.b] > starts[pairs.a]
    found: _Bools = (later_a & others[pairs.a] & ~others[pairs.b]) | (
        later_b & others[pairs.b] & ~others[pairs.a]
    )
    return found


def _one_kind(rows: Rows, a: Ints, b: Ints, kind_of: Ints) -> _Bools:
    """Say of rows of parties whether a party of the one is of the kind of one of the other."""
    keys = []
    for side in (a, b):
        places, begins = rows.places(side)
        keys.append(np.repeat(np.arange(len(side)), np.diff(begins)) << 32)
        keys[-1] |= kind_of[rows.flat[places]]
    found = np.zeros(len(a), bool)
    found[keys[0][np.isin(keys[0], keys[1])] >> 32] = True
    return found


def _verbal(own: Accounts, rows: Ints) -> _Bools:
    found: _Bools = np.isin(column(own.quads)[rows], list(VERBAL))
    return found


def _many_and_one(pairs: Pairs) -> _Bools:
    """Say which accounts tell of many events by the word by which the other tells of one."""
    triggers, plurals = column(pairs.own.triggers), column(pairs.own.plurals)
    many: _Bools = (plurals[pairs.a] == triggers[pairs.b]) | (plurals[pairs.b] == triggers[pairs.a])
    return many


def _two_tolls(pairs: Pairs) -> _Bools:
    """Say which tell no more than that people came to harm, and share no number and nobody."""
    own = pairs.own
    harm = np.frombuffer(own.harm, np.bool_)
    nobody = _common(own.parties, pairs) == 0
    found: _Bools = harm[pairs.a] & harm[pairs.b] & ~pairs.has("figures shared") & nobody
    return found


def _others_harmed(pairs: Pairs) -> _Bools:
    """Say which count others, in other numbers: four gunmen killed, nineteen passengers killed."""
    apart = sides(pairs.own.counted, pairs.a, pairs.b).apart
    found: _Bools = apart & pairs.has("figures apart") & ~pairs.has("one sentence")
    return found


def _denied_alone(pairs: Pairs) -> _Bools:
    """Say where one is denied, and nothing but its word ties it to what the other tells."""
    own = pairs.own
    denied = np.frombuffer(own.denied, np.bool_)
    nothing = ~pairs.has("words around shared") & ~pairs.has("figures shared")
    nothing &= ~pairs.has("days shared") & ~pairs.has("place shared")
    found: _Bools = (
        (denied[pairs.a] != denied[pairs.b]) & nothing & (_common(own.parties, pairs) == 0)
    )
    return found


def _other_words(pairs: Pairs) -> _Bools:
    """Say which words of two senses tell events of two types: "opened fire", "closed"."""
    types = column(pairs.own.types)
    one, other = types[pairs.a], types[pairs.b]
    found: _Bools = (one > 0) & (other > 0) & (one != other) & ~pairs.has("same sense")
    return found


def _other_number(pairs: Pairs) -> _Bools:
    """Say which tell of so many events and of so many others: "two strikes", "15 strikes"."""
    numbers = column(pairs.own.numbers)
    one, other = numbers[pairs.a], numbers[pairs.b]
    found: _Bools = (one > 0) & (other > 0) & (one != other)
    return found


def _otherwise(pairs: Pairs) -> _Bools:
    """Say which are told in words of two senses, in two sentences, not of one day or of nobody."""
    own, firsts = pairs.own, column(pairs.own.firsts)
    days = firsts[pairs.a] != firsts[pairs.b]
    counted = np.diff(own.figures.starts) > 0
    nobody = (counted[pairs.a] | counted[pairs.b]) & ~pairs.has("figures shared")
    nobody &= (_common(own.parties, pairs) == 0) & ~pairs.has("place shared")
    found: _Bools = (days | nobody) & ~pairs.has("same sense") & ~pairs.has("one sentence")
    return found


def _to_others(pairs: Pairs) -> _Bools:
    """Say which two things said, not agreed together, are to or of nobody in common."""
    own, types = pairs.own, column(pairs.own.types)
    mutual = np.isin(types, [own.type_number(t) for t in _MUTUAL])
    said = [_verbal(own, side) & ~mutual[side] for side in (pairs.a, pairs.b)]
    found: _Bools = said[0] & said[1] & ~pairs.has("recipients shared")
    return found


def _common(rows: Rows, pairs: Pairs) -> Ints:
    both = shared(rows, pairs.a, rows, pairs.b)
    return np.bincount(both.pairs, minlength=len(pairs.a))


def _meets_others(pairs: Pairs) -> _Bools:
    """Say which two talks or deals have each a party that the other lacks."""
    own, a, b = pairs.own, pairs.a, pairs.b
    types = column(own.types)
    mutual = np.isin(types, [own.type_number(t) for t in _MUTUAL])
    size = np.diff(own.parties.starts)
    common = _common(own.parties, pairs)
    found: _Bools = mutual[a] & mutual[b] & (size[a] > 1) & (size[b] > 1)
    return found & (common < size[a]) & (common < size[b])


# --- what binds them ------------------------------------------------------------------------------


def _bound(pairs: Pairs, ground: Ground, likely: Floats) -> _Bools:
    own, a, b = pairs.own, pairs.a, pairs.b
    deeds = ~_verbal(own, a) & ~_verbal(own, b)
    # a page tells many demands: those of nobody known are not one
    beside = deeds | (_common(own.parties, pairs) > 0)
    return np.where(pairs.has("one page"), beside, _binds(pairs, ground, likely))


def _binds(pairs: Pairs, ground: Ground, likely: Floats) -> _Bools:
    """Say where more than a likeness of words speaks for one event on two pages.

    Two pages that tell one matter need no more for a deed that is likely one; for words they need a
    speaker in common. Pages are of one matter that are as like each other as only such pages are,
    or nearly so, if the accounts share something that is not the matter's alone.
    """
    own, a, b = pairs.own, pairs.a, pairs.b
    actors = pairs.has("actors shared")
    telling = np.zeros(len(a), bool)
    telling[pairs.named[ground.telling[pairs.names]]] = True
    alike = pairs.feature("pages alike")
    one_matter = (alike >= _ALIKE) | ((alike >= _NEARLY) & _something_shared(pairs))
    found: _Bools = (
        days_shared(own, a, b, _SLACK)
        | (actors & pairs.has("recipients shared"))
        | (pairs.has("same stem") & telling)
        | (pairs.feature("sentences alike") >= _RETOLD)
        | (one_matter & (likely >= _LIKELY) & (~_verbal(own, a) | actors))
    )
    return found


def _something_shared(pairs: Pairs) -> _Bools:
    """Say which accounts share a name, place or number, a rare word, or words around theirs."""
    found: _Bools = (
        pairs.has("names shared in the sentence")
        | pairs.has("place shared")
        | pairs.has("figures shared")
        | (pairs.feature("sentences alike") >= _TOUCHED)
        | (pairs.feature("rarity of the shared stem") >= _RARE)
    )
    return found
