"""Lists and subheadings between kept paragraphs, which trafilatura leaves out of some pages.

Where a page marks no article, trafilatura gathers its paragraphs alone: "what we know so far" and
the entries' headings of a live page are lost. A list or heading is the story's if paragraphs of the
story stand before and behind it, and between them nothing but such elements: no link, no box.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence

from histor.clean.blocks import Block

__all__ = ["with_lists"]

#: tags of plain text, between which a list is the story's
_PLAIN = re.compile(r"</?(?:p|ul|ol|li|h[2-4]|strong|b|em|i|span|br)\b[^>]*>", re.I)
_ITEM = re.compile(r"<(li|h[2-4])\b[^>]*>([^<]*+(?:<(?!/?(?:li|h[2-4])\b)[^<]*+)*+)", re.I)
_TAG = re.compile(r"<[^>]*(?:>|$)")
#: characters of source between two paragraphs, of an item, and words of the shortest item
_MOST, _LONGEST, _LEAST = 20_000, 600, 4


def with_lists(
    blocks: Sequence[Block],
    source: str,
    places: Sequence[tuple[int, int]],
    read: Callable[[str], Block],
) -> list[Block]:
    """Return the blocks with the items of the lists and the headings that stand between them.

    Args:
        blocks: the story's paragraphs in the order of the page.
        source: the page with markers.
        places: of each marked run, where it begins on the page and where in ``source``.
        read: makes a block of a line of marked text.
    """
    starts = dict(places)
    out: list[Block] = []
    for block in blocks:
        if out and out[-1].segments and block.segments:
            first, last = out[-1].segments[-1].raw, block.segments[0].raw
            if first in starts and last in starts:
                out += _items(source[starts[first] : starts[last]], read)
        out.append(block)
    return out


def _items(between: str, read: Callable[[str], Block]) -> Iterator[Block]:
    """Yield the items of a stretch of plain source, which begins within a paragraph."""
    if not 0 < len(between) <= _MOST or "<" in _PLAIN.sub("", between):
        return
    for item in _ITEM.finditer(between):
        words = " ".join(html.unescape(_TAG.sub(" ", item[2])).split())
        if len(words.split()) >= _LEAST and len(words) <= _LONGEST:
            yield read(words)
