"""A page somebody's crawler has flattened to lines, as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from histor.clean.blocks import Block, block_of_line, join_blocks

__all__ = ["blocks_of_text"]

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|$)")
#: widths between which a line may have been wrapped by a program
_WRAPPED = range(50, 101)


def blocks_of_text(text: str) -> list[Block]:
    """Return the non-empty lines of a flattened page, hard-wrapped paragraphs joined again."""
    blocks: list[Block] = []
    for group in _groups(text):
        widths = [len(b.text) for b in group]
        # a wrapped paragraph: all lines but the last are nearly as long as the longest
        if len(group) >= 3 and all(w in _WRAPPED and w > max(widths) - 16 for w in widths[:-1]):
            blocks.append(join_blocks(group, " "))
            continue
        blocks += group
    return blocks


def _groups(text: str) -> Iterator[list[Block]]:
    group: list[Block] = []
    gap = 0
    for match in _LINE.finditer(text):
        line = match.group()
        if not line:
            break
        if line.strip():
            group.append(block_of_line(line, match.start(), 0 if group else gap))
            gap = 0
        else:
            if group:
                yield group
                group = []
            gap += 1
    if group:
        yield group
