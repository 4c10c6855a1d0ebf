"""What is read of a window's words before it is mended, and then told: tags, heads, relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

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
    #: the heads by which words were last sorted, and the words below each of them
    _sorted: list[int] = field(default_factory=list)
    _below: dict[int, list[int]] = field(default_factory=dict)

    def below(self, head: int) -> list[int]:
        """Return the places of the words right below another."""
        if self.heads != self._sorted:  # asked a hundred times for each mend
            self._sorted = self.heads.copy()
            self._below = defaultdict(list)
            for i, over in enumerate(self.heads):
                if i != over:
                    self._below[over].append(i)
        return self._below.get(head, [])

    def root(self, start: int, end: int) -> int:
        """Return the place of the first root of a stretch of words; its start if it has none."""
        return next((i for i in range(start, end) if self.heads[i] == i), start)
