"""A block is a line or paragraph of the page with the place of each of its characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from histor.spans import Segment

__all__ = ["Block", "block_of_line"]


@dataclass(frozen=True, slots=True)
class Block:
    """Text of one paragraph; segments map it to the page, ``clean`` counting from its start."""

    text: str
    segments: tuple[Segment, ...]
    #: blank lines that stand before it on the page
    gap: int = 0

    @property
    def start(self) -> int:
        """Where the block begins on the page."""
        return self.segments[0].raw if self.segments else 0

    @property
    def end(self) -> int:
        """Where the block ends on the page."""
        last = self.segments[-1] if self.segments else None
        return last.raw + last.raw_length if last else 0

    def cut(self, start: int, end: int) -> Block:
        """Return the part ``[start, end)`` of the block, in characters of its text."""
        kept: list[Segment] = []
        for seg in self.segments:
            low, high = max(start, seg.clean), min(end, seg.clean + seg.length)
            if low >= high:
                continue
            if seg.length == seg.raw_length:
                kept.append(Segment(low - start, seg.raw + low - seg.clean, high - low, high - low))
            else:
                kept.append(Segment(low - start, seg.raw, high - low, seg.raw_length))
        return Block(self.text[start:end], tuple(kept), self.gap)


def block_of_line(text: str, start: int, gap: int = 0) -> Block:
    """Return the block of a line that stands at ``start``, without white space around it."""
    left = len(text) - len(text.lstrip())
    body = text.strip()
    return Block(body, (Segment(0, start + left, len(body), len(body)),), gap)


def join_blocks(parts: Sequence[Block], glue: str) -> Block:
    """Join blocks into one; the glue between them stands nowhere on the page."""
    text, segments = "", []
    for part in parts:
        if text:
            text += glue
        segments += [
            Segment(s.clean + len(text), s.raw, s.length, s.raw_length) for s in part.segments
        ]
        text += part.text
    return Block(text, tuple(segments), parts[0].gap if parts else 0)
