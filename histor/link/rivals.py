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
_AT_ONCE = 100_000


def against_rivals(
    first: NDArray[np.int32],
    second: NDArray[np.int32],
    likely: Floats,
    page: NDArray[np.integer],
) -> None:
    """Lower how likely accounts tell one event, in the light of what else each could tell.

    Args:
        first, second: the accounts of each pair.
        likely: how likely they tell one event, 0 to 1; what is found takes its place. Pairs that
            are not given count as unlike.
        page: the page of each account, a number.
    """
    on = page.astype(np.int32)
    apart = on[first] != on[second]
    across = np.flatnonzero(apart).astype(np.int32)
    within = np.flatnonzero(~apart).astype(np.int32)
    del apart
    count = int(on.max(initial=-1)) + 1
    own = _ByPage(within, on[first[within]], count)
    sides = [
        (a, b, _ByPage(across, on[a[across]], count)) for a, b in ((first, second), (second, first))
    ]
    del across, within
    most = np.zeros(len(first))
    for low, high in _blocks(np.sum([side.named() for *_, side in sides], axis=0)):
        here, there, pairs = [], [], []
        for a, b, side in sides:
            chosen = side.between(low, high)
            here.append(a[chosen])
            there.append(b[chosen])
            pairs.append(chosen)
        pair = np.concatenate(pairs)
        inside = own.between(low, high)
        rivals = _rivals(
            np.concatenate(here).astype(np.int64),
            np.concatenate(there).astype(np.int64),
            likely[pair],
            on,
            (first[inside].astype(np.int64), second[inside].astype(np.int64), likely[inside]),
        )
        np.maximum.at(most, pair, rivals)
    most *= _WEIGHT
    most += 1
    likely /= most
    # rounded, so that the order of the sums cannot be seen in the last bits
    np.round(likely, 6, out=likely)


class _ByPage:
    """Pairs in the order of pages."""

    def __init__(self, pairs: NDArray[np.int32], page: NDArray[np.int32], count: int) -> None:
        order = np.argsort(page, kind="stable")
        self._pairs = pairs[order]
        self._starts = np.concatenate(([0], np.cumsum(np.bincount(page, minlength=count))))

    def between(self, low: int, high: int) -> NDArray[np.int32]:
        """Return the pairs of the pages from one on and before another."""
        return self._pairs[self._starts[low] : self._starts[high]]

    def named(self) -> Ints:
        """Return how many pairs each page has."""
        return np.diff(self._starts)


def _blocks(named: Ints) -> Iterator[tuple[int, int]]:
    """Yield ranges of pages that together are named so often as can be counted at once."""
    if not named.any():
        return
    edges = np.flatnonzero(np.diff(np.cumsum(named) // _AT_ONCE)) + 1
    yield from zip([0, *edges.tolist()], [*edges.tolist(), len(named)], strict=True)


def _rivals(
    here: Ints,
    there: Ints,
    likely: Floats,
    page: NDArray[np.int32],
    within: tuple[Ints, Ints, Floats],
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
    _, group = np.unique(
        page[here[order]].astype(np.int64) << 32 | there[order], return_inverse=True
    )
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
