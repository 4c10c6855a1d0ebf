"""Records of a whole case, kept out of memory and decoded one at a time.

A page's record takes twenty times the room in memory that it takes packed. What is made of each
page of a case is put on a shelf, a temporary file, and read back when it is needed; small shelves
stay in memory.
"""

from __future__ import annotations

import tempfile
import zlib
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import IO, Any, Generic, TypeVar, cast, overload

import msgspec

__all__ = ["ById", "Runs", "Shelf"]

#: bytes of a shelf's end that are held in memory before they go to its file
_IN_MEMORY = 1 << 20
#: bytes of a shelf from which on its records are packed, and of a record that is: a packed
#: claim takes two thirds of the room, and three times the time to read
_LOOSE, _PACKED = 32 << 20, 2000
#: bytes that are read at once where records are gone through in their order
_AHEAD = 1 << 16
#: bytes of encoded records that are kept at hand decoded, which takes some five times the room
_AT_HAND = 4 << 20
_T = TypeVar("_T")


class Shelf(Sequence[_T], Generic[_T]):
    """A sequence of records; each is decoded anew when it is asked for."""

    def __init__(self, kind: Any, items: Iterable[_T] = ()) -> None:
        """Make a shelf for records of a type that msgspec can decode, and put ``items`` on it."""
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._file: IO[bytes] | None = None
        #: the bytes in the file, and those after them
        self._written, self._tail = 0, bytearray()
        #: where each record begins, how long it is, and whether it is packed
        self._starts, self._lengths, self._packed = array("q"), array("i"), bytearray()
        self._hand: OrderedDict[int, tuple[_T, int]] = OrderedDict()
        self._held = 0
        for item in items:
            self.append(item)

    def append(self, item: _T) -> None:
        """Put a record at the end.

        Raises:
            OSError: there is no room for temporary files.
        """
        start, length, packed = self._write(item)
        self._starts.append(start)
        self._lengths.append(length)
        self._packed.append(packed)

    def put(self, at: int, item: _T) -> None:
        """Put a record in the place of another."""
        self._starts[at], self._lengths[at], self._packed[at] = self._write(item)
        self._held -= self._hand.pop(at, (None, 0))[1]

    def arrange(self, order: Sequence[int]) -> None:
        """Keep the records of these places, in this order."""
        self._starts = array("q", [self._starts[n] for n in order])
        self._lengths = array("i", [self._lengths[n] for n in order])
        self._packed = bytearray(self._packed[n] for n in order)
        self.put_away()

    def put_away(self) -> None:
        """Let go of the records that are at hand, before something else takes much memory."""
        self._hand.clear()
        self._held = 0

    def _write(self, item: _T) -> tuple[int, int, bool]:
        data = self._encoder.encode(item)
        start = self._written + len(self._tail)
        packed = start >= _LOOSE and len(data) >= _PACKED
        if packed:
            data = zlib.compress(data, 1)
        self._tail += data
        if len(self._tail) >= _IN_MEMORY:
            self._to_file()
        return start, len(data), packed

    def _to_file(self) -> None:
        if self._file is None:
            # removed when it is closed, and closed when nothing refers to the shelf any more
            self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115
        self._file.seek(self._written)
        while self._tail:
            sent = self._file.write(self._tail)
            self._written += sent
            del self._tail[:sent]

    def __len__(self) -> int:
        return len(self._starts)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    @overload
    def __getitem__(self, at: int) -> _T: ...
    @overload
    def __getitem__(self, at: slice) -> list[_T]: ...
    def __getitem__(self, at: int | slice) -> _T | list[_T]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        if at < 0:
            at += len(self)
        if not 0 <= at < len(self):
            raise IndexError(at)
        known = self._hand.get(at)
        if known is None:
            data = self._data(at)
            known = self._hand[at] = cast(_T, self._decoder.decode(data)), len(data)
            self._held += len(data)
            while self._held > _AT_HAND:
                self._held -= self._hand.popitem(last=False)[1][1]
        return known[0]

    def __iter__(self) -> Iterator[_T]:
        decode, begins, block = self._decoder.decode, 0, b""
        for at in range(len(self)):
            start, length = self._starts[at], self._lengths[at]
            if not begins <= start <= start + length <= begins + len(block):
                begins, block = start, self._bytes(start, max(length, _AHEAD))
            data = block[start - begins : start - begins + length]
            yield cast(_T, decode(zlib.decompress(data) if self._packed[at] else data))

    def _data(self, at: int) -> bytes:
        data = self._bytes(self._starts[at], self._lengths[at])
        return zlib.decompress(data) if self._packed[at] else data

    def _bytes(self, start: int, length: int) -> bytes:
        """Return so many bytes from a place on, or up to the end."""
        if self._file is None or start >= self._written:
            return bytes(self._tail[start - self._written : start - self._written + length])
        self._file.seek(start)
        return self._file.read(length)


class ById(Mapping[str, _T], Generic[_T]):
    """Records in a sequence by their ids."""

    def __init__(self, places: Mapping[str, int], items: Sequence[_T]) -> None:
        self._places = places
        self._items = items

    def __getitem__(self, id_: str) -> _T:
        return self._items[self._places[id_]]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class Runs(Mapping[str, list[_T]], Generic[_T]):
    """What stands together in a sequence under one key: the claims of each document."""

    def __init__(self, items: Sequence[_T], key: Callable[[_T], str]) -> None:
        self._items = items
        #: what was asked for last: each claim of a page asks for what stands beside it
        self._last: tuple[str | None, list[_T]] = None, []
        self._bounds: dict[str, tuple[int, int]] = {}
        for n, item in enumerate(items):
            name = key(item)
            self._bounds[name] = self._bounds.get(name, (n, n))[0], n + 1

    def __getitem__(self, key: str) -> list[_T]:
        if self._last[0] != key:
            first, last = self._bounds[key]
            self._last = key, [self._items[n] for n in range(first, last)]
        return self._last[1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._bounds)

    def __len__(self) -> int:
        return len(self._bounds)
