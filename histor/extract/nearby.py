"""Looking things up by where they stand, so that a page twice as long takes twice the time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

__all__ = ["Nearby"]

T = TypeVar("T")


class Nearby(Generic[T]):
    """Things in the order of their starts.

    Args:
        things: what to look up.
        start: where each begins, in whatever the caller counts.
    """

    def __init__(self, things: Iterable[T], start: Callable[[T], int]) -> None:
        self._things: list[T] = sorted(things, key=start)
        self._starts = [start(thing) for thing in self._things]

    def starting(self, low: int, high: int) -> Sequence[T]:
        """Return the things that begin in ``[low, high)``."""
        return self._things[bisect_left(self._starts, low) : bisect_left(self._starts, high)]
