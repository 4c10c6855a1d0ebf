"""Which of many patterns can match at a place in a text, judged by its first letters alone.

Trying every pattern at every place is most of the cost of a grammar. Here the first letters are
tried against each pattern once, as the beginning of a match (partial matching of the ``regex``
library), and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

__all__ = ["RuleStarts"]

#: letters by which a place is judged: few rule most places out, more leave few patterns to try
_FEW, _LETTERS = 3, 6
#: what a few letters cannot answer: what stands before a match, and where letter case counts
_BEHIND = re.compile(r"\(\?<[=!](?:\\.|\[[^\]]*\]|[^()\\])*\)")


class RuleStarts:
    """Finds for each place in a text the patterns that may match there."""

    def __init__(self, patterns: Sequence[str], before: str) -> None:
        """Prepare patterns, read without regard to case; ``before`` is what may precede any."""
        self._patterns = [
            regex.compile(_BEHIND.sub("", p).replace("(?-i:", "(?:"), regex.I) for p in patterns
        ]
        self._place = re.compile(f"{before}(?=([\\s\\S]{{1,{_LETTERS}}}))")
        self._possible = lru_cache(maxsize=50_000)(self._tried)

    def __call__(self, text: str) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield places of ``text``, rising, with the numbers of the patterns to try there."""
        for place in self._place.finditer(text):
            letters = place[1].lower()
            possible = self._possible(letters[:_FEW]) and self._possible(letters)
            if possible:
                yield place.start(), possible

    def _tried(self, letters: str) -> tuple[int, ...]:
        known = self._possible(letters[:-1]) if len(letters) > _FEW else range(len(self._patterns))
        return tuple(n for n in known if self._patterns[n].match(letters, partial=True) is not None)
