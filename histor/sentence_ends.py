"""How sentences end, and headings do not."""

from __future__ import annotations

import re

__all__ = ["is_closed"]

_STOP = re.compile(r"[.!?…][\"'”’)]*\s*$")


def is_closed(words: str) -> bool:
    """Say whether words end as a sentence does, and a heading does not."""
    return _STOP.search(words) is not None
