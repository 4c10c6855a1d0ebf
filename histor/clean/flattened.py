"""A page somebody's crawler has flattened to lines, as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from histor.clean.blocks import Block, block_of_line, join_blocks

__all__ = ["blocks_of_text"]

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|$)")
#: widths between which a line may have been wrapped by a program
_WRAPPED = range(50, 101)
#: a line shorter than this was not broken for want of room
_NARROWEST = 24
#: what parts the cells of a row
_CELLS = re.compile(r"\t|\S\s*\|")
_ENDING = frozenset('.!?…:"”»')


def blocks_of_text(text: str) -> list[Block]:
    """Return the non-empty lines of a flattened page, hard-wrapped paragraphs joined again."""
    blocks: list[Block] = []
    for group in _groups(text):
        if _is_wrapped([b.text for b in group]):
            blocks.append(join_blocks(group, " "))
            continue
        blocks += group
    return blocks


def _is_wrapped(lines: list[str]) -> bool:
    """Say whether lines are one paragraph that a program has broken."""
    if all(_CELLS.search(line) for line in lines):  # rows of a table are alike in width
        return False
    widths = [len(line) for line in lines]
    widest = max(widths)
    # all lines but the last are nearly as long as the longest
    if len(lines) >= 3 and all(w in _WRAPPED and w > widest - 16 for w in widths[:-1]):
        return True
    goes_on = any(
        before[-1] not in _ENDING and after[0].islower() for before, after in pairwise(lines)
    )
    # or none had room left for the word that begins the next
    return (
        goes_on
        and all(w >= _NARROWEST for w in widths[:-1])
        and all(
            len(before) + 1 + len(after.split(maxsplit=1)[0]) > widest
            for before, after in pairwise(lines)
        )
    )


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
