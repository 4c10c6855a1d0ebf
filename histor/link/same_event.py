"""Do two pages' accounts tell one event? Scores of what speaks for it and what against.

A small network over words, parties, place, day and the sentences around, after the features of
Cybulska & Vossen (2015) and Kenyon-Dean et al. (2018); trained on ECB+'s training topics by
``training/same_event.py``. No encoder compares the pair, so that it costs a few set operations,
done for thousands of pairs at once.
"""

from __future__ import annotations

from array import array
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from histor.extract.events.upheavals import UPHEAVALS
from histor.link.accounts import Accounts, column
from histor.link.near_pages import NearPages
from histor.link.rows import Floats, Ints, Rows, shared
from histor.link.word_senses import word_senses

__all__ = ["FEATURES", "Pairs", "compared", "days_shared", "probabilities", "sides", "surely_one"]

Bools = NDArray[np.bool_]
FEATURES = (
    "same stem",
    "same sense",
    "same type",
    "other type",
    "rarity of the shared stem",
    "sentences alike",
    "pages alike",
    "one page",
    "one sentence",
    "actors shared",
    "actors apart",
    "recipients shared",
    "recipients apart",
    "sides crossed",
    "names shared in the sentence",
    "place shared",
    "places apart",
    "days shared",
    "figures shared",
    "figures apart",
    "same word",
    "words around alike",
    "rest of the sentence alike",
    "its word in the other's sentence",
    "words of one meaning",
    "words near in meaning",
    "words around shared",
    "nearest pages shared",
    "pages alike beside their nearest",
)
_FILE = Path(__file__).parent / "data" / "same_event.json"
_DAYS = FEATURES.index("days shared")
_SHARED_DAY = 0.0
#: days by which two pages can date one event apart
_SLACK = 1


class _Model(msgspec.Struct, frozen=True):
    """A network of one hidden layer of rectified sums."""

    hidden: list[list[float]]
    hidden_bias: list[float]
    output: list[float]
    bias: float


class Pairs(NamedTuple):
    """Pairs of accounts set beside each other."""

    own: Accounts
    #: rows of the accounts' columns
    a: Ints
    b: Ints
    #: values of ``FEATURES``, most of them 0 or 1
    features: Floats
    #: numbers of pairs, and the names that their sentences share
    named: Ints
    names: Ints

    def feature(self, name: str) -> Floats:
        """Return the values of one feature."""
        values: Floats = self.features[:, FEATURES.index(name)]
        return values

    def has(self, name: str) -> Bools:
        """Return the values of a feature that is so or not."""
        return self.feature(name) > 0


def compared(own: Accounts, a: Ints, b: Ints, near: NearPages) -> Pairs:
    """Set accounts beside each other.

    Args:
        own: the accounts.
        a, b: rows of their columns, pair by pair.
        near: the pages as vectors. Pairs that come page by page are told soonest.
    """
    count = len(a)
    both, products = own.words.shared(a, b)
    rest = ~(own.is_own(both.one) | own.is_own(both.other))
    rests = np.bincount(both.pairs[rest], weights=products[rest], minlength=count)
    words = own.words.rows.flat[both.one]
    named = np.flatnonzero(own.is_name(words))
    stems = _meet(own.stems, a, own.stems, b)
    actors = sides(own.actors, a, b)
    recipients = sides(own.recipients, a, b)
    figures = sides(own.figures, a, b)
    page = _same(own.pages, a, b)
    type_a, type_b = (column(own.types)[x] for x in (a, b))
    typed = (type_a > 0) & (type_b > 0)
    kinds = _same(own.kinds, a, b)
    place_a, place_b = (column(own.places)[x] for x in (a, b))
    placed = (place_a >= 0) & (place_b >= 0)
    rarity = np.minimum(np.array(own.rarity)[a], np.array(own.rarity)[b])
    crossed = _meet(own.actors, a, own.recipients, b) | _meet(own.recipients, a, own.actors, b)
    inside = _meet(own.stems, a, own.all_stems, b) | _meet(own.stems, b, own.all_stems, a)
    pages = near.between(column(own.pages)[a], column(own.pages)[b])
    meaning = _meaning(own, a, b)
    values = [
        stems,
        _meet(own.senses, a, own.senses, b),
        typed & kinds,
        typed & ~kinds,
        np.where(stems, rarity, 0.0),
        own.words.summed(both.pairs, products, a, b),
        pages.cosine,
        page,
        page & _same(own.sentences, a, b),
        actors.met,
        actors.apart,
        recipients.met,
        recipients.apart,
        crossed,
        np.log1p(np.bincount(both.pairs[named], minlength=count)),
        placed & (place_a == place_b),
        placed & (place_a != place_b),
        days_shared(own, a, b),
        figures.met,
        figures.apart,
        _meet(own.lemmas, a, own.lemmas, b),
        own.around.cosines(a, b),
        rests / (own.rest(a) * own.rest(b)),
        inside,
        meaning[0],
        meaning[1],
        _around_shared(own, a, b),
        pages.shared,
        pages.beside,
    ]
    table = np.column_stack([np.asarray(v, np.float64) for v in values])
    return Pairs(own, a, b, table, both.pairs[named], words[named].astype(np.int64))


def _meaning(own: Accounts, a: Ints, b: Ints) -> Floats:
    """Return how far the events' words mean the same: by senses, and by vectors."""
    meanings = column(own.meanings).astype(np.int64)
    once, which = np.unique(meanings[a] << 32 | meanings[b], return_inverse=True)
    likeness = word_senses().likeness
    found = np.empty((2, len(once)))
    for n, pair in enumerate(once.tolist()):
        found[:, n] = likeness(own.meant[pair >> 32], own.meant[pair & 0xFFFFFFFF])
    meaning: Floats = found[:, which]
    return meaning


def _around_shared(own: Accounts, a: Ints, b: Ints) -> Floats:
    """Return the share of the words around the events' own that both have."""
    rows = own.around.rows
    both = np.bincount(shared(rows, a, rows, b).pairs, minlength=len(a))
    share: Floats = both / np.maximum(1, np.minimum(rows.sizes(a), rows.sizes(b)))
    return share


class _Sides(NamedTuple):
    """Whether two rows share something, and whether both have something and share none."""

    met: Bools
    apart: Bools


def sides(rows: Rows, a: Ints, b: Ints) -> _Sides:
    """Say of each pair of rows whether they share something, and whether each lacks the other's."""
    met = _meet(rows, a, rows, b)
    return _Sides(met, (rows.sizes(a) > 0) & (rows.sizes(b) > 0) & ~met)


def _meet(one: Rows, a: Ints, other: Rows, b: Ints) -> Bools:
    """Say of each pair of rows whether they share something."""
    found = np.zeros(len(a), bool)
    found[shared(one, a, other, b).pairs] = True
    return found


def _same(values: array[int], a: Ints, b: Ints) -> Bools:
    own = column(values)
    same: Bools = own[a] == own[b]
    return same


def surely_one(pairs: Pairs) -> Bools:
    """Say which two pages tell one event by its type, parties and day, or word and parties."""
    own, a, b = pairs.own, pairs.a, pairs.b
    types = column(own.types)
    possible = (types[a] > 0) & (types[a] == types[b]) & ~pairs.has("one page")
    actors, recipients = pairs.has("actors shared"), pairs.has("recipients shared")
    first = column(own.firsts)
    dated = (first[a] >= 0) & (first[b] >= 0)
    day = days_shared(own, a, b, _SLACK) & (actors | recipients | pairs.has("place shared"))
    sides = _same(own.doers, a, b) & _same(own.befallen, a, b)
    told = pairs.has("same stem") & actors & (recipients | (column(own.places)[a] >= 0)) & sides
    once = actors & _done_once(own, a, b) & ~(dated & ~days_shared(own, a, b, _SLACK))
    sure: Bools = possible & (once | np.where(dated, day, told))
    return sure


def _done_once(own: Accounts, a: Ints, b: Ints) -> Bools:
    """Say which are both of a kind that one party does once: a general defects but once."""
    kinds = column(own.kinds)
    known = [n for kind in sorted(UPHEAVALS) if (n := own.kind_number(f"OTHER {kind}")) > 0]
    same: Bools = (kinds[a] == kinds[b]) & np.isin(kinds[a], known)
    return same


def days_shared(own: Accounts, a: Ints, b: Ints, slack: int = 0) -> Bools:
    """Say which dates of a few days each have one in common, give or take some."""
    first, last = column(own.firsts), column(own.lasts)
    precise = own.precise(a) & own.precise(b)
    return precise & (first[a] - slack <= last[b]) & (first[b] - slack <= last[a])


def probabilities(values: Floats) -> Floats:
    """Return how likely pairs of accounts with such features tell one event, each 0 to 1."""
    model = _model()
    # ECB+, which trained the rest, gives no days; MEANTIME's few would speak against a shared one
    others = values.copy()
    others[:, _DAYS] = 0.0
    hidden = np.maximum(others @ np.array(model.hidden).T + np.array(model.hidden_bias), 0.0)
    total = hidden @ np.array(model.output) + model.bias
    total += _SHARED_DAY * values[:, _DAYS]
    # rounded, so that the order of the pairs cannot be seen in the last bits
    likely: Floats = np.round(1 / (1 + np.exp(-total)), 6)
    return likely


@cache
def _model() -> _Model:
    return msgspec.json.decode(_FILE.read_bytes(), type=_Model)
