"""What is read of a window's words before it is mended, and then told: tags, heads, relations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Parse"]


@dataclass(slots=True)
class Parse:
    """One window, one entry a word; all but the words may be mended in place."""

    words: Sequence[str]
    #: universal parts of speech and Penn tags
    upos: list[str]
    xpos: list[str]
    #: the place of the word over each, its own for a root, and the relation to it
    heads: list[int]
    deprels: list[str]

    def below(self, head: int) -> list[int]:
        """Return the places of the words right below another."""
        return [i for i, over in enumerate(self.heads) if over == head and i != head]

    def root(self, start: int, end: int) -> int:
        """Return the place of the first root of a stretch of words; its start if it has none."""
        return next((i for i in range(start, end) if self.heads[i] == i), start)
