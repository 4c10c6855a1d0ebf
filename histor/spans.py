"""Two kinds of position, and the map that carries one to the other.

A :class:`RawSpan` counts code points in a page as decoded; a :class:`CleanSpan` counts code points
in the story's text. They are different types so that one can never be used as the other. Offsets
are carried through cleaning by an :class:`OffsetMap`, never found again by searching: on pages that
repeat a sentence a search lands on the wrong one while the words still match.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec

__all__ = ["CleanSpan", "OffsetMap", "RawSpan", "Segment"]


class RawSpan(msgspec.Struct, frozen=True, order=True):
    """``[start, end)`` in code points of the page as decoded."""

    start: int
    end: int


class CleanSpan(msgspec.Struct, frozen=True, order=True):
    """``[start, end)`` in code points of the story's text."""

    start: int
    end: int

    def overlaps(self, other: CleanSpan) -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: CleanSpan) -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Segment(msgspec.Struct, frozen=True, array_like=True):
    """A run of story text taken from the page.

    ``clean`` and ``raw`` are the starts, ``length`` the run's length in the story and
    ``raw_length`` on the page. The two lengths differ only where the page wrote one character as
    several (an HTML entity, a run of white space); such a run is mapped as a whole.
    """

    clean: int
    raw: int
    length: int
    raw_length: int


class OffsetMap(msgspec.Struct, frozen=True):
    """Where each character of the story stands on the page.

    Segments ascend in ``clean`` and do not overlap there; story characters between segments
    (a paragraph break histor put in) stand nowhere on the page.
    """

    segments: tuple[Segment, ...]

    @classmethod
    def of(cls, segments: Iterable[Segment]) -> OffsetMap:
        """Build a map, joining neighbours that are contiguous on both sides."""
        joined: list[Segment] = []
        for seg in segments:
            last = joined[-1] if joined else None
            if (
                last
                and last.length == last.raw_length
                and seg.length == seg.raw_length
                and last.clean + last.length == seg.clean
                and last.raw + last.raw_length == seg.raw
            ):
                length = last.length + seg.length
                joined[-1] = Segment(last.clean, last.raw, length, length)
            else:
                joined.append(seg)
        return cls(segments=tuple(joined))

    def to_raw(self, span: CleanSpan) -> tuple[RawSpan, ...]:
        """Return the pieces of the page under ``span``, in story order; empty if there are none."""
        starts: Sequence[int] = [s.clean for s in self.segments]
        pieces: list[RawSpan] = []
        for seg in self.segments[max(0, bisect_right(starts, span.start) - 1) :]:
            if seg.clean >= span.end:
                break
            if seg.clean + seg.length <= span.start:
                continue
            if seg.length == seg.raw_length:
                low = max(0, span.start - seg.clean)
                high = min(seg.length, span.end - seg.clean)
                pieces.append(RawSpan(seg.raw + low, seg.raw + high))
            else:
                pieces.append(RawSpan(seg.raw, seg.raw + seg.raw_length))
        return tuple(_merge(pieces))


def _merge(pieces: Iterable[RawSpan]) -> list[RawSpan]:
    merged: list[RawSpan] = []
    for piece in pieces:
        if merged and merged[-1].end == piece.start:
            merged[-1] = RawSpan(merged[-1].start, piece.end)
        else:
            merged.append(piece)
    return merged
