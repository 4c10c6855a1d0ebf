"""Which accounts are compared, and what binds the two of a pair that may tell one event.

Candidates stand on pages near each other and share a word's sense, or share type, party and month,
so that the cost grows with the events. They are compared some thousands at once.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from histor.link.accounts import Accounts, column
from histor.link.ground import Ground
from histor.link.limits import Limits
from histor.link.near_pages import NearPages
from histor.link.never_one import by_a_word_alone, never_one
from histor.link.rivals import against_rivals
from histor.link.rows import Floats, Ints, Rows
from histor.link.same_event import Pairs, compared, days_shared
from histor.link.vectors import News
from histor.link.weighed import in_common, is_verbal, weighed
from histor.link.word_senses import word_senses

__all__ = ["AccountPairs", "account_pairs", "candidates"]

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
#: cosine from which pages are near enough to tell one event, and how many of the nearest are
_NEAR, _PAGES = 0.05, 40
_MONTH = 31
#: cosine of two sentences of which one retells the other, and of two that touch each other
_RETOLD, _TOUCHED = 0.4, 0.08
#: and of one sentence on two pages
_ONE_SENTENCE = 0.97
#: cosine of two pages that tell one matter, and of two that nearly do
_ALIKE, _NEARLY = 0.3, 0.2
#: probability from which they tell one event; rarity of an event's word that few pages have
_LIKELY, _RARE = 0.6, 3.5
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
    #: whether they can never be one, whatever else joins them
    apart: _Bools


def account_pairs(own: Accounts, news: News, ground: Ground, limits: Limits) -> AccountPairs:
    """Return the pairs of accounts that can be one event, and what speaks for it.

    ``limits`` hold the accounts' bounds, in the order of their rows.
    """
    packed = candidates(own, news)
    near = NearPages(news)
    number = np.empty(len(own), np.int32)
    number[own.order] = np.arange(len(own), dtype=np.int32)
    count = len(packed)
    # each pair's numbers take the place of its rows: there are two hundred a page
    halves = packed.view(np.int32).reshape(-1, 2)
    first, second = halves[:, 0], halves[:, 1]
    likely, bound, apart = np.empty(count), np.empty(count, bool), np.empty(count, bool)
    for start in range(0, count, _AT_ONCE):
        batch = slice(start, start + _AT_ONCE)
        one, other = number[packed[batch] >> 32], number[packed[batch] & _LOWER]
        first[batch], second[batch] = np.minimum(one, other), np.maximum(one, other)
        pairs = compared(own, own.order[first[batch]], own.order[second[batch]], near)
        apart[batch] = never_one(pairs, ground)
        alone = by_a_word_alone(pairs, ground)
        likely[batch] = np.where(apart[batch] | alone, 0.0, weighed(pairs, ground))
        printed = _printed_twice(pairs) & ~apart[batch]
        likely[batch][printed] = 1.0
        bound[batch] = (_bound(pairs, ground, likely[batch]) & ~alone) | printed
    del number, near
    against_rivals(first, second, likely, column(own.pages)[own.order])
    # what breaks the bounds of an account may be its rival, but is never of one event with it
    can_be = limits.agree(own.order, first, second)
    return AccountPairs(first[can_be], second[can_be], likely[can_be], bound[can_be], apart[can_be])


# --- which accounts are compared ------------------------------------------------------------------


def candidates(own: Accounts, news: News) -> Ints:
    """Return the pairs of accounts worth comparing, as rows of their columns: the lesser one above.

    They share a word's sense, or have words near in meaning, and stand on one page or on pages near
    each other; or they share type, party and month, or sense, doer and whom it befell. The numbers
    rise, so that the pairs come page by page and two pages are held against each other once.
    """
    found, batch, held = list[Ints](), list[Ints](), 0
    for pairs in chain(_of_one_key(own), _near(own, news), _of_headings(own)):
        batch.append(pairs)
        held += len(pairs)
        if held > _PACKED:
            found.append(_once(batch))
            held = 0
    found.append(_once(batch))
    return _once(found)


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


def _of_headings(own: Accounts) -> Iterator[Ints]:
    """Yield the pairs of the one event of a kind in a page's heading and the one in its lead."""
    alone = np.flatnonzero(own.alone)
    mark = column(own.pages)[alone].astype(np.int64) << 32 | column(own.kinds)[alone]
    order = np.argsort(mark, kind="stable")
    alone, mark = alone[order], mark[order]
    met = mark[:-1] == mark[1:]
    one, other = alone[:-1][met], alone[1:][met]
    yield np.minimum(one, other) << 32 | np.maximum(one, other)


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


# --- what binds them ------------------------------------------------------------------------------


def _bound(pairs: Pairs, ground: Ground, likely: Floats) -> _Bools:
    own, a, b = pairs.own, pairs.a, pairs.b
    deeds = ~is_verbal(own, a) & ~is_verbal(own, b)
    # a page tells many demands: those of nobody known are not one
    beside = deeds | (in_common(own.parties, pairs) > 0)
    return np.where(pairs.has("one page"), beside, _binds(pairs, ground, likely))


def _printed_twice(pairs: Pairs) -> _Bools:
    """Say which one word of one sentence tells that two pages print: they are joined first."""
    sentence = pairs.feature("sentences alike") >= _ONE_SENTENCE
    return sentence & pairs.has("same word") & ~pairs.has("one page")


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
        days_shared(own, a, b)
        | (actors & pairs.has("recipients shared"))
        | (pairs.has("same stem") & telling)
        | (pairs.feature("sentences alike") >= _RETOLD)
        | (one_matter & (likely >= _LIKELY) & (~is_verbal(own, a) | actors))
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
