"""Which accounts of events are worth comparing: those that may tell one event.

Candidates stand on pages near each other, so that the cost grows with the events and not with their
square.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import NamedTuple

import numpy as np

from histor.link.accounts import Accounts
from histor.link.rows import Ints
from histor.link.vectors import News
from histor.link.word_senses import word_senses

__all__ = ["Compared", "candidates"]

#: accounts of one type, party and month that an account is compared with; the latest
_COMPARED = 60
#: cosine from which pages are near enough to tell one event, and how many of the nearest are
_NEAR, _PAGES = 0.05, 40
_MONTH = 31


class Compared(NamedTuple):
    """Accounts worth comparing: the lesser number first, each pair once, in order."""

    first: Ints
    second: Ints
    #: a number that pairs of the same accounts share; 0 for those of pages near each other
    beside: Ints


def candidates(own: Accounts, news: News) -> Compared:
    """Return the pairs of accounts worth comparing.

    They share a word's sense, or have words near in meaning, and stand on one page or on pages near
    each other; or they share type, party and month, or sense, doer and whom it befell.
    """
    near = word_senses().near(w for words in own.words for w in words)
    packed = array("q")
    marks, holders = array("q"), array("q")
    by_page: dict[int, list[int]] = defaultdict(list)
    for n, event in enumerate(own.events):
        by_page[own.pages[n]].append(n)
        parties = {*event.actors, *event.recipients}
        keys = {(s, a, r) for s in own.senses[n] for a in event.actors for r in event.recipients}
        if event.type and event.date is not None and event.date.length <= _MONTH:
            keys |= {(event.type, party, event.date.earliest[:7]) for party in parties}
        marks.extend(hash(key) for key in keys)
        holders.extend([n] * len(keys))
    for page, mine in by_page.items():
        senses: dict[str, list[int]] = defaultdict(list)
        words: dict[str, list[int]] = defaultdict(list)
        for n in mine:
            for sense in own.senses[n]:
                senses[sense].append(n)
            for word in {w for known in own.words[n] for w in near.get(known, ())}:
                words[word].append(n)
        for document in (page, *(d for d, _ in news.near_numbers(page, _NEAR, _PAGES))):
            for other in by_page.get(document, ()):
                like = [n for sense in own.senses[other] for n in senses.get(sense, ())]
                like += [n for word in own.words[other] for n in words.get(word, ())]
                for n in like:
                    if n != other:
                        packed.append(min(n, other) << 32 | max(n, other))
    shared = [np.unique(np.array(packed, np.int64))]
    beside = [np.zeros(len(shared[0]), np.int64)]
    # of one key, an account and the latest before it
    key, holder = np.array(marks, np.int64), np.array(holders, np.int64)
    order = np.lexsort((holder, key))
    key, holder = key[order], holder[order]
    for back in range(1, _COMPARED + 1):
        same = np.flatnonzero(key[back:] == key[:-back])
        if not len(same):
            break
        shared.append(holder[same] << 32 | holder[same + back])
        beside.append(key[same])
    every, at = np.unique(np.concatenate(shared), return_index=True)
    return Compared(every >> 32, every & 0xFFFFFFFF, np.concatenate(beside)[at])
