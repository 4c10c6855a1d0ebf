"""Addresses left in a page's markup that betray whose matter it carries.

A site that takes a story over often keeps the original's pictures and players, or names it as the
canonical page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from histor.clean.hosts import domain_of, outlet_of
from histor.records import Removed

__all__ = ["leftovers"]

_LINK = re.compile(r"<link\b[^<>]{0,500}>", re.I)
_CANONICAL = re.compile(r"\brel\s*=\s*[\"']?canonical\b", re.I)
_HREF = re.compile(r"\bhref\s*=\s*[\"']?((?:https?:)?//[^\s\"'<>]{4,300})", re.I)
_LOADED = re.compile(
    r"\b(?:src|poster|data-[a-z-]{1,20})\s*=\s*[\"']?((?:https?:)?//[^\s\"'<>]{4,300})", re.I
)
#: characters before a story in which its picture stands
_ABOVE = 4_000


def leftovers(source: str, first: int, last: int) -> Iterator[Removed]:
    """Yield the addresses of outlets that are listed: the canonical page, a story's pictures.

    Args:
        source: a page's markup.
        first, last: where in it the story begins and ends.
    """
    loaded = _LOADED.finditer(source, max(0, first - _ABOVE), last)
    for match in (*_canonical(source), *loaded):
        address = match[1] if match[1].startswith("http") else f"https:{match[1]}"
        domain = domain_of(address)
        if domain is not None and outlet_of(domain) is not None:
            yield Removed(text=match[1], reason="markup", start=match.start(1), end=match.end(1))


def _canonical(source: str) -> Iterator[re.Match[str]]:
    for link in _LINK.finditer(source):
        if _CANONICAL.search(link[0]) and (at := _HREF.search(source, link.start(), link.end())):
            yield at
