"""What an account of another page could tell as well, if it did not tell this: its rivals.

An account is one event of another page or none. Where five strikes of that page are as like it as
a sixth, none of the six is likely; where one event of the page is told in five places, the five
speak for one another. A network that sees one pair at a time can tell neither.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from histor.link.rows import Floats, Ints

__all__ = ["against_rivals"]

#: how much a rival as likely as the account itself takes away; chosen on the dev parts of ECB+,
#: from marked events and from raw text
_WEIGHT = 0.4
#: pairs of whose pages the rivals are counted together
_AT_ONCE = 500_000


def against_rivals(
    first: NDArray[np.int32], second: NDArray[np.int32], likely: Floats, page: Ints
) -> Floats:
    """Return how likely accounts tell one event, in the light of what else each could tell.

    Args:
        first, second: the accounts of each pair.
        likely: how likely they tell one event, 0 to 1. Pairs that are not given count as unlike.
        page: the page of each account, a number.
    """
    most = np.zeros(len(first))
    across = np.flatnonzero(page[first] != page[second])
    within = np.flatnonzero(page[first] == page[second])
    own = _by_page(within, page[first[within]])
    sides = [
        (a, b, _by_page(across, page[a[across]])) for a, b in ((first, second), (second, first))
    ]
    for low, high in _blocks(page[np.concatenate((first[across], second[across]))]):
        here, there, pairs = [], [], []
        for a, b, (order, pages) in sides:
            chosen = order[slice(*np.searchsorted(pages, (low, high)))]
            here.append(a[chosen])
            there.append(b[chosen])
            pairs.append(chosen)
        pair = np.concatenate(pairs)
        inside = own[0][slice(*np.searchsorted(own[1], (low, high)))]
        rivals = _rivals(
            np.concatenate(here).astype(np.int64),
            np.concatenate(there).astype(np.int64),
            likely[pair],
            page,
            (first[inside].astype(np.int64), second[inside].astype(np.int64), likely[inside]),
        )
        np.maximum.at(most, pair, rivals)
    # rounded, so that the order of the sums cannot be seen in the last bits
    weighed: Floats = np.round(likely / (1 + _WEIGHT * most), 6)
    return weighed


def _by_page(pairs: Ints, page: Ints) -> tuple[Ints, Ints]:
    """Return pairs in the order of pages, and those pages."""
    order = np.argsort(page, kind="stable")
    return pairs[order], page[order]


def _blocks(pages: Ints) -> Iterator[tuple[int, int]]:
    """Yield ranges of pages that together are named so often as can be counted at once."""
    if not len(pages):
        return
    named = np.bincount(pages)
    edges = np.flatnonzero(np.diff(np.cumsum(named) // _AT_ONCE)) + 1
    yield from zip([0, *edges.tolist()], [*edges.tolist(), len(named)], strict=True)


def _rivals(
    here: Ints, there: Ints, likely: Floats, page: Ints, within: tuple[Ints, Ints, Floats]
) -> Floats:
    """Return what speaks for other accounts of the page of ``here``, from where ``there`` stands.

    Args:
        here, there: accounts of some pages, all of their pairs, and those of other pages.
        likely: how likely each of the pairs tells one event.
        page: the page of each account.
        within: pairs of one page's accounts, and how likely they tell one event: no rivals.
    """
    key = here << 32 | there
    order = np.argsort(key)
    key, likely = key[order], likely[order]
    _, group = np.unique(page[here[order]] << 32 | there[order], return_inverse=True)
    rivals = np.bincount(group, weights=likely)[group] - likely
    one, other, same = within
    for a, b in ((one, other), (other, one)):
        begins = np.searchsorted(key, a << 32)
        many = np.searchsorted(key, (a + 1) << 32) - begins
        mine = np.repeat(begins - np.cumsum(many) + many, many) + np.arange(many.sum())
        wanted = np.repeat(b << 32, many) | (key[mine] & 0xFFFFFFFF)
        theirs = np.minimum(np.searchsorted(key, wanted), len(key) - 1)
        met = np.flatnonzero(key[theirs] == wanted)
        spoken = likely[theirs[met]] * np.repeat(same, many)[met]
        rivals -= np.bincount(mine[met], weights=spoken, minlength=len(key))
    back = np.empty(len(key))
    back[order] = np.maximum(rivals, 0.0)
    return back
