"""Many ids and what each stands for, in a tenth of the memory that a dictionary takes.

An id of the program's own is a word and sixty-four bits in hexadecimal digits (``make_id``). Those
lie in one sorted array, in which an id is looked up by halving.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

__all__ = ["Ids", "Renamed"]

_DIGITS = 16


class Ids(Mapping[str, int]):
    """Ids by number: a dictionary of what was given, not to be changed."""

    def __init__(self, numbered: Iterable[tuple[str, int]]) -> None:
        """Take ids, each once, and their numbers."""
        bits: dict[str, array[int]] = {}
        numbers: dict[str, array[int]] = {}
        self._others: dict[str, int] = {}
        for id_, number in numbered:
            kind, value = _parted(id_)
            if value is None:
                self._others[id_] = number
            elif kind in bits:
                bits[kind].append(value)
                numbers[kind].append(number)
            else:
                bits[kind], numbers[kind] = array("Q", [value]), array("i", [number])
        #: by the word before the digits: the sorted bits, and the numbers beside them
        self._kinds = {kind: _sorted(bits.pop(kind), numbers.pop(kind)) for kind in sorted(bits)}

    def __getitem__(self, id_: str) -> int:
        kind, value = _parted(id_)
        if value is None or kind not in self._kinds:
            return self._others[id_]
        bits, numbers = self._kinds[kind]
        at = bisect_left(bits, value)
        if at == len(bits) or bits[at] != value:
            raise KeyError(id_)
        return numbers[at]

    def __contains__(self, id_: object) -> bool:
        return isinstance(id_, str) and self.get(id_) is not None

    def __iter__(self) -> Iterator[str]:
        """Yield the ids, those of one kind rising."""
        for kind, (bits, _) in self._kinds.items():
            for value in bits:
                yield _joined(kind, value)
        yield from self._others

    def __len__(self) -> int:
        return sum(len(bits) for bits, _ in self._kinds.values()) + len(self._others)


class Renamed(Mapping[str, str]):
    """Ids by the id that took their place."""

    def __init__(self, renamed: Iterable[tuple[str, str]]) -> None:
        """Take ids, each once, and their new ones; what comes to one new id stands together."""
        #: of each new id the number of its word, and its bits; ids of another form
        self._kinds: dict[str, int] = {}
        self._kind, self._bits = array("i"), array("Q")
        self._others: dict[int, str] = {}

        def numbered() -> Iterator[tuple[str, int]]:
            last = None
            for old, new in renamed:
                if new != last:
                    self._append(new)
                    last = new
                yield old, len(self._bits) - 1

        self._old = Ids(numbered())
        self._words = list(self._kinds)

    def _append(self, id_: str) -> None:
        kind, value = _parted(id_)
        if value is None:
            self._others[len(self._bits)] = id_
        self._kind.append(
            self._kinds.setdefault(kind, len(self._kinds)) if value is not None else -1
        )
        self._bits.append(value or 0)

    def __getitem__(self, id_: str) -> str:
        at = self._old[id_]
        kind = self._kind[at]
        return self._others[at] if kind < 0 else _joined(self._words[kind], self._bits[at])

    def __contains__(self, id_: object) -> bool:
        return id_ in self._old

    def __iter__(self) -> Iterator[str]:
        return iter(self._old)

    def __len__(self) -> int:
        return len(self._old)


def _joined(kind: str, value: int) -> str:
    return f"{kind}_{value:0{_DIGITS}x}"


def _parted(id_: str) -> tuple[str, int | None]:
    """Return the word of an id and its bits; no bits if it is of another form."""
    kind, _, digits = id_.rpartition("_")
    if len(digits) != _DIGITS or not kind:
        return id_, None
    try:
        value = int(digits, 16)
    except ValueError:
        return id_, None
    return (kind, value) if _joined(kind, value) == id_ else (id_, None)


def _sorted(bits: array[int], numbers: array[int]) -> tuple[array[int], array[int]]:
    order = np.argsort(np.frombuffer(bits, np.uint64), kind="stable")
    return (
        array("Q", np.frombuffer(bits, np.uint64)[order].tobytes()),
        array("i", np.frombuffer(numbers, np.int32)[order].tobytes()),
    )
