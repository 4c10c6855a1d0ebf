"""Where and when a story was filed, printed as a sentence of its own: "LIMA, May 17 (Agency) –"."""

from __future__ import annotations

import re

__all__ = ["is_filing"]

_FILING = re.compile(
    r"[A-Z][A-Z .'’-]+(?:, [A-Z][\w .'’-]+)?, "
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
    r"(?:,? \d{4})?(?: ?\([^)]{1,60}\))?\W*"
)


def is_filing(sentence: str) -> bool:
    """Say whether a sentence only tells where and when a story was filed.

    >>> is_filing("LIMA, Peru, May 17 (Delta Wire) –"), is_filing("Lima fell on May 17.")
    (True, False)
    """
    return _FILING.fullmatch(sentence) is not None
